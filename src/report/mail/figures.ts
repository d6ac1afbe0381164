/** Numbers as mails show them: scores with two digits, moves with their sign, values with their unit. */
import { tidy, type Score } from '../../model/units';
import type { Language, Measure } from '../../model/words';
import type { Move } from '../../rules/changes';
import { decimal } from '../numbers';
import { short } from './plain';

const MINUS = '−';

/** Only 1 itself is shown as 1.00 and only 0 as 0.00, as the bars have it: 0.996 is 0.99. */
function hundredths(score: Score): number {
  if (score <= 0 || score >= 1) return score * 100;
  return Math.min(Math.max(Math.round(score * 100), 1), 99);
}

export function scoreText(score: Score | undefined, language: Language): string {
  return score === undefined ? '–' : decimal((hundredths(score) / 100).toFixed(2), language);
}

/** What a score lacks to a goal, as both are shown: 0.875 is 0.88, which lacks 0.12 to 1.0. What is not reached lacks at least 0.01. */
export function gapText(score: Score, goal: number, language: Language): string {
  return decimal((Math.max(Math.round(goal * 100) - hundredths(score), 1) / 100).toFixed(2), language);
}

/** What lies between two scores as they are shown, so that readers who subtract find the same: 0.566 to 0.624 is 0.57 to 0.62, so +0.05. '' for no move. */
export function moveText({ from, to }: Move, language: Language): string {
  const change = hundredths(to) - hundredths(from);
  return change === 0 ? '' : `${change > 0 ? '+' : MINUS}${decimal((Math.abs(change) / 100).toFixed(2), language)}`;
}

const SPACE = '\u00a0'; // keeps a number in one line
const GROUP_MARKS: Readonly<Record<Language, string>> = { en: ',', th: ',', vi: '.', pl: SPACE };

/** At most two digits behind the mark, small values keep three that count; from 10,000 on in groups of three: 850,000 and 0.00123. */
export function numberText(value: number, language: Language): string {
  const size = Math.abs(value);
  // From a million million on a number has no digits to spare behind the mark.
  const rounded = size >= 1e12 ? value : size >= 1 ? Math.round(value * 100) / 100 : Number(value.toPrecision(3));
  const text = decimal(tidy(rounded), language).replace('-', MINUS);
  const isLong = size >= 10_000 && !text.includes('e'); // 1e+21 has no groups
  return isLong ? text.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, GROUP_MARKS[language])) : text;
}

interface Unit {
  readonly measure: Measure | undefined;
  readonly unit: string;
}

/** `46 points`, `62%`, a milestone as a per cent; the dash for none. */
export function valueText(value: number | undefined, { measure, unit }: Unit, language: Language): string {
  if (value === undefined) return '–';
  if (measure === 'Milestone') return `${numberText(Math.round(value * 1000) / 10, language)}%`;
  const name = short(unit, 20);
  return name === '' ? numberText(value, language) : `${numberText(value, language)}${name === '%' ? '%' : `${SPACE}${name}`}`;
}
