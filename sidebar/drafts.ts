/** What was typed and not yet saved: kept in memory and for this browser tab, so that closing the sidebar loses nothing. */
import { useState } from 'preact/hooks';

const FORMAT = 'okr-sheets 2 '; // the number changes with the shape of any draft
let prefix = FORMAT;
const memory = new Map<string, string>();

/** One browser tab can show several spreadsheets after another; what was typed for one is no draft of the other. */
export function keepDraftsOf(spreadsheetId: string): void {
  prefix = `${FORMAT}${spreadsheetId} `;
}

/** A frame may be refused any storage; then memory alone has to do, until the sidebar is closed. */
function storage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

export function readDraft<T>(key: string): T | undefined {
  const text = memory.get(key) ?? storage()?.getItem(prefix + key);
  return text === null || text === undefined ? undefined : (JSON.parse(text) as T);
}

export function writeDraft(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(key, text);
  try {
    storage()?.setItem(prefix + key, text);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // full: memory has it
  }
}

export function forgetDraft(key: string): void {
  memory.delete(key);
  storage()?.removeItem(prefix + key);
}

export interface Draft<T> {
  readonly value: T;
  /** Whether it was typed earlier, before this form was opened. */
  readonly isRestored: boolean;
  readonly set: (value: T) => void;
  /** Saved or thrown away: the form begins anew with `fresh`. */
  readonly reset: (fresh: T) => void;
}

/** A form's content under a key; the component that uses it must have the same `key`, so that another form is another draft. */
export function useDraft<T>(key: string, initial: () => T): Draft<T> {
  const [state, setState] = useState(() => {
    const kept = readDraft<T>(key);
    return { value: kept ?? initial(), isRestored: kept !== undefined };
  });
  return {
    ...state,
    set(value) {
      writeDraft(key, value);
      setState((before) => ({ ...before, value }));
    },
    reset(fresh) {
      forgetDraft(key);
      setState({ value: fresh, isRestored: false });
    },
  };
}

/** One try to save: its reference stays the same as long as the content does, so that the server knows a repeated one. */
export interface Attempt {
  readonly content: string;
  readonly ref: string;
}

/** The reference for saving this content; other content is another save, even when the answer to the first was lost. */
export function refFor(key: string, content: unknown): string {
  const text = JSON.stringify(content);
  const slot = `${key} attempt`;
  const last = readDraft<Attempt>(slot);
  if (last?.content === text) return last.ref;
  const fresh: Attempt = { content: text, ref: newRef() };
  writeDraft(slot, fresh);
  return fresh.ref;
}

/** After a confirmed save the same content may be meant once more. */
export function closeAttempt(key: string): void {
  forgetDraft(`${key} attempt`);
}

/** Unique enough for one workbook: 64 bits of chance, as letters: a spreadsheet takes `12e45` for a number, and asking how its cell is formatted costs calls. */
export function newRef(): string {
  const letter = (number: number): string => String.fromCharCode('a'.charCodeAt(0) + number);
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => letter(byte >> 4) + letter(byte & 15)).join('');
}
