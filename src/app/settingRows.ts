/** The rows of the Settings sheet: every key with its first value and its help. */
import { DEFAULT_SETTINGS } from '../model/settings';
import { LANGUAGES, type Language } from '../model/words';
import { speak, type AnyKey } from '../report/onDemand';
import { say } from '../report/vocabulary';
import { FIRST_DATA_ROW } from '../rows/columns';
import { keyOf, readHeader, type Cell, type Cells } from '../rows/grid';
import { quarterOf } from './cycle';
import type { Surroundings } from './ports';

type HelpKey = Extract<AnyKey, `setting.${string}`>;
type SettingKey = HelpKey extends `setting.${infer Key}` ? Key : never;

/** A new workbook begins with the quarter that today falls into, in the language of whoever sets it up. */
function firstValues({ today, language }: Surroundings): Readonly<Record<SettingKey, Cell>> {
  const cycle = quarterOf(today);
  const d = DEFAULT_SETTINGS;
  return {
    cycle_name: cycle.name,
    cycle_start: cycle.start,
    cycle_end: cycle.end,
    as_of: today,
    as_of_pinned: '',
    language,
    on_track_gap: d.onTrackGap,
    at_risk_gap: d.atRiskGap,
    max_objectives: d.maxObjectives,
    max_key_results: d.maxKeyResults,
    check_in_days: d.checkInDays,
    kpi_watch_band: d.kpiWatchBand,
    roll_up: say(d.rollUp, language),
    objective_status: say(d.objectiveStatus, language),
    teams: '',
    recipients: '',
    schedules: '',
  };
}

/** The rows for keys that the sheet does not have yet. */
export function missingSettings(present: ReadonlySet<string>, surroundings: Surroundings): Cell[][] {
  const say = speak(surroundings.language);
  return Object.entries(firstValues(surroundings))
    .filter(([key]) => !present.has(key))
    .map(([key, value]) => [key, value, say(`setting.${key as SettingKey}`)]);
}

/** The help a row should have, or undefined when what stands there is right already or somebody's own word. */
export function helpFor(key: string, present: Cell, language: Language): string | undefined {
  if (!isSettingKey(key)) return undefined;
  const wanted = speak(language)(`setting.${key}`);
  const isOurs = LANGUAGES.some((other) => speak(other)(`setting.${key}`) === present);
  return isOurs && present !== wanted ? wanted : undefined;
}

const NOWHERE: Surroundings = { today: '2000-01-01' as Surroundings['today'], now: new Date(0), language: 'en' };

function isSettingKey(key: string): key is SettingKey {
  return Object.keys(firstValues(NOWHERE)).includes(key);
}

/** Where the value of a setting stands, counted from 1, and what stands there. */
export interface SettingPlace {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Undefined when the sheet has no row for the key. */
export function placeOfSetting(cells: Cells, key: string): SettingPlace | undefined {
  const { at } = readHeader(cells, 'settings');
  const keys = at.get('key');
  const values = at.get('value');
  if (keys === undefined || values === undefined) return undefined;
  const index = cells.findIndex((row, i) => i >= FIRST_DATA_ROW - 1 && keyOf(row[keys]) === key);
  return index < 0 ? undefined : { row: index + 1, column: values + 1, cell: cells[index]?.[values] };
}
