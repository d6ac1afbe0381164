/** Key results that somebody adds to an objective while its cycle is being closed: they end with it, and go on with it. */
import { speak } from '../../report/onDemand';
import { goesOn } from '../../rules/carry';
import { FIRST_DATA_ROW } from '../../rows/columns';
import { readHeader } from '../../rows/grid';
import { openBook, textOf } from '../form/items';
import { openTable } from '../form/tables';
import type { ClosePorts } from './plan';
import type { KeyResultLine, Plan } from './store';

/** The plan with them behind the others, so that ids that were given stay; undefined when nobody came. */
export function withNewcomers(plan: Plan, { tables, here }: ClosePorts): Plan | undefined {
  const { values } = openTable(tables, 'keyResults', here);
  const { at } = readHeader(values, 'keyResults');
  const planned = new Set(plan.lines.flatMap(([, , , , own]) => own.map(([id]) => id)));
  const closing = new Set(plan.lines.map(([id]) => id).filter((id) => id !== ''));
  const came = new Map<string, string>();
  const seen = new Set<string>();
  for (const row of values.slice(FIRST_DATA_ROW - 1)) {
    const [id, of] = [textOf(row[at.get('id') ?? -1]), textOf(row[at.get('objective_id') ?? -1])];
    if (!closing.has(of)) continue;
    if (id === '' || seen.has(id)) throw new Error(speak(here.language())('close.ids'));
    seen.add(id);
    if (!planned.has(id)) came.set(id, of);
  }
  if (came.size === 0) return undefined;
  const { book } = openBook(tables, here);
  const lines = new Map(plan.lines.map((line) => [line[0], [] as KeyResultLine[]]));
  for (const { keyResult, score } of book.keyResults) {
    const of = came.get(keyResult.id);
    if (of !== undefined) lines.get(of)?.push([keyResult.id, goesOn(score, keyResult) ? 1 : 0, {}]);
  }
  return { ...plan, lines: plan.lines.map(([id, step, next, notes, own]) => [id, step, next, notes, [...own, ...(lines.get(id) ?? [])]]) };
}
