/** What the library's examples have in common in every language: which there are, how each is measured, and its numbers. */
import type { Frequency, Kind, Measure } from '../../src/model/words';

type Way = readonly [measure: Measure, start: number, target: number];
/** The share that is done: 0 is nothing, 1 the whole. Its text counts the parts, since “all 4 audits” says more than “100%”. */
const MILESTONE: Way = ['Milestone', 0, 1];

interface ObjectiveShape {
  readonly kind: Kind;
  readonly keyResults: readonly Way[];
}

/** Over which time a KPI counts, with whose first and last day a form takes for it: the cycle's or the calendar year's. */
export const SPANS = { cycle: 'cycle', fourWeeks: 'cycle', year: 'year', twelveMonths: 'year' } as const;
export type TimeFrame = keyof typeof SPANS;

interface KpiShape {
  readonly measure: Measure;
  readonly target: number;
  readonly timeFrame: TimeFrame;
  readonly frequency: Frequency;
}

export const DEPARTMENTS = ['product', 'engineering', 'marketing', 'sales', 'success', 'people', 'finance'] as const;
export type DepartmentId = (typeof DEPARTMENTS)[number];

/** By id, whose first part is the department. A language may have other numbers where its money makes that sensible. */
export const OBJECTIVES = {
  'product.firstDays': { kind: 'Committed', keyResults: [['Increase', 34, 50], ['Decrease', 26, 12], ['At most', 18, 10]] },
  'product.search': { kind: 'Aspirational', keyResults: [['Decrease', 31, 15], ['Decrease', 4.5, 2], ['At least', 71, 85]] },
  'product.mobile': { kind: 'Aspirational', keyResults: [['Increase', 2400, 4000], ['Increase', 3.6, 4.4], MILESTONE] },
  'product.listening': { kind: 'Committed', keyResults: [['Increase', 40, 65], ['At least', 55, 90], ['Decrease', 45, 20]] },

  'engineering.calm': { kind: 'Committed', keyResults: [['At least', 99.5, 99.9], ['Decrease', 95, 30], ['At most', 7, 2]] },
  'engineering.flow': { kind: 'Aspirational', keyResults: [['Decrease', 9, 3], ['Increase', 2, 8], ['At most', 14, 5]] },
  'engineering.safe': { kind: 'Committed', keyResults: [['Decrease', 46, 0], ['Increase', 62, 100], MILESTONE] },
  'engineering.pride': { kind: 'Aspirational', keyResults: [['Decrease', 28, 10], ['Increase', 6.1, 7.8], ['Decrease', 22, 12]] },

  'marketing.known': { kind: 'Aspirational', keyResults: [['Increase', 12, 20], ['Increase', 3800, 6500], ['Increase', 15, 40]] },
  'marketing.demand': { kind: 'Committed', keyResults: [['Increase', 320, 520], ['At most', 85, 60], ['Increase', 2.1, 3.4]] },
  'marketing.guide': { kind: 'Committed', keyResults: [['Increase', 1900, 3200], ['At least', 24, 35], ['Decrease', 1.2, 0.5]] },
  'marketing.arrival': { kind: 'Aspirational', keyResults: [['Increase', 0, 1500], ['Decrease', 90, 15], MILESTONE] },

  'sales.fit': { kind: 'Committed', keyResults: [['Increase', 21, 30], ['Decrease', 74, 50], ['At most', 9, 4]] },
  'sales.region': { kind: 'Aspirational', keyResults: [['Increase', 0, 25], ['Increase', 40, 160], MILESTONE] },
  'sales.promise': { kind: 'Committed', keyResults: [['Decrease', 28, 10], ['At least', 60, 95], ['Decrease', 55, 15]] },
  'sales.grow': { kind: 'Aspirational', keyResults: [['Increase', 104, 112], ['Increase', 18, 35], ['Increase', 12, 30]] },

  'success.start': { kind: 'Committed', keyResults: [['Decrease', 41, 21], ['At least', 68, 90], ['Increase', 6.8, 8.5]] },
  'success.loyal': { kind: 'Aspirational', keyResults: [['At most', 2.4, 1.5], ['Increase', 31, 45], ['Increase', 52, 70]] },
  'success.answer': { kind: 'Committed', keyResults: [['Decrease', 7, 2], ['Increase', 58, 75], ['Decrease', 140, 60]] },
  'success.self': { kind: 'Aspirational', keyResults: [['Increase', 35, 55], ['At least', 3.4, 4.3], MILESTONE] },

  'people.recommend': { kind: 'Aspirational', keyResults: [['Increase', 15, 30], ['Decrease', 62, 40], ['At least', 70, 85]] },
  'people.lead': { kind: 'Aspirational', keyResults: [['Increase', 6.4, 7.6], ['Increase', 48, 90], ['Decrease', 9, 3]] },
  'people.energy': { kind: 'Committed', keyResults: [['At most', 11, 6], ['Decrease', 5.8, 4.5], ['Increase', 57, 72]] },
  'people.open': { kind: 'Committed', keyResults: [['Decrease', 6.5, 2], ['Increase', 44, 70], MILESTONE] },

  'finance.warm': { kind: 'Committed', keyResults: [['Decrease', 12, 5], ['At most', 23, 5], ['Increase', 5.9, 8]] },
  'finance.breathe': { kind: 'Committed', keyResults: [['Decrease', 52, 38], ['Decrease', 340, 120], ['At least', 45, 75]] },
  'finance.welcome': { kind: 'Aspirational', keyResults: [['Decrease', 14, 4], ['Increase', 35, 85], MILESTONE] },
  'finance.invest': { kind: 'Aspirational', keyResults: [['Increase', 18, 24], ['Increase', 30, 80], ['Decrease', 64, 20]] },
} as const satisfies Readonly<Record<`${DepartmentId}.${string}`, ObjectiveShape>>;
export type ObjectiveId = keyof typeof OBJECTIVES;

export const KPIS = {
  'product.weekly': { measure: 'At least', target: 60, timeFrame: 'cycle', frequency: 'Weekly' },
  'product.crashFree': { measure: 'At least', target: 99.5, timeFrame: 'fourWeeks', frequency: 'Daily' },
  'product.loading': { measure: 'At most', target: 2, timeFrame: 'fourWeeks', frequency: 'Daily' },
  'product.rating': { measure: 'At least', target: 4.2, timeFrame: 'cycle', frequency: 'Monthly' },

  'engineering.uptime': { measure: 'At least', target: 99.9, timeFrame: 'cycle', frequency: 'Daily' },
  'engineering.defects': { measure: 'At most', target: 40, timeFrame: 'cycle', frequency: 'Weekly' },
  'engineering.cloud': { measure: 'At most', target: 3, timeFrame: 'year', frequency: 'Monthly' },
  'engineering.green': { measure: 'At least', target: 95, timeFrame: 'fourWeeks', frequency: 'Weekly' },

  'marketing.visitors': { measure: 'At least', target: 45000, timeFrame: 'cycle', frequency: 'Monthly' },
  'marketing.enquiryCost': { measure: 'At most', target: 40, timeFrame: 'fourWeeks', frequency: 'Weekly' },
  'marketing.opened': { measure: 'At least', target: 30, timeFrame: 'cycle', frequency: 'Monthly' },
  'marketing.reviews': { measure: 'At least', target: 4.5, timeFrame: 'twelveMonths', frequency: 'Weekly' },

  'sales.cover': { measure: 'At least', target: 3, timeFrame: 'cycle', frequency: 'Weekly' },
  'sales.orders': { measure: 'At least', target: 250, timeFrame: 'year', frequency: 'Monthly' },
  'sales.discount': { measure: 'At most', target: 8, timeFrame: 'cycle', frequency: 'Monthly' },
  'sales.callBack': { measure: 'At most', target: 4, timeFrame: 'fourWeeks', frequency: 'Daily' },

  'success.cancelled': { measure: 'At most', target: 1.5, timeFrame: 'twelveMonths', frequency: 'Monthly' },
  'success.firstAnswer': { measure: 'At most', target: 2, timeFrame: 'cycle', frequency: 'Daily' },
  'success.satisfied': { measure: 'At least', target: 90, timeFrame: 'fourWeeks', frequency: 'Weekly' },
  'success.endangered': { measure: 'At most', target: 10, timeFrame: 'cycle', frequency: 'Weekly' },

  'people.leaving': { measure: 'At most', target: 10, timeFrame: 'twelveMonths', frequency: 'Monthly' },
  'people.sick': { measure: 'At most', target: 4, timeFrame: 'year', frequency: 'Monthly' },
  'people.learning': { measure: 'At least', target: 10, timeFrame: 'cycle', frequency: 'Quarterly' },
  'people.mood': { measure: 'At least', target: 7.5, timeFrame: 'cycle', frequency: 'Monthly' },
  'people.again': { measure: 'At least', target: 80, timeFrame: 'year', frequency: 'Yearly' },

  'finance.liquidity': { measure: 'At least', target: 1.5, timeFrame: 'year', frequency: 'Monthly' },
  'finance.payment': { measure: 'At most', target: 40, timeFrame: 'twelveMonths', frequency: 'Monthly' },
  'finance.margin': { measure: 'At least', target: 42, timeFrame: 'year', frequency: 'Monthly' },
  'finance.budget': { measure: 'At most', target: 5, timeFrame: 'cycle', frequency: 'Quarterly' },
} as const satisfies Readonly<Record<`${DepartmentId}.${string}`, KpiShape>>;
export type KpiId = keyof typeof KPIS;

/** What a pair of wordings is about. */
export const PAIRS = {
  number: 'objective',
  task: 'objective',
  hollow: 'objective',
  several: 'objective',
  unmeasured: 'key result',
  activity: 'key result',
  base: 'key result',
  baseline: 'key result',
  tool: 'key result',
  parts: 'kpi',
} as const;
export type PairId = keyof typeof PAIRS;

/** What each way of answering the three questions of the helper comes to, in their order: change, number, lasting. */
export const VERDICTS = {
  'yes-yes-yes': 'both',
  'yes-yes-no': 'key result',
  'yes-no-yes': 'objective',
  'yes-no-no': 'objective',
  'no-yes-yes': 'kpi',
  'no-yes-no': 'key result',
  'no-no-yes': 'neither',
  'no-no-no': 'action',
} as const;
