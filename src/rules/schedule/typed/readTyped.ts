/**
 * A schedule typed in plain words, in any of the four languages. Nothing is guessed: what is missing, said twice, or not understood is a problem, with
 * what could be meant. Only the sidebar reads such texts; the words it takes would be too much for the file that formulas load.
 */
import type { Day } from '../../../model/day';
import { momentOf, type LocalMoment, type LocalTime, type Schedule } from '../../../model/schedule';
import { LANGUAGES, type Language } from '../../../model/words';
import { mayRecur } from '../line';
import { firstDay } from '../slots';
import en from '../words/en.json';
import pl from '../words/pl.json';
import th from '../words/th.json';
import vi from '../words/vi.json';
import { cut, findTeams, tidy, type Named } from './cut';
import { findFrom } from './date';
import { findKind } from './kind';
import { Lexicon } from './lexicon';
import { Reading, TYPED_PROBLEMS, type TypedProblem, type Understood } from './reading';
import { findRecurrence } from './recurrence';
import { findTime } from './time';
import { findAudience } from './whom';

export interface TypedOptions {
  /** The language that is tried first; of two that understand as much, it is taken. */
  readonly language?: Language;
  readonly today: Day;
  /** The moment it is typed, so that a time of today that is over is not served at once; without it today may be the first day. */
  readonly now?: LocalMoment;
  /** The names of the teams that there are. */
  readonly teams: readonly string[];
}

export type Typed =
  | { readonly schedule: Schedule; readonly language: Language }
  | { readonly problem: TypedProblem; readonly understood: Understood; readonly language: Language };

/** A schedule is a sentence. */
export const LONGEST_TYPED = 500;

const WORDS = { en, th, vi, pl };
const lexicons = new Map<Language, Lexicon>();

export function readTyped(text: string, options: TypedOptions): Typed {
  const given = options.language ?? 'en';
  const { shown, lower } = tidy(text.slice(0, LONGEST_TYPED + 1));
  if (shown === '') return { problem: { code: 'empty', words: '', could: [] }, understood: {}, language: given };
  if (text.trim().length > LONGEST_TYPED) return { problem: { code: 'tooLong', words: '', could: [] }, understood: {}, language: given };
  // Somebody with a Polish workbook may type English: a language that understands all, or leaves the fewest letters without a meaning.
  let best: Ranked | undefined;
  for (const language of [given, ...LANGUAGES.filter((one) => one !== given)]) {
    const one = readIn(language, shown, lower, options);
    if ('schedule' in one.typed) return one.typed;
    if (best === undefined || one.unknown < best.unknown) best = one;
  }
  return (best as Ranked).typed;
}

interface Ranked {
  readonly typed: Typed;
  readonly unknown: number;
}

function readIn(language: Language, shown: string, lower: string, { today, now, teams }: TypedOptions): Ranked {
  const lexicon = lexiconOf(language);
  const reading = new Reading(shown, cut(lower, lexicon, namesIn(lower, teams, lexicon, language)), language);
  const from = findFrom(reading, today);
  const time = findTime(reading);
  const recurrence = findRecurrence(reading);
  const kind = findKind(reading, recurrence);
  const audience = findAudience(reading, teams, kind);
  if (kind !== undefined && recurrence !== undefined && !mayRecur(kind, recurrence)) reading.refuse('cycleOnlyReport', '', ['report']);
  const left = reading.leftOver();
  if (left.words.length > 0) reading.refuse('notUnderstood', left.words.join(' … '));
  if (kind !== undefined && recurrence !== undefined && time !== undefined && audience !== undefined && reading.problems.length === 0) {
    return { typed: { schedule: { kind, recurrence, time, from: firstFitting(recurrence, time, today, now, from), audience }, language }, unknown: 0 };
  }
  const understood: Understood = { ...(kind && { kind }), ...(recurrence && { recurrence }), ...(time && { time }), ...(from && { from }), ...(audience && { audience }) };
  const [problem] = [...reading.problems].sort((a, b) => TYPED_PROBLEMS.indexOf(a.code) - TYPED_PROBLEMS.indexOf(b.code));
  return { typed: { problem: problem ?? { code: 'notUnderstood', words: shown, could: [] }, understood, language }, unknown: left.letters };
}

/** From the day said on, or from today on, the first day that fits. */
function firstFitting(recurrence: Schedule['recurrence'], time: LocalTime, today: Day, now: LocalMoment | undefined, from: Day | undefined): Day {
  const startOfDay = `${from ?? today}T` as LocalMoment; // before every time of that day
  const begin = now !== undefined && now > startOfDay ? now : startOfDay;
  return recurrence.every === 'cycle' && from !== undefined && momentOf(from, time) > begin ? from : firstDay(recurrence, time, begin);
}

/** A team called “Review” is meant only where the text speaks of a team; one that our words say nothing about, wherever it stands. */
function namesIn(lower: string, teams: readonly string[], lexicon: Lexicon, language: Language): Named[] {
  const names = findTeams(lower, teams, language === 'pl');
  const isOurs = ({ start, end }: Named): boolean => cut(lower.slice(start, end), lexicon, []).every(({ senses }) => senses.length > 0 && senses.every(({ use }) => use !== 'who'));
  const isMarked = ({ start, end }: Named): boolean => {
    const around = [...cut(lower.slice(0, start), lexicon, []).slice(-1), ...cut(lower.slice(end), lexicon, []).slice(0, 1)];
    return around.some(({ senses }) => senses.some(({ use }) => use === 'team'));
  };
  return names.filter((name) => !isOurs(name) || isMarked(name));
}

function lexiconOf(language: Language): Lexicon {
  const known = lexicons.get(language) ?? new Lexicon(WORDS[language], language === 'pl');
  lexicons.set(language, known);
  return known;
}
