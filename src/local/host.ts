/** The embedded host: Google's part of the play, so that dist/Code.js runs unchanged without Google. */
import { Gate } from './guard';
import { compileScript, customFunctionNames } from './script';
import { Executions, type Cause, type Order, type World } from './services/executions';
import { nullWithoutDocument, type HostDocument, type OpenDocument, type PersonEdit } from './services/document';
import { googleServices, type SavedServices } from './services/google';
import { screen } from './services/screen';
import { startedByGoogle } from './services/startedByGoogle';
import { transfer } from './services/transfer';
import { univerDocument } from './sheets/document';
import type { Host, HostOptions, MenuItem, SavedHost } from './types';

const SAVED_VERSION = 1;
const FIRST_USER = 'you@example.com';

export function createHost(options: HostOptions): Host {
  return hostOn(options, univerDocument(options));
}

/** A host around any document, so that its rules can be tried without a spreadsheet. */
export function hostOn(options: HostOptions, open: OpenDocument): Host {
  const saved = readable(options.saved);
  const services = saved?.services as SavedServices | undefined;
  const gate = new Gate();
  const person = { email: options.user ?? services?.owner ?? FIRST_USER, locale: options.userLocale ?? 'en' };
  const owner = services?.owner ?? person.email;
  const listeners: (() => void)[] = [];
  const edits: PersonEdit[] = [];
  let offset = saved?.clockOffset ?? 0;
  let enabled = services?.enabled ?? false; // whether the add-on was ever used in this document
  let running: Order | null = null;

  const now = (): number => options.now() + offset;
  const moveTo = (instant: number): void => {
    offset += Math.max(0, instant - now());
  };
  const pass = (milliseconds: number): void => {
    offset += milliseconds;
    executions.pass(milliseconds);
  };
  const changed = (): void => listeners.forEach((listener) => listener());
  const hasDocument = (): boolean => running?.cause !== 'clock' || options.clockSeesDocument !== false;
  const onScreen = screen(changed, options.ask);
  const google = googleServices(
    {
      gate, screen: onScreen, owner, now, changed,
      pass: (milliseconds) => pass(milliseconds),
      keyboard: () => person.email,
      userLocale: () => person.locale,
      hasDocument,
      inTrigger: () => running?.cause === 'trigger' || running?.cause === 'clock',
      spreadsheetId(value) {
        const id = document.idOf(value);
        if (id === undefined) throw new Error('Invalid argument: spreadsheet');
        return id;
      },
    },
    options,
    services,
  );
  const customFunctions = customFunctionNames(options.code);
  const document: HostDocument = open(
    {
      gate, owner, now, changed, customFunctions,
      random: google.random,
      getUi: google.getUi,
      currentUser: () => running?.user || person.email,
      showMessage: onScreen.showMessage,
    },
    saved?.workbook,
  );
  const script = compileScript(options.code, { ...google.globals, SpreadsheetApp: nullWithoutDocument(document.app, gate, hasDocument) });
  const world: World = {
    now,
    pass: (milliseconds) => pass(milliseconds),
    checkGranted: (name, needs, execution) => google.authorization.check(name, needs, execution),
    ended: () => void google.locks.releaseAll(),
  };
  const executions = new Executions(gate, script, world, options.callMilliseconds);
  const custom = document.register(customFunctions, (name, args) =>
    run({ functionName: name, cause: 'cell', mode: 'CUSTOM_FUNCTION', user: '', hasUi: false }, () => args),
  );
  const started = startedByGoogle({
    gate, triggers: google.triggers, time: google.triggerTime, document, now, run, changed,
    lastRun: () => executions.list().at(-1)?.milliseconds ?? 0,
    enabled: () => enabled,
    person: () => person.email,
    hasFunction: (name) => executions.has(name),
  });
  const inTurn = oneAfterAnother();
  document.onEdit((edit) => {
    edits.push(edit);
    void inTurn(edited);
  });

  function run(order: Order, args: () => readonly unknown[]): unknown {
    running = order;
    try {
      return executions.run(order, args);
    } finally {
      running = null;
    }
  }

  /** Formulas have their values before a script begins, and again before anybody looks at what it did. */
  function action<T>(body: () => T | Promise<T>): Promise<T> {
    return inTurn(async () => {
      await document.settled();
      try {
        return await body();
      } finally {
        await edited();
        await document.settled();
        changed();
      }
    });
  }

  const byPerson = (functionName: string, cause: Cause): Order => ({ functionName, cause, mode: 'FULL', user: person.email, hasUi: true });

  /** Edits by people, in turn; writes of scripts never come here. */
  async function edited(): Promise<void> {
    if (edits.length === 0) return;
    await document.settled();
    for (const edit of edits.splice(0)) started.edited(edit);
    changed();
  }

  return {
    open: (mode) =>
      action(() => {
        if (mode === 'LIMITED') enabled = true;
        onScreen.leave();
        if (!document.mayEdit(person.email)) return; // for viewers nothing of an add-on runs
        started.opened(mode ?? (enabled ? 'LIMITED' : 'NONE'));
      }),
    install: () =>
      action(() => {
        enabled = true;
        started.added();
      }),
    menu: () => onScreen.menu(),
    click: (functionName) =>
      action(() => {
        if (!clickable(onScreen.menu()).includes(functionName)) throw new Error(`No menu item runs ${functionName}; is the document open?`);
        enabled = true;
        run(byPerson(functionName, 'menu'), () => []);
      }),
    sidebar: () => onScreen.sidebar(),
    closeSidebar: () => onScreen.closeSidebar(),
    dialog: () => onScreen.dialog(),
    closeDialog: () => onScreen.closeDialog(),
    call: (functionName, args) =>
      action(() => {
        if (functionName.endsWith('_') || !executions.has(functionName)) throw new TypeError(`google.script.run.${functionName} is not a function`);
        const received = transfer([...args]) as unknown[];
        enabled = true;
        return transfer(withPlainErrors(() => run(byPerson(functionName, 'sidebar'), () => received)));
      }),
    answerAlert: (button, text) => onScreen.answerNext({ button, ...(text === undefined ? {} : { text }) }),
    messages: () => onScreen.messages(),
    failures: () => started.failures(),
    executions: () => executions.list(),
    triggers: () => google.triggers.all().map(({ user, handler, event, due }) => ({ user, functionName: handler, event, next: due === null ? null : new Date(due).toISOString() })),
    withhold: (user, scopes) => google.authorization.withhold(user, scopes),
    disable() {
      enabled = false;
      onScreen.leave();
      changed();
    },
    logs: () => google.logs(),
    holdLock: (kind, milliseconds) => google.locks.hold(kind, milliseconds),
    errorAt: (sheet, a1) => document.errorAt(sheet, a1),
    customFunctionRuns: () => custom.runs(),
    shown: () => document.shown(),
    outbox: () => google.outbox(),
    charts: () => document.charts(),
    type: (sheet, a1, value) => action(() => document.type(sheet, a1, value)),
    values: (sheet, a1) => document.values(sheet, a1),
    formulas: (sheet, a1) => document.formulas(sheet, a1),
    now,
    advance: (milliseconds) =>
      action(async () => {
        const until = now() + milliseconds;
        await started.clock(until, moveTo);
        moveTo(until);
      }),
    user: () => person.email,
    setUser(email, locale) {
      if (email !== person.email) {
        onScreen.closeSidebar(); // they were on the other person's screen
        onScreen.closeDialog();
      }
      person.email = email;
      person.locale = locale ?? person.locale;
      changed();
    },
    settled: () => inTurn(() => document.settled()),
    serviceCalls: () => gate.calls(),
    serviceCallCount: () => gate.callCount(),
    resetServiceCalls() {
      gate.resetCalls();
      custom.resetRuns();
    },
    failCall: (n, message, time) => gate.failCall(n, message, time),
    save: (): SavedHost => ({ version: SAVED_VERSION, workbook: document.save(), services: { ...google.save(), owner, enabled }, clockOffset: offset }),
    onChange: (listener) => void listeners.push(listener),
    dispose() {
      custom.unregister();
      document.dispose();
    },
  };
}

function readable(saved: SavedHost | undefined): SavedHost | undefined {
  if (saved && saved.version !== SAVED_VERSION) throw new Error(`The saved document is of version ${String(saved.version)}; this host reads version ${SAVED_VERSION}.`);
  return saved;
}

function clickable(items: readonly MenuItem[]): string[] {
  return items.flatMap((item) => (item.items ? clickable(item.items) : item.functionName ? [item.functionName] : []));
}

/** Of an error that crosses to the sidebar only the message arrives; the cause is for people who look into the host. */
function withPlainErrors<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw new Error(messageOf(error), { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Runs one action after another, whatever became of those before. */
function oneAfterAnother(): <T>(body: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const result = last.then(body);
    last = result.catch(() => undefined); // the caller has the rejection; the next action does not care
    return result;
  };
}
