/** Calls to the add-on's functions at Google, typed by those functions; only JSON crosses. */
import type * as main from '../src/main';

/** What of the globals is for the sidebar. */
type Server = Pick<typeof main, 'panelOpen' | 'panelCheck' | 'panelSetUp' | 'panelShow'>;

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
}
declare const google: { readonly script: { readonly run: Runner } };

/** A call that failed, with what to tell the person. */
export class CallFailed extends Error {
  constructor(
    readonly reason: string,
    /** Google could not tell which of several signed-in accounts is meant. */
    readonly severalAccounts: boolean,
  ) {
    super(reason);
  }
}

/** Calls a function of the server; rejects with CallFailed. */
export function call<Name extends keyof Server>(name: Name, ...args: Parameters<Server[Name]>): Promise<ReturnType<Server[Name]>> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((value) => resolve(value as ReturnType<Server[Name]>))
      .withFailureHandler((error) => reject(new CallFailed(plain(error), isAboutAccounts(error.message))));
    (runner as unknown as Record<Name, (...given: unknown[]) => void>)[name](...args);
  });
}

/** Google puts the kind of the error in front of its sentence. */
const plain = (error: Error): string => error.message.replace(/^(Exception|Error|ScriptError): /, '');

const isAboutAccounts = (message: string): boolean => /PERMISSION_DENIED|Authorization is required|authorization to perform/i.test(message);
