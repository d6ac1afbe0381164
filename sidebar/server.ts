/** Calls to the add-on's functions at Google, typed by those functions; only JSON crosses. */
import type * as main from '../src/main';
import type { SidebarApi } from '../src/app/api';

/** What of the globals is for the sidebar: what it was promised, as the globals really are. */
type Server = Pick<typeof main, 'panelOpen' | 'panelCheck' | 'panelSetUp' | 'panelShow' | 'refreshDashboard' | keyof SidebarApi>;

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
}
declare const google: { readonly script: { readonly run: Runner } };

/** What kind of failure it was, since each needs another way on. */
export type FailureKind = 'told' | 'severalAccounts' | 'noAnswer';

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
const CHANGING: ReadonlySet<string> = new Set<keyof SidebarApi>(['formSave', 'formMove', 'formArchive', 'checkInSave', 'findingFix', 'adoptCopy']);
let heard = (): void => undefined;

/** Calls the listener after every call that changed something. */
export function whenChanged(listener: () => void): void {
  heard = listener;
}

/** Calls a function of the server; rejects with CallFailed. */
export function call<Name extends keyof Server>(name: Name, ...args: Parameters<Server[Name]>): Promise<ReturnType<Server[Name]>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new CallFailed('', 'noAnswer')), LONGEST_WAIT);
    const runner = google.script.run
      .withSuccessHandler((value) => {
        clearTimeout(timer);
        resolve(value as ReturnType<Server[Name]>);
        const isRefused = typeof value === 'object' && value !== null && 'refused' in value;
        if (CHANGING.has(name) && !isRefused) heard();
      })
      .withFailureHandler((error) => {
        clearTimeout(timer);
        reject(failureOf(error.message));
      });
    (runner as unknown as Record<Name, (...given: unknown[]) => void>)[name](...args);
  });
}

/** Google puts the kind of the error in front of its sentence. */
function failureOf(message: string): CallFailed {
  const reason = message.replace(/^(Exception|Error|ScriptError): /, '');
  if (/PERMISSION_DENIED|Authorization is required|authorization to perform/i.test(message)) return new CallFailed(reason, 'severalAccounts');
  if (/NetworkError|Connection failure|HTTP 0\b/i.test(message)) return new CallFailed(reason, 'noAnswer');
  return new CallFailed(reason, 'told');
}
