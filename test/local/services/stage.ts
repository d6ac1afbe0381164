/** A small stage for one service at a time: a clock in the hand, a fake document, and snippets of script run as Google would. */
import { Gate, type AuthMode } from '../../../src/local/guard';
import { compileScript, type Script } from '../../../src/local/script';
import { Executions, type Cause } from '../../../src/local/services/executions';
import { googleServices, type SavedServices } from '../../../src/local/services/google';
import type { Dialog, HostOptions, MenuItem, Message, Sidebar } from '../../../src/local/types';

export interface RunAs {
  mode?: AuthMode;
  user?: string;
  hasUi?: boolean;
  cause?: Cause;
}

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

export function stage(options: Partial<HostOptions> & { document?: boolean } = {}, saved?: Partial<SavedServices>) {
  const gate = new Gate();
  const clock = { now: Date.parse('2026-11-20T09:30:00Z') };
  const people = { keyboard: 'ana@example.com', locale: 'pl', answer: '', typed: '' };
  const seen = { menu: [] as readonly MenuItem[], sidebar: null as Sidebar | null, dialog: null as Dialog | null, messages: [] as Message[] };
  const spreadsheet = {};
  let executions: Executions | undefined;
  let cause: Cause = 'menu';
  const google = googleServices(
    {
      gate,
      owner: 'owner@example.com',
      now: () => clock.now,
      pass(milliseconds) {
        clock.now += milliseconds;
        executions?.pass(milliseconds);
      },
      keyboard: () => people.keyboard,
      userLocale: () => people.locale,
      hasDocument: () => options.document ?? true,
      inTrigger: () => cause === 'trigger',
      spreadsheetId(value) {
        if (value !== spreadsheet) throw new Error('That is no spreadsheet.');
        return 'the-document';
      },
      changed: () => undefined,
      screen: {
        showMenu: (_title, items) => void (seen.menu = items),
        showSidebar: (sidebar) => void (seen.sidebar = sidebar),
        showDialog: (dialog) => void (seen.dialog = dialog),
        ask({ kind, title, text, buttons }) {
          seen.messages.push({ kind, title, text });
          return { button: people.answer || buttons[0]!, text: people.typed };
        },
      },
    },
    { html: {}, ...options },
    saved as SavedServices | undefined,
  );
  const globals = { ...google.globals, SpreadsheetApp: { getUi: google.getUi, getActive: () => spreadsheet } };
  const scripts = new Map<string, Script>();

  /** Runs the statements as the body of a function and answers what they return. */
  function run(body: string, as: RunAs = {}): unknown {
    const code = `function main() {\n${body}\n}`;
    const script = scripts.get(code) ?? compileScript(code, globals);
    scripts.set(code, script);
    executions = new Executions(gate, script, {
      now: () => clock.now,
      pass: (milliseconds) => void (clock.now += milliseconds),
      checkGranted: (name, needs, execution) => google.authorization.check(name, needs, execution),
      ended: () => void google.locks.releaseAll(),
    });
    const mode = as.mode ?? 'FULL';
    cause = as.cause ?? 'menu';
    return executions.run(
      { functionName: 'main', cause, mode, user: as.user ?? (mode === 'CUSTOM_FUNCTION' ? '' : people.keyboard), hasUi: as.hasUi ?? true },
      () => [],
    );
  }

  return { run, gate, clock, people, seen, google, globals };
}
