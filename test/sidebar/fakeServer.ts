/** The add-on's functions as the sidebar meets them, over a few rows in memory: every call is written down, and any can be made to fail. */
import { THRESHOLDS } from '../../src/rules/status';
import type { AdoptCell, CheckInEntry, FormStart, HistoryPoint, KeyResultItem, ObjectiveDraft, ObjectiveItem, SidebarApi } from '../../src/app/api';
import type { Panel } from '../../src/app/panel';
import type { RhythmApi } from '../../src/app/rhythm/api';
import { STATUSES, type Language } from '../../src/model/words';
import { fakeEnding, type EndingAnswers } from './fakeEnding';
import { fakeRhythm, type FakeRhythm } from './fakeRhythm';

export const ME = 'nina@example.com';
export const AS_OF = '2026-11-21';
export const XSS = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>';

export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

type Answers = SidebarApi & RhythmApi & EndingAnswers & {
  panelOpen(): Panel;
  panelCheck(): Panel;
  panelSetUp(): Panel;
  panelShow(sheetId: number, row: number, column: number): void;
  followSave(): void;
};

export interface FakeServer {
  readonly calls: Call[];
  readonly objectives: ObjectiveItem[];
  /** The next call of this name throws this sentence instead of doing anything; `lost` does it and then throws. */
  fail(name: string, message: string, lost?: boolean): void;
  answer(name: string, args: readonly unknown[]): unknown;
  /** Rows of the check-in log. */
  readonly log: CheckInEntry[];
  readonly historyOf: Map<string, HistoryPoint[]>;
  isSetUp: boolean;
  readonly rhythm: FakeRhythm;
}

export function keyResult(id: string, change: Partial<KeyResultItem> = {}): KeyResultItem {
  return {
    id,
    objectiveId: id.split('.')[0] ?? '',
    text: `Key result ${id} rises from 20 to 60 of 100`,
    owner: 'omar@example.com',
    measure: 'Increase',
    unit: '%',
    start: 20,
    target: 60,
    current: 35,
    weight: null,
    startDate: '2026-10-01',
    dueDate: '2026-12-31',
    plan: '',
    reading: 'last',
    source: '',
    confidence: 3,
    score: 0.38,
    expected: 0.56,
    status: 'At risk',
    needed: 4.4,
    lastCheckIn: '2026-11-09',
    daysSince: 12,
    isFormula: false,
    place: { sheetId: 22, row: Number(id.replace(/\D/g, '')), column: 3 },
    ...change,
    responsible: change.responsible ?? change.owner ?? 'omar@example.com',
  };
}

function objective(id: string, text: string, change: Partial<ObjectiveItem>, keyResults: readonly KeyResultItem[]): ObjectiveItem {
  return {
    id,
    text,
    team: 'Service',
    owner: ME,
    level: 'Department',
    parent: '',
    kind: 'Committed',
    priority: 'High',
    startDate: '2026-10-01',
    dueDate: '2026-12-31',
    weight: 1,
    score: 0.44,
    status: 'At risk',
    place: { sheetId: 11, row: 2 + Number(id.slice(1)), column: 2 },
    keyResults,
    ...change,
  };
}

function objectivesOf(xss: boolean): ObjectiveItem[] {
  return [
    objective('O1', 'Make riding through the winter feel easy for everyone in town', { level: 'Company', team: 'Company', kind: 'Aspirational', owner: 'helen@example.com' }, [
      keyResult('O1.1', { text: 'Bikes looked after by a winter care plan rise from 1,150 to 2,000', unit: 'bikes', start: 1150, target: 2000, current: 1690, score: 0.64, expected: 0.39, status: 'On track', needed: 54.5 }),
    ]),
    objective('O2', 'Give people their bike back before they start to miss it', { parent: 'O1' }, [
      keyResult('O2.1', { owner: ME, text: 'Median repair time falls from 6.5 to 3.0 working days', measure: 'Decrease', unit: 'days', start: 6.5, target: 3, current: 5.9, score: 0.17, expected: 0.56, status: 'Off track', needed: -0.51, daysSince: 20 }),
      keyResult('O2.2', { owner: ME, text: 'Repairs that are right the first time rise from 88 % to 95 % of all jobs', start: 88, target: 95, current: 91, score: 0.43, status: 'At risk', daysSince: 8, isFormula: true }),
      keyResult('O2.3', { owner: ME, text: 'The new booking page is open for all workshops', measure: 'Milestone', unit: '', start: null, target: null, current: null, score: null, expected: 0.56, status: 'No data', needed: null, daysSince: null, lastCheckIn: '', confidence: null }),
    ]),
    objective('O3', xss ? XSS : 'Win employers and dealers as partners who come back', { team: 'Sales', owner: '', parent: 'O1.1', level: 'Team', priority: 'Low', status: 'On track', score: 0.7 }, [
      keyResult('O3.1', { text: xss ? XSS : 'Employers who lease bikes through us rise from 14 to 30', owner: xss ? XSS : 'chloe@example.com', unit: xss ? '<b>x</b>' : 'employers', start: 14, target: 30, current: 26, score: 0.75, status: 'On track', needed: 0.7, reading: 'sum' }),
    ]),
  ];
}

/** A sheet of somebody else, with a title above its headings. */
function foreignSheet(xss: boolean): AdoptCell[][] {
  return [
    ['Our OKRs', '', '', ''],
    ['Goal', 'Result', 'Target', 'Mood'],
    [xss ? XSS : 'Be easy to reach', 'Calls answered rise from 60 to 90', { value: 0.9, shown: '90%' }, 'sunny'],
    ['', 'Mails answered within a day rise from 40 to 80', '80', ''],
    ['', 'Letters', xss ? XSS : 'a few', ''],
  ];
}

/** Two sheets of which each names what the other has. */
const TWO_SHEETS = [
  { name: 'Aims', rows: [['ID', 'Objective', 'Team'], ['A1', 'Be easy to reach', 'Service'], ['A2', 'Be known in town', 'Sales']] },
  { name: 'Results', rows: [['Objective ID', 'Key result', 'Target'], ['A1', 'Calls answered', '90'], ['A2', 'People who know us', '400']] },
] as const;

export function fakeServer(language: Language = 'en', { xss = false, mine = true } = {}): FakeServer {
  const calls: Call[] = [];
  const objectives = objectivesOf(xss);
  const failures = new Map<string, { readonly message: string; readonly lost: boolean }>();
  const log: CheckInEntry[] = [];
  const historyOf = new Map<string, HistoryPoint[]>([['O2.1', points(xss)]]);
  const formRefs = new Map<string, string>();
  const me = mine ? ME : 'guest@example.com';
  const rhythm = fakeRhythm(language, me);

  const all = () => objectives.flatMap(({ keyResults }) => keyResults);
  const form = (): FormStart => ({
    language,
    me,
    asOf: AS_OF,
    cycle: { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' },
    teams: ['Company', 'Service', 'Sales'],
    people: [ME, 'chloe@example.com'],
    objectives,
    orphans: [],
    kpis: [{ id: 'K1', text: 'Stars that customers give after a repair' }],
    actions: ['O2.1', 'O2.1', 'O1.1'],
    limits: { objectives: 3, keyResults: 3 },
    statusLimits: { onTrackGap: 0.1, checkInDays: 14 },
  });
  const panel = (): Panel => ({
    language,
    isSetUp: server.isSetUp,
    asOf: AS_OF,
    daysLeft: 40,
    score: 0.52,
    expected: 0.56,
    counts: STATUSES.map((status) => ({ status, label: status, count: all().filter((item) => item.status === status).length })),
    totals: { error: 1, warning: 1, advice: 0 },
    findings: [
      { code: 'missingId', severity: 'error', text: xss ? XSS : 'This row has no id.', sheet: 'Key Results', cell: 'A9', sheetId: 22, row: 9, column: 1 },
      { code: 'noOwner', severity: 'warning', text: 'Nobody answers for O3.', sheet: 'Objectives', cell: 'E5', sheetId: 11, row: 5, column: 5 },
    ],
    repairs: [],
  });

  const answers: Answers = {
    panelOpen: panel,
    panelCheck: () => ({ ...panel(), repairs: [xss ? XSS : 'The column Score was put back.'] }),
    panelSetUp() {
      server.isSetUp = true;
      return panel();
    },
    panelShow: () => undefined,
    followSave: () => undefined,
    formOpen: form,
    formSave(draft: ObjectiveDraft, ref: string, base: ObjectiveDraft | null) {
      const refused = draft.text.trim() === '' ? [{ field: 'text', text: 'Write what you want to reach.' }] : [];
      const wrong = draft.keyResults.flatMap(({ target, measure, plan }, at) => [
        ...(measure !== 'Milestone' && !/^[\d.,%-]+$/.test(target) ? [{ field: `keyResults.${at}.target`, text: `“${target}” is not a number.` }] : []),
        ...(plan === 'soon' ? [{ field: `keyResults.${at}.plan`, text: 'Write a plan as day: value.' }] : []),
      ]);
      const now = objectives.find(({ id }) => id === draft.id)?.text;
      const isTheirs = base !== null && now !== undefined && now !== base.text && draft.text !== base.text && draft.text !== now;
      const meanwhile = isTheirs ? [{ field: 'text', text: `The sheet says “${now}” here by now.`, now }] : [];
      if (refused.length + wrong.length + meanwhile.length > 0) return { refused: [...refused, ...wrong, ...meanwhile] };
      const id = draft.id || formRefs.get(ref) || `O${objectives.length + 1}`;
      formRefs.set(ref, id);
      const keyResults = draft.keyResults.map(({ text }, at) => keyResult(`${id}.${at + 1}`, { text }));
      const stored = objective(id, draft.text, { team: draft.team, parent: draft.parent, owner: draft.owner }, keyResults);
      const at = objectives.findIndex((one) => one.id === id);
      if (at < 0) objectives.push(stored);
      else objectives[at] = stored;
      return { saved: { objectiveId: id, keyResultIds: keyResults.map((one) => one.id), place: stored.place } };
    },
    formMove(keyResultId, objectiveId) {
      const moved = all().find(({ id }) => id === keyResultId);
      objectives.forEach((one, at) => {
        const kept = one.keyResults.filter(({ id }) => id !== keyResultId);
        objectives[at] = { ...one, keyResults: one.id === objectiveId && moved ? [...kept, moved] : kept };
      });
      return form();
    },
    formArchive(id) {
      const kept = objectives.filter((one) => one.id !== id).map((one) => ({ ...one, keyResults: one.keyResults.filter((each) => each.id !== id) }));
      objectives.splice(0, objectives.length, ...kept);
      return form();
    },
    checkInOpen: () => ({ language, me, asOf: AS_OF, mine: all().filter(({ responsible }) => responsible === me), all: all(), objectives: objectives.map(({ id, text, team, kind, dueDate }) => ({ id, text, team, kind, dueDate })), thresholds: THRESHOLDS }),
    checkInSave(entry) {
      if (!/^[\d.,% ]+$/.test(entry.value) && entry.value !== 'done') return { refused: [{ field: 'value', text: `“${entry.value}” is not a number.` }] };
      const wasRepeated = log.some(({ ref }) => ref === entry.ref);
      if (!wasRepeated) log.push(entry);
      const item = all().find(({ id }) => id === entry.keyResultId);
      return { saved: { current: Number.parseFloat(entry.value), score: 0.6, confidence: entry.confidence ?? item?.confidence ?? null, lastCheckIn: entry.day || AS_OF, wasRepeated, leftFormula: item?.isFormula ?? false } };
    },
    checkInHistory: (id) => historyOf.get(id) ?? [],
    adoptSheets: () => [
      { id: 77, name: xss ? XSS : 'Old OKRs' },
      { id: 78, name: 'Ideas' },
    ],
    adoptTables: (sheetId) => ({
      locale: 'en_GB',
      tables: sheetId === null ? [] : sheetId === 78 ? TWO_SHEETS : [{ name: 'Old OKRs', rows: foreignSheet(xss) }],
      known: objectives.map(({ id, text }) => ({ id, text })),
      takenIds: [...objectives, ...all()].map(({ id }) => id.toLowerCase()),
      missing: [],
    }),
    adoptCopy(rows) {
      return { objectives: rows.filter(({ existing }) => existing === undefined).length, keyResults: rows.reduce((sum, { keyResults }) => sum + keyResults.length, 0) };
    },
    findingFix: () => undefined,
    ...rhythm.answers,
    ...fakeEnding({ language, me, objectives, xss }),
  };

  const server: FakeServer = {
    calls,
    objectives,
    log,
    historyOf,
    isSetUp: true,
    rhythm,
    fail: (name, message, lost = false) => void failures.set(name, { message, lost }),
    answer(name, args) {
      calls.push({ name, args });
      const failure = failures.get(name);
      failures.delete(name);
      if (failure && !failure.lost) throw new Error(failure.message);
      const value = (answers as unknown as Record<string, (...given: readonly unknown[]) => unknown>)[name]?.(...args);
      if (failure) throw new Error(failure.message);
      return value;
    },
  };
  return server;
}

function points(xss: boolean): HistoryPoint[] {
  const note = xss ? XSS : 'Second shift has started.';
  return [
    { at: '2026-10-02T08:41:00', author: ME, value: 6.5, confidence: 3, progress: '', blockers: '' },
    { at: '2026-10-16T08:41:00', author: ME, value: 6.2, confidence: 3, progress: note, blockers: xss ? XSS : 'Spare parts are late.' },
    { at: '2026-11-01T08:41:00', author: ME, value: 5.9, confidence: 2, progress: '', blockers: '' },
  ];
}
