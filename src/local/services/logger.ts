/** Logger and console: lines that people who develop the add-on can read afterwards. */
import { modelled } from '../guard';
import type { Surroundings } from './surroundings';

const KEPT_LINES = 1_000;

export function logs(around: Surroundings) {
  const lines: string[] = [];
  const write = (text: string): void => {
    lines.push(text);
    if (lines.length > KEPT_LINES) lines.shift();
  };

  const service: object = modelled(
    'Logger',
    around.gate,
    {
      log(...args: unknown[]) {
        write(fill(args));
        return service;
      },
      getLog: () => lines.join('\n'),
      clear: () => void lines.splice(0),
    },
    { log: 'nothing', getLog: 'nothing', clear: 'nothing' },
  );
  // `console` is part of the runtime and no service: it costs no call.
  const line = (...args: unknown[]): void => write(fill(args));
  const console = Object.freeze({ log: line, info: line, warn: line, error: line, debug: line });

  return { service, console, lines: (): readonly string[] => [...lines] };
}

/** `%s` in the first text stands for the next value, as with Google. */
function fill(args: readonly unknown[]): string {
  const rest = args.slice(1);
  const first = typeof args[0] === 'string' ? args[0].replace(/%s/g, (token) => (rest.length ? show(rest.shift()) : token)) : show(args[0]);
  return [first, ...rest.map(show)].join(' ');
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value); // a circular object: a log line must not end the script
  }
}
