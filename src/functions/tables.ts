/** The four functions that spill the computed block of a sheet; they speak the workbook's language. */
import { KEY_ROW, sheetNameOf } from '../rows/columns';
import { readActions, readClosedIds, readKeyResults, readKpis, readObjectives } from '../rows/read';
import { recognise } from '../report/vocabulary';
import { concludeActions } from '../rules/actions';
import { guarded, guardsOf } from '../rules/guardRails';
import { keyResultConcluder, type KeyResultConclusion } from '../rules/keyResults';
import { concludeKpis, type KpiConclusion } from '../rules/kpis';
import { concludeObjectives, type ObjectiveConclusion } from '../rules/objectives';
import { actionsBlock, keyResultsBlock, kpisBlock, objectivesBlock, type Block } from './blocks';
import { checkInsOf, settingsOf, tableCells, toCells } from './book';
import { Findings } from '../model/finding';
import type { Settings } from '../model/okr';

/**
 * Scores every objective. Spills the columns score, progress, coverage, expected, status, confidence, chance and findings, labels first.
 * A row without content stays blank; an objective without a scored key result has no score, which is not zero.
 * Rule: weighted mean of the scored key results (re:Work grades an objective as the average of its key results).
 *
 * @param {"Objectives!A1:L"} objectives The sheet of objectives from row 1, which holds the column keys.
 * @param {"'Key Results'!A1:Q"} key_results The sheet of key results from row 1.
 * @param {"Settings!A1:C"} settings The sheet of settings from row 1: as-of day, cycle, thresholds and language.
 * @param {"'Check-ins'!A1:H"} [check_ins] The sheet of check-ins from row 1; may be left out.
 * @return {string[][]} One row of labels, then one row for each row of the sheet, up to its last filled one.
 * @customfunction
 */
export function OKR_OBJECTIVES(objectives: unknown, key_results: unknown, settings: unknown, check_ins?: unknown): Block {
  const set = settingsOf(settings);
  const table = readObjectives(tableCells(objectives, 'objectives', set), recognise);
  const keyResults = readKeyResults(tableCells(key_results, 'keyResults', set), recognise);
  const conclude = keyResultConcluder({ objectives: table.rows, checkIns: checkInsOf(check_ins, set), settings: set });
  const conclusions = concludeObjectives({ objectives: table.rows, keyResults: keyResults.rows.map(conclude), settings: set, findings: table.findings });
  // Their own sheet says what is wrong with the key results; what is missing there changes the scores here too.
  for (const column of keyResults.header.missing) table.findings.add('missingColumn', KEY_ROW, '', { column, sheet: sheetNameOf('keyResults') });
  if (set.asOf === undefined) table.findings.add('missingAsOf', KEY_ROW);
  const each = (use: (one: ObjectiveConclusion) => void): void => conclusions.forEach(use);
  return objectivesBlock({ count: table.count, each, findings: table.findings, language: set.language });
}

/**
 * Scores every key result. Spills the columns score, progress, expected, status, forecast, chance, needed per week, last check-in and
 * findings, labels first. A row without content stays blank; a key result without a current value has no score, which is not zero.
 * Rule: see OKR_SCORE, OKR_EXPECTED and OKR_STATUS; a blank start or due day is that of the objective, else of the cycle.
 *
 * @param {"'Key Results'!A1:Q"} key_results The sheet of key results from row 1, which holds the column keys.
 * @param {"Objectives!A1:L"} objectives The sheet of objectives from row 1.
 * @param {"Settings!A1:C"} settings The sheet of settings from row 1: as-of day, cycle, thresholds and language.
 * @param {"'Check-ins'!A1:H"} [check_ins] The sheet of check-ins from row 1; without it nothing is said about them.
 * @param {"KPIs!A1:N"} [kpis] The sheet of KPIs from row 1: a key result that an unhealthy KPI guards is at risk at best; may be left out.
 * @return {string[][]} One row of labels, then one row for each row of the sheet, up to its last filled one.
 * @customfunction
 */
export function OKR_KEY_RESULTS(key_results: unknown, objectives: unknown, settings: unknown, check_ins?: unknown, kpis?: unknown): Block {
  const set = settingsOf(settings);
  const table = readKeyResults(tableCells(key_results, 'keyResults', set), recognise);
  const conclude = keyResultConcluder({
    objectives: readObjectives(tableCells(objectives, 'objectives', set), recognise).rows,
    checkIns: checkInsOf(check_ins, set),
    settings: set,
    count: table.count,
    findings: table.findings,
  });
  if (set.asOf === undefined) table.findings.add('missingAsOf', KEY_ROW);
  const guards = guardsOf(kpisOf(kpis, set));
  const each = (use: (one: KeyResultConclusion) => void): void => table.each((keyResult) => use(guarded(conclude(keyResult), guards, table.findings)));
  return keyResultsBlock({ count: table.count, each, findings: table.findings, language: set.language });
}

/** Their own sheet says what is wrong with the KPIs. */
function kpisOf(argument: unknown, settings: Settings): readonly KpiConclusion[] {
  const { rows } = readKpis(tableCells(argument, 'kpis', settings), recognise);
  return concludeKpis({ kpis: rows, keyResults: undefined, settings, findings: new Findings('kpis') });
}

/**
 * Says how healthy every KPI is. Spills the columns health, next due and findings, labels first.
 * A row without content stays blank; a KPI without a current value has the health "No data".
 * Rule: see OKR_KPI; next due is the last measurement plus one step of the frequency.
 *
 * @param {"KPIs!A1:N"} kpis The sheet of KPIs from row 1, which holds the column keys.
 * @param {"Settings!A1:C"} settings The sheet of settings from row 1: thresholds and language.
 * @return {string[][]} One row of labels, then one row for each row of the sheet, up to its last filled one.
 * @customfunction
 */
export function OKR_KPIS(kpis: unknown, settings: unknown): Block {
  const set = settingsOf(settings);
  const table = readKpis(tableCells(kpis, 'kpis', set), recognise);
  const conclusions = concludeKpis({ kpis: table.rows, keyResults: undefined, settings: set, findings: table.findings });
  return kpisBlock({ count: table.count, each: (use) => conclusions.forEach(use), findings: table.findings, language: set.language });
}

/**
 * Says what every action waits for. Spills the columns waits for and findings, labels first; actions are never scored.
 * A row without content stays blank.
 *
 * @param {"Actions!A1:I"} actions The sheet of actions from row 1, which holds the column keys.
 * @param {"'Key Results'!A1:Q"} key_results The sheet of key results from row 1.
 * @param {"Settings!A1:C"} settings The sheet of settings from row 1: as-of day and language.
 * @param {"History!D1:D"} [history] The IDs in the sheet of history from row 1, so that those of closed key results are known; may be left out.
 * @return {string[][]} One row of labels, then one row for each row of the sheet, up to its last filled one.
 * @customfunction
 */
export function OKR_ACTIONS(actions: unknown, key_results: unknown, settings: unknown, history?: unknown): Block {
  const set = settingsOf(settings);
  const table = readActions(tableCells(actions, 'actions', set), recognise);
  const keyResults = readKeyResults(tableCells(key_results, 'keyResults', set), recognise);
  const closed = new Set(history === undefined ? [] : readClosedIds(toCells(history)));
  const conclusions = concludeActions({ actions: table.rows, keyResults: keyResults.rows, settings: set, findings: table.findings, closed });
  if (set.asOf === undefined) table.findings.add('missingAsOf', KEY_ROW);
  return actionsBlock({ count: table.count, each: (use) => conclusions.forEach(use), findings: table.findings, language: set.language });
}
