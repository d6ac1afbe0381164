/** Runs inside the sidebar's frame, before its own scripts: Google's `google.script.run` and `google.script.host`, answered by the page. */
import { transfer } from '../services/transfer';
import type { FromFrame, ToFrame } from './frameMessages';

type Handler = ((value: unknown, userObject?: unknown) => void) | undefined;

interface Handlers {
  readonly success?: Handler;
  readonly failure?: Handler;
  readonly userObject?: unknown;
}

interface Call {
  readonly message: Extract<FromFrame, { kind: 'run' }>;
  readonly handlers: Handlers;
}

/** Google sends at most ten calls at a time; the others wait their turn. */
const CONCURRENT = 10;
const SETTERS: Readonly<Record<string, keyof Handlers>> = {
  withSuccessHandler: 'success',
  withFailureHandler: 'failure',
  withUserObject: 'userObject',
};

const page = window.parent;
const running = new Map<number, Handlers>();
const waiting: Call[] = [];
let calls = 0;

/** A runner never changes: each `with…` answers a new one. Any other name is a function of the script. */
function runner(handlers: Handlers): object {
  return new Proxy(Object.freeze({}), {
    get(_target, name) {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      const part = SETTERS[name];
      if (part === undefined) return (...args: unknown[]) => call(name, args, handlers);
      return (value: unknown) => {
        if (part !== 'userObject' && typeof value !== 'function') throw new TypeError(`${name} needs a function.`);
        return runner({ ...handlers, [part]: value });
      };
    },
  });
}

function call(name: string, args: readonly unknown[], handlers: Handlers): void {
  calls += 1;
  const message = { okr: true, kind: 'run', id: calls, name, args: args.map((value) => sendable(value, args.length)) } as const;
  waiting.push({ message, handlers });
  pump();
}

/** A form may be the only argument: its fields are sent by name. Everything else has to be what Google carries. */
function sendable(value: unknown, count: number): unknown {
  return transfer(value instanceof HTMLFormElement && count === 1 ? fieldsOf(value) : value);
}

function fieldsOf(form: HTMLFormElement): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  new FormData(form).forEach((value, name) => {
    if (typeof value !== 'string') throw new TypeError(`The file in "${name}" cannot be sent: files are not modelled by the embedded host.`);
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  });
  return fields;
}

function pump(): void {
  while (running.size < CONCURRENT) {
    const next = waiting.shift();
    if (!next) return;
    running.set(next.message.id, next.handlers);
    tell(next.message);
  }
}

function answered(message: ToFrame): void {
  const handlers = running.get(message.id);
  if (!handlers) return;
  running.delete(message.id);
  pump();
  if (message.kind === 'value') {
    handlers.success?.(message.value, handlers.userObject);
    return;
  }
  const error = Object.assign(new Error(message.message), { name: 'ScriptError' });
  if (!handlers.failure) throw error; // Google, too, only writes it to the console
  handlers.failure(error, handlers.userObject);
}

function tell(message: FromFrame): void {
  page.postMessage(message, window.origin);
}

window.addEventListener('message', (event: MessageEvent<ToFrame>) => {
  if (event.source === page && event.data.okr) answered(event.data);
});

const host = {
  origin: window.origin,
  close: () => tell({ okr: true, kind: 'close' }),
  editor: { focus: () => tell({ okr: true, kind: 'focus' }) },
  setHeight: () => undefined, // a sidebar has none, as on Google
  setWidth: () => undefined,
};
Object.defineProperty(window, 'google', { value: Object.freeze({ script: Object.freeze({ run: runner({}), host }) }) });
