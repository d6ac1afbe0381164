/** Rows as the rules see them: each complete and harmless, to be changed in the one respect that a test is about. */
import type { Day } from '../../src/model/day';
import { Findings, type FindingCode } from '../../src/model/finding';
import type { Action, CheckIn, KeyResult, Kpi, Objective, Settings } from '../../src/model/okr';
import { DEFAULT_SETTINGS } from '../../src/model/settings';
import { toScore } from '../../src/model/units';
import type { KeyResultConclusion } from '../../src/rules/keyResults';
import { concludeObjectives, type ObjectiveConclusion } from '../../src/rules/objectives';

export const day = (text: string): Day => text as Day;

export const settings = (change: Partial<Settings> = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  cycleStart: day('2026-10-01'),
  cycleEnd: day('2026-12-31'),
  asOf: day('2026-11-15'),
  ...change,
});

export const objective = (change: Partial<Objective> = {}): Objective => ({
  row: 3,
  id: 'O1',
  objective: 'Customers stay with us',
  level: 'Company',
  team: '',
  owner: 'ana@example.com',
  parent: '',
  kind: 'Committed',
  priority: undefined,
  weight: 1,
  startDate: day('2026-10-01'),
  dueDate: day('2026-12-31'),
  ...change,
});

export const keyResult = (change: Partial<KeyResult> = {}): KeyResult => ({
  row: 3,
  id: 'O1.1',
  objectiveId: 'O1',
  keyResult: 'Renewals rise from 0 to 100',
  owner: 'ana@example.com',
  measure: undefined,
  unit: '',
  start: 0,
  target: 100,
  current: 50,
  unreadable: false,
  confidence: undefined,
  weight: 1,
  startDate: day('2026-10-01'),
  dueDate: day('2026-12-31'),
  plan: [],
  reading: 'last',
  ...change,
});

export const kpi = (change: Partial<Kpi> = {}): Kpi => ({
  row: 3,
  id: 'K1',
  kpi: 'Uptime',
  team: '',
  unit: '',
  owner: 'ana@example.com',
  measure: 'At least',
  target: 99,
  current: 99,
  unreadable: false,
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  source: 'Monitor',
  frequency: 'Monthly',
  measuredOn: day('2026-11-01'),
  linkedTo: '',
  ...change,
});

export const action = (change: Partial<Action> = {}): Action => ({
  row: 3,
  id: 'A1',
  keyResultId: 'O1.1',
  action: 'Call the ten largest customers',
  owner: 'ana@example.com',
  dueDate: day('2026-12-01'),
  state: 'To do',
  dependsOn: [],
  effort: undefined,
  link: '',
  ...change,
});

export const checkIn = (change: Partial<CheckIn> = {}): CheckIn => {
  const on = change.day ?? day('2026-11-10');
  return { row: 3, day: on, at: on, keyResultId: 'O1.1', value: 50, confidence: undefined, ...change };
};

/** A key result whose conclusion is given: what an objective makes of it is the question. */
export const scored = (objectiveId: string, score: number | undefined, change: Partial<KeyResultConclusion> & { weight?: number; confidence?: number; id?: string } = {}): KeyResultConclusion => {
  const { weight = 1, confidence, id = `${objectiveId}.1`, ...conclusion } = change;
  return {
    keyResult: keyResult({ id, objectiveId, weight, confidence }),
    owner: 'ana@example.com',
    score: score === undefined ? undefined : toScore(score),
    expected: undefined,
    status: undefined,
    needed: undefined,
    lastCheckIn: undefined,
    ...conclusion,
  };
};

/** The conclusions of objectives by id, the first row of an id counting, and the codes found per row. */
export function concluded(objectives: readonly Objective[], keyResults: readonly KeyResultConclusion[], set = settings()) {
  const findings = new Findings('objectives');
  const rows = objectives.map((one, index) => ({ ...one, row: 3 + index }));
  const conclusions = concludeObjectives({ objectives: rows, keyResults, settings: set, findings });
  const byId = new Map<string, ObjectiveConclusion>();
  for (const one of conclusions) if (!byId.has(one.objective.id)) byId.set(one.objective.id, one);
  const codesAt = (row: number): FindingCode[] => findings.of(row).map((finding) => finding.code);
  const of = (id: string): ObjectiveConclusion => {
    const one = byId.get(id);
    if (!one) throw new Error(`There is no objective ${id} in this example.`);
    return one;
  };
  return { conclusions, of, codesAt };
}
