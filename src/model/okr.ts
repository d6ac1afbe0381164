/** What a workbook of OKRs holds once its cells have been understood; plain data, blank is `undefined` or `''`. */
import type { Day } from './day';
import type { Frequency, Kind, Language, Level, Measure, Priority, Reading, RollUp, State, StatusBasis } from './words';

/** Where a row stands in its sheet: 3 is the first row of data. */
interface Placed {
  readonly row: number;
  readonly id: string;
}

export interface Objective extends Placed {
  readonly objective: string;
  readonly level: Level | undefined;
  readonly team: string;
  readonly owner: string;
  readonly parent: string;
  readonly kind: Kind; // Committed when blank
  readonly priority: Priority | undefined;
  readonly weight: number; // 1 when blank, 0 when unusable
  readonly startDate: Day | undefined;
  readonly dueDate: Day | undefined;
}

/** The value that the plan asks for on a day, in the unit of the key result. */
export interface Checkpoint {
  readonly day: Day;
  readonly value: number;
}

export interface KeyResult extends Placed {
  readonly objectiveId: string;
  readonly keyResult: string;
  readonly owner: string;
  readonly measure: Measure | undefined;
  readonly unit: string;
  readonly start: number | undefined;
  readonly target: number | undefined;
  readonly current: number | undefined; // 0..1 for a milestone
  readonly unreadable: boolean; // start, target, current or measure holds something that cannot be used
  readonly confidence: number | undefined; // 1 to 5
  readonly weight: number;
  readonly startDate: Day | undefined;
  readonly dueDate: Day | undefined;
  readonly plan: readonly Checkpoint[];
  readonly reading: Reading;
}

export interface Action extends Placed {
  readonly keyResultId: string;
  readonly action: string;
  readonly owner: string;
  readonly dueDate: Day | undefined;
  readonly state: State | undefined;
  readonly dependsOn: readonly string[];
  readonly effort: number | undefined; // hours
  readonly link: string;
}

export interface Kpi extends Placed {
  readonly kpi: string;
  readonly team: string;
  readonly owner: string;
  readonly unit: string;
  readonly measure: Measure | undefined;
  readonly target: number | undefined;
  readonly current: number | undefined;
  readonly unreadable: boolean; // target, current or measure holds something that cannot be used
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly source: string;
  readonly frequency: Frequency | undefined;
  readonly measuredOn: Day | undefined;
  readonly linkedTo: string;
}

export interface CheckIn {
  readonly row: number;
  readonly day: Day;
  readonly at: string; // as written; sorts within a day
  readonly keyResultId: string;
  readonly value: number | undefined;
  readonly confidence: number | undefined;
}

export interface Settings {
  readonly cycleName: string;
  readonly cycleStart: Day | undefined;
  readonly cycleEnd: Day | undefined;
  readonly asOf: Day | undefined;
  readonly asOfPinned: boolean; // somebody holds the as-of day where it is
  readonly language: Language;
  readonly onTrackGap: number; // 0.10: how far the score may lie below the expected one and still be on track
  readonly atRiskGap: number; // 0.25: below this it is off track
  readonly maxObjectives: number; // per team
  readonly maxKeyResults: number; // per objective
  readonly checkInDays: number; // days after which a check-in is overdue
  readonly kpiWatchBand: number; // 0.10: share of the target that a KPI may miss and still be watched
  readonly rollUp: RollUp;
  readonly objectiveStatus: StatusBasis;
  readonly missedReviews: number; // 2: after so many the objective's owner is told
  readonly reviewStarted: Day | undefined; // the day of the last review
}
