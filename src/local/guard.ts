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

export class Gate {
  private running: Execution | undefined;
  private readonly counts = new Map<string, number>();
  private total = 0;
  private failing = new Map<number, string>();

  /** Runs `body` as one execution; executions never nest, as on Google. */
  run<T>(execution: Execution, body: () => T): T {
    if (this.running) throw new Error(`The host started ${execution.functionName} while ${this.running.functionName} was running.`);
    this.running = execution;
    try {
      return body();
    } finally {
      this.running = undefined;
    }
  }

  get execution(): Execution {
    if (!this.running) throw new Error('A Google service was called while no function was running.');
    return this.running;
  }

  /** Called at the start of every emulated member. `name` is Google's, such as `Range.setValues`. */
  pass(name: string, needs: Needs): void {
    const { mode, hasUi } = this.execution;
    this.total += 1;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (!ALLOWED[needs].includes(mode)) {
      throw new Error(`You do not have permission to call ${name} (authorization mode ${mode}).`);
    }
    if (needs === 'ui' && !hasUi) throw new Error(`Cannot call ${name} from this context.`);
    const fault = this.failing.get(this.total);
    if (fault !== undefined) {
      this.failing.delete(this.total);
      throw new Error(fault);
    }
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

  /** Makes the n-th call from now (1 is the next one) fail once, as Google's services do on a bad day. */
  failCall(n: number, message = 'Service Spreadsheets failed while accessing document.'): void {
    this.failing.set(this.total + n, message);
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
          return (value as (...a: unknown[]) => unknown).apply(target, args);
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
