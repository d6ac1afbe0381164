/** What may cross google.script.run: plain JSON values, copied; anything else is refused with its place. */

/**
 * A deep copy of `value`, or an error. Google documents numbers, booleans, text, null and plain objects and arrays of these;
 * dates, functions, DOM nodes and cycles fail, also nested, and undefined inside an array becomes null. NaN and Infinity are
 * not spoken of; JSON cannot carry them, so they are refused here rather than turned into something else.
 */
export function transfer(value: unknown, place = ''): unknown {
  return copy(value, place, []) ?? null;
}

function copy(value: unknown, place: string, parents: readonly unknown[]): unknown {
  if (value === null || value === undefined) return value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw illegal(place, String(value));
  }
  if (typeof value !== 'object') throw illegal(place, `a ${typeof value}`);
  if (parents.includes(value)) throw illegal(place, 'a circular reference');
  const within = [...parents, value];
  if (Array.isArray(value)) return Array.from(value, (item, i) => copy(item, join(place, i), within) ?? null);
  if (!isPlain(value)) throw illegal(place, `a ${(value as object).constructor?.name ?? 'host object'}`);
  const entries = Object.entries(value).map(([key, item]) => [key, copy(item, join(place, key), within)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** Also true for plain objects of another frame or context, whose prototype is another `Object.prototype`. */
function isPlain(value: object): boolean {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const join = (place: string, key: string | number): string => (place === '' ? String(key) : `${place}.${key}`);

function illegal(place: string, what: string): TypeError {
  return new TypeError(`Failed due to illegal value in property: ${place || 'value'} (${what} cannot cross google.script.run).`);
}
