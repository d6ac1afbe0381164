/** Google's answer to arguments of the wrong number or type. */

type Kind = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'object' | 'any';

/** Throws Google's sentence unless `args` fits one of the overloads, each a list of kinds such as `'string, integer'`. */
export function signature(name: string, args: readonly unknown[], ...overloads: string[]): void {
  const fits = overloads.some((overload) => {
    const kinds = overload === '' ? [] : (overload.split(', ') as Kind[]);
    return kinds.length === args.length && kinds.every((kind, i) => isA(kind, args[i]));
  });
  if (!fits) throw mismatch(name, args);
}

export function mismatch(name: string, args: readonly unknown[]): Error {
  return new Error(`The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${name}.`);
}

function isA(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case 'any':
      return true;
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return value instanceof Date && !Number.isNaN(value.getTime());
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
    default:
      return typeof value === kind;
  }
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value;
  if (Array.isArray(value)) return `${value.length ? typeName(value[0]) : 'Object'}[]`;
  if (value instanceof Date) return 'Date';
  return '(class)';
}
