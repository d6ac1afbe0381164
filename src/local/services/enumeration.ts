/** Google's enums: one object per name, compared by identity, and an unknown name throws. */

export interface EnumValue {
  toString(): string;
  ordinal(): number;
  toJSON(): string;
}

export type Enumeration<N extends string> = Readonly<Record<N, EnumValue>>;

export function enumeration<N extends string>(type: string, names: readonly N[]): Enumeration<N> {
  const values = Object.fromEntries(
    names.map((name, ordinal) => [name, Object.freeze({ toString: () => name, ordinal: () => ordinal, toJSON: () => name })]),
  ) as unknown as Record<N, EnumValue>;
  return new Proxy(Object.freeze(values), {
    get(target, property) {
      if (typeof property === 'symbol' || property === 'then' || property === 'toJSON') return undefined;
      if (!Object.prototype.hasOwnProperty.call(target, property)) throw new Error(`${type}.${property} is not modelled by the embedded host.`);
      return target[property as N];
    },
  });
}

/** The name of `value` when it belongs to `among`. */
export function nameIn<N extends string>(among: Enumeration<N>, value: unknown): N | undefined {
  return (Object.keys(among) as N[]).find((name) => among[name] === value);
}
