/** Who an audience is: addresses with a language each, everybody once, however often and by whatever name they are in it. */
import type { Audience } from '../../model/schedule';
import type { Language } from '../../model/words';
import { isAddress } from '../../rules/schedule/audience';
import type { Book } from '../book';

export { isAddress };

export interface Person {
  readonly to: string;
  readonly language: Language;
  /** The teams that a digest tells this person about; none is the whole company. */
  readonly teams: readonly string[];
}

type People = Pick<Book, 'objectives' | 'keyResults' | 'settings'>;

interface Found {
  readonly to: string;
  language: Language | undefined;
  teams: readonly string[];
}

export const addressKey = (address: string): string => address.trim().toLowerCase();

/**
 * `team Sales; anna@x.com, pl; stakeholders`, where the stakeholders are Anna and Ben, are the owners in Sales, who are told about Sales, then Anna in Polish and
 * Ben in the workbook's language about the whole company. A language that is said counts, wherever it is said.
 */
export function peopleOf(audience: readonly Audience[], recipients: readonly Audience[], book: People): Person[] {
  const found = new Map<string, Found>();
  const add = (owner: string, language: Language | undefined, team?: string): void => {
    const to = owner.trim();
    if (!isAddress(to)) return;
    const teams = team === undefined ? [] : [team];
    const known = found.get(addressKey(to));
    if (!known) found.set(addressKey(to), { to, language, teams });
    else {
      known.language ??= language;
      // Who is told about the company is told about every team.
      known.teams = known.teams.length === 0 || team === undefined ? [] : [...new Set([...known.teams, team])];
    }
  };
  const walk = (list: readonly Audience[], otherwise: Language | undefined): void => {
    for (const one of list) {
      const language = one.language ?? otherwise;
      if (one.who === 'address') add(one.address, language);
      else if (one.who !== 'stakeholders') for (const { owner, team } of ownersIn(one, book)) add(owner, language, team);
      else if (list !== recipients) walk(recipients, language);
    }
  };
  walk(audience, undefined);
  const said = languagesOf(recipients);
  return [...found.values()].map(({ to, language, teams }) => ({ to, language: language ?? said.get(addressKey(to)) ?? book.settings.language, teams }));
}

/** What the recipients say about single addresses. */
export function languagesOf(recipients: readonly Audience[]): ReadonlyMap<string, Language> {
  return new Map(recipients.flatMap((one) => (one.who === 'address' && one.language !== undefined ? [[addressKey(one.address), one.language] as const] : [])));
}

function ownersIn(one: Audience, { objectives, keyResults }: People): { readonly owner: string; readonly team?: string }[] {
  const isTeam = (team: string): boolean => one.who === 'team' && addressKey(team).replace(/[;\s]+/g, ' ') === addressKey(one.team);
  const meant = one.who === 'team' ? objectives.filter(({ objective }) => isTeam(objective.team)) : objectives;
  const team = meant[0]?.objective.team ?? '';
  const own = (owner: string) => (one.who === 'team' ? { owner, team } : { owner });
  const heads = meant.map(({ objective }) => own(objective.owner));
  if (one.who === 'objective owners') return heads;
  const ids = new Set(meant.map(({ objective }) => objective.id));
  return [...keyResults.filter(({ keyResult }) => one.who === 'owners' || ids.has(keyResult.objectiveId)).map(({ owner }) => own(owner)), ...heads];
}

/** Owners of key results that no mail can reach, with how many of them wait for nobody. */
export function unreachableIn({ keyResults }: Pick<Book, 'keyResults'>): { readonly owner: string; readonly keyResults: number }[] {
  const counts = new Map<string, number>();
  for (const { owner: written, status } of keyResults) {
    const owner = written.trim();
    if (!isAddress(owner) && status !== 'Complete') counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts].map(([owner, count]) => ({ owner, keyResults: count }));
}
