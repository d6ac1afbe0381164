/** Looks at every field of the rows that the sidebar wants to be copied: what crosses from a browser is believed only once it was checked. */
import { toDay } from '../../model/day';
import type { SpeakAll } from '../../report/onDemand';
import { TABLES, type Column } from '../../rows/columns';
import type { AdoptedFields, AdoptedObjective } from '../api';
import { LONGEST_CELL, quoted } from '../form/limits';
import type { Appendable } from './append';

/** The rows, with nothing in them but what was checked. Whoever sends something else is no person at our sidebar; only a long text can be. */
export function checkedRows(rows: unknown, say: SpeakAll): AdoptedObjective[] {
  if (!Array.isArray(rows)) throw unusable('rows', rows);
  return rows.map((row: unknown) => {
    const { sourceId, existing, fields, keyResults } = object(row);
    if (!Array.isArray(keyResults)) throw unusable('keyResults', keyResults);
    const isNew = existing === undefined;
    return {
      sourceId: text('sourceId', sourceId, say),
      ...(isNew ? {} : { existing: text('existing', existing, say) }),
      fields: isNew ? checkedFields('objectives', 'objective', fields, say) : {},
      keyResults: keyResults.map((one: unknown) => {
        const keyResult = object(one);
        return { sourceId: text('sourceId', keyResult['sourceId'], say), fields: checkedFields('keyResults', 'key_result', keyResult['fields'], say) };
      }),
    };
  });
}

function checkedFields(table: Appendable, textKey: string, given: unknown, say: SpeakAll): AdoptedFields {
  const fields: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(object(given))) {
    const column = TABLES[table].filled.find((one) => one.key === key);
    if (!column || key === 'id' || key === 'objective_id') throw unusable('column', key);
    fields[key] = checkedField(column, value, say);
  }
  if (String(fields[textKey] ?? '').trim() === '') throw unusable(textKey, fields[textKey]);
  return fields;
}

function checkedField({ key, kind, choices }: Column, value: unknown, say: SpeakAll): string | number {
  switch (kind) {
    case 'number':
    case 'value':
    case 'weight':
    case 'confidence':
      if (typeof value !== 'number' || !Number.isFinite(value) || (kind === 'confidence' && (value < 1 || value > 5))) throw unusable(key, value);
      return value;
    case 'day':
      if (typeof value !== 'string' || toDay(value) === undefined) throw unusable(key, value);
      return value;
    case 'choice':
      if (typeof value !== 'string' || !choices?.includes(value)) throw unusable(key, value);
      return value;
    default:
      return text(key, value, say);
  }
}

function text(key: string, value: unknown, say: SpeakAll): string {
  if (typeof value !== 'string') throw unusable(key, value);
  if (value.length > LONGEST_CELL) throw new Error(say('form.tooLong', { limit: LONGEST_CELL }));
  return value;
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unusable('row', value);
  return value as Readonly<Record<string, unknown>>;
}

const unusable = (name: string, value: unknown): Error => new Error(`These rows cannot be copied: ${name} is ${quoted(JSON.stringify(value) ?? 'missing')}.`);
