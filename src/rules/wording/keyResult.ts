/** The rules of a key result's wording: a number, a result instead of an activity, plain words, and where the number comes from. */
import { activityAt, type Found } from './activity';
import type { Beside } from './advise';
import { quoteNumber } from './objective';
import { isPercentAt, TO } from './numbers';
import type { Use } from './lexicon';
import type { Reading } from './read';

export function adviseOnKeyResult(reading: Reading, beside: Beside): Found[] {
  const { figures } = reading;
  const found: Found[] = [];
  const hasTarget = beside.target !== undefined;
  const hasBoth = hasTarget && beside.start !== undefined;
  const hasNumber = figures.at.length > 0;
  const activity = figures.hasBaseline || namesResult(reading) ? -1 : taskAt(reading);
  if (activity >= 0) found.push({ code: 'keyResultActivity', facts: { words: reading.quote(activity) } });
  if (!hasNumber && !hasTarget && beside.measure !== 'Milestone') found.push({ code: 'keyResultNoNumber', facts: {} });
  const vague = vagueAt(reading);
  if (vague >= 0) found.push({ code: 'keyResultVague', facts: { words: reading.quote(vague) } });
  const percent = hasBoth && !beside.unit?.includes('%') ? undefined : percentWithoutBase(reading);
  if (percent !== undefined) found.push({ code: 'percentageNoBase', facts: { words: quoteNumber(reading, percent) } });
  // One that asks "of what, from what?" or for something else than an activity asks for the baseline too.
  const asksAlready = activity >= 0 || percent !== undefined;
  const isLimit = beside.measure === 'At least' || beside.measure === 'At most' || beside.measure === 'Milestone';
  const number = figures.at[0];
  if (number !== undefined && !asksAlready && !hasBoth && !isLimit && !hasBaseline(reading)) {
    found.push({ code: 'keyResultNoBaseline', facts: { words: quoteNumber(reading, figures.at[figures.at.length - 1] ?? number) } });
  }
  return found;
}

/** "Launch the app and win 10,000 users": what comes of the activity is told with its number. */
function namesResult(reading: Reading): boolean {
  const result = reading.find('result');
  return result >= 0 && reading.figures.at.some((at) => at > result);
}

/** Making a share of something is a result: "deliver 98 % of orders on time". */
function taskAt(reading: Reading): number {
  const at = activityAt(reading);
  return reading.is(at, 'make') && reading.figures.percents.some((percent) => hasBase(reading, percent)) ? -1 : at;
}

/** A vague verb is excused by any number ("improve the rating to 4.5"), a vague adjective only by a baseline. */
function vagueAt(reading: Reading): number {
  if (reading.figures.hasBaseline) return -1;
  const uses: Use[] = reading.figures.at.length > 0 ? ['vague'] : ['vague', 'vagueVerb'];
  // "20 % more" is no vague "more".
  return reading.tokens.findIndex((_, index) => reading.is(index, ...uses) && !isFigure(reading, index - 1));
}

const isFigure = (reading: Reading, at: number): boolean => reading.tokens[at]?.kind === 'number' || reading.tokens[at]?.text === '%' || reading.is(at, 'number', 'percent');

/** A limit to keep needs no baseline: at least, below, stays at. */
function hasBaseline(reading: Reading): boolean {
  return reading.figures.hasBaseline || reading.has('hold');
}

/** The first per cent of which nobody can tell the whole: "sales up by 20 %", "90 % satisfaction". */
function percentWithoutBase(reading: Reading): number | undefined {
  if (reading.figures.hasBaseline) return undefined;
  return reading.figures.percents.find((at) => !hasBase(reading, at));
}

/** Thai and Vietnamese name the figure between the change and the per cent: "tăng doanh thu 20 %"; up to a figure is no change by it. */
function isChange(reading: Reading, before: number): boolean {
  for (let i = before; i >= 0 && !TO.has(reading.tokens[i]?.text ?? ''); i -= 1) if (reading.is(i, 'by', 'vagueVerb')) return true;
  return false;
}

function hasBase(reading: Reading, at: number): boolean {
  const { tokens, language } = reading;
  const before = isPercentAt(tokens, at) && reading.is(at - 1, 'percent') ? at - 2 : at - 1;
  if (reading.is(before, 'by') || tokens[before]?.text === '+') return false;
  if ((language === 'th' || language === 'vi') && isChange(reading, before)) return false;
  if (language === 'th') return true; // it puts what a per cent is of before it: พนักงาน 90%
  let behind = at + 1;
  while (tokens[behind]?.text === '%' || reading.is(behind, 'percent')) behind += 1;
  if (reading.is(behind, 'of') || reading.has('rate', 'metric')) return true;
  // Polish and Vietnamese put what a per cent is of right behind it: "80 % klientów".
  const next = tokens[behind];
  return (language === 'pl' || language === 'vi') && next?.kind === 'word' && !reading.is(behind, 'filler', 'vague', 'outcome', 'yearBefore', 'hold', 'by');
}
