/** The gate in front of every emulated Google service: it counts calls, injects faults, checks authorization and names what is not modelled. */

/** Google's authorization modes; a custom function runs in one of its own that no event ever reports. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL' | 'CUSTOM_FUNCTION';

/** What a member touches, which decides the modes it is allowed in. */
export type Needs =
  | 'nothing' // builders, enums, Utilities, locale: every mode
  | 'menu' // menu building: NONE and up, never a custom function
  | 'read' // reading this document: LIMITED and up, and custom functions
  | 'write' // changing this document: LIMITED and up
  | 'storage' // properties, cache and lock: LIMITED and up, and custom functions
  | 'ui' // sidebar, dialog, alert: FULL and somebody looking at the document
  | 'user'; // the person's data or rights: mail, triggers, e-mail address: FULL

/** One run of a function by Google: who, in which mode, and whether somebody is looking at the open document. */
export interface Execution {
  readonly functionName: string;
  readonly mode: AuthMode;
  readonly user: string;
  readonly hasUi: boolean;
}

const ALLOWED: Record<Needs, readonly AuthMode[]> = {
  nothing: ['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION'],
  menu: ['NONE', 'LIMITED', 'FULL'],
  read: ['LIMITED', 'FULL', 'CUSTOM_FUNCTION'],
  write: ['LIMITED', 'FULL'],
  storage: ['LIMITED', 'FULL', 'CUSTOM_FUNCTION'],
  ui: ['FULL'],
  user: ['FULL'],
};

/** When a fault strikes: in place of the call, after its work is done but before anybody hears of it, or for good from that call on. */
export type FaultTime = 'before' | 'after' | 'onwards';

interface Fault {
  readonly message: string;
  readonly time: FaultTime;
}

type BeforeCall = (name: string, needs: Needs) => void;

export class Gate {
  private running: Execution | undefined;
  private beforeCall: BeforeCall | undefined;
  private stopped: string | undefined;
  private readonly counts = new Map<string, number>();
  private total = 0;
  private failing = new Map<number, Fault>();

  /** Runs `body` as one execution; executions never nest, as on Google. `beforeCall` hears of every service call and may refuse it. */
  run<T>(execution: Execution, body: () => T, beforeCall?: BeforeCall): T {
    if (this.running) throw new Error(`The host started ${execution.functionName} while ${this.running.functionName} was running.`);
    this.running = execution;
    this.beforeCall = beforeCall;
    this.stopped = undefined;
    let result: T;
    try {
      result = body();
    } catch (error) {
      throw this.stopped === undefined ? error : new Error(this.stopped, { cause: error });
    } finally {
      this.running = undefined;
    }
    if (this.stopped !== undefined) throw new Error(this.stopped);
    return result;
  }

  /**
   * Ends the execution. Nothing here can take the processor away from a script, but whatever it catches, no service answers it any more, so that
   * it leaves behind what a script leaves that Google ended.
   */
  stop(message: string): never {
    this.stopped = message;
    throw new Error(message);
  }

  get execution(): Execution {
    if (!this.running) throw new Error('A Google service was called while no function was running.');
    return this.running;
  }

  /** Called at the start of every emulated member. `name` is Google's, such as `Range.setValues`. */
  pass(name: string, needs: Needs): void {
    const { mode, hasUi } = this.execution;
    if (this.stopped !== undefined) throw new Error(this.stopped);
    this.total += 1;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (!ALLOWED[needs].includes(mode)) {
      throw new Error(`You do not have permission to call ${name} (authorization mode ${mode}).`);
    }
    if (needs === 'ui' && !hasUi) throw new Error(`Cannot call ${name} from this context.`);
    this.beforeCall?.(name, needs);
    const fault = this.failing.get(this.total);
    if (fault === undefined || fault.time === 'after') return;
    this.failing.delete(this.total);
    if (fault.time === 'onwards') this.stop(fault.message);
    throw new Error(fault.message);
  }

  /** Called when the work of the call with this number is done: some answers are lost on their way. */
  done(call: number): void {
    const fault = this.failing.get(call);
    if (fault?.time !== 'after') return;
    this.failing.delete(call);
    throw new Error(fault.message);
  }

  /** Calls since the last reset, by Google's name. */
  calls(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  callCount(): number {
    return this.total;
  }

  resetCalls(): void {
    this.counts.clear();
    this.total = 0;
    this.failing.clear();
  }

  /**
   * Makes the n-th call from now (1 is the next one) fail once, as Google's services do on a bad day: `after` its work was done (a mail that left,
   * although the script hears of an error), or with it the whole execution, `onwards`.
   */
  failCall(n: number, message = 'Service Spreadsheets failed while accessing document.', time: FaultTime = 'before'): void {
    this.failing.set(this.total + n, { message, time });
  }
}

/**
 * Gives script code an object that has exactly the modelled members: every method passes the gate under
 * `Type.member` first, and anything else throws with its name instead of answering `undefined`.
 * `needs` says what each method touches; a member that is not listed there is not callable.
 */
export function modelled<T extends object>(type: string, gate: Gate, members: T, needs: Partial<Record<keyof T, Needs>>): T {
  const wrapped = new Map<PropertyKey, unknown>();
  return new Proxy(members, {
    get(target, property) {
      if (typeof property === 'symbol') return Reflect.get(target, property);
      if (property === 'toString') return () => type;
      if (property === 'toJSON' || property === 'then') return undefined;
      if (!(property in target)) throw new Error(`${type}.${property} is not modelled by the embedded host.`);
      const value = Reflect.get(target, property) as unknown;
      if (typeof value !== 'function') return value;
      let call = wrapped.get(property);
      if (!call) {
        const need = needs[property as keyof T];
        if (!need) throw new Error(`${type}.${property} does not say what it needs.`);
        call = (...args: unknown[]) => {
          gate.pass(`${type}.${property}`, need);
          const number = gate.callCount();
          const result = (value as (...a: unknown[]) => unknown).apply(target, args);
          gate.done(number);
          return result;
        };
        wrapped.set(property, call);
      }
      return call;
    },
    set(_target, property) {
      throw new Error(`${type}.${String(property)} cannot be set.`);
    },
  });
}
