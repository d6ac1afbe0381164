/** What is to be done and for whom: kind, groups, teams and addresses, each in the language said of it. */
import type { Audience, Recurrence, ScheduleKind } from '../../../model/schedule';
import type { Language } from '../../../model/words';
import { inOrder, isAddress, suits } from '../audience';
import type { Reading } from './reading';

export function findKind(reading: Reading, recurrence: Recurrence | undefined): ScheduleKind | undefined {
  const kinds = new Map<ScheduleKind, string>();
  const maybe = new Map<string, string>();
  for (let at = 0; at < reading.count; at += 1) {
    const [sure, unsure] = [reading.value(at, 'kind'), reading.value(at, 'maybe')];
    if (sure !== undefined && !kinds.has(sure as ScheduleKind)) kinds.set(sure as ScheduleKind, reading.quote(at));
    if (unsure !== undefined) maybe.set(unsure, reading.quote(at));
    if (sure !== undefined || unsure !== undefined) reading.take(at);
  }
  const [one, two] = [...kinds.keys()];
  if (two !== undefined) reading.refuse('twoKinds', [...kinds.values()].join(' … '), [...kinds.keys()]);
  if (one !== undefined) return two === undefined ? one : undefined;
  // "Review every Friday" can only be its start; a report at the end of the cycle is the one that closes it, any other may be a digest.
  if (maybe.has('review') && maybe.size === 1) return 'review';
  if (maybe.size === 1 && recurrence?.every === 'cycle') return 'report';
  if (maybe.size > 0) reading.refuse('kindUnclear', [...maybe.values()].join(' … '), maybe.has('review') ? ['review', 'digest', 'report'] : ['digest', 'report']);
  else reading.refuse('noKind', '', ['remind', 'review', 'digest', 'report']);
  return undefined;
}

export function findAudience(reading: Reading, teams: readonly string[], kind: ScheduleKind | undefined): readonly Audience[] | undefined {
  const found: Audience[] = [];
  let [spoken, everyone] = [0, '']; // up to where a language has been said
  let overall: Language | undefined;
  for (let at = 0; at < reading.count; at += 1) {
    const language = reading.value(at, 'language') as Language | undefined;
    if (language !== undefined) {
      reading.take(at);
      // "To Anna and Jan in Polish" is about both, "in Polish to Anna and Jan" too.
      if (found.length === 0) overall = language;
      for (; spoken < found.length; spoken += 1) found[spoken] = { ...(found[spoken] as Audience), language };
    } else if (reading.is(at, 'team') || reading.tokens[at]?.kind === 'team') at = teamAt(reading, at, teams, found);
    else if (reading.tokens[at]?.kind === 'address') {
      reading.take(at);
      const address = reading.quote(at);
      if (isAddress(address)) found.push({ who: 'address', address });
      else reading.refuse('badAddress', address);
    } else if (reading.is(at, 'who')) {
      const who = reading.value(at, 'who');
      reading.take(at);
      if (who === 'everyone') everyone = reading.quote(at);
      // "The owners in team Sales" are that team.
      else if (who !== 'owners' || !isTeam(reading, reading.skip(at + 1, 'from', 'who'))) found.push({ who } as Audience);
    }
  }
  if (found.every(({ who }) => who === 'address') && everyone !== '') {
    if (kind === 'remind' || kind === 'review') found.push({ who: 'owners' });
    else reading.refuse('whoUnclear', everyone, ['owners', 'objective owners', 'stakeholders']);
  }
  return agreed(reading, inOrder(overall === undefined ? found : found.map((one) => ({ language: overall as Language, ...one }))), kind);
}

const isTeam = (reading: Reading, at: number): boolean => reading.is(at, 'team') || reading.tokens[at]?.kind === 'team';

/** "Team Sales", "the Sales team", "Sales"; answers the last place that belongs to it. */
function teamAt(reading: Reading, at: number, teams: readonly string[], found: Audience[]): number {
  const add = (place: number): void => void found.push({ who: 'team', team: reading.tokens[place]?.text ?? '' });
  if (reading.tokens[at]?.kind === 'team') {
    reading.take(at, reading.is(at + 1, 'team') ? at + 2 : at + 1);
    add(at);
    return reading.isFree(at + 1) ? at : at + 1;
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
  let end = at + 1;
  while (isName(end)) end += 1;
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
  if (!reading.problems.some(({ code }) => ['whoUnclear', 'badAddress', 'unknownTeam', 'whichTeam'].includes(code))) {
    reading.refuse('noAudience', '', kind === 'remind' ? ['owners', 'objective owners'] : ['owners', 'objective owners', 'stakeholders']);
  }
  return undefined;
}
