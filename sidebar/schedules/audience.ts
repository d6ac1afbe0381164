/** Whom something is for, as people type it: addresses, teams and groups by their names in the panel's language. */
import type { Audience } from '../../src/model/schedule';
import type { Language } from '../../src/model/words';
import { audienceText, readAudience } from '../../src/rules/schedule/audience';
import { speak } from '../speak';

export const GROUPS = ['owners', 'objective owners', 'stakeholders'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP_KEYS = { owners: 'who.owners', 'objective owners': 'who.objectiveOwners', stakeholders: 'who.stakeholders' } as const;

export function nameOf(one: Audience, language: Language): string {
  const say = speak(language);
  return one.who === 'address' ? one.address : one.who === 'team' ? say('who.team', { team: one.team }) : say(GROUP_KEYS[one.who]);
}

/** What can be added by choosing: the groups that fit, then the teams, then people. */
export function suggestionsOf(groups: readonly Group[], teams: readonly string[], people: readonly string[], language: Language): string[] {
  return [...groups.map((who) => nameOf({ who }, language)), ...teams.map((team) => nameOf({ who: 'team', team }, language)), ...people];
}

export interface ReadPeople {
  readonly found: readonly Audience[];
  /** Pieces that are nobody, as typed. */
  readonly unknown: readonly string[];
}

/**
 * “anna@x.com; team Sales” are two, and so are “anna@x.com, bob@x.com” and two addresses that were pasted from two lines. “anna@x.com, pl” is Anna in Polish.
 */
export function readPeople(text: string, groups: readonly Group[], teams: readonly string[], language: Language): ReadPeople {
  const found: Audience[] = [];
  const unknown: string[] = [];
  for (const piece of text.split(/[;\r\n]+/).map((one) => one.trim())) {
    if (piece === '') continue;
    const one = readPiece(piece, groups, teams, language);
    // Only what looks like addresses is parted at commas and spaces: names of teams have spaces of their own.
    for (const part of one || !piece.includes('@') ? [piece] : piece.split(/[,\s]+/).filter((text) => text !== '')) {
      const read = one ?? readPiece(part, groups, teams, language);
      if (read) found.push(read);
      else unknown.push(part);
    }
  }
  return { found, unknown };
}

function readPiece(piece: string, groups: readonly Group[], teams: readonly string[], language: Language): Audience | undefined {
  const isSame = (one: string) => one.toLowerCase() === piece.toLowerCase();
  const group = groups.find((who) => isSame(nameOf({ who }, language)));
  if (group) return { who: group };
  const team = teams.find((name) => isSame(name) || isSame(nameOf({ who: 'team', team: name }, language)));
  if (team !== undefined) return { who: 'team', team };
  const read = readAudience(piece);
  if (read?.who === 'address') return read;
  // A team that is none would never get a mail.
  if (read?.who === 'team') return teams.some((name) => name.toLowerCase() === read.team.toLowerCase()) ? read : undefined;
  return read && groups.includes(read.who) ? read : undefined;
}

/** Adds those that are not there yet; who is there keeps the language that was chosen. */
export function withPeople(present: readonly string[], found: readonly Audience[]): string[] {
  const key = (one: Audience): string => audienceText(withLanguage(one, undefined)).toLowerCase();
  const known = new Set(present.map((text) => readAudience(text)).map((one) => (one ? key(one) : '')));
  const fresh = found.filter((one) => !known.has(key(one)) && known.add(key(one)));
  return [...present, ...fresh.map(audienceText)];
}

export function withLanguage(one: Audience, language: Language | undefined): Audience {
  const { language: _, ...rest } = one;
  return language === undefined ? rest : { ...rest, language };
}
