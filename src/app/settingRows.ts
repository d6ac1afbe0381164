/** The rows of the Settings sheet: every key with its first value and its help. */
import { DEFAULT_SETTINGS } from '../model/settings';
import type { Language } from '../model/words';
import { speak, type MessageKey } from '../report/messages';
import { say } from '../report/vocabulary';
import type { Cell } from '../rows/grid';
import { quarterOf } from './cycle';
import type { Surroundings } from './ports';

type HelpKey = Extract<MessageKey, `setting.${string}`>;
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
  };
}

/** The rows for keys that the sheet does not have yet. */
export function missingSettings(present: ReadonlySet<string>, surroundings: Surroundings): Cell[][] {
  const say = speak(surroundings.language);
  return Object.entries(firstValues(surroundings))
    .filter(([key]) => !present.has(key))
    .map(([key, value]) => [key, value, say(`setting.${key as SettingKey}`)]);
}

/** Every help text in this language, for the rows that have a key of ours. */
export function settingHelp(key: string, language: Language): string | undefined {
  const known: readonly string[] = Object.keys(firstValues({ today: '2000-01-01' as Surroundings['today'], now: new Date(0), language }));
  return known.includes(key) ? speak(language)(`setting.${key as SettingKey}`) : undefined;
}
