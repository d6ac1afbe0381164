/** What others changed while a form was open: fields nobody touched here keep what they wrote, and a field that both changed is told. */
import type { Cell } from '../../rows/grid';
import type { KeyResultDraft, ObjectiveDraft } from '../api';
import { saysSame, type DraftReader } from './draft';
import { textOf } from './items';
import { quoted } from './limits';
import type { RowCells } from './tables';

/** The fields of the form whose columns have another name. */
const FIELDS: Readonly<Record<string, string>> = { objective: 'text', key_result: 'text', start_date: 'startDate', due_date: 'dueDate' };

type Draft = ObjectiveDraft | KeyResultDraft;

/**
 * The cells of a row that are to be written. The form was opened with a target of 60 and the sheet says 80 by now: left at 60 in the form, 80 stays;
 * changed to 80, it is there already; changed to 70, it is told and nothing is written. Saved once more, with the 80 as its base, 70 is written.
 */
export function ownChanges<D extends Draft>(
  draft: D,
  base: D,
  present: (key: string) => Cell,
  at: string,
  reader: DraftReader,
  cellsOf: (draft: D, reader: DraftReader) => RowCells,
): RowCells {
  const cells = cellsOf(draft, reader);
  const opened = cellsOf(base, { ...reader, refuse: () => undefined });
  const touched = Object.entries(cells).filter(([key, cell]) => {
    const field = FIELDS[key] ?? key;
    const before = fieldOf(base, field);
    if (fieldOf(draft, field) === before) return false;
    const now = typed(present(key), reader);
    if (!saysSame(key, present(key), cell) && !saysSame(key, present(key), opened[key]) && now !== before) tell(at + field, now, reader);
    return true;
  });
  return Object.fromEntries(touched);
}

export function tell(field: string, now: string, reader: DraftReader): void {
  const { say } = reader;
  reader.refuse(field, now === '' ? say('form.emptied') : say('form.changed', { value: quoted(now) }), now);
}

const fieldOf = (draft: Draft, field: string): string => ((draft as unknown as Readonly<Record<string, string | undefined>>)[field] ?? '').trim();

/** A cell as the form would have it. */
const typed = (cell: Cell, { mark }: DraftReader): string => (typeof cell === 'number' ? String(cell).replace('.', mark) : textOf(cell));
