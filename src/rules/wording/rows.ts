/** The wordings of a whole workbook, as findings beside the others. */
import type { Findings } from '../../model/finding';
import type { KeyResult, Objective } from '../../model/okr';
import { adviseOn } from './advise';

interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly findings: Findings;
}

/** The length of an objective is told elsewhere, since the table functions tell it too; they leave the rest out, which would take them too long. */
export function checkWordings(objectives: Rows<Objective>, keyResults: Rows<KeyResult>): void {
  for (const { row, objective } of objectives.rows) {
    for (const { code, facts } of adviseOn(objective, 'objective')) if (code !== 'objectiveTooLong') objectives.findings.add(code, row, 'objective', facts);
  }
  for (const one of keyResults.rows) {
    for (const { code, facts } of adviseOn(one.keyResult, 'key result', one)) keyResults.findings.add(code, one.row, 'key_result', facts);
  }
}
