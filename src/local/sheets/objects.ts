/** How a type of SpreadsheetApp is declared: one line per member says what it touches, what it takes and what it does. */
import { modelled } from '../guard';
import type { Gate, Needs } from '../guard';
import { mismatch } from '../services/signature';

/**
 * `takes` lists the accepted overloads, one letter per argument: `s` text, `n` whole number, `b` boolean, `a` array,
 * `v` a cell's value, `d` date, `o` object; a letter in brackets, `(s)`, may also be null.
 */
export interface Member<S> {
  readonly needs: Needs;
  readonly takes: readonly string[];
  readonly chain: boolean;
  readonly run: (state: S, ...args: never[]) => unknown;
}

const member = (needs: Needs, chain: boolean) =>
  <S>(run: (state: S, ...args: never[]) => unknown, ...takes: string[]): Member<S> =>
    ({ needs, chain, takes: takes.length > 0 ? takes : [''], run });

/** Answers something about the document. */
export const reads = member('read', false);
/** Changes the document and answers something. */
export const writes = member('write', false);
/** Changes the document and answers the object itself, so that calls can be chained. */
export const changes = member('write', true);
/** Touches only the object itself, as builders do. */
export const plain = member('nothing', false);
export const builds = member('nothing', true);
/** Needs the person's own rights. */
export const asPerson = member('user', false);
export const asPersonChain = member('user', true);

export interface Kind<S> {
  readonly name: string;
  /** A new object for script code around a state of ours. */
  offer(gate: Gate, state: S): object;
  /** Runs a member for another one, without the gate: for Google both are the same call. */
  call(object: object, member: string, args: readonly unknown[]): unknown;
  /** The state behind a script's object; undefined if it is not of this type. */
  stateOf(value: unknown): S | undefined;
}

/** Declares a type once; `name` is Google's, `owner` the service it belongs to. */
export function kind<S extends object>(name: string, members: Record<string, Member<S>>): Kind<S> {
  const states = new WeakMap<object, S>();
  const offered = new WeakMap<object, object>();
  const needs: Record<string, Needs> = {};
  const methods: Record<string, unknown> = {};
  for (const [key, { needs: need, takes, chain, run }] of Object.entries(members)) {
    needs[key] = need;
    methods[key] = function (this: object, ...given: unknown[]) {
      // In Google's services undefined acts as null.
      const args = given.map((arg) => (arg === undefined ? null : arg));
      if (!takes.some((overload) => fits(overload, args))) throw mismatch(`SpreadsheetApp.${name}.${key}`, args);
      const result = (run as (state: S, ...args: unknown[]) => unknown)(states.get(this)!, ...args);
      return chain ? offered.get(this) : result;
    };
  }
  return {
    name,
    offer(gate, state) {
      const target = Object.create(methods) as Record<string, never>;
      const object = modelled(name, gate, target, needs);
      states.set(target, state);
      states.set(object, state);
      offered.set(target, object);
      return object;
    },
    call(object, key, args) {
      const { run } = members[key]!;
      return (run as (state: S, ...args: unknown[]) => unknown)(states.get(object)!, ...args);
    },
    stateOf: (value) => (typeof value === 'object' && value !== null ? states.get(value) : undefined),
  };
}

const LETTER = /\(.\)|./g;

function fits(overload: string, args: readonly unknown[]): boolean {
  const letters = overload.match(LETTER) ?? [];
  if (letters.at(-1) === '*') return args.length >= letters.length - 1 && args.every((arg, i) => isA(letters[Math.min(i, letters.length - 2)]!, arg));
  return letters.length === args.length && letters.every((letter, i) => isA(letter, args[i]));
}

function isA(letter: string, value: unknown): boolean {
  if (letter.length === 3) return value === null || isA(letter[1]!, value);
  switch (letter) {
    case 's': return typeof value === 'string';
    case 'n': return typeof value === 'number' && Number.isFinite(value);
    case 'b': return typeof value === 'boolean';
    case 'a': return Array.isArray(value);
    case 'd': return value instanceof Date && !Number.isNaN(value.getTime());
    case 'o': return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
    case 'v': return value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
    default: throw new Error(`A signature of the embedded host has the unknown letter ${letter}.`);
  }
}

/** Google's sentence for a value that is none of the possible ones. */
export function invalidArgument(name: string): Error {
  return new Error(`Invalid argument: ${name}`);
}
