/** What a person decides while closing a cycle, where it begins, and what of it goes to the server. */
import type { FormStart, KeyResultItem, ObjectiveItem } from '../../src/app/api';
import type { CloseRequest, CloseStart, NextStep, Span } from '../../src/app/close/api';
import { daysBetween, toDay, type Day } from '../../src/model/day';
import { goesOn } from '../../src/rules/carry';
import { cycleAfter, cycleKind, overlap, sameLengthAfter, type CycleMonths } from '../../src/rules/cycles';
import { ASPIRATIONAL_SHARE } from '../../src/rules/expected';
import type { ObjectiveId } from '../library/shape';
import type { Speak } from '../speak';

export const PAGES = ['scores', 'learnings', 'decisions', 'next', 'summary'] as const;
export type Page = (typeof PAGES)[number];

export const CAUSES = ['ambition', 'capacity', 'priorities', 'waiting', 'actions', 'late', 'measure', 'outside'] as const;
export type Cause = (typeof CAUSES)[number];

export const NEXT_STEPS = ['keep', 'change', 'drop', 'stay'] as const satisfies readonly NextStep[];

export const LENGTHS = ['quarter', 'half', 'year', 'same', 'free'] as const;
export type Length = (typeof LENGTHS)[number];
const MONTHS: Readonly<Partial<Record<Length, CycleMonths>>> = { quarter: 3, half: 6, year: 12 };
/** Those that a calendar gives, in a year that begins in some month. */
export const hasFirstMonth = (length: Length): boolean => length in MONTHS;

export interface Said {
  readonly cause?: Cause | '';
  readonly more?: string;
  readonly helped?: string;
  readonly learning?: string;
  readonly win?: string;
}

export interface Closing {
  readonly page: Page;
  /** By id; what is not in it is as `firstStep` has it. */
  readonly steps: Readonly<Record<string, NextStep>>;
  readonly said: Readonly<Record<string, Said>>;
  readonly length: Length;
  readonly firstMonth: number;
  readonly next: Span;
  readonly examples: readonly ObjectiveId[];
  readonly report: boolean;
}

export function newClosing({ cycle }: FormStart): Closing {
  const [length, firstMonth] = lengthOf(cycle);
  return { page: 'scores', steps: {}, said: {}, length, firstMonth, next: nextSpan(cycle, length, firstMonth), examples: [], report: true };
}

/** The next cycle is like this one: after a half-year of a year from April comes another. */
function lengthOf({ name, start, end }: Span): [Length, number] {
  const [first, last] = [toDay(start), toDay(end)];
  if (!first || !last) return ['quarter', 1];
  const kind = cycleKind({ name, start: first, end: last });
  return kind ? [LENGTHS.find((one) => MONTHS[one] === kind.months) ?? 'same', kind.first] : ['same', 1];
}

/** What the next cycle would be; its name is left to the person where no calendar gives one. */
export function nextSpan(cycle: Span, length: Length, firstMonth: number): Span {
  const end = toDay(cycle.end);
  const start = toDay(cycle.start);
  if (!start || !end || length === 'free') return { name: '', start: '', end: '' };
  if (length === 'same') return { name: '', ...sameLengthAfter({ start, end }) };
  return cycleAfter(end, MONTHS[length], firstMonth);
}

/** What is reached: 1.0 for a committed objective, 0.7 for an aspirational one. */
export const goalOf = ({ kind }: ObjectiveItem): number => (kind === 'Aspirational' ? ASPIRATIONAL_SHARE : 1);

/** A low score asks for a cause; 0.7 is where the scale begins to be good. */
export const asksForCause = ({ score }: KeyResultItem): boolean => score !== null && score < ASPIRATIONAL_SHARE;

/** A value is asked for where none is; a formula or a line that is no key result yet cannot have one typed. */
export const isMissing = ({ id, current, isFormula }: KeyResultItem): boolean => id !== '' && current === null && !isFormula;

/** Key results that go on with their objective. */
export const goingOn = ({ keyResults }: ObjectiveItem): readonly KeyResultItem[] => keyResults.filter((one) => goesOn(one.score, { measure: one.measure }));

/** An objective that runs beyond the cycle stays; one with nothing left to do ends; any other goes on. */
export function firstStep(objective: ObjectiveItem, { cycle }: FormStart): NextStep {
  if (runsOn(objective, cycle)) return 'stay';
  return objective.keyResults.length > 0 && goingOn(objective).length === 0 ? 'drop' : 'keep';
}

export const runsOn = ({ startDate, dueDate }: ObjectiveItem, cycle: Span): boolean => dueDate > cycle.end || startDate > cycle.end;

export const stepOf = (objective: ObjectiveItem, { steps }: Closing, start: FormStart): NextStep => steps[objective.id] ?? firstStep(objective, start);

export const LONGEST_NAME = 40;

export interface SpanProblems {
  readonly name: boolean;
  /** History has a cycle of this name. */
  readonly isTaken: boolean;
  readonly days: boolean;
  readonly overlaps: readonly Span[];
  /** Days between the two cycles. */
  readonly gap: number;
}

/** What is wrong with the next cycle, and what is only told. */
export function problemsOf(next: Span, cycle: Span, { cycles: earlier, names }: Pick<CloseStart, 'cycles' | 'names'>): SpanProblems {
  const [start, end] = [toDay(next.start), toDay(next.end)];
  const name = next.name.trim();
  const hasDays = start !== undefined && end !== undefined && start <= end;
  const others = [cycle, ...earlier.filter((one) => one.name !== cycle.name)];
  const overlaps = hasDays ? others.filter((one) => toDay(one.start) && toDay(one.end) && overlap({ start, end }, { start: one.start as Day, end: one.end as Day })) : [];
  const last = toDay(cycle.end);
  return {
    name: name === '' || name.length > LONGEST_NAME || name === cycle.name || names.includes(name),
    isTaken: name !== cycle.name && names.includes(name),
    days: !hasDays,
    overlaps,
    gap: hasDays && last && overlaps.length === 0 ? Math.max(0, daysBetween(last, start) - 1) : 0,
  };
}

/** For the server: causes as the workbook will say them. */
export function requestOf(closing: Closing, start: FormStart, say: Speak): CloseRequest {
  const notesOf = (id: string) => {
    const { cause = '', more = '', helped = '', learning = '', win = '' } = closing.said[id] ?? {};
    const causes = [cause && say(`close.cause.${cause}`), more.trim()].filter(Boolean).join(': ');
    return Object.fromEntries(Object.entries({ cause: causes, helped: helped.trim(), learning: learning.trim(), win: win.trim() }).filter(([, text]) => text !== ''));
  };
  const named = start.objectives.filter(({ id }) => id !== '');
  const keyResults = named.flatMap((one) => one.keyResults).filter(({ id }) => closing.said[id]);
  return {
    cycle: start.cycle,
    next: { ...closing.next, name: closing.next.name.trim() },
    objectives: named.map((one) => ({ id: one.id, step: stepOf(one, closing, start), ...notesOf(one.id) })),
    keyResults: keyResults.map(({ id }) => ({ id, ...notesOf(id) })),
    report: closing.report,
    examples: closing.examples,
  };
}

/** How many objectives and key results end, go on and stay, and what is left behind. */
export function countsOf(closing: Closing, start: FormStart, told: Pick<CloseStart, 'formulas' | 'openActions'>) {
  const by = (steps: readonly NextStep[]) => start.objectives.filter((one) => one.id !== '' && steps.includes(stepOf(one, closing, start)));
  const [ending, carried, staying] = [by(['keep', 'change', 'drop']), by(['keep', 'change']), by(['stay'])];
  const count = (list: readonly ObjectiveItem[], own: (one: ObjectiveItem) => readonly KeyResultItem[]) => ({ objectives: list.length, keyResults: list.reduce((sum, one) => sum + own(one).length, 0) });
  const formulas = carried.flatMap(goingOn).filter(({ isFormula, kpi }) => isFormula && kpi === undefined);
  const { objectives, keyResults } = count(ending, (one) => one.keyResults);
  const onward = new Set(carried.flatMap((one) => [one.id, ...goingOn(one).map(({ id }) => id)]));
  const ended = new Set([...ending.flatMap((one) => one.keyResults.map(({ id }) => id)), ...start.orphans].filter((id) => !onward.has(id)));
  const cells = told.formulas.filter(({ id }) => onward.has(id)).map(({ cell }) => cell);
  const openActions = told.openActions.filter((id) => ended.has(id)).length;
  return { cells, openActions, ending: { objectives, keyResults: keyResults + start.orphans.length }, carried: count(carried, goingOn), staying: staying.length, formulas: formulas.map(({ id }) => id) };
}
