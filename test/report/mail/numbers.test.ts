/** No number in a mail is invented: each is in the row, the block or the total that it is said of. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/model/day';
import { LANGUAGES, type Language } from '../../../src/model/words';
import { OKR_SUMMARY } from '../../../src/functions/summary';
import { sayDay } from '../../../src/report/day';
import { closeReport } from '../../../src/report/mail/close';
import { digest } from '../../../src/report/mail/digest';
import { reminder } from '../../../src/report/mail/reminder';
import { sampleCells, understood, withSetting } from '../../examples/sample';
import { WorkbookNumbers, column } from './workbookNumbers';

const SINCE = '2026-11-26' as Day;
const AS_OF = '2026-12-10';
const END = '2026-12-31';
const cells = sampleCells();
const { book, notes } = understood(cells);
const link = (): string => '';
const numbers = new WorkbookNumbers(cells, AS_OF, SINCE);
const teamsIn = (teams: readonly string[]) => (team: string): boolean => teams.length === 0 || teams.includes(team);
const teamNames = [...new Set(cells.objectives.slice(2).map((row) => String(row[column(cells.objectives, 'team')])))];
const writtenDays = [...new Set(JSON.stringify(cells).match(/\d{4}-\d\d-\d\d/g))];
const ids = new Set([...cells.objectives, ...cells.keyResults, ...cells.kpis, ...cells.actions].map((row) => String(row[0])));

interface Asked {
  readonly language: Language;
  readonly numbers: WorkbookNumbers;
  readonly teams?: readonly string[];
  /** Numbers of the mail itself: how long its lists are, how many days are left, and the scales. */
  readonly own: readonly number[];
  readonly days: readonly string[];
}

/** Days of the tables and of the mail itself: as its readers say them in a mail, in ISO form in a cell. */
function withoutDays(line: string, language: Language, days: readonly string[]): string {
  return [...writtenDays, ...days].flatMap((one) => [sayDay(one as Day, language), one]).reduce((rest, said) => rest.replaceAll(said, ''), line);
}

/** Each number of a text that is not one of the row, the team or the whole that its lines are about, with its line. */
function strangers(text: string, { numbers: known, language, teams = [], own, days }: Asked): string[] {
  const whole = known.ofTeam(teamsIn(teams));
  let allowed = whole;
  return text.split('\n').flatMap((line) => {
    const words = line.split(' ');
    const id = words.slice(0, 2).find((word) => ids.has(word));
    if (id !== undefined) allowed = known.ofId(id);
    else if (teamNames.includes(line)) allowed = known.ofTeam((team) => team === line);
    else if (!line.startsWith('  ')) allowed = whole;
    const told = withoutDays(line, language, days).replace('2026-Q4', '');
    const said = [...told.matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => number);
    // A comma is a decimal mark in two of the languages and parts the words in the texts of people.
    const isKnown = (number: string): boolean => [...allowed, ...own].some((one) => Math.abs(Math.abs(one) - Number(number.replace(',', '.'))) < 0.00501 || String(one) === number.replace(',', ''));
    return said.filter((number) => !isKnown(number)).map((number) => `${number} in “${line}”`);
  });
}

/** How many a list holds, so many are told and so many are left. */
const rests = (total: number): number[] => [total - 5, total - 8];

describe.each(LANGUAGES)('every number is in the workbook, in the language %s,', (language) => {
  const own = [21, 5, ...rests(9), ...rests(notes.filter(({ day, progress }) => day > SINCE && progress !== '').length), ...rests(notes.filter(({ day, blockers }) => day > SINCE && blockers !== '').length), ...rests(10)];
  const asked = { numbers, language, own, days: [SINCE, AS_OF] };

  test.each([[[]], [['Service']], [['Finance', 'People']]])('of the digest for %j', (teams) => {
    const { subject, text } = digest({ book, notes, since: SINCE, teams, language, link });
    expect(text.length).toBeGreaterThan(500);
    expect(strangers(`${subject}\n${text}`, { ...asked, teams })).toEqual([]);
  });

  test('of the summary in a cell', () => {
    const own7 = [21, 5, ...rests(9), ...rests(8), ...rests(26)];
    const text = OKR_SUMMARY(cells.objectives, cells.keyResults, withSetting({ ...cells, settings: [...cells.settings] }, 'language', language).settings, cells.checkIns);
    expect(strangers(text, { language, numbers: new WorkbookNumbers(cells, AS_OF, '2026-12-03'), own: own7, days: ['2026-12-03', AS_OF] })).toEqual([]);
  });

  test('of the reminder', () => {
    const { subject, text } = reminder({ book, due: book.keyResults, missed: [{ conclusion: book.keyResults[1]!, reviews: 3 }], language, link });
    expect(strangers(`${subject}\n${text}`, { ...asked, own: [1, 5, 3, 30, 5] })).toEqual([]);
  });

  test('of the report on a closed cycle', () => {
    const closed = withSetting(cells, 'as_of', END);
    const { subject, text } = closeReport({ book: understood(closed).book, history: [], language, link });
    expect(strangers(`${subject}\n${text}`, { language, numbers: new WorkbookNumbers(closed, END, undefined), own: [1, 0.7, 0, 10], days: [END] })).toEqual([]);
  });
});

test.each([
  ['0.34 behind', '0.37 behind', '0.37'],
  [': 0.66 ·', ': 0.68 ·', '0.68'],
  ['21 days left', '22 days left', '22'],
  ['106 days', '116 days', '116'],
])('a number that is slightly wrong is noticed: %s as %s', (from, to, stranger) => {
  const { text } = digest({ book, notes, since: SINCE, teams: [], language: 'en', link });
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  expect(strangers(changed, { numbers, language: 'en', own: [21, 5], days: [SINCE, AS_OF] }).some((one) => one.startsWith(`${stranger} in`))).toBe(true);
});
