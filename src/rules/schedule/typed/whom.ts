/** For whom it is: groups, teams and addresses, each in the language said of it. */
import type { Audience, ScheduleKind } from '../../../model/schedule';
import type { Language } from '../../../model/words';
import { inOrder, isAddress, suits } from '../audience';
import { isAbout, isTeam, Mentions, ownersBehind, teamOf } from './mention';
import type { Reading } from './reading';

/** Somebody, or a language that was said of somebody, in the order of the text. */
type Said = { readonly one: Audience } | { readonly language: Language; readonly at: number };

export function findAudience(reading: Reading, teams: readonly string[], kind: ScheduleKind | undefined): readonly Audience[] | undefined {
  const said: Said[] = [];
  const mentions = new Mentions(reading);
  let [everyone, everyoneAt] = ['', 0];
  for (let at = 0; at < reading.count; at += 1) {
    const language = reading.value(at, 'language') as Language | undefined;
    const who = reading.value(at, 'who');
    if (language !== undefined) said.push({ language, at });
    else if (isTeam(reading, at)) {
      const last = teamAt(reading, at, teams, said);
      const owners = ownersBehind(reading, last);
      mentions.add(at, (owners ?? last) + 1, 'team');
      if (owners !== undefined) at = ownersOf(reading, last, owners);
      else at = last;
    } else if (reading.tokens[at]?.kind === 'address') {
      reading.take(at);
      mentions.add(at, at + 1, 'address');
      const address = reading.quote(at);
      if (isAddress(address)) said.push({ one: { who: 'address', address } });
      else reading.refuse('badAddress', address);
    } else if (who !== undefined) {
      const team = teamOf(reading, at);
      mentions.add(at, at + 1, 'group', team);
      if (who === 'everyone') {
        // "Everyone in Sales" and "all the owners" are those; "everyone and Sales" are everyone.
        if (team === undefined && !mentions.isBesideGroup(at)) [everyone, everyoneAt] = [reading.quote(at), said.length];
      } else if (team === undefined) said.push({ one: { who } as Audience });
      else if (who !== 'owners') reading.refuse('groupOfTeam', reading.quote(at, team + 1));
      reading.take(at);
    }
  }
  // "All owners" is one group; "everyone" alone are all owners where only owners can be meant.
  if (everyone !== '') {
    if (kind === 'remind' || kind === 'review') said.splice(everyoneAt, 0, { one: { who: 'owners' } });
    else reading.refuse('whoUnclear', everyone, ['owners', 'objective owners', 'stakeholders']);
  }
  const topic = kind === undefined ? undefined : mentions.list.find((one) => isAbout(reading, mentions, one, kind));
  if (topic !== undefined) reading.refuse(kind === 'remind' || kind === 'review' ? 'aboutWhat' : 'aboutTeam', reading.quote(topic.from, topic.to));
  return agreed(reading, inOrder(inLanguages(reading, said)), kind);
}

/** "The Sales owners" are that team; "the Sales stakeholders" are nobody that the model knows. Answers the place of the group. */
function ownersOf(reading: Reading, team: number, at: number): number {
  if (reading.language !== 'en' || reading.value(at, 'who') !== 'owners') reading.refuse('groupOfTeam', reading.quote(team, at + 1));
  reading.take(team, at + 1);
  return at;
}

/**
 * "To Anna and Jan in Polish" is about both, and "in Polish to Anna, in Thai to Jan" about whoever follows: who begins with a language goes on so.
 * A language that is about nobody stays unused, and so is not understood.
 */
function inLanguages(reading: Reading, said: readonly Said[]): Audience[] {
  const found: Audience[] = [];
  const isAhead = said[0] !== undefined && 'language' in said[0];
  let [since, waiting] = [0, undefined as Extract<Said, { language: Language }> | undefined];
  for (const item of said) {
    if ('one' in item) {
      found.push(waiting === undefined ? item.one : { ...item.one, language: waiting.language });
      if (waiting !== undefined) reading.take(waiting.at);
    } else if (isAhead) waiting = item;
    else if (since < found.length) {
      for (; since < found.length; since += 1) found[since] = { ...(found[since] as Audience), language: item.language };
      reading.take(item.at);
    }
  }
  return found;
}

/** "Team Sales", "the Sales team", "Sales"; answers the last place that belongs to it. */
function teamAt(reading: Reading, at: number, teams: readonly string[], said: Said[]): number {
  const add = (place: number): void => void said.push({ one: { who: 'team', team: reading.tokens[place]?.text ?? '' } });
  if (reading.tokens[at]?.kind === 'team') {
    const last = reading.is(at + 1, 'team') ? at + 1 : at;
    reading.take(at, last + 1);
    add(at);
    return last;
  }
  const name = reading.skip(at + 1, 'team');
  if (reading.tokens[name]?.kind === 'team') {
    reading.take(at, name + 1);
    add(name);
    return name;
  }
  reading.take(at);
  // The words that would be the name: those behind, or the one before, that mean nothing to us.
  const isName = (place: number): boolean => reading.tokens[place]?.kind === 'word' && reading.isFree(place) && reading.tokens[place]?.senses.length === 0;
  // Thai writes the name right behind: in "ทีมการเงิน" a part of it may be a word that we know.
  const isGlued = (place: number): boolean => reading.is(place, 'filler') && reading.tokens[place]?.start === reading.tokens[place - 1]?.end;
  let end = at + 1;
  while (isName(end) || isGlued(end)) end += 1;
  while (end > at + 1 && !isName(end - 1)) end -= 1;
  const begin = end === at + 1 && isName(at - 1) ? at - 1 : at + 1;
  if (begin < at) end = at;
  if (begin === end) reading.refuse('whichTeam', reading.quote(at), teams);
  else reading.refuse('unknownTeam', reading.quote(begin, end), teams);
  reading.take(begin, end);
  return Math.max(at, end - 1);
}

function agreed(reading: Reading, audience: readonly Audience[], kind: ScheduleKind | undefined): readonly Audience[] | undefined {
  const stranger = kind === undefined ? undefined : audience.find((one) => !suits(one, kind));
  if (stranger !== undefined) {
    reading.refuse('ownsNothing', '', ['owners', 'objective owners']);
    return undefined;
  }
  if (audience.length > 0) return audience;
  // A review that names nobody is about all key results that are due; a mail must go to somebody.
  if (kind === 'review') return [{ who: 'owners' }];
  if (!reading.problems.some(({ code }) => ['whoUnclear', 'badAddress', 'unknownTeam', 'whichTeam', 'aboutTeam', 'aboutWhat', 'groupOfTeam'].includes(code))) {
    reading.refuse('noAudience', '', kind === 'remind' ? ['owners', 'objective owners'] : ['owners', 'objective owners', 'stakeholders']);
  }
  return undefined;
}
