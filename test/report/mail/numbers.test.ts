/** No number in a mail is invented: each is in the row, the block or the total that it is said of. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/model/day';
import { LANGUAGES } from '../../../src/model/words';
import { OKR_SUMMARY } from '../../../src/functions/summary';
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
const ids = new Set([...cells.objectives, ...cells.keyResults, ...cells.kpis, ...cells.actions].map((row) => String(row[0])));

interface Asked {
  readonly numbers: WorkbookNumbers;
  readonly teams?: readonly string[];
  /** Numbers of the mail itself: how long its lists are, how many days are left, and the scales. */
  readonly own: readonly number[];
  readonly days: readonly string[];
}

/** Each number of a text that is not one of the row, the team or the whole that its lines are about, with its line. */
function strangers(text: string, { numbers: known, teams = [], own, days }: Asked): string[] {
  const whole = known.ofTeam(teamsIn(teams));
  let allowed = whole;
  return text.split('\n').flatMap((line) => {
    const words = line.split(' ');
    const id = words.slice(0, 2).find((word) => ids.has(word));
    if (id !== undefined) allowed = known.ofId(id);
    else if (teamNames.includes(line)) allowed = known.ofTeam((team) => team === line);
    else if (!line.startsWith('  ')) allowed = whole;
    const told = line.replace(/\d{4}-\d\d-\d\d/g, (day) => (days.includes(day) || JSON.stringify(cells).includes(day) ? '' : day)).replace('2026-Q4', '');
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
  const asked = { numbers, own, days: [SINCE, AS_OF] };

  test.each([[[]], [['Service']], [['Finance', 'People']]])('of the digest for %j', (teams) => {
    const { subject, text } = digest({ book, notes, since: SINCE, teams, language, link });
    expect(text.length).toBeGreaterThan(500);
    expect(strangers(`${subject}\n${text}`, { ...asked, teams })).toEqual([]);
  });

  test('of the summary in a cell', () => {
    const own7 = [21, 5, ...rests(9), ...rests(8), ...rests(26)];
    const text = OKR_SUMMARY(cells.objectives, cells.keyResults, withSetting({ ...cells, settings: [...cells.settings] }, 'language', language).settings, cells.checkIns);
    expect(strangers(text, { numbers: new WorkbookNumbers(cells, AS_OF, '2026-12-03'), own: own7, days: ['2026-12-03', AS_OF] })).toEqual([]);
  });

  test('of the reminder', () => {
    const { subject, text } = reminder({ book, due: book.keyResults, missed: [{ conclusion: book.keyResults[1]!, reviews: 3 }], language, link });
    expect(strangers(`${subject}\n${text}`, { ...asked, own: [1, 5, 3, 30, 5] })).toEqual([]);
  });

  test('of the report on a closed cycle', () => {
    const closed = withSetting(cells, 'as_of', END);
    const { subject, text } = closeReport({ book: understood(closed).book, history: [], language, link });
    expect(strangers(`${subject}\n${text}`, { numbers: new WorkbookNumbers(closed, END, undefined), own: [1, 0.7, 0, 10], days: [END] })).toEqual([]);
  });
});

test('a number that is slightly wrong is noticed', () => {
  const { text } = digest({ book, notes, since: SINCE, teams: [], language: 'en', link });
  const asked = { numbers, own: [21, 5], days: [SINCE, AS_OF] };
  const told = (from: string, to: string): boolean => strangers(text.replace(from, to), asked).some((one) => one.startsWith(to.replace(/[^\d.]/g, '')));
  expect(text).toContain('0.34 behind');
  expect(told('0.34 behind', '0.37 behind')).toBe(true);
  expect(told(': 0.65', ': 0.68')).toBe(true);
  expect(told('21 days', '22 days')).toBe(true);
});
