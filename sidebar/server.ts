/** Calls to the add-on's functions at Google, typed by those functions; only JSON crosses. */
import type * as actions from '../src/actions';
import type * as main from '../src/main';
import type { SidebarApi } from '../src/app/api';
import type { CloseApi } from '../src/app/close/api';
import type { HistoryApi } from '../src/app/history/api';
import type { RhythmApi } from '../src/app/rhythm/api';
import type { ShareApi } from '../src/app/share/api';

type Panels = 'panelOpen' | 'panelCheck' | 'panelSetUp' | 'panelShow' | 'followSave';

/** What of the globals is for the sidebar: what it was promised, as the globals really are. */
type Server = Pick<typeof main & typeof actions, Panels | keyof SidebarApi | keyof RhythmApi | keyof CloseApi | keyof ShareApi | keyof HistoryApi>;

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
}
declare const google: { readonly script: { readonly run: Runner } };

/** What kind of failure it was, since each needs another way on. */
export type FailureKind = 'told' | 'severalAccounts' | 'notAllowed' | 'noAnswer';

/** A call that failed, with what to tell the person. */
export class CallFailed extends Error {
  constructor(
    readonly reason: string,
    readonly kind: FailureKind,
  ) {
    super(reason);
  }
}

/** Google ends a script after six minutes; nothing here takes half a minute, so an answer that is not there by now was lost on the way. */
const LONGEST_WAIT = 90_000;

/** What changes the tables, and with them what the dashboard shows. */
const CHANGING: ReadonlySet<string> = new Set<keyof Server>(['formSave', 'formMove', 'formArchive', 'checkInSave', 'findingFix', 'adoptCopy']);
let heard = (): void => undefined;

/** A close changes them step by step; followed is the whole. */
function isChange(name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return CHANGING.has(name);
  if (name === 'closeStep') return 'done' in value && 'of' in value && value.done === value.of;
  return CHANGING.has(name) && !('refused' in value);
}

/** Calls the listener after every call that changed something. */
export function whenChanged(listener: () => void): void {
  heard = listener;
}

/** Calls a function of the server; rejects with CallFailed. */
export function call<Name extends keyof Server>(name: Name, ...args: Parameters<Server[Name]>): Promise<ReturnType<Server[Name]>> {
  return callByName(name, ...args) as Promise<ReturnType<Server[Name]>>;
}

/** The same without types, for a function that not every build has. */
export function callByName(name: string, ...args: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallFailed('', 'noAnswer')), LONGEST_WAIT);
    const runner = google.script.run
      .withSuccessHandler((value) => {
        clearTimeout(timer);
        resolve(value);
        if (isChange(name, value)) heard();
      })
      .withFailureHandler((error) => {
        clearTimeout(timer);
        reject(failureOf(error.message));
      });
    (runner as unknown as Record<string, (...given: readonly unknown[]) => void>)[name]?.(...args);
  });
}

/** Google puts the kind of the error in front of its sentence. */
function failureOf(message: string): CallFailed {
  const reason = message.replace(/^(Exception|Error|ScriptError): /, '');
  if (/Authorization is required|authorization to perform|do not have permission to call/i.test(message)) return new CallFailed(reason, 'notAllowed');
  if (/PERMISSION_DENIED/.test(message)) return new CallFailed(reason, 'severalAccounts');
  if (/NetworkError|Connection failure|HTTP 0\b/i.test(message)) return new CallFailed(reason, 'noAnswer');
  return new CallFailed(reason, 'told');
}
