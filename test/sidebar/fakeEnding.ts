/** Closing, the past and sharing as the sidebar meets them, over a few rows in memory. */
import type { ObjectiveItem } from '../../src/app/api';
import type { CloseApi, CloseProgress, CloseRequest, CloseStart } from '../../src/app/close/api';
import type { HistoryApi } from '../../src/app/history/api';
import type { ShareApi, ShareStart } from '../../src/app/share/api';
import type { Day } from '../../src/model/day';
import type { KeyResult, Objective } from '../../src/model/okr';
import type { PastRow } from '../../src/model/past';
import { DEFAULT_SETTINGS } from '../../src/model/settings';
import type { Language } from '../../src/model/words';
import { XSS } from './fakeServer';

export type EndingAnswers = CloseApi & HistoryApi & ShareApi;

interface World {
  readonly language: Language;
  readonly me: string;
  readonly objectives: readonly ObjectiveItem[];
  readonly xss: boolean;
}

const STEPS = 6;

const TOLD = (xss: boolean): Pick<CloseStart, 'doubtful' | 'formulas' | 'openActions'> => ({
  doubtful: [{ cell: xss ? XSS : 'Key Results A9', place: { sheetId: 2, row: 9, column: 1 } }],
  formulas: [{ id: 'O2.1', cell: 'Key Results H5' }, { id: 'O3', cell: 'Objectives L5' }],
  openActions: ['O2.1', 'O3.1', 'O3.1'],
});
const day = (text: string): Day => text as Day;

export function fakeEnding({ language, me, objectives, xss }: World): EndingAnswers {
  let begun: { readonly ref: string; readonly request: CloseRequest; done: number } | undefined;
  let share: ShareStart = { language, me, owner: me, editors: ['omar@example.com', xss ? XSS : 'chloe@example.com'], viewers: ['board@example.com'], isLocked: false, isStakeholderView: false };
  const progress = (): CloseProgress => {
    if (!begun) throw new Error('This close is no longer known here.');
    return { ref: begun.ref, cycle: begun.request.cycle, next: begun.request.next, done: begun.done, of: STEPS, report: begun.request.report, examples: begun.request.examples ?? [], changing: begun.request.objectives.filter(({ step }) => step === 'change').map(({ id }) => id) };
  };
  const added = (present: readonly string[], more: readonly string[], less: readonly string[]) => [...present.filter((one) => !less.includes(one)), ...more.filter((one) => !present.includes(one))];
  return {
    closeOpen: () => ({ pending: begun && begun.done < STEPS ? progress() : null, cycles: [{ name: '2026-Q3', start: '2026-07-01', end: '2026-09-30' }], names: ['2026-Q2', '2026-Q3'], ...TOLD(xss) }),
    closeBegin(request, ref) {
      begun = begun?.ref === ref ? begun : { ref, request, done: 0 };
      return progress();
    },
    closeStep() {
      if (begun && begun.done < STEPS) begun.done += 1;
      return progress();
    },
    historyOpen: () => ({
      asOf: day('2026-11-21'),
      settings: { ...DEFAULT_SETTINGS, asOf: day('2026-11-21'), cycleStart: day('2026-10-01'), cycleEnd: day('2026-12-31') },
      objectives: objectives.map(objectiveOf),
      keyResults: objectives.flatMap((one) => one.keyResults.map((own): KeyResult => ({ row: own.place.row, id: own.id, objectiveId: own.objectiveId, keyResult: own.text, owner: own.owner, measure: own.measure || undefined, unit: own.unit, start: own.start ?? undefined, target: own.target ?? undefined, current: own.current ?? undefined, unreadable: false, confidence: own.confidence ?? undefined, weight: 1, startDate: undefined, dueDate: undefined, plan: [], reading: own.reading }))),
      checkIns: [
        { row: 3, day: day('2026-08-03'), at: '2026-08-03T09:00:00', keyResultId: 'O8.1', value: 40, confidence: 3 },
        { row: 4, day: day('2026-11-01'), at: '2026-11-01T09:00:00', keyResultId: 'O2.1', value: 5.9, confidence: 2 },
      ],
      closed: [...PAST(xss), ...(begun?.done === STEPS ? justClosed(begun.request, objectives) : [])],
      archived: [],
      moved: [{ day: day('2026-11-03'), keyResultId: 'O2.2', author: xss ? XSS : 'omar@example.com', from: 98, to: 95 }],
      isCut: false,
    }),
    shareOpen: () => share,
    shareChange({ addViewers, addEditors, removeViewers, removeEditors }) {
      share = { ...share, viewers: added(share.viewers, addViewers, [...removeViewers, ...addEditors]), editors: added(share.editors, addEditors, removeEditors) };
      return share;
    },
    shareLock: (on) => (share = { ...share, isLocked: on }),
    shareView: (stakeholders) => (share = { ...share, isStakeholderView: stakeholders }),
  };
}

function objectiveOf(one: ObjectiveItem): Objective {
  return { row: one.place.row, id: one.id, objective: one.text, level: one.level || undefined, team: one.team, owner: one.owner, parent: one.parent, kind: one.kind, priority: one.priority || undefined, weight: 1, startDate: undefined, dueDate: undefined };
}

function pastRow(part: Partial<PastRow> & Pick<PastRow, 'row' | 'id' | 'objectiveId' | 'text'>): PastRow {
  return {
    closedOn: day('2026-10-02'), cycle: '2026-Q3', team: 'Service', score: 0.5, cause: '', learning: '', nextStep: '', kind: 'Committed', start: 0, target: 80, final: 40, unit: '',
    measure: 'Increase', reading: 'last', weight: 1, startDate: day('2026-07-01'), dueDate: day('2026-09-30'), win: '', ...part,
  };
}

const PAST = (xss: boolean): PastRow[] => [
  pastRow({ row: 3, id: 'O7', objectiveId: 'O7', text: xss ? XSS : 'Give people their bike back sooner', cycle: '2026-Q2', closedOn: day('2026-07-02'), score: 0.3, startDate: day('2026-04-01'), dueDate: day('2026-06-30'), nextStep: 'Keep → O8' }),
  pastRow({ row: 4, id: 'O8', objectiveId: 'O8', text: xss ? XSS : 'Give people their bike back before they start to miss it', nextStep: 'Keep → O2', learning: xss ? XSS : 'Spare parts have to be ordered before the season.', win: 'Two workshops work alike now.' }),
  pastRow({ row: 5, id: 'O8.1', objectiveId: 'O8', text: 'Repairs within three days rise from 0 to 80', nextStep: 'Keep → O2.1', cause: 'Too little time or too few people' }),
];

function justClosed({ cycle, objectives: decided }: CloseRequest, objectives: readonly ObjectiveItem[]): PastRow[] {
  return objectives.map((one, index) => {
    const step = decided.find(({ id }) => id === one.id)?.step;
    return pastRow({ row: 6 + index, id: one.id, objectiveId: one.id, text: one.text, cycle: cycle.name, closedOn: day('2026-11-21'), score: one.score ?? undefined, nextStep: step === 'drop' ? 'Drop' : `Keep → O${20 + index}` });
  });
}
