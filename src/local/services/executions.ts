/** One execution after another, as Google runs them: the script loaded afresh, under one mode, as one person, within a time. */
import type { AuthMode, Gate } from '../guard';
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

const SECOND = 1000;
const SHORT = 30 * SECOND; // simple triggers and custom functions
const LONG = 6 * 60 * SECOND;

export class Executions {
  private passed = 0;

  constructor(private readonly gate: Gate, private readonly script: Script, private readonly ended: () => void) {}

  has(functionName: string): boolean {
    return this.script.functionNames.includes(functionName);
  }

  /** Simulated time, asleep or waiting, counts like real time. */
  pass(milliseconds: number): void {
    this.passed += milliseconds;
  }

  /** `args` is called inside the execution, since event objects may call services. */
  run(order: Order, args: () => readonly unknown[]): unknown {
    const { functionName } = order;
    if (functionName.endsWith('_')) throw new Error(`Script function not found: ${functionName}`);
    return this.gate.run(order, () => {
      const started = Date.now();
      this.passed = 0;
      try {
        const called = this.script.load().get(functionName);
        if (!called) throw new Error(`Script function not found: ${functionName}`);
        const result = called(...args());
        // Nothing here can stop a script half-way; that it took too long is said as soon as it gives way.
        const limit = order.mode === 'CUSTOM_FUNCTION' || order.mode === 'LIMITED' || order.mode === 'NONE' ? SHORT : LONG;
        if (Date.now() - started + this.passed > limit) throw new Error('Exceeded maximum execution time');
        return result;
      } finally {
        this.ended();
      }
    });
  }
}
