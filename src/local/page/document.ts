/** The open document: its host put together from what is saved, from the sample or from nothing, and saved again as it changes. */
import { LifecycleService, LifecycleStages } from '@univerjs/core';
import { LANGUAGES, type Language } from '../../model/words';
import { createHost } from '../host';
import type { Engine, Host, SavedHost } from '../types';
import { askPerson } from './askPerson';
import { gridEngine, onMutation } from './grid';
import { messageOf } from './messageOf';
import { readDocument, storedDocument, writeDocument, type Look, type StoredDocument } from './store';
import { WORDS } from './words';

/** What the page is served with. */
export interface Served {
  readonly code: string;
  /** The HTML files of dist/, by name without ending. */
  readonly html: Readonly<Record<string, string>>;
  readonly runner: string;
  readonly sample: Sample;
}

/** The sample company, set up and scored when the page was built. */
export interface Sample {
  readonly name: string;
  /** The moment at which the sample's story stands; the clock starts there. */
  readonly now: string;
  readonly people: readonly string[];
  /** What to look at first: a score, which stands far to the right of what people fill in. */
  readonly look: Look;
  readonly host: SavedHost;
}

export interface OpenDocument {
  readonly name: string;
  readonly language: Language;
  readonly engine: Engine;
  readonly host: Host;
  readonly look?: Look;
  /** What was saved but could not be opened. */
  readonly damaged?: { readonly saved: unknown; readonly reason: string };
}

/** Edits come in bursts: a paste, a formula's results. */
const SAVE_AFTER_MS = 400;

export async function openDocument(container: HTMLElement, served: Served): Promise<OpenDocument> {
  const found = await readDocument();
  if (found === undefined) return build(container, served, sampleDocument(served.sample, 'en'));
  if ('damaged' in found) {
    return { ...build(container, served, sampleDocument(served.sample, 'en')), damaged: { saved: found.damaged, reason: '' } };
  }
  try {
    return build(container, served, found.document);
  } catch (error) {
    container.replaceChildren();
    const sample = build(container, served, sampleDocument(served.sample, found.document.language));
    return { ...sample, damaged: { saved: found.document, reason: messageOf(error) } };
  }
}

export function sampleDocument(sample: Sample, language: Language): StoredDocument {
  const clockOffset = Date.parse(sample.now) - Date.now();
  return storedDocument({ name: sample.name, user: sample.people[0] ?? '', language, host: { ...sample.host, clockOffset }, look: sample.look });
}

export function emptyDocument(user: string, language: Language): StoredDocument {
  return storedDocument({ name: WORDS[language].untitled, user, language });
}

function build(container: HTMLElement, served: Served, stored: StoredDocument): OpenDocument {
  const { name, user, language } = stored;
  const engine = gridEngine(container, name, language);
  try {
    const host = createHost({
      engine,
      code: served.code,
      html: served.html,
      now: () => Date.now(),
      name,
      user,
      userLocale: language,
      ask: (question) => askPerson(question, WORDS[spoken()], window),
      ...(stored.host ? { saved: stored.host } : {}),
    });
    return { name, language, engine, host, look: stored.look };
  } catch (error) {
    disposeOnceWhole(engine);
    throw error;
  }
}

/** The page's language of this moment, which the page says of itself. */
function spoken(): Language {
  return LANGUAGES.find((language) => language === document.documentElement.lang) ?? 'en';
}

/** Univer puts its interface together in steps; thrown away half-way, the steps still to come would miss what is gone. */
function disposeOnceWhole(engine: Engine): void {
  const lifecycle = engine.univer.__getInjector().get(LifecycleService);
  void lifecycle.onStage(LifecycleStages.Steady).then(() => engine.dispose());
}

export interface Saver {
  /** Save in a moment. */
  soon(): void;
  /** Never save again: another document takes this one's place. */
  stop(): void;
}

/** Saves the document a moment after each change; `language` is asked each time, because it may change too. */
export function keepSaved(open: OpenDocument, language: () => Language, failed: (reason: string) => void): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const save = (): void => {
    timer = undefined;
    const { host, name } = open;
    const stored = storedDocument({ name, user: host.user(), language: language(), host: host.save() });
    writeDocument(stored).catch((error: unknown) => failed(messageOf(error)));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = stopped ? undefined : setTimeout(save, SAVE_AFTER_MS);
  };
  open.host.onChange(soon);
  onMutation(open.engine, soon);
  window.addEventListener('pagehide', () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    save();
  });
  return {
    soon,
    stop() {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
