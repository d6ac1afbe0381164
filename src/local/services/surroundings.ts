/** What every emulated service needs to know about the host around it. */
import type { Gate } from '../guard';

export interface Surroundings {
  readonly gate: Gate;
  /** Milliseconds since 1970 by the host's clock. */
  now(): number;
  /** Lets time go by inside an execution, as sleeping and waiting for a lock do; it counts towards the execution's limit. */
  pass(milliseconds: number): void;
  /** 0 <= x < 1, from the host's seed. */
  random(): number;
  /** The spreadsheet's owner, whose user properties a custom function sees. */
  owner(): string;
  /** Who sits at the keyboard: pays for the quota of custom functions, and hears about menus in their own language. */
  keyboard(): string;
  /** False where Google has no document at hand, so that document stores are null. */
  hasDocument(): boolean;
}

/** Who pays for a call: the person a function runs as, or the person at the keyboard for an anonymous custom function. */
export function payer(around: Surroundings): string {
  return around.gate.execution.user || around.keyboard();
}

/** mulberry32: small, and its whole state is one number, so that a saved host goes on where it was. */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  save(): number {
    return this.state;
  }
}

export const utf8Length = (text: string): number => new TextEncoder().encode(text).length;
