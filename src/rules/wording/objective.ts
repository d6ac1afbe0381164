/** The rules of an objective's wording: no numbers, no task, short, and something said. */
import { charactersOf, LONGEST_OBJECTIVE } from './length';
import type { Use } from './lexicon';
import type { Reading } from './read';
import { activityAt, type Found } from './activity';

export function adviseOnObjective(text: string, reading: Reading): Found[] {
  const found: Found[] = [];
  const number = reading.figures.at[0];
  if (saysNothing(reading)) found.push({ code: 'objectiveSaysNothing', facts: {} });
  const task = taskAt(reading);
  if (task >= 0) found.push({ code: 'objectiveIsTask', facts: { words: reading.quote(task) } });
  if (number !== undefined) found.push({ code: 'objectiveHasMetric', facts: { words: quoteNumber(reading, number) } });
  else if (reading.has('metric')) found.push({ code: 'objectiveNamesMetric', facts: { words: reading.quote(reading.find('metric')) } });
  const trimmed = text.trim();
  const count = charactersOf(trimmed);
  if (count > LONGEST_OBJECTIVE) found.push({ code: 'objectiveTooLong', facts: { count, limit: LONGEST_OBJECTIVE } });
  return found;
}

/** The number with what belongs to it: `20 %`, `€ 5`, `7/10`. */
export function quoteNumber(reading: Reading, at: number): string {
  const { tokens } = reading;
  const isPart = (index: number): boolean => reading.is(index, 'percent', 'number') || /^[%‰$€£¥₫฿]$/.test(tokens[index]?.text ?? '');
  let from = isPart(at - 1) ? at - 1 : at;
  while (/^[/:]$/.test(tokens[from - 1]?.text ?? '') && tokens[from - 2]?.kind === 'number') from -= 2;
  const stuck = tokens[at + 1]?.start === tokens[at]?.end && tokens[at + 1]?.kind === 'word';
  return reading.quote(from, isPart(at + 1) || stuck ? at + 1 : at);
}

/** Nothing but words that fit every company: "be the best", "improve quality", "improve customer satisfaction". A single word is a topic. */
function saysNothing(reading: Reading): boolean {
  // "Customers stay with us" says something of customers; "customer satisfaction" only whose satisfaction it is.
  const general: readonly Use[] = reading.has('topic') ? ['topic', 'audience'] : [];
  let said = 0;
  let letters = 0;
  for (let i = 0; i < reading.tokens.length; i += 1) {
    const token = reading.tokens[i];
    if (token?.kind !== 'word' || reading.is(i, 'filler', 'empty', 'vague', 'vagueVerb', 'rank', ...general)) continue;
    said += 1;
    letters += token.text.length;
  }
  if (said === 0) return true;
  // Unknown Thai is one piece however many words it has; one other word alone names a topic.
  const words = reading.tokens.filter(({ kind }) => kind === 'word').length;
  return reading.language === 'th' ? letters < 3 : words === 1;
}

/** How many words behind the verb the thing may stand that is made: "build the first version of our new app". */
const OBJECT = 7;

/** Where the task stands that the text begins with: launch, implement; build or create when a thing is made and nothing comes of it. */
function taskAt(reading: Reading): number {
  const at = activityAt(reading);
  if (at < 0 || !reading.is(at, 'make', 'either') || reading.is(at, 'task')) return at;
  const isThing = reading.tokens.some((_, index) => index > at && index <= at + OBJECT && reading.is(index, 'thing'));
  const hasOutcome = reading.tokens.some((_, index) => index > at && reading.is(index, 'outcome'));
  return isThing && !hasOutcome ? at : -1;
}
