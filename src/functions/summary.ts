/** The custom function that sums the workbook up in words. */
import { addDays } from '../model/day';
import { concludeObjectives } from '../rules/objectives';
import { keyResultConcluder } from '../rules/keyResults';
import { summary } from '../report/mail/summary';
import { recognise } from '../report/vocabulary';
import { KEY_ROW } from '../rows/columns';
import { readKeyResults, readObjectives } from '../rows/read';
import { readNotes } from '../rows/readPast';
import { checkInsOf, settingsOf, tableCells } from './book';

/** What moved is told over a week, the usual rhythm of check-ins. */
const DAYS_BACK = 7;

/**
 * Sums the workbook up in words, as the mailed digest does: the overall score and how it moved within a week, statuses, what needs attention, teams,
 * objectives, and what people wrote in their check-ins. Without any row it gives blank; without check-ins nothing is said about the week before.
 *
 * @param {"Objectives!A1:L"} objectives The sheet of objectives from row 1, which holds the column keys.
 * @param {"'Key Results'!A1:Q"} key_results The sheet of key results from row 1.
 * @param {"Settings!A1:C"} settings The sheet of settings from row 1: as-of day, cycle, thresholds and language.
 * @param {"'Check-ins'!A1:H"} [check_ins] The sheet of check-ins from row 1; may be left out.
 * @return {string} The text, with line breaks, in the language of the settings.
 * @customfunction
 */
export function OKR_SUMMARY(objectives: unknown, key_results: unknown, settings: unknown, check_ins?: unknown): string {
  const set = settingsOf(settings);
  const goals = readObjectives(tableCells(objectives, 'objectives', set), recognise);
  const results = readKeyResults(tableCells(key_results, 'keyResults', set), recognise);
  if (goals.rows.length === 0 && results.rows.length === 0) return '';
  const checkIns = checkInsOf(check_ins, set);
  const conclude = keyResultConcluder({ objectives: goals.rows, checkIns, settings: set, findings: results.findings });
  const keyResults = results.rows.map(conclude);
  if (set.asOf === undefined) results.findings.add('missingAsOf', KEY_ROW);
  const book = {
    settings: set,
    objectives: concludeObjectives({ objectives: goals.rows, keyResults, settings: set, findings: goals.findings }),
    keyResults,
    checkIns: checkIns ?? [],
    actions: [],
    kpis: [],
    findings: [...goals.findings.all(), ...results.findings.all()],
  };
  const since = checkIns && set.asOf && addDays(set.asOf, -DAYS_BACK);
  const notes = checkIns ? readNotes(tableCells(check_ins, 'checkIns', set), recognise) : [];
  return summary({ book, since, notes, teams: [], language: set.language });
}
