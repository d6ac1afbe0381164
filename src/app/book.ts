/** The whole workbook understood at once: rows, conclusions and all findings, from cells read before. */
import { Findings, type Finding } from '../model/finding';
import type { CheckIn, Settings } from '../model/okr';
import { concludeActions, type ActionConclusion } from '../rules/actions';
import { guarded, guardsOf } from '../rules/guardRails';
import { keyResultConcluder, type KeyResultConclusion } from '../rules/keyResults';
import { concludeKpis, type KpiConclusion } from '../rules/kpis';
import { concludeObjectives, type ObjectiveConclusion } from '../rules/objectives';
import { checkWordings } from '../rules/wording/rows';
import { recognise } from '../report/vocabulary';
import { TABLES, type KeyedTable } from '../rows/columns';
import type { Cells } from '../rows/grid';
import { readActions, readCheckIns, readClosedIds, readKeyResults, readKpis, readObjectives } from '../rows/read';
import { readSettings } from '../rows/readSettings';

export interface Book {
  readonly settings: Settings;
  readonly objectives: readonly ObjectiveConclusion[];
  readonly keyResults: readonly KeyResultConclusion[];
  readonly actions: readonly ActionConclusion[];
  readonly kpis: readonly KpiConclusion[];
  readonly checkIns: readonly CheckIn[];
  /** Sheet by sheet, row by row, the most severe first within a row. */
  readonly findings: readonly Finding[];
}

export function understand(cellsOf: (table: KeyedTable) => Cells): Book {
  const { settings, findings: aboutSettings } = readSettings(cellsOf('settings'), recognise);
  const objectives = readObjectives(cellsOf('objectives'), recognise);
  const keyResults = readKeyResults(cellsOf('keyResults'), recognise);
  const actions = readActions(cellsOf('actions'), recognise);
  const kpis = readKpis(cellsOf('kpis'), recognise);
  const checkIns = readCheckIns(cellsOf('checkIns'), recognise);
  // The log is never changed: the check-ins of a key result that was archived stay in it. Who hands over no history shows no findings of the log.
  const closed = new Set(readClosedIds(cellsOf('history')));
  const known = new Set([...keyResults.rows, ...kpis.rows].map(({ id }) => id)); // values of KPIs are logged too
  for (const id of closed) known.add(id);
  for (const { row, keyResultId } of checkIns.rows) {
    if (!known.has(keyResultId)) checkIns.findings.add('unknownKeyResult', row, 'key_result_id', { id: keyResultId });
  }
  if (settings.asOf === undefined) aboutSettings.add('missingAsOf', 1);
  const conclude = keyResultConcluder({
    objectives: objectives.rows,
    checkIns: checkIns.rows,
    settings,
    findings: keyResults.findings,
  });
  const concludedKpis = concludeKpis({ kpis: kpis.rows, keyResults: keyResults.rows, settings, findings: kpis.findings });
  const guards = guardsOf(concludedKpis);
  const concludedKeyResults = keyResults.rows.map((one) => guarded(conclude(one), guards, keyResults.findings));
  checkWordings(objectives, keyResults);
  return {
    settings,
    keyResults: concludedKeyResults,
    objectives: concludeObjectives({ objectives: objectives.rows, keyResults: concludedKeyResults, settings, findings: objectives.findings }),
    actions: concludeActions({ actions: actions.rows, keyResults: keyResults.rows, settings, findings: actions.findings }),
    kpis: concludedKpis,
    checkIns: checkIns.rows,
    findings: inOrder([aboutSettings, objectives.findings, keyResults.findings, actions.findings, kpis.findings, checkIns.findings]).filter((one) => !isOfArchived(one, closed)),
  };
}

/** What supports, measures or works for something that was archived names no unknown ID: History has it, and says what became of it. */
function isOfArchived({ code, facts }: Finding, closed: ReadonlySet<string>): boolean {
  return (code === 'unknownParent' || code === 'unknownKeyResult' || code === 'unknownLink') && closed.has(String(facts['id']));
}

function inOrder(tables: readonly Findings[]): Finding[] {
  return tables.flatMap((findings) => findings.all());
}

/** The cells a table function would see: keys, labels and data, without the computed block. */
export function inputCells(values: Cells, lastInput: number, table: KeyedTable): Cells {
  return TABLES[table].computed.length === 0 ? values : values.map((row) => row.slice(0, lastInput));
}

