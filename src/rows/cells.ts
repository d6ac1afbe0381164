/** One reader per kind of cell: what the cell means, or a finding at its place; nothing throws. */
import { dayOfNumber, toDay, type Day } from '../model/day';
import type { Findings } from '../model/finding';
import type { Checkpoint } from '../model/okr';
import { readPlan } from '../model/plan';
import type { Measure } from '../model/words';
import { TABLES, type KeyedTable } from './columns';
import { isBlank, isDate, isErrorValue, trimmed, type Cell, type Cells, type Header } from './grid';

/** Finds the canonical word for what a person wrote, in any of the four languages; undefined when it is none of `among`. */
export type Vocabulary = (text: string, among: readonly string[]) => string | undefined;

const MILLISECONDS_PER_HOUR = 3_600_000;
const MILLISECONDS_PER_DAY = 24 * MILLISECONDS_PER_HOUR;

/**
 * A date cell reaches a custom function as the instant of midnight in the spreadsheet's time zone, which a pure function does not know:
 * 1 December in Bangkok is 17:00 of 30 November in Greenwich, in New York it is 05:00 of 1 December. Thirteen and a half hours later
 * Greenwich is on the day meant for every zone from UTC-10 (Honolulu) to UTC+13 (Auckland in summer).
 */
const TO_THE_DAY_MEANT = 13.5 * MILLISECONDS_PER_HOUR;

/** The years that a day can have; an invalid date lies in none of them. */
const EARLIEST = Date.UTC(1000, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);

export function dayOfDate(date: Date): Day | undefined {
  const time = date.getTime();
  return time >= EARLIEST && time <= LATEST ? dayOfNumber(Math.floor((time + TO_THE_DAY_MEANT) / MILLISECONDS_PER_DAY)) : undefined;
}

/** Thailand counts its years from 543 before ours: 2569 is 2026. A due day five centuries off is such a year, not a plan. */
const BUDDHIST_YEARS_AHEAD = 543;
const FIRST_BUDDHIST_YEAR = '2443-01-01';

/** A cell as a day: a date, or ISO text with or without a time; undefined for anything else. */
export function dayOfCell(cell: Cell): Day | undefined {
  if (isDate(cell)) return dayOfDate(cell);
  if (typeof cell !== 'string') return undefined;
  const text = trimmed(cell);
  return toDay(text) ?? (/^.{10}[T ]\d\d:\d\d/.test(text) ? toDay(text.slice(0, 10)) : undefined);
}

/** The share of a milestone: TRUE, `done` and 1 are whole, FALSE and 0 nothing, a fraction counts as it is; undefined for anything else. */
export function shareOfMilestone(cell: Cell): number | undefined {
  if (cell === true) return 1;
  if (cell === false) return 0;
  if (typeof cell === 'number') return cell >= 0 && cell <= 1 ? cell : cell === 100 ? 1 : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim().normalize('NFC').toLowerCase();
  if (DONE.has(text)) return 1;
  if (NOT_DONE.has(text)) return 0;
  const percent = /^(\d+(?:[.,]\d+)?)\s*%$/.exec(text)?.[1];
  const share = percent === undefined ? NaN : Number(percent.replace(',', '.')) / 100;
  return share >= 0 && share <= 1 ? share : undefined;
}

/** What people write for a milestone that is reached, or not, in the four languages. */
const DONE = new Set(['done', 'true', 'yes', 'achieved', 'เสร็จ', 'เสร็จแล้ว', 'ใช่', 'xong', 'đã xong', 'hoàn thành', 'có', 'gotowe', 'zrobione', 'tak', 'prawda']);
const NOT_DONE = new Set(['not done', 'false', 'no', 'ยังไม่เสร็จ', 'ไม่', 'ไม่ใช่', 'chưa', 'chưa xong', 'không', 'niegotowe', 'nie zrobione', 'nie', 'fałsz']);

/** Red, yellow and green are read as 1, 3 and 5. */
export const TRAFFIC_LIGHT: Readonly<Record<string, number>> = { Red: 1, Yellow: 3, Green: 5 };
const LIGHTS = Object.keys(TRAFFIC_LIGHT);

/** A name longer than this is a text pasted into the wrong cell. */
export const LONGEST_TEXT = 500;

/** Reads the cells of one row after another; what cannot be used becomes a finding and reads as blank. */
export class RowReader {
  private cells: readonly Cell[] = [];
  private row = 0;
  /** Where each declared key stands; a plain object, because reading one is what this class does most. */
  private readonly at: { [key: string]: number } = {};

  constructor(
    private readonly grid: Cells,
    header: Header,
    table: KeyedTable,
    private readonly vocabulary: Vocabulary,
    private readonly findings: Findings,
  ) {
    for (const { key } of TABLES[table].filled) this.at[key] = header.at.get(key) ?? -1;
  }

  /** Goes to a row of the grid, counted from 0. */
  goTo(index: number): void {
    this.cells = this.grid[index] ?? [];
    this.row = index + 1;
  }

  cell(key: string): Cell {
    const index = this.at[key];
    return index === undefined || index < 0 ? undefined : this.cells[index];
  }

  text(key: string): string {
    const cell = this.cell(key);
    if (typeof cell === 'string') return this.readableText(cell, key);
    return isBlank(cell) ? '' : isDate(cell) ? (dayOfDate(cell) ?? '') : String(cell);
  }

  private readableText(text: string, key: string): string {
    if (text === '') return '';
    if (isErrorValue(text)) {
      this.findings.add('errorValue', this.row, key, { value: text });
      return '';
    }
    if (text.length > LONGEST_TEXT) this.findings.add('textTooLong', this.row, key, { count: text.length, limit: LONGEST_TEXT });
    return trimmed(text);
  }

  number(key: string): number | undefined {
    const cell = this.cell(key);
    if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
    if (!isBlank(cell)) this.refuse('notANumber', key, cell);
    return undefined;
  }

  /** A value in the unit of the key result, which for a milestone is how much of it is done. */
  value(key: string, measure: Measure | undefined): number | undefined {
    if (measure !== 'Milestone') return this.number(key);
    const cell = this.cell(key);
    if (isBlank(cell)) return undefined;
    const share = shareOfMilestone(cell);
    if (share === undefined) this.refuse('notANumber', key, cell);
    return share;
  }

  /** A value whose measure is not known here: a number, or how much of a milestone is done. */
  valueOfAny(key: string): number | undefined {
    const cell = this.cell(key);
    const share = typeof cell === 'number' ? undefined : shareOfMilestone(cell);
    return share ?? this.number(key);
  }

  /** Blank is 1; what cannot be a weight is 0, so that the row is left out of the roll-up and the finding says so. */
  weight(): number {
    const cell = this.cell('weight');
    if (isBlank(cell)) return 1;
    const weight = this.number('weight');
    if (weight !== undefined && weight < 0) this.findings.add('negativeWeight', this.row, 'weight', { value: weight });
    return weight !== undefined && weight > 0 ? weight : 0;
  }

  confidence(): number | undefined {
    const cell = this.cell('confidence');
    if (isBlank(cell)) return undefined;
    const light = typeof cell === 'string' ? this.vocabulary(cell, LIGHTS) : undefined;
    if (light !== undefined) return TRAFFIC_LIGHT[light];
    const confidence = this.number('confidence');
    if (confidence === undefined) return undefined;
    if (confidence >= 1 && confidence <= 5) return confidence;
    this.findings.add('confidenceOutOfRange', this.row, 'confidence', { value: confidence });
    return undefined;
  }

  day(key: string): Day | undefined {
    const cell = this.cell(key);
    if (isBlank(cell)) return undefined;
    const day = dayOfCell(cell);
    if (day === undefined) this.refuse('notADay', key, cell);
    if (day === undefined || day < FIRST_BUDDHIST_YEAR) return day;
    this.findings.add('buddhistYear', this.row, key, { value: day, day: `${Number(day.slice(0, 4)) - BUDDHIST_YEARS_AHEAD}${day.slice(4)}` });
    return undefined;
  }

  choice<Word extends string>(key: string, among: readonly Word[]): Word | undefined {
    const cell = this.cell(key);
    if (isBlank(cell)) return undefined;
    const word = typeof cell === 'string' ? (this.vocabulary(cell, among) as Word | undefined) : undefined;
    if (word === undefined) this.refuse('notAChoice', key, cell);
    return word;
  }

  plan(): readonly Checkpoint[] {
    const cell = this.cell('plan');
    if (isBlank(cell)) return [];
    const plan = readPlan(String(cell)); // as long as it likes: a plan of many checkpoints is no slip
    if ('checkpoints' in plan) return plan.checkpoints;
    this.findings.add('planUnreadable', this.row, 'plan', { value: shown(plan.unreadable) });
    return [];
  }

  private refuse(code: 'notANumber' | 'notADay' | 'notAChoice', key: string, cell: Cell): void {
    this.findings.add(isErrorValue(cell) ? 'errorValue' : code, this.row, key, { value: shown(cell) });
  }
}

/** The cell's text as a finding quotes it, short enough for a sentence. */
function shown(cell: Cell): string {
  const text = isDate(cell) ? (dayOfDate(cell) ?? '') : String(cell);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
