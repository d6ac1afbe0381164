/** Everything around the grid, drawn again whenever the host or the person changed something. */
import type { JSX } from 'preact';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Language } from '../../model/words';
import type { Host } from '../types';
import { Asking, type Question } from './asking';
import { Bar } from './bar';
import { followCharts } from './charts/layer';
import { emptyDocument, keepSaved, sampleDocument, type OpenDocument, type Saver, type Served } from './document';
import { ErrorHint } from './errorHint';
import { focusGrid, reveal, speak } from './grid';
import { messageOf } from './messageOf';
import { Notices, type Notice } from './notices';
import { Outbox } from './outbox';
import { DialogPanel, SidebarPanel } from './panels';
import { Runs } from './runs';
import { writeDocument, type StoredDocument } from './store';
import { WORDS, type Words } from './words';

interface Props {
  readonly open: OpenDocument;
  readonly served: Served;
  readonly grid: HTMLElement;
}

export function App({ open, served, grid }: Props): JSX.Element {
  const { host, engine } = open;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [language, setLanguage] = useState(open.language);
  const [running, setRunning] = useState(0);
  const [outboxOpen, setOutboxOpen] = useState(false);
  const [runsOpen, setRunsOpen] = useState(false);
  const [question, setQuestion] = useState<Question>();
  const { notices, add, dismiss } = useNotices();
  const words = WORDS[language];
  const time = timeIn(language);
  const saver = useSaving(open, language, add);
  useFollowing(open, grid, add, () => redraw(undefined));
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${open.name} – OKR Sheets`;
    speak(engine, language);
  }, [language]);

  const run = (work: () => Promise<void>): void => {
    setRunning((count) => count + 1);
    work()
      .then(() => host.settled())
      .catch((error: unknown) => add({ kind: 'dialog', title: words.scriptError, text: messageOf(error) }))
      .finally(() => setRunning((count) => count - 1));
  };
  const become = (person: string, next: Language): void => {
    setLanguage(next);
    // Like a person who opens the document in a window of their own: the menu speaks their language.
    run(async () => {
      host.setUser(person, next);
      await host.open('LIMITED');
    });
  };
  /** A new document comes with a new page, which opens it as any visit does. */
  const replaceBy = (text: string, stored: () => StoredDocument): void => {
    const failed = (error: unknown): void => add({ kind: 'dialog', title: '', text: `${words.notSaved} ${messageOf(error)}` });
    const go = (): void => {
      saver.current?.stop();
      writeDocument(stored()).then(() => window.location.reload(), failed);
    };
    setQuestion({ text, go });
  };
  const sidebar = host.sidebar();
  const dialog = host.dialog();
  const frame = { host, runner: served.runner, closeLabel: words.close, focusGrid: () => focusGrid(engine) };
  return (
    <>
      <Bar
        name={open.name}
        menu={host.menu()}
        words={words}
        language={language}
        time={time(host.now())}
        mails={host.outbox().length}
        people={[...new Set([host.user(), ...served.sample.people])]}
        person={host.user()}
        busy={running > 0}
        click={(functionName) => run(() => host.click(functionName))}
        advance={(milliseconds) => run(() => goOn(host, milliseconds))}
        openOutbox={() => setOutboxOpen(true)}
        openRuns={() => setRunsOpen(true)}
        become={become}
        toSample={() => replaceBy(words.sampleAsk, () => sampleDocument(served.sample, language))}
        toEmpty={() => replaceBy(words.emptyAsk, () => emptyDocument(host.user(), language))}
      />
      {sidebar && <SidebarPanel {...frame} sidebar={sidebar} />}
      {dialog && <DialogPanel {...frame} dialog={dialog} />}
      <ErrorHint open={open} grid={grid} />
      {outboxOpen && <Outbox mails={host.outbox()} words={words} time={time} close={() => setOutboxOpen(false)} />}
      {runsOpen && <Runs host={host} words={words} time={time} close={() => setRunsOpen(false)} />}
      {question && <Asking question={question} words={words} close={() => setQuestion(undefined)} />}
      <Notices notices={notices} dismiss={dismiss} ok={words.ok} />
    </>
  );
}

type Add = (notice: Omit<Notice, 'id'>) => void;

function useNotices(): { notices: readonly Notice[]; add: Add; dismiss: (id: number) => void } {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const given = useRef(0);
  return {
    notices,
    add: (notice) => {
      given.current += 1;
      const id = given.current;
      setNotices((before) => [...before, { ...notice, id }]);
    },
    dismiss: (id) => setNotices((before) => before.filter((notice) => notice.id !== id)),
  };
}

/** Keeps the document in this browser, and says what became of one that could not be opened. */
function useSaving(open: OpenDocument, language: Language, add: Add): { readonly current: Saver | undefined } {
  const saver = useRef<Saver>();
  const spoken = useRef(language);
  spoken.current = language;
  useEffect(() => {
    const failed = (reason: string): void => add({ kind: 'toast', title: '', text: `${WORDS[spoken.current].notSaved} ${reason}` });
    saver.current = keepSaved(open, () => spoken.current, failed);
    if (!open.damaged) return;
    add(damagedNotice(open.damaged, WORDS[language]));
    saver.current.soon();
  }, []);
  return saver;
}

/** Passes on what the script says and shows, and draws again. */
function useFollowing({ host, engine, look }: OpenDocument, grid: HTMLElement, add: Add, redraw: () => void): void {
  useEffect(() => {
    let told = 0;
    let failed = 0;
    let shown = host.shown();
    const follow = (): void => {
      const messages = host.messages();
      const unseen = messages.slice(told).filter(({ answered }) => answered === undefined); // the others were asked in the browser's own words
      unseen.forEach(({ kind, title, text }) => add({ kind: kind === 'toast' ? 'toast' : 'dialog', title, text }));
      told = messages.length;
      // Google shows these to nobody; whoever works on the add-on wants to know.
      const failures = host.failures();
      failures.slice(failed).forEach(({ functionName, event, message }) => console.warn(`${functionName} (${event}): ${message}`));
      failed = failures.length;
      const next = host.shown();
      if (next && next !== shown) reveal(engine, next);
      shown = next;
      redraw();
    };
    host.onChange(follow);
    follow();
    if (look) reveal(engine, look);
    followCharts(host, engine, grid, (error) => add({ kind: 'toast', title: '', text: messageOf(error) }));
    const clock = setInterval(() => {
      redraw();
      if (isDue(host)) void host.advance(0); // what a trigger throws is listed among the runs
    }, 30_000);
    return () => clearInterval(clock);
  }, []);
}

const HOUR = 3_600_000;

/** Hour by hour, so that people see where the clock is, and the sidebar is answered in between. */
async function goOn(host: Host, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= HOUR) await host.advance(Math.min(left, HOUR));
}

/** Time goes by in the page too, and a trigger waits for no button. */
function isDue(host: Host): boolean {
  return host.triggers().some(({ next }) => next !== null && Date.parse(next) <= host.now());
}

function damagedNotice({ saved, reason }: NonNullable<OpenDocument['damaged']>, words: Words): Omit<Notice, 'id'> {
  return {
    kind: 'dialog',
    title: '',
    text: reason ? `${words.damaged} (${reason})` : words.damaged,
    download: { label: words.damagedCopy, name: 'okr-sheets-saved.json', text: JSON.stringify(saved) },
  };
}

/** Times in the spreadsheet's own zone, which need not be that of the machine. */
function timeIn(language: Language): (instant: number) => string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Warsaw',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    calendar: 'gregory',
    hourCycle: 'h23',
  });
  return (instant) => format.format(instant);
}
