/** One execution after another, as Google runs them: the script loaded afresh, under one mode, as one person, within a time. */
import type { AuthMode, Execution, Gate, Needs } from '../guard';
import type { Script } from '../script';

/** What started a function; triggers may not make triggers. */
export type Cause = 'open' | 'install' | 'edit' | 'trigger' | 'clock' | 'menu' | 'sidebar' | 'cell';

export interface Order {
  readonly functionName: string;
  readonly cause: Cause;
  readonly mode: AuthMode;
  readonly user: string; // '' for the anonymous user of a custom function
  readonly hasUi: boolean;
}

/** How one execution went, as Google's list of executions shows it. */
export interface ExecutionRecord {
  readonly at: string; // ISO instant of the host's clock
  readonly functionName: string;
  readonly cause: Cause;
  readonly user: string;
  readonly milliseconds: number; // simulated time, asleep or waiting, counts like real time
  /** Absent when it came to its end. */
  readonly error?: string;
}

/** What of the world outside an execution has to know. */
export interface World {
  now(): number;
  /** Lets the host's clock go on by what a service call takes. */
  pass(milliseconds: number): void;
  /** Throws what Google says when the person has not granted what the call needs. */
  checkGranted(name: string, needs: Needs, execution: Execution): void;
  /** Called after every execution, however it ended. */
  ended(): void;
}

const SECOND = 1000;
const SHORT = 30 * SECOND; // simple triggers and custom functions
const LONG = 6 * 60 * SECOND;
const KEPT = 1_000;
const LIMITS: Readonly<Record<AuthMode, number>> = { NONE: SHORT, LIMITED: SHORT, CUSTOM_FUNCTION: SHORT, FULL: LONG };

export class Executions {
  private passed = 0;
  private readonly records: ExecutionRecord[] = [];

  /** `callMilliseconds` is what every service call takes by the host's clock. */
  constructor(private readonly gate: Gate, private readonly script: Script, private readonly world: World, private readonly callMilliseconds = 0) {}

  has(functionName: string): boolean {
    return this.script.functionNames.includes(functionName);
  }

  /** Simulated time, asleep or waiting, counts like real time. */
  pass(milliseconds: number): void {
    this.passed += milliseconds;
  }

  /** Newest last; cells calculate too often to be listed. */
  list(): readonly ExecutionRecord[] {
    return [...this.records];
  }

  /** `args` is called inside the execution, since event objects may call services. */
  run(order: Order, args: () => readonly unknown[]): unknown {
    const { functionName, cause, user } = order;
    const at = new Date(this.world.now()).toISOString();
    const started = Date.now();
    this.passed = 0;
    const taken = (): number => Date.now() - started + this.passed;
    const note = (end: { error?: string }): void => {
      if (cause === 'cell') return;
      this.records.push({ at, functionName, cause, user, milliseconds: taken(), ...end });
      if (this.records.length > KEPT) this.records.shift();
    };
    try {
      const result = this.timed(order, args, taken);
      note({});
      return result;
    } catch (error) {
      note({ error: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }

  private timed(order: Order, args: () => readonly unknown[], taken: () => number): unknown {
    const { functionName, mode, cause } = order;
    if (functionName.endsWith('_')) throw new Error(`Script function not found: ${functionName}`);
    const checkTime = (): void => {
      if (taken() > LIMITS[mode]) this.gate.stop('Exceeded maximum execution time');
    };
    const body = (): unknown => {
      try {
        const called = this.script.load().get(functionName);
        if (!called) throw new Error(`Script function not found: ${functionName}`);
        const result = called(...args());
        checkTime();
        return result;
      } finally {
        this.world.ended();
      }
    };
    return this.gate.run(order, body, (name, needs) => {
      if (cause !== 'cell' && this.callMilliseconds > 0) this.world.pass(this.callMilliseconds);
      checkTime();
      this.world.checkGranted(name, needs, order);
    });
  }
}
