/** A spreadsheet for tests: the service over a headless engine, and script code run in it as one execution. */
import { afterEach } from 'vitest';
import { headlessEngine } from '../../../src/local/engine';
import { registerCustomFunctions } from '../../../src/local/formulas/customFunctions';
import type { CustomFunctions } from '../../../src/local/formulas/customFunctions';
import { Gate } from '../../../src/local/guard';
import type { AuthMode } from '../../../src/local/guard';
import { spreadsheetService } from '../../../src/local/sheets/spreadsheetApp';
import type { SavedSpreadsheet, SpreadsheetService } from '../../../src/local/sheets/spreadsheetApp';
import type { PersonEdit } from '../../../src/local/services/document';
import type { Engine, Message } from '../../../src/local/types';

/** Script code sees objects without types; whatever it reads or calls is another one. */
export interface Loose {
  (...args: unknown[]): Loose;
  readonly [member: string]: Loose;
}

export interface Opened {
  readonly engine: Engine;
  readonly gate: Gate;
  readonly service: SpreadsheetService;
  readonly functions: CustomFunctions;
  readonly messages: Message[];
  readonly edits: PersonEdit[];
  /** Runs script code with SpreadsheetApp at hand. */
  script<T>(code: (app: Loose) => T, mode?: AuthMode): T;
  settled(): Promise<void>;
}

export interface Setting {
  readonly timeZone?: string;
  readonly locale?: string;
  readonly user?: { email: string };
  readonly functions?: Record<string, (...args: never[]) => unknown>;
  readonly saved?: SavedSpreadsheet;
}

const engines: Engine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

export const OWNER = 'owner@example.com';

export function open({ timeZone = 'Europe/Warsaw', locale = 'en_US', user = { email: OWNER }, functions = {}, saved }: Setting = {}): Opened {
  const engine = headlessEngine();
  engines.push(engine);
  const gate = new Gate();
  const messages: Message[] = [];
  let chance = 1;
  const names = Object.keys(functions);
  const service = spreadsheetService({
    engine, gate, timeZone, locale, name: 'OKRs', sheetRows: 1000, owner: OWNER, customFunctions: names,
    random: () => (chance = (chance * 16807) % 2147483647) / 2147483647,
    currentUser: () => user.email,
    getUi: () => ({ ui: true }),
    onMessage: (message) => messages.push(message),
    ...(saved ? { saved } : {}),
  });
  const registered = registerCustomFunctions(engine, names, (name, args) => functions[name]!(...(args as never[])), service.formulaContext);
  const edits: PersonEdit[] = [];
  service.person.onEdit((edit) => edits.push(edit));
  return {
    engine, gate, service, messages, edits, functions: registered,
    script: (code, mode = 'FULL') =>
      gate.run({ functionName: 'test', mode, user: user.email, hasUi: true }, () => code(service.global as unknown as Loose)),
    settled: () => engine.settled(),
  };
}
