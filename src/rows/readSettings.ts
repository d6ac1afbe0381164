/** The rows of the Settings sheet become settings; what cannot be used is a finding and the default counts. */
import { toLanguage } from '../model/language';
import { Findings } from '../model/finding';
import type { Settings } from '../model/okr';
import { DEFAULT_SETTINGS } from '../model/settings';
import { ROLL_UPS, STATUS_BASES } from '../model/words';
import { RowReader, type Vocabulary } from './cells';
import { FIRST_DATA_ROW } from './columns';
import { isBlank, keyOf, readHeader, type Cell, type Cells } from './grid';

export interface ReadSettings {
  readonly settings: Settings;
  readonly findings: Findings;
  /** The row of each key, for writing a value back. */
  readonly rowOf: ReadonlyMap<string, number>;
}

export function readSettings(cells: Cells, vocabulary: Vocabulary): ReadSettings {
  const header = readHeader(cells, 'settings');
  const findings = new Findings('settings');
  const rowOf = new Map<string, number>();
  const keyColumn = header.at.get('key');
  for (let index = FIRST_DATA_ROW - 1; keyColumn !== undefined && index < cells.length; index += 1) {
    const key = keyOf(cells[index]?.[keyColumn]);
    if (key !== '' && !rowOf.has(key)) rowOf.set(key, index + 1);
  }
  const reader = new RowReader(cells, header, 'settings', vocabulary, findings);
  return { settings: settingsFrom(new SettingReader(reader, rowOf, findings)), findings, rowOf };
}

function settingsFrom(read: SettingReader): Settings {
  const d = DEFAULT_SETTINGS;
  return {
    cycleName: read.text('cycle_name'),
    cycleStart: read.day('cycle_start'),
    cycleEnd: read.day('cycle_end'),
    asOf: read.day('as_of'),
    asOfPinned: read.yes('as_of_pinned'),
    language: read.language(d.language),
    onTrackGap: read.atLeast('on_track_gap', 0, d.onTrackGap),
    atRiskGap: read.atLeast('at_risk_gap', 0, d.atRiskGap),
    maxObjectives: read.atLeast('max_objectives', 1, d.maxObjectives),
    maxKeyResults: read.atLeast('max_key_results', 1, d.maxKeyResults),
    checkInDays: read.atLeast('check_in_days', 1, d.checkInDays),
    kpiWatchBand: read.atLeast('kpi_watch_band', 0, d.kpiWatchBand),
    rollUp: read.choice('roll_up', ROLL_UPS, d.rollUp),
    objectiveStatus: read.choice('objective_status', STATUS_BASES, d.objectiveStatus),
    missedReviews: read.atLeast('missed_reviews', 1, d.missedReviews),
    reviewStarted: read.day('review_started'),
  };
}

const NO: ReadonlySet<string> = new Set(['no', 'false', '0', 'nie', 'không', 'ไม่']);

/** Reads the value beside a key; the cell readers see every value as the column `value`. */
class SettingReader {
  constructor(
    private readonly reader: RowReader,
    private readonly rowOf: ReadonlyMap<string, number>,
    private readonly findings: Findings,
  ) {}

  /** Goes to the row of a key; false when there is no such row or nothing in it. */
  private found(key: string): boolean {
    const row = this.rowOf.get(key);
    if (row === undefined) return false;
    this.reader.goTo(row - 1);
    return !isBlank(this.reader.cell('value'));
  }

  text(key: string): string {
    return this.found(key) ? this.reader.text('value') : '';
  }

  day(key: string) {
    return this.found(key) ? this.reader.day('value') : undefined;
  }

  /** Anything but a no in one of the four languages, so that a mark or a tick is a yes too. */
  yes(key: string): boolean {
    return this.found(key) && !NO.has(String(this.reader.cell('value')).trim().normalize('NFC').toLowerCase());
  }

  choice<Word extends string>(key: string, among: readonly Word[], otherwise: Word): Word {
    return (this.found(key) ? this.reader.choice('value', among) : undefined) ?? otherwise;
  }

  atLeast(key: string, least: number, otherwise: number): number {
    if (!this.found(key)) return otherwise;
    const number = this.reader.number('value');
    if (number === undefined) return otherwise;
    if (number >= least) return number;
    this.refuse(key, number);
    return otherwise;
  }

  language(otherwise: Settings['language']): Settings['language'] {
    if (!this.found('language')) return otherwise;
    const language = toLanguage(this.reader.text('value'));
    if (language === undefined) this.refuse('language', this.reader.cell('value'));
    return language ?? otherwise;
  }

  private refuse(key: string, cell: Cell): void {
    this.findings.add('notASetting', this.rowOf.get(key) ?? 0, 'value', { key, value: String(cell).slice(0, 40) });
  }
}
