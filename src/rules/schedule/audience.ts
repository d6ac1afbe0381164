/** Whom a schedule is for as text in a cell: `team Sales, th; anna@x.com; owners`. */
import type { Audience, ScheduleKind } from '../../model/schedule';
import { LANGUAGES } from '../../model/words';

const GROUPS = ['owners', 'objective owners', 'stakeholders'] as const;

/** Stands where a language would: a team may well be called “Cats, th”, but then no language is meant. */
const NO_LANGUAGE = '-';
const LANGUAGE_BEHIND = new RegExp(`\\s*,\\s*(${LANGUAGES.join('|')}|${NO_LANGUAGE})$`, 'i');

/** One @ with something that Google would accept around it; no list, no name in front, nothing that could end a header. An apostrophe may stand in a name: o'brien@x.com. */
const ADDRESS = /^[^\s@,;<>()[\]\\"':][^\s@,;<>()[\]\\":]*@[^\s@,;<>()[\]\\"':.]+(?:\.[^\s@,;<>()[\]\\"':.]+)+$/;
export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text) && !/^\.|\.[@.]/.test(text);

export function audienceText(one: Audience): string {
  const name = one.who === 'team' ? `team ${teamName(one.team)}` : one.who === 'address' ? one.address : one.who;
  return one.language !== undefined ? `${name}, ${one.language}` : LANGUAGE_BEHIND.test(name) ? `${name}, ${NO_LANGUAGE}` : name;
}

/** Undefined when it is neither a group, nor a team, nor an address. */
export function readAudience(text: string): Audience | undefined {
  const [behind = '', code = ''] = LANGUAGE_BEHIND.exec(text.trim()) ?? [];
  const name = text.trim().slice(0, text.trim().length - behind.length).replace(/\s+/g, ' ');
  const language = LANGUAGES.find((one) => one === code.toLowerCase());
  const own = language === undefined ? {} : { language };
  const group = GROUPS.find((one) => one === name.toLowerCase());
  if (group !== undefined) return { who: group, ...own };
  const team = /^team (.+)$/i.exec(name)?.[1];
  if (team !== undefined) return { who: 'team', team, ...own };
  return isAddress(name) ? { who: 'address', address: name, ...own } : undefined;
}

/** Those with a language of their own first, so that “in Polish” behind a name is about that name alone; nobody twice in the same language. */
export function inOrder(audience: readonly Audience[]): Audience[] {
  const known = new Map<string, Audience>();
  for (const one of audience) {
    const key = audienceText(one).toLowerCase();
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()].sort((a, b) => Number(a.language === undefined) - Number(b.language === undefined));
}

/** Stakeholders own nothing that they could be reminded of or that could be reviewed. */
export const suits = (one: Audience, kind: ScheduleKind): boolean => one.who !== 'stakeholders' || kind === 'digest' || kind === 'report';

/** The setting `recipients`: one to a line, `anna@x.com, pl` or `team Sales`. A piece that cannot be read is handed back as it is. */
export function readRecipients(text: string): { readonly recipients: readonly Audience[]; readonly unreadable: readonly string[] } {
  const recipients: Audience[] = [];
  const unreadable: string[] = [];
  for (const piece of text.split(/[;\r\n]+/)) {
    if (piece.trim() === '') continue;
    const one = readAudience(piece);
    // The stakeholders are those who stand here.
    if (one === undefined || one.who === 'stakeholders') unreadable.push(piece.trim());
    else recipients.push(one);
  }
  return { recipients: inOrder(recipients), unreadable };
}

export const recipientsText = (recipients: readonly Audience[]): string => recipients.map(audienceText).join('\n');

/** The setting `teams` parts its names by semicolons and lines, so none can stand in a name. */
const teamName = (name: string): string => name.replace(/[;\s]+/g, ' ').trim();
