/** Start, target and current of a key result, with the unit and the measure that their way of being written tells. */
import { shareOfMilestone } from '../cells';
import type { ColumnOf } from './columns';
import type { Fields } from './found';
import { written } from './numbers';
import type { Amount, Reader } from './reader';
import { wholeMeaning } from './values';

const THREE = ['start', 'target', 'current'] as const;

/** Also says whether a progress or a `done` without any number made it a milestone. */
export function numbersOf(reader: Reader, row: number, of: ColumnOf): { readonly fields: Fields; readonly becameMilestone: boolean } {
  const fields: Fields = {};
  const measureColumn = of('measure');
  const unitColumn = of('unit');
  const measure = measureColumn === undefined ? undefined : reader.choice(row, measureColumn, 'measure');
  const unit = unitColumn === undefined ? '' : reader.text(row, unitColumn);
  if (measure !== undefined) fields['measure'] = measure;
  if (unit !== '') fields['unit'] = unit;
  const filled = THREE.filter((key) => isFilled(reader, row, of(key)));
  if (measure === 'Milestone' || (measure === undefined && isDoneOrNot(reader, row, of, filled))) {
    fields['measure'] = 'Milestone';
    put(fields, 'current', shareIn(reader, row, of('current') ?? of('score')));
    return { fields, becameMilestone: measure === undefined };
  }
  if (filled.length > 0) {
    readThree(reader, row, of, fields);
    return { fields, becameMilestone: false };
  }
  const share = measure === undefined ? (shareIn(reader, row, of('score'), isInPercent(reader, of('score'))) ?? doneBy(reader, row, of)) : undefined;
  if (share === undefined) return { fields, becameMilestone: false };
  return { fields: { ...fields, measure: 'Milestone', current: share }, becameMilestone: true };
}

function readThree(reader: Reader, row: number, of: ColumnOf, fields: Fields): void {
  const amounts = new Map<string, Amount>();
  for (const key of THREE) {
    const column = of(key);
    const amount = column === undefined ? undefined : reader.amount(row, column);
    if (amount) amounts.set(key, amount);
  }
  const isPercent = [...amounts.values()].some((amount) => amount.isPercent);
  for (const [key, amount] of amounts) {
    // Beside 45 % a plain 0.2 may be a fifth of one per cent or twenty of them.
    const isUnclear = isPercent && !amount.isPercent && amount.value !== 0 && Math.abs(amount.value) <= 1;
    if (isUnclear) reader.tell('eitherPercent', row, of(key as 'start') ?? 0);
    else fields[key] = amount.value;
  }
  const units = [...amounts.values()].map((amount) => amount.unit).filter((unit) => unit !== '');
  if (fields['unit'] === undefined && units[0] !== undefined) fields['unit'] = units[0];
  const comparison = amounts.get('target')?.comparison;
  if (comparison && fields['measure'] === undefined) fields['measure'] = comparison;
}

function isFilled(reader: Reader, row: number, column: number | undefined): boolean {
  return column !== undefined && !reader.isNothing(row, column);
}

/** Without start and target, `done` and a ticked box are a milestone; so they are when the target is no more than `done` itself. */
function isDoneOrNot(reader: Reader, row: number, of: ColumnOf, filled: readonly string[]): boolean {
  const says = (column: number | undefined): boolean => {
    const cell = column === undefined ? undefined : reader.cell(row, column);
    return typeof cell === 'boolean' || (typeof cell === 'string' && !/\d/.test(cell) && shareOf(cell) !== undefined);
  };
  if (filled.length === 0 || filled.includes('start')) return false;
  return filled.every((key) => says(of(key as 'target')));
}

function shareIn(reader: Reader, row: number, column: number | undefined, inPercent = false): number | undefined {
  if (column === undefined || reader.isNothing(row, column)) return undefined;
  const cell = reader.cell(row, column);
  const known = typeof cell === 'number' && inPercent ? undefined : shareOf(typeof cell === 'string' ? reader.text(row, column) : cell);
  if (known !== undefined && !inPercent) return known;
  const amount = reader.amount(row, column);
  if (!amount) return undefined;
  const share = amount.isPercent || inPercent ? amount.value / 100 : amount.value;
  return share >= 0 && share <= 1 ? share : reader.tell('notAShare', row, column);
}

function shareOf(cell: Parameters<typeof shareOfMilestone>[0]): number | undefined {
  return shareOfMilestone(cell) ?? (typeof cell === 'string' && wholeMeaning('status', cell) === 'Complete' ? 1 : undefined);
}

/** A progress column that goes beyond 1 counts in hundredths. */
function isInPercent(reader: Reader, column: number | undefined): boolean {
  if (column === undefined) return false;
  return reader.remembered(`in per cent ${column}`, () => {
    const { source, headerRow } = reader.table;
    return source.cells.some((_, row) => {
      const cell = row > headerRow ? reader.cell(row, column) : undefined;
      if (typeof cell === 'number') return cell > 1;
      const read = typeof cell === 'string' ? written(reader.text(row, column)) : undefined;
      return read?.isPercent === false && (read.value ?? 0) > 1;
    });
  });
}

function doneBy(reader: Reader, row: number, of: ColumnOf): number | undefined {
  const isDone = [of('status'), of('confidence')].some((column) => column !== undefined && wholeMeaning('status', reader.text(row, column)) === 'Complete');
  return isDone ? 1 : undefined;
}

function put(fields: Fields, key: string, value: number | undefined): void {
  if (value !== undefined) fields[key] = value;
}
