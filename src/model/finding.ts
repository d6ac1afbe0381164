/** What can be wrong or weak in a workbook: every code with its severity, and where a finding stands. */

export type Severity = 'error' | 'warning' | 'advice';

/** Codes and their severities. `error` keeps a row from counting or makes it count wrongly; `advice` is good practice. */
export const SEVERITIES = {
  // identity and links
  missingId: 'error',
  duplicateId: 'error',
  noText: 'error',
  noObjective: 'error',
  unknownObjective: 'error',
  unknownKeyResult: 'error',
  unknownParent: 'error',
  unknownDependency: 'error',
  unknownLink: 'warning',
  parentCycle: 'error',
  dependencyCycle: 'error',
  // cells that hold something else than they should
  notANumber: 'error',
  notADay: 'error',
  buddhistYear: 'error',
  notAChoice: 'error',
  errorValue: 'error',
  planUnreadable: 'error',
  missingMoment: 'error',
  confidenceOutOfRange: 'warning',
  textTooLong: 'warning',
  // numbers that say little
  missingStart: 'error',
  missingTarget: 'error',
  startEqualsTarget: 'warning',
  measureContradicts: 'warning',
  negativeWeight: 'error',
  allWeightsZero: 'warning',
  // days
  missingDue: 'warning',
  missingStartDay: 'warning',
  dueFromCycle: 'advice',
  dueBeforeStart: 'error',
  outsideCycle: 'warning',
  longSpan: 'warning',
  // people
  noOwner: 'warning',
  ownerNotEmail: 'warning',
  // good practice
  tooManyObjectives: 'warning',
  manyObjectives: 'advice',
  tooManyKeyResults: 'warning',
  manyKeyResults: 'advice',
  noKeyResults: 'warning',
  oneKeyResult: 'advice',
  objectiveTooLong: 'advice',
  sameKeyResult: 'advice',
  teamSupportsNothing: 'advice',
  // wording; what must change is a warning, since the row counts all the same
  objectiveSaysNothing: 'warning',
  objectiveIsTask: 'warning',
  objectiveHasMetric: 'warning',
  objectiveNamesMetric: 'advice',
  keyResultActivity: 'warning',
  keyResultNoNumber: 'warning',
  keyResultVague: 'advice',
  percentageNoBase: 'advice',
  keyResultNoBaseline: 'advice',
  // rhythm
  checkInOverdue: 'warning',
  inReview: 'advice',
  currentDiffers: 'warning',
  currentMissing: 'warning',
  // actions and KPIs
  actionOverdue: 'warning',
  actionWaiting: 'warning',
  kpiPartMissing: 'warning',
  measurementOverdue: 'warning',
  guardRail: 'warning',
  guardsKeyResult: 'warning',
  // the structure of the workbook
  missingAsOf: 'warning',
  missingSheet: 'error',
  missingColumn: 'error',
  duplicateColumn: 'error',
  sheetsSwapped: 'error',
  columnBehindBlock: 'error',
  formulaOverwritten: 'error',
  blockObstructed: 'error',
  notASetting: 'warning',
  labelChanged: 'advice',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof SEVERITIES;

/** The table that a finding stands in; `settings` too has rows. */
export type TableName = 'objectives' | 'keyResults' | 'actions' | 'kpis' | 'checkIns' | 'settings' | 'dashboard' | 'history';

export type Facts = Readonly<Record<string, string | number>>;

export interface Finding {
  readonly code: FindingCode;
  readonly table: TableName;
  /** The row in the sheet, 3 being the first of data; 1 is the row of keys, for what concerns the whole sheet. */
  readonly row: number;
  /** The key of the column, or '' for the whole row. */
  readonly column: string;
  readonly facts: Facts;
}

export function severityOf(finding: Finding): Severity {
  return SEVERITIES[finding.code];
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** Errors first, then warnings, then advice; within one severity as found. */
export function mostSevereFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => ORDER[severityOf(a)] - ORDER[severityOf(b)]);
}

/** Collects the findings of one table row by row, so that ten thousand clean rows cost nothing. */
export class Findings {
  private readonly rows = new Map<number, Finding[]>();
  constructor(private readonly table: TableName) {}

  add(code: FindingCode, row: number, column = '', facts: Facts = {}): void {
    const finding: Finding = { code, table: this.table, row, column, facts };
    const known = this.rows.get(row);
    if (known) known.push(finding);
    else this.rows.set(row, [finding]);
  }

  of(row: number): readonly Finding[] {
    return this.rows.get(row) ?? [];
  }

  all(): Finding[] {
    const ordered = [...this.rows.keys()].sort((a, b) => a - b);
    return ordered.flatMap((row) => mostSevereFirst(this.rows.get(row) ?? []));
  }
}
