/** How somebody stands in the text: as the one it goes to, as whose digest it is, or as what is to be updated. */
import type { ScheduleKind } from '../../../model/schedule';
import type { Reading } from './reading';

/** Somebody in the text, from one place up to another. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly who: 'team' | 'group' | 'address';
  /** Where the team stands that a group is of: "owners in team Sales". */
  readonly team: number | undefined;
}

/** What leads to somebody: "to Sales", "for Sales", "of Sales", "update Sales", "the digest, Sales", nothing. */
interface Link {
  readonly by: 'to' | 'for' | 'about' | 'topic' | 'kind' | 'none';
  /** With "and" or a comma in front, or in a list: it goes with whoever was named before. */
  readonly isListed: boolean;
  /** It stands before this very one, not before the list that it is in. */
  readonly isOwn: boolean;
}

export class Mentions {
  readonly list: Mention[] = [];

  constructor(private readonly reading: Reading) {}

  add(from: number, to: number, who: Mention['who'], team?: number): void {
    this.list.push({ from, to, who, team });
  }

  /** Another group or team right before or behind, as in "all owners": no word but filling ones between. */
  isBesideGroup(at: number): boolean {
    const before = this.list.find(({ to, from }) => from < at && this.isOnlyFilled(to, at));
    const next = this.reading.skip(at + 1);
    return (before !== undefined && before.who !== 'address') || (this.reading.is(next, 'who') && this.reading.isUnparted(at, next));
  }

  private isOnlyFilled(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (!this.reading.had(at, 'filler') || this.reading.had(at, 'and')) return false;
    return this.reading.isUnparted(from - 1, to);
  }

  /** The nearest word in front that tells: in "the digest of team Sales" that is "of". */
  link(mention: Mention): Link {
    const { reading } = this;
    // The team in "owners of Sales" is led to by what leads to the owners.
    const group = this.list.find(({ team }) => team !== undefined && mention.from <= team && team < mention.to);
    if (group !== undefined) return this.link(group);
    // Polish may say it in the name: "zespołowi Sprzedaż".
    if (reading.had(mention.from, 'toWhom')) return { by: 'to', isListed: this.isJoined(mention.from), isOwn: true };
    for (let at = mention.from - 1; at >= 0; at -= 1) {
      const before = this.list.find(({ from, to }) => from <= at && at < to);
      if (before !== undefined) return { by: this.link(before).by, isListed: true, isOwn: false };
      if (reading.had(at, 'language')) {
        if (reading.had(at - 1, 'about')) at -= 1;
        continue;
      }
      if (reading.had(at, 'kind', 'maybe')) return { by: 'kind', isListed: false, isOwn: true };
      if (this.leadsElsewhere(at, mention.from)) continue;
      for (const [use, by] of [['toWhom', 'to'], ['forWhom', 'for'], ['about', 'about'], ['topic', 'topic']] as const) {
        if (reading.had(at, use)) return { by, isListed: this.isJoined(at), isOwn: true };
      }
    }
    return { by: 'none', isListed: false, isOwn: true };
  }

  /** "On" before Monday says nothing of anybody. */
  private leadsElsewhere(at: number, end: number): boolean {
    if (!this.reading.isFree(at)) return true;
    let next = at + 1;
    while (next < end && this.reading.isFree(next) && this.reading.had(next, 'filler', 'every') && !this.reading.had(next, 'team')) next += 1;
    return next < end && !this.reading.isFree(next) && !this.reading.had(next, 'team', 'kind', 'maybe') && !this.list.some(({ from, to }) => from <= next && next < to);
  }

  private isJoined(at: number): boolean {
    return this.list.some(({ from }) => from < at) && (this.reading.had(at - 1, 'and') || !this.reading.isUnparted(at - 1, at));
  }
}

/**
 * Somebody whom it is about, not for: Sales in "the Sales digest to the board", "the digest of Sales", "remind owners to update Sales". Only a digest that goes
 * to a team is about that team, so this is nothing that could be done, and whoever reads it as one more recipient mails the wrong people.
 */
export function isAbout(reading: Reading, mentions: Mentions, mention: Mention, kind: ScheduleKind): boolean {
  const { by, isListed, isOwn } = mentions.link(mention);
  const isTeam = mention.who === 'team';
  const others = mentions.list.filter((one) => one !== mention);
  // "The review of Sales" is one for Sales.
  const isTopic = by === 'topic' || (by === 'about' && kind === 'remind');
  // "For team Sales remind owners" would be all owners and Sales; "the review for team Sales and all owners" is a list.
  const isAlone = (one: Mention): boolean => one.who === 'group' && one.team === undefined && mentions.link(one).isOwn;
  if (isOwn && by === 'for' && isTeam && kind !== 'digest' && kind !== 'report' && others.some(isAlone)) return true;
  if (kind === 'remind' || kind === 'review') return isTopic && (isTeam || others.some(({ from }) => from < mention.from));
  const goesToOthers = others.some((one) => {
    const link = mentions.link(one);
    return link.by === 'to' && !link.isListed;
  });
  if (by === 'about') return true;
  if (standsBeforeKind(reading, mention.to) && (by !== 'to' || isListed) && (isTeam || goesToOthers)) return true;
  return by === 'kind' ? isTeam || goesToOthers : by === 'for' && !isListed && goesToOthers;
}

/** "The Sales digest", "Sales weekly digest"; but "send Sales the digest". */
function standsBeforeKind(reading: Reading, at: number): boolean {
  return reading.had(at, 'kind', 'maybe') || (reading.had(at, 'team', 'each') && standsBeforeKind(reading, at + 1));
}

export const isTeam = (reading: Reading, at: number): boolean => reading.is(at, 'team') || reading.tokens[at]?.kind === 'team';

/** Where the team of a group stands: "the owners in team Sales", "stakeholders of Sales"; "owners and Sales", "owners, to Sales" are two. */
export function teamOf(reading: Reading, at: number): number | undefined {
  const next = reading.skip(at + 1, 'from', 'who');
  if (!isTeam(reading, next) || !reading.isUnparted(at, next)) return undefined;
  for (let between = at + 1; between < next; between += 1) if (reading.had(between, 'toWhom', 'forWhom', 'topic')) return undefined;
  const name = teamNameAt(reading, next);
  // "Send the owners the Sales digest" speaks of two.
  return standsBeforeKind(reading, name + 1) ? undefined : name;
}

function teamNameAt(reading: Reading, at: number): number {
  if (reading.tokens[at]?.kind === 'team') return at;
  const name = reading.skip(at + 1, 'team');
  return reading.tokens[name]?.kind === 'team' ? name : at;
}

/** Where a group stands right behind a team: "the Sales owners", "the Sales team OKR owners". */
export function ownersBehind(reading: Reading, team: number): number | undefined {
  let at = team + 1;
  while (/^(?:okrs?|krs?|s)$/.test(reading.tokens[at]?.text ?? '')) at += 1;
  const who = reading.value(at, 'who');
  return who !== undefined && who !== 'everyone' && reading.isUnparted(team, at) ? at : undefined;
}
