/** The library in one language: examples and KPIs by department, and the guidance; texts from the files here, numbers from `shape`. */
import type { Frequency, Kind, Language, Measure } from '../../src/model/words';
import examplesEn from './examples.en.json';
import examplesPl from './examples.pl.json';
import examplesTh from './examples.th.json';
import examplesVi from './examples.vi.json';
import guidanceEn from './guidance.en.json';
import guidancePl from './guidance.pl.json';
import guidanceTh from './guidance.th.json';
import guidanceVi from './guidance.vi.json';
import kpisEn from './kpis.en.json';
import kpisPl from './kpis.pl.json';
import kpisTh from './kpis.th.json';
import kpisVi from './kpis.vi.json';
import { DEPARTMENTS, KPIS, OBJECTIVES, PAIRS, SPANS, VERDICTS, type DepartmentId, type KpiId, type ObjectiveId, type PairId, type TimeFrame } from './shape';

export interface Library {
  readonly departments: readonly Department[];
  readonly guidance: Guidance;
}

export interface Department {
  readonly id: DepartmentId;
  readonly name: string;
  readonly objectives: readonly ObjectiveExample[];
  readonly kpis: readonly KpiExample[];
}

export interface ObjectiveExample {
  readonly id: ObjectiveId;
  readonly text: string;
  readonly kind: Kind;
  readonly keyResults: readonly KeyResultExample[];
}

export interface KeyResultExample {
  readonly id: string;
  readonly text: string;
  readonly measure: Measure;
  readonly unit: string;
  /** A milestone goes from 0 to 1, the share of it that is done; its text counts the parts. */
  readonly start: number;
  readonly target: number;
  readonly source: string;
}

export interface KpiExample {
  readonly id: KpiId;
  readonly text: string;
  readonly measure: Measure;
  readonly unit: string;
  readonly target: number;
  readonly timeFrame: string;
  /** Whose first and last day a form takes for it. */
  readonly span: 'cycle' | 'year';
  readonly source: string;
  readonly frequency: Frequency;
}

export interface Guidance {
  /** What to ask oneself at each step. */
  readonly questions: { readonly objective: readonly string[]; readonly keyResults: readonly string[]; readonly kpis: readonly string[] };
  /** "OKR or KPI?": three questions to answer with yes or no. */
  readonly helper: { readonly questions: Readonly<Record<HelperQuestion, string>>; outcome(answers: HelperAnswers): HelperOutcome };
  readonly pairs: readonly Pair[];
}

export const HELPER_QUESTIONS = ['change', 'number', 'lasting'] as const;
export type HelperQuestion = (typeof HELPER_QUESTIONS)[number];
export type HelperAnswers = Readonly<Record<HelperQuestion, boolean>>;

export interface HelperOutcome {
  readonly verdict: (typeof VERDICTS)[keyof typeof VERDICTS];
  readonly title: string;
  readonly text: string;
}

/** A bad wording, a good one for the same wish, and the reason. */
export interface Pair {
  readonly id: PairId;
  readonly about: 'objective' | 'key result' | 'kpi';
  readonly bad: string;
  readonly good: string;
  readonly why: string;
}

/** The numbers are there where a language has its own: 60 dollars are neither 60 zloty nor 60 baht. */
interface KeyResultText {
  readonly text: string;
  readonly unit: string;
  readonly source: string;
  readonly start?: number;
  readonly target?: number;
}

interface Texts {
  readonly departments: Readonly<Record<DepartmentId, string>>;
  readonly objectives: Readonly<Record<ObjectiveId, { readonly text: string; readonly keyResults: readonly KeyResultText[] }>>;
  readonly timeFrames: Readonly<Record<TimeFrame, string>>;
  readonly kpis: Readonly<Record<KpiId, { readonly text: string; readonly unit: string; readonly source: string; readonly target?: number }>>;
  readonly questions: Guidance['questions'];
  readonly helper: {
    readonly questions: Readonly<Record<HelperQuestion, string>>;
    readonly outcomes: Readonly<Record<keyof typeof VERDICTS, { readonly title: string; readonly text: string }>>;
  };
  readonly pairs: Readonly<Record<PairId, { readonly bad: string; readonly good: string; readonly why: string }>>;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  en: { ...examplesEn, ...kpisEn, ...guidanceEn },
  th: { ...examplesTh, ...kpisTh, ...guidanceTh },
  vi: { ...examplesVi, ...kpisVi, ...guidanceVi },
  pl: { ...examplesPl, ...kpisPl, ...guidancePl },
};

/** A panel asks at every drawing, so each language is put together once. */
const made: Partial<Record<Language, Library>> = {};

export function libraryFor(language: Language): Library {
  return (made[language] ??= makeLibrary(TEXTS[language]));
}

function makeLibrary(texts: Texts): Library {
  const departments = DEPARTMENTS.map((id) => ({
    id,
    name: texts.departments[id],
    objectives: keysOf(OBJECTIVES).filter(isOf(id)).map((key) => objectiveOf(key, texts)),
    kpis: keysOf(KPIS).filter(isOf(id)).map((key) => kpiOf(key, texts)),
  }));
  const pairs = keysOf(PAIRS).map((id) => ({ id, about: PAIRS[id], ...texts.pairs[id] }));
  const outcome = (answers: HelperAnswers): HelperOutcome => {
    const key = keyOf(answers);
    return { verdict: VERDICTS[key], ...texts.helper.outcomes[key] };
  };
  return { departments, guidance: { questions: texts.questions, helper: { questions: texts.helper.questions, outcome }, pairs } };
}

function objectiveOf(id: ObjectiveId, texts: Texts): ObjectiveExample {
  const { kind, keyResults } = OBJECTIVES[id];
  const { text, keyResults: told } = texts.objectives[id];
  return {
    id,
    text,
    kind,
    keyResults: keyResults.map(([measure, start, target], index) => {
      const one = told[index];
      if (!one) throw new Error(`The library has no text for key result ${index + 1} of ${id}.`);
      return { id: `${id}.${index + 1}`, measure, start, target, ...one };
    }),
  };
}

function kpiOf(id: KpiId, texts: Texts): KpiExample {
  const { timeFrame, ...rest } = KPIS[id];
  return { id, ...rest, timeFrame: texts.timeFrames[timeFrame], span: SPANS[timeFrame], ...texts.kpis[id] };
}

const isOf = (department: DepartmentId) => (id: string) => id.startsWith(`${department}.`);

const yesOrNo = (answer: boolean) => (answer ? 'yes' : 'no');
const keyOf = ({ change, number, lasting }: HelperAnswers) => `${yesOrNo(change)}-${yesOrNo(number)}-${yesOrNo(lasting)}` as const;

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as Key[];
