/** For every finding that rows and rules can make, the smallest change of the faultless workbook that makes it, and all that is found then. */
import type { FindingCode } from '../../src/model/finding';
import { ACTION, CHECK_IN, KEY_RESULT, KPI, OBJECTIVE, OTHER_CHECK_IN, OTHER_KEY_RESULT, SETTINGS, settingRows, type Row, type Workbook } from './sheets';

export interface Example {
  readonly code: FindingCode;
  readonly change: Partial<Workbook>;
  /** Every finding of the changed workbook, as `code table!column row`. */
  readonly found: readonly string[];
}

const objectives = (...rows: Row[]): Partial<Workbook> => ({ objectives: rows });
const firstKeyResult = (change: Row): Partial<Workbook> => ({ keyResults: [{ ...KEY_RESULT, ...change }, OTHER_KEY_RESULT] });
const actions = (...changes: Row[]): Partial<Workbook> => ({ actions: changes.map((change) => ({ ...ACTION, ...change })) });
const oneKpi = (change: Row): Partial<Workbook> => ({ kpis: [{ ...KPI, ...change }] });
const set = (change: Row): Partial<Workbook> => ({ settings: settingRows({ ...SETTINGS, ...change }) });
const copies = (count: number, ids: string): Row[] =>
  Array.from({ length: count }, (_, i) => ({ ...KEY_RESULT, id: `${ids}${i + 1}`, key_result: `Renewals of group ${i + 1} rise` }));
const log = (count: number, ids: string): Row[] => Array.from({ length: count }, (_, i) => ({ ...CHECK_IN, key_result_id: `${ids}${i + 1}` }));
/** An objective and two key results of its own, all with the id `O2` and so on. */
const second = (change: Row): Partial<Workbook> => ({
  objectives: [OBJECTIVE, { ...OBJECTIVE, id: 'O2', ...change }],
  keyResults: [KEY_RESULT, OTHER_KEY_RESULT, { ...KEY_RESULT, id: 'O2.1', objective_id: 'O2', key_result: 'Visits rise' }, { ...KEY_RESULT, id: 'O2.2', objective_id: 'O2', key_result: 'Calls rise' }],
  checkIns: [CHECK_IN, OTHER_CHECK_IN, { ...CHECK_IN, key_result_id: 'O2.1' }, { ...CHECK_IN, key_result_id: 'O2.2' }],
});

const one = (code: FindingCode, place: string, change: Partial<Workbook>, ...others: string[]): Example => ({ code, change, found: [`${code} ${place}`, ...others] });

export const EXAMPLES: readonly Example[] = [
  one('missingId', 'objectives!id 4', second({ id: '' }), 'noKeyResults objectives! 4', 'unknownObjective keyResults!objective_id 5', 'unknownObjective keyResults!objective_id 6'),
  one('missingId', 'actions!id 3', actions({ id: '' })),
  one('missingId', 'kpis!id 3', oneKpi({ id: '' })),
  one('duplicateId', 'actions!id 4', actions({}, { action: 'Call the others' })),
  one('duplicateId', 'keyResults!id 4', { keyResults: [KEY_RESULT, { ...OTHER_KEY_RESULT, id: 'O1' }], checkIns: [CHECK_IN] }, 'checkInOverdue keyResults!last_check_in 4'),
  one('duplicateId', 'kpis!id 4', { kpis: [KPI, KPI] }),
  one('noText', 'objectives!objective 3', objectives({ ...OBJECTIVE, objective: ' ' })),
  one('noText', 'keyResults!key_result 3', firstKeyResult({ key_result: '' })),
  one('noText', 'actions!action 3', actions({ action: '' })),
  one('noText', 'kpis!kpi 3', oneKpi({ kpi: '' })),
  one('noObjective', 'keyResults!objective_id 3', firstKeyResult({ objective_id: '' }), 'oneKeyResult objectives! 3'),
  one('unknownObjective', 'keyResults!objective_id 3', firstKeyResult({ objective_id: 'O9' }), 'oneKeyResult objectives! 3'),
  one('unknownKeyResult', 'actions!key_result_id 3', actions({ key_result_id: 'O9.9' })),
  one('unknownKeyResult', 'checkIns!key_result_id 5', { checkIns: [CHECK_IN, OTHER_CHECK_IN, { ...CHECK_IN, key_result_id: 'O9.9' }] }),
  one('unknownParent', 'objectives!parent 3', objectives({ ...OBJECTIVE, parent: 'O9' })),
  one('unknownDependency', 'actions!depends_on 3', actions({ depends_on: 'A9' })),
  one('unknownLink', 'kpis!linked_to 3', oneKpi({ linked_to: 'O9.9' })),
  one('parentCycle', 'objectives!parent 3', objectives({ ...OBJECTIVE, parent: 'O1' })),
  one('dependencyCycle', 'actions!depends_on 3', actions({ depends_on: 'A1' }), 'actionWaiting actions!depends_on 3'),
  one('notANumber', 'keyResults!target 3', firstKeyResult({ target: 'many' })),
  one('notANumber', 'checkIns!value 3', { checkIns: [{ ...CHECK_IN, value: 'many' }, OTHER_CHECK_IN] }),
  one('notADay', 'keyResults!due_date 3', firstKeyResult({ due_date: '31.12.2026' })),
  one('notADay', 'settings!value 6', set({ as_of: '2026-02-31' }), 'missingAsOf settings! 1'),
  one('buddhistYear', 'keyResults!due_date 3', firstKeyResult({ due_date: '2569-12-31' })),
  one('notAChoice', 'keyResults!measure 3', firstKeyResult({ measure: 'Sideways' })),
  one('notAChoice', 'actions!state 3', actions({ state: 'Nearly' })),
  one('errorValue', 'keyResults!current 3', firstKeyResult({ current: '#REF!' })),
  one('errorValue', 'objectives!team 3', objectives({ ...OBJECTIVE, team: '#N/A' })),
  one('planUnreadable', 'keyResults!plan 3', firstKeyResult({ plan: 'half by November' })),
  one('missingMoment', 'checkIns!at 5', { checkIns: [CHECK_IN, OTHER_CHECK_IN, { ...CHECK_IN, at: '' }] }),
  one('confidenceOutOfRange', 'keyResults!confidence 3', firstKeyResult({ confidence: 5.5 })),
  one('textTooLong', 'keyResults!key_result 3', firstKeyResult({ key_result: 'x'.repeat(10_000) })),
  one('missingStart', 'keyResults!start 3', firstKeyResult({ start: '' })),
  one('missingTarget', 'keyResults!target 3', firstKeyResult({ target: '' })),
  one('missingTarget', 'keyResults!target 3', firstKeyResult({ measure: 'At least', target: '' })),
  one('startEqualsTarget', 'keyResults!target 3', firstKeyResult({ start: 60 })),
  one('measureContradicts', 'keyResults!measure 3', firstKeyResult({ measure: 'Decrease' })),
  one('negativeWeight', 'keyResults!weight 3', firstKeyResult({ weight: -2.5 })),
  one('allWeightsZero', 'objectives!score 3', { keyResults: [{ ...KEY_RESULT, weight: 0 }, { ...OTHER_KEY_RESULT, weight: 0 }] }),
  one('missingDue', 'keyResults!due_date 3', { ...firstKeyResult({ due_date: '', objective_id: 'O9' }), ...set({ cycle_end: '' }) }, 'unknownObjective keyResults!objective_id 3', 'oneKeyResult objectives! 3'),
  one('missingStartDay', 'objectives!start_date 3', { ...objectives({ ...OBJECTIVE, start_date: '' }), ...set({ cycle_start: '' }) }),
  one('dueFromCycle', 'objectives!due_date 3', objectives({ ...OBJECTIVE, due_date: '' })),
  one('dueBeforeStart', 'keyResults!due_date 3', firstKeyResult({ start_date: '2026-12-31', due_date: '2026-12-30' })),
  one('dueBeforeStart', 'kpis!to 3', oneKpi({ from: '2026-12-31', to: '2026-01-01' })),
  one('outsideCycle', 'keyResults!start_date 3', firstKeyResult({ start_date: '2026-09-30' })),
  one('outsideCycle', 'objectives!due_date 3', objectives({ ...OBJECTIVE, due_date: '2027-01-01' })),
  one('longSpan', 'objectives!due_date 3', { ...objectives({ ...OBJECTIVE, due_date: '2027-10-03' }), ...set({ cycle_end: '2027-12-31' }) }),
  one('noOwner', 'objectives!owner 3', objectives({ ...OBJECTIVE, owner: '' })),
  one('noOwner', 'keyResults!owner 3', { ...objectives({ ...OBJECTIVE, owner: '' }), ...firstKeyResult({ owner: '' }) }, 'noOwner objectives!owner 3'),
  one('noOwner', 'kpis!owner 3', oneKpi({ owner: '' })),
  one('ownerNotEmail', 'actions!owner 3', actions({ owner: 'Ana' })),
  one('tooManyObjectives', 'objectives!team 4', { ...second({}), ...set({ max_objectives: 1 }) }),
  one('manyObjectives', 'objectives!team 4', { ...second({}), ...set({ max_objectives: 3 }) }),
  one('tooManyKeyResults', 'objectives! 3', { keyResults: copies(6, 'O1.'), checkIns: log(6, 'O1.') }),
  one('manyKeyResults', 'objectives! 3', { keyResults: copies(4, 'O1.'), checkIns: log(4, 'O1.') }),
  one('noKeyResults', 'objectives! 4', objectives(OBJECTIVE, { ...OBJECTIVE, id: 'O2' })),
  one('oneKeyResult', 'objectives! 3', { keyResults: [KEY_RESULT], checkIns: [CHECK_IN] }),
  one('objectiveTooLong', 'objectives!objective 3', objectives({ ...OBJECTIVE, objective: 'Customers stay with us '.repeat(5) })),
  one('objectiveSaysNothing', 'objectives!objective 3', objectives({ ...OBJECTIVE, objective: 'Be the best' })),
  one('objectiveIsTask', 'objectives!objective 3', objectives({ ...OBJECTIVE, objective: 'Launch the customer portal' })),
  one('objectiveHasMetric', 'objectives!objective 3', objectives({ ...OBJECTIVE, objective: 'Win 20 % more customers' })),
  one('objectiveNamesMetric', 'objectives!objective 3', objectives({ ...OBJECTIVE, objective: 'Lift the NPS of our customers' })),
  one('keyResultActivity', 'keyResults!key_result 3', firstKeyResult({ key_result: 'Hold 5 workshops' })),
  one('keyResultNoNumber', 'keyResults!key_result 3', firstKeyResult({ key_result: 'Renewals rise', target: '' }), 'missingTarget keyResults!target 3'),
  one('keyResultVague', 'keyResults!key_result 3', firstKeyResult({ key_result: 'Customers are happier' })),
  one('percentageNoBase', 'keyResults!key_result 3', firstKeyResult({ key_result: 'Raise renewals by 20 %', unit: '%' })),
  one('keyResultNoBaseline', 'keyResults!key_result 3', firstKeyResult({ key_result: 'Reach 60 renewals', start: '' }), 'missingStart keyResults!start 3'),
  one('sameKeyResult', 'keyResults!key_result 4', { keyResults: [KEY_RESULT, { ...OTHER_KEY_RESULT, key_result: 'renewals  rise from 40 to 60.' }] }),
  one('teamSupportsNothing', 'objectives!parent 3', objectives({ ...OBJECTIVE, level: 'Team' })),
  one('checkInOverdue', 'keyResults!last_check_in 3', { checkIns: [{ ...CHECK_IN, at: '2026-10-31' }, OTHER_CHECK_IN] }),
  // Not overdue today, 14 days after its start, but nobody had checked it in when the review began.
  one('inReview', 'keyResults!confidence 3', { ...set({ review_started: '2026-11-12' }), keyResults: [{ ...KEY_RESULT, start_date: '2026-11-02' }, OTHER_KEY_RESULT], checkIns: [OTHER_CHECK_IN] }),
  one('currentDiffers', 'keyResults!current 3', firstKeyResult({ current: 52.5 })),
  one('currentMissing', 'keyResults!current 3', firstKeyResult({ current: '' })),
  one('actionOverdue', 'actions!due_date 3', actions({ due_date: '2026-11-14' })),
  one('actionWaiting', 'actions!depends_on 3', actions({ depends_on: 'A2' }, { id: 'A2' })),
  ...(['target', 'from', 'to', 'source', 'frequency'] as const).map((part) => one('kpiPartMissing', `kpis!${part} 3`, oneKpi({ [part]: '' }))),
  one('measurementOverdue', 'kpis!next_due 3', oneKpi({ measured_on: '2026-10-14' })),
  one('guardsKeyResult', 'kpis!health 3', oneKpi({ current: 50, target: 60 })), // O1.1 stands at 50 of 60 too: its own figure is no guard-rail
  one('guardRail', 'keyResults!status 3', oneKpi({ current: 80 }), 'guardsKeyResult kpis!health 3'),
  one('missingAsOf', 'settings! 1', set({ as_of: '' })),
  one('notASetting', 'settings!value 8', set({ on_track_gap: -0.5 })),
];
