/** A draft as cells of the sheet, or what keeps it from being stored: only what cannot be stored blocks, the findings say the rest. */
import { toDay } from '../../model/day';
import { LEVELS, KINDS, MEASURES, PRIORITIES, READINGS, type Language } from '../../model/words';
import type { speak } from '../../report/onDemand';
import { recognise, say as sayWord, type Word } from '../../report/vocabulary';
import { dayOfCell } from '../../rows/cells';
import { TABLES } from '../../rows/columns';
import { isBlank, type Cell } from '../../rows/grid';
import type { KeyResultDraft, ObjectiveDraft } from '../api';
import { LONGEST_CELL, quoted } from './limits';
import { numberTyped, percentIn, type DecimalMark } from './typed';
import type { RowCells } from './tables';

export interface DraftReader {
  readonly mark: DecimalMark;
  readonly language: Language;
  readonly say: ReturnType<typeof speak>;
  readonly kpiIds: ReadonlySet<string>;
  /** `now` is what the sheet says, where somebody else changed it meanwhile. */
  refuse(field: string, text: string, now?: string): void;
}

/** The cells that a form fills, without the id; `field` is where the draft stands in what was sent. */
export function objectiveCells(draft: ObjectiveDraft, reader: DraftReader): RowCells {
  const text = textReader(reader, '');
  if (draft.text.trim() === '') reader.refuse('text', reader.say('form.noText'));
  return {
    objective: text('text', draft.text),
    level: word(draft.level, reader.language),
    team: text('team', draft.team),
    owner: text('owner', draft.owner),
    parent: text('parent', draft.parent),
    kind: word(draft.kind, reader.language),
    priority: word(draft.priority, reader.language),
    start_date: day('startDate', draft.startDate, reader),
    due_date: day('dueDate', draft.dueDate, reader),
  };
}

export function keyResultCells(draft: KeyResultDraft, index: number, reader: DraftReader): RowCells {
  const at = `keyResults.${index}.`;
  const text = textReader(reader, at);
  if (draft.text.trim() === '') reader.refuse(`${at}text`, reader.say('form.noText'));
  if (draft.kpi !== '' && !reader.kpiIds.has(draft.kpi)) reader.refuse(`${at}kpi`, reader.say('form.noKpi', { id: quoted(draft.kpi) }));
  return {
    key_result: text('text', draft.text),
    owner: text('owner', draft.owner),
    measure: word(draft.measure, reader.language),
    unit: text('unit', draft.unit),
    ...figures(draft, at, reader),
    weight: number(`${at}weight`, draft.weight, reader),
    start_date: day(`${at}startDate`, draft.startDate, reader),
    due_date: day(`${at}dueDate`, draft.dueDate, reader),
    plan: text('plan', draft.plan),
    reading: word(draft.reading, reader.language),
    source: text('source', draft.source),
  };
}

/** A key result of which nothing was filled in: the empty one that a form shows for the next. */
export function isEmptyDraft({ id, text, owner, start, target, unit, source, kpi, plan }: KeyResultDraft): boolean {
  return [id, text, owner, start, target, unit, source, kpi, plan].every((one) => one.trim() === '');
}

/** A milestone has neither start nor target; to hold a value no start is needed. */
function figures(draft: KeyResultDraft, at: string, reader: DraftReader): { readonly start: Cell; readonly target: Cell } {
  const { mark } = reader;
  const percent = percentIn(draft.unit, numberTyped(draft.start, mark, 'points'), numberTyped(draft.target, mark, 'points'));
  const start = number(`${at}start`, draft.start, reader, percent);
  const target = number(`${at}target`, draft.target, reader, percent);
  if (draft.measure === 'Milestone') return { start, target };
  const isHeld = draft.measure === 'At least' || draft.measure === 'At most';
  if (!isHeld && draft.start.trim() === '') reader.refuse(`${at}start`, reader.say('form.noStart'));
  if (draft.target.trim() === '') reader.refuse(`${at}target`, reader.say('form.noTarget'));
  return { start, target };
}

const textReader = (reader: DraftReader, at: string) => (field: string, text: string): string => {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_CELL) reader.refuse(at + field, reader.say('form.tooLong', { limit: LONGEST_CELL }));
  return trimmed;
};

function number(field: string, text: string, reader: DraftReader, percent?: 'share' | 'points'): Cell {
  if (text.trim() === '') return '';
  const read = numberTyped(text, reader.mark, percent);
  if (read === undefined) reader.refuse(field, reader.say('form.notANumber', { value: quoted(text) }));
  return read ?? '';
}

function day(field: string, text: string, reader: DraftReader): string {
  const trimmed = text.trim();
  if (trimmed !== '' && toDay(trimmed) === undefined) reader.refuse(field, reader.say('form.notADay', { value: quoted(text) }));
  return trimmed;
}

/** A word of a closed list in the workbook's language, as its drop-down has it. */
function word(text: string, language: Language): string {
  return CHOICES.includes(text) ? sayWord(text as Word, language) : text;
}

/** What a blank cell of the column counts as. */
const BLANK_COUNTS_AS: Readonly<Record<string, Cell>> = { kind: 'Committed', reading: 'last', weight: 1 };
const CHOICES: readonly string[] = [...LEVELS, ...KINDS, ...PRIORITIES, ...MEASURES, ...READINGS];

/** Whether a cell says already what the draft says, so that its formula, link or format can stay. */
export function saysSame(key: string, present: Cell, wanted: Cell): boolean {
  const counts = BLANK_COUNTS_AS[key];
  if (isBlank(present)) return isBlank(wanted) || meaning(key, wanted) === counts;
  return meaning(key, present) === meaning(key, wanted);
}

const KINDS_OF = new Map([...TABLES.objectives.filled, ...TABLES.keyResults.filled].map((column) => [column.key, column.kind]));

function meaning(key: string, cell: Cell): Cell {
  if (isBlank(cell)) return '';
  const kind = KINDS_OF.get(key);
  if (kind === 'choice' && typeof cell === 'string') return recognise(cell, CHOICES) ?? cell;
  if (kind === 'day') return dayOfCell(cell) ?? String(cell);
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' && kind !== 'number' && kind !== 'weight' ? String(cell) : cell;
}
