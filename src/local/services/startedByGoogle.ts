/** What Google starts without being asked: simple triggers, installed triggers and the clock. */
import type { Gate } from '../guard';
import type { Failure } from '../types';
import type { HostDocument, PersonEdit } from './document';
import { changeEvent, clockEvent, editEvent, openEvent, type EventScene } from './events';
import type { Cause, Order } from './executions';
import type { DailyQuota } from './quota';
import type { EventType, TriggerRecord, Triggers } from './triggers';

type SimpleMode = 'NONE' | 'LIMITED' | 'FULL';

export interface Scenery {
  readonly gate: Gate;
  readonly triggers: Triggers;
  /** What is left of the time that a person's triggers may run a day. */
  readonly time: DailyQuota;
  readonly document: HostDocument;
  now(): number;
  /** The person at the keyboard. */
  person(): string;
  hasFunction(name: string): boolean;
  /** Whether the add-on is in use in this document; elsewhere nothing of it starts. */
  enabled(): boolean;
  /** Milliseconds that the execution before took. */
  lastRun(): number;
  changed(): void;
  run(order: Order, args: () => readonly unknown[]): unknown;
}

/** A page draws at most every 16 milliseconds or so. */
const FRAME = 16;

/** A week has 168 hourly runs: now and then the page gets its turn in between, to draw and to listen. */
function breather(): () => Promise<void> {
  let last = Date.now();
  return async () => {
    if (Date.now() - last < FRAME) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = Date.now();
  };
}

export function startedByGoogle(scenery: Scenery) {
  const { gate, triggers, document } = scenery;
  const failures: Failure[] = [];

  /** An error is noted and changes nothing else; Google shows it to nobody either. */
  function start(event: string, order: Order, args: () => readonly unknown[]): void {
    const counts = order.cause === 'trigger' || order.cause === 'clock';
    try {
      if (counts && scenery.time.remaining(order.user) === 0) throw new Error(scenery.time.exhausted);
      try {
        scenery.run(order, args);
      } finally {
        if (counts) scenery.time.use(order.user, scenery.lastRun());
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failures.push({ at: new Date(scenery.now()).toISOString(), functionName: order.functionName, event, message });
    }
  }

  function scene(mode: SimpleMode, trigger?: TriggerRecord): EventScene {
    // Who did it is told to a script with full rights that runs as that very person.
    const known = mode === 'FULL' && (!trigger || trigger.user === scenery.person());
    return { gate, mode, source: document.spreadsheet(), email: known ? scenery.person() : '', ...(trigger ? { trigger } : {}) };
  }

  /** A simple trigger is a function of a certain name. */
  function simple(name: string, cause: Cause, mode: SimpleMode, event: (scene: EventScene) => object): void {
    if (!scenery.hasFunction(name)) return;
    start(name, { functionName: name, cause, mode, user: scenery.person(), hasUi: true }, () => [event(scene(mode))]);
  }

  /** An installed trigger runs as the person who made it, with a screen only if that is who sits there. */
  function installed(type: EventType, event: (scene: EventScene) => object): void {
    if (!scenery.enabled()) return;
    for (const trigger of triggers.on(type)) {
      const order: Order = { functionName: trigger.handler, cause: 'trigger', mode: 'FULL', user: trigger.user, hasUi: trigger.user === scenery.person() };
      start(type, order, () => [event(scene('FULL', trigger))]);
    }
  }

  return {
    failures: (): readonly Failure[] => [...failures],
    opened(mode: 'NONE' | 'LIMITED') {
      simple('onOpen', 'open', mode, openEvent);
      installed('ON_OPEN', openEvent);
    },
    added() {
      simple('onInstall', 'install', 'FULL', openEvent);
    },
    edited(edit: PersonEdit) {
      const event = (at: EventScene): object => editEvent(at, { ...edit, range: document.range(edit) });
      if (scenery.enabled()) simple('onEdit', 'edit', 'LIMITED', event);
      installed('ON_EDIT', event);
      installed('ON_CHANGE', changeEvent);
    },
    /** Runs the clock triggers that are due by `until`, each at its own time: `moveTo` sets the clock before a run. */
    async clock(until: number, moveTo: (instant: number) => void): Promise<void> {
      const breath = breather();
      for (let next = triggers.nextDue(); next && next.at <= until; next = triggers.nextDue()) {
        moveTo(next.at);
        const { trigger } = next;
        triggers.ran(next, scenery.now());
        if (!scenery.enabled()) continue;
        const order: Order = { functionName: trigger.handler, cause: 'clock', mode: 'FULL', user: trigger.user, hasUi: false };
        start('CLOCK', order, () => [clockEvent(trigger, scenery.now())]);
        await document.settled();
        scenery.changed();
        await breath();
      }
    },
  };
}
