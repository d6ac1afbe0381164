/** Schedules typed in four languages: what they mean, how they are said back, what is refused and why. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalMoment, Schedule } from '../../../src/model/schedule';
import { LANGUAGES, type Language } from '../../../src/model/words';
import { describeSchedule, lineProblemText, noteOnRecurrence, problemText, sayDay, sayMoment, sayRecurrence } from '../../../src/report/schedule';
import { readScheduleLine, scheduleLine } from '../../../src/rules/schedule/line';
import { firstDay } from '../../../src/rules/schedule/slots';
import { TYPED_PROBLEMS } from '../../../src/rules/schedule/typed/reading';
import { LONGEST_TYPED, readTyped, type Typed } from '../../../src/rules/schedule/typed/readTyped';
import { day } from '../../examples/okrs';
import { anySchedule } from './anySchedule';
import examples from './typed.json';

const UNDERSTOOD = examples.understood as unknown as Record<Language, [text: string, line: string][]>;
const REFUSED = examples.refused as unknown as Record<Language, [text: string, code: string, words: string][]>;
const TODAY = day('2026-11-21'); // a Saturday
const TEAMS = ['Sales', 'Sprzedaż', 'Bán hàng', 'ฝ่ายขาย', 'Marketing', 'Customer Care'];

const read = (text: string, language?: Language, teams = TEAMS): Typed => readTyped(text, { today: TODAY, teams, ...(language && { language }) });
const lineOf = (typed: Typed): string => ('schedule' in typed ? scheduleLine(typed.schedule) : `${typed.problem.code}: ${typed.problem.words}`);
const scheduleOf = (line: string): Schedule => {
  const one = readScheduleLine(line);
  if ('problem' in one) throw new Error(`${one.problem.part}: ${one.problem.text}`);
  return one.schedule;
};

describe.each(LANGUAGES)('typed in the language %s', (language) => {
  test.each(UNDERSTOOD[language])('%s', (text, line) => {
    expect(lineOf(read(text, language))).toBe(line);
    // Whoever's workbook speaks another language is understood all the same.
    for (const other of LANGUAGES) expect(read(text, other)).toMatchObject({ language });
  });

  test.each(UNDERSTOOD[language])('said back and typed again it is the same: %s', (_, line) => {
    for (const told of LANGUAGES) {
      const said = describeSchedule(scheduleOf(line), told, TODAY);
      expect(`${said} ${lineOf(read(said, told))}`).toBe(`${said} ${line}`);
    }
  });

  test.each(REFUSED[language])('refused: %s (%s, %s)', (text, code, words) => {
    const typed = read(text, language);
    expect('problem' in typed && [typed.problem.code, typed.problem.words]).toEqual([code, words]);
    if ('problem' in typed) for (const told of LANGUAGES) expect(problemText(typed.problem, told)).not.toMatch(/undefined|NaN|[{}]|\[object/);
  });
});

test('there are at least 80 typed schedules and 20 refused ones, and every kind of problem is shown', () => {
  expect(Object.values(UNDERSTOOD).flat().length).toBeGreaterThanOrEqual(80);
  const codes = Object.values(REFUSED).flat().map(([, code]) => code);
  expect(codes.length).toBeGreaterThanOrEqual(20);
  expect(TYPED_PROBLEMS.filter((code) => !codes.includes(code) && code !== 'empty' && code !== 'tooLong')).toEqual([]);
});

describe('what is wrong is told with what could be meant', () => {
  test.each<[string, string, readonly string[]]>([
    ['every Friday at 4 remind all owners', 'timeUnclear', ['04:00', '16:00']],
    ['every Friday at 16:00 from 3/4/2027 remind all owners', 'dateUnclear', ['2027-03-04', '2027-04-03']],
    ['every Friday at 16:00 remind team Finance', 'unknownTeam', TEAMS],
    ['every Friday at 16:00 send the report to owners', 'kindUnclear', ['digest', 'report']],
    ['every third Friday at 16:00 remind all owners', 'nthUnclear', ['every 3 weeks on friday', 'every month on the third friday']],
    ['every 5th Friday at 16:00 remind all owners', 'nthUnclear', ['every 5 weeks on friday']],
    ['every Friday at 16:00 send the digest to everyone', 'whoUnclear', ['owners', 'objective owners', 'stakeholders']],
  ])('%s', (text, code, could) => {
    const typed = read(text, 'en');
    expect(typed).toMatchObject({ problem: { code, could } });
  });

  test('what could be written is said in whole phrases', () => {
    const said = (text: string, language: Language) => {
      const typed = read(text, language);
      return 'problem' in typed ? problemText(typed.problem, language) : '';
    };
    expect(said('every third Friday at 16:00 remind all owners', 'en')).toContain('“every 3 weeks on Friday”, “on the third Friday of every month”');
    expect(said('w każdy trzeci piątek o 16 przypomnij właścicielom', 'pl')).toContain('„co 3 tygodnie w piątek”, „w trzeci piątek każdego miesiąca”');
  });

  test('what is not understood is told with an example that is', () => {
    for (const language of LANGUAGES) {
      const [, example = ''] = /“[^”]*”.*[“„](.*)”|„[^”]*”.*„(.*)”/.exec(problemText({ code: 'notUnderstood', words: 'X', could: [] }, language))?.filter((part) => part !== undefined) ?? [];
      expect(`${example}: ${lineOf(read(example, language))}`).toBe(`${example}: remind: every week on friday at 16:00, from 2026-11-27, to owners`);
    }
  });

  test('and with what was understood', () => {
    expect(read('every Friday remind all owners')).toMatchObject({ problem: { code: 'noTime' }, understood: { kind: 'remind', recurrence: { every: 'week', weeks: 1, on: ['friday'] }, audience: [{ who: 'owners' }] } });
  });

  test('a blank text and one that is too long are refused at once', () => {
    for (const blank of ['', ' \n', '\u200b']) expect(read(blank)).toMatchObject({ problem: { code: 'empty' } });
    expect(read(`every Friday at 16:00 remind all owners ${'please '.repeat(LONGEST_TYPED)}`)).toMatchObject({ problem: { code: 'tooLong' } });
  });

  test('every problem has a sentence of its own in every language', () => {
    for (const language of LANGUAGES) {
      const said = TYPED_PROBLEMS.map((code) => problemText({ code, words: 'X', could: [] }, language));
      expect(new Set(said).size).toBe(TYPED_PROBLEMS.length);
    }
    expect(problemText({ code: 'whichTeam', words: 'team', could: [] }, 'en')).toBe('Which team? Settings name no teams yet.');
    for (const part of ['line', 'kind', 'days', 'time', 'from', 'audience'] as const) for (const language of LANGUAGES) expect(lineProblemText({ part, text: 'abc' }, language)).toContain('abc');
  });
});

describe('teams', () => {
  const teamsIn = (text: string, teams: string[]) => {
    const typed = read(text, 'en', teams);
    return 'schedule' in typed ? typed.schedule.audience.map((one) => (one.who === 'team' ? one.team : one.who)) : typed.problem.code;
  };

  test.each<[string, string[], unknown]>([
    ['every Friday at 16:00 remind team Review', ['Review'], ['Review']],
    ['every Friday at 16:00 start the review', ['Review'], ['owners']],
    ['every Friday at 16:00 remind the Friday team', ['Friday'], ['Friday']],
    ['every Friday at 16:00 remind team New Business and team New', ['New', 'New Business'], ['New Business', 'New']],
    ['every Friday at 16:00 remind team R&D (EU)', ['R&D (EU)'], ['R&D (EU)']],
    ['every Friday at 16:00 remind salesforce', ['Sales'], 'notUnderstood'],
    ['every Friday at 16:00 remind anna@sales.com', ['Sales'], ['address']],
    ['every Friday at 16:00 send the digest to the board', ['Board'], ['Board']],
    ['w każdy piątek o 16:00 wyślij podsumowanie do zarządu', ['Zarząd'], ['Zarząd']],
    ['mỗi thứ Sáu lúc 16:00 nhắc nhóm ban hang', ['Bán hàng'], ['Bán hàng']],
    ['ทุกวันศุกร์ เวลา 16:00 น. เตือนทีมขาย', ['ทีมขาย'], ['ทีมขาย']],
  ])('%s', (text, teams, wanted) => {
    expect(teamsIn(text, teams)).toEqual(wanted);
  });
});

describe('the first day', () => {
  const from = (text: string, now: string) => {
    const typed = readTyped(text, { today: day(now.slice(0, 10)), now: now as LocalMoment, teams: [] });
    return 'schedule' in typed ? typed.schedule.from : typed.problem.code;
  };

  test.each([
    ['every Friday at 16:00 remind owners', '2026-11-27T15:59', '2026-11-27'],
    ['every Friday at 16:00 remind owners', '2026-11-27T16:00', '2026-12-04'],
    ['every other Friday at 16:00 remind owners', '2026-11-27T16:30', '2026-12-04'],
    ['every Friday at 16:00 from today remind owners', '2026-11-27T16:30', '2026-12-04'],
    ['every Friday at 16:00 from tomorrow remind owners', '2026-11-27T09:00', '2026-12-04'],
    ['every Friday at 16:00 from 1 March remind owners', '2026-11-27T09:00', '2027-03-05'],
    ['every Friday at 16:00 from 26 Nov 2026 remind owners', '2026-11-27T09:00', 'past'],
    ['send the report to owners at the end of the cycle at 17:00', '2026-11-27T09:00', '2026-11-27'],
    ['send the report to owners at the end of the cycle at 17:00 from 1 Jan 2027', '2026-11-27T09:00', '2027-01-01'],
  ])('%s, typed at %s', (text, now, wanted) => {
    expect(from(text, now)).toBe(wanted);
  });
});

describe('said', () => {
  test.each<[Language, string, string]>([
    ['en', 'every week on friday', 'every Friday'],
    ['pl', 'every week on friday', 'w każdy piątek'],
    ['pl', 'every week on wednesday', 'w każdą środę'],
    ['pl', 'every 2 weeks on monday', 'w co drugi poniedziałek'],
    ['pl', 'every 2 weeks on sunday', 'w co drugą niedzielę'],
    ['pl', 'every 3 weeks on tuesday, saturday', 'co 3 tygodnie we wtorek i sobotę'],
    ['pl', 'every 5 weeks on wednesday', 'co 5 tygodni w środę'],
    ['pl', 'every month on the last wednesday', 'w ostatnią środę każdego miesiąca'],
    ['pl', 'every 6 months on the second tuesday', 'co 6 miesięcy w drugi wtorek miesiąca'],
    ['pl', '1 days after the end of the cycle', '1 dzień po zakończeniu cyklu'],
    ['en', 'every month on day 22', 'on the 22nd of every month'],
    ['en', 'every month on day 11', 'on the 11th of every month'],
    ['vi', 'every month on the second monday', 'vào thứ Hai lần thứ 2 của mỗi tháng'],
    ['th', 'every month on the last friday', 'ทุกเดือน ในวันศุกร์สุดท้ายของเดือน'],
  ])('%s, %s: %s', (language, days, wanted) => {
    expect(sayRecurrence(scheduleOf(`report: ${days} at 09:00, from 2026-11-21, to owners`).recurrence, language)).toBe(wanted);
  });

  test('days and moments, in Gregorian years', () => {
    expect(LANGUAGES.map((language) => sayDay(day('2026-11-27'), language))).toEqual(['Fri 27 Nov 2026', 'ศ. 27 พ.ย. 2026', 'T6 27/11/2026', 'pt. 27 lis 2026']);
    expect(LANGUAGES.map((language) => sayMoment('2026-11-29T08:30' as LocalMoment, language))).toEqual(['Sun 29 Nov 2026, 08:30', 'อา. 29 พ.ย. 2026 เวลา 08:30 น.', 'CN 29/11/2026, 08:30', 'niedz. 29 lis 2026, 8:30']);
  });

  test('what a short month does, where there is one', () => {
    const note = (days: string) => noteOnRecurrence(scheduleOf(`report: ${days} at 09:00, from 2026-11-21, to owners`).recurrence, 'en');
    expect(note('every month on day 30')).toBe('In a month without day 30 it is served on the last day.');
    expect([note('every month on day 28'), note('every month on the last day'), note('every week on friday')]).toEqual(['', '', '']);
  });
});

describe('whatever is written', () => {
  const words = fc.constantFrom(...Object.values(UNDERSTOOD).flat().flatMap(([text]) => text.split(' ')), 'not', 'x@', '31', '0', '-', '\ud800', 'İ', '=1+1', '<b>', '{');
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')));

  test('it is answered, the same every time; what is understood is a schedule that can be kept and said', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGUAGES), (written, language) => {
        const typed = read(written, language);
        expect(read(written, language)).toEqual(typed);
        if ('schedule' in typed) expect(scheduleOf(scheduleLine(typed.schedule))).toEqual(typed.schedule);
        else expect(problemText(typed.problem, language).length).toBeGreaterThan(5);
      }),
      { numRuns: 1_500 },
    );
  });

  test('a word that nobody knows, put anywhere, is never passed over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(UNDERSTOOD).flat()), fc.nat(), ([written], at) => {
        const parts = written.split(' ');
        parts.splice(at % (parts.length + 1), 0, 'unless');
        expect('problem' in read(parts.join(' '))).toBe(true);
      }),
    );
  });

  test('case, spaces and the form of accents change nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(UNDERSTOOD).flat()), ([written, line]) => {
        expect(lineOf(read(`  ${written.normalize('NFD').replace(/ /g, '  ')} `))).toBe(line);
        if (!/[đĐ]/.test(written)) expect(lineOf(read(written.toUpperCase())).toLowerCase()).toBe(line.toLowerCase());
      }),
    );
  });

  test('any schedule that begins when it can, said in any language and typed again, is the same', () => {
    fc.assert(
      fc.property(anySchedule, fc.constantFrom(...LANGUAGES), fc.constantFrom(...TEAMS), ({ audience, ...rest }, language, team) => {
        const known = audience.map((one) => (one.who === 'team' ? { ...one, team } : one));
        const start = firstDay(rest.recurrence, rest.time, `${TODAY}T` as LocalMoment);
        const schedule = scheduleOf(scheduleLine({ ...rest, from: start, audience: known }));
        const said = describeSchedule(schedule, language, TODAY);
        expect(`${said} ${lineOf(read(said, language))}`).toBe(`${said} ${scheduleLine(schedule)}`);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('nothing that goes to Google knows how texts are read', () => {
  const src = resolve(__dirname, '../../../src');
  const files = ['app', 'functions', 'google', 'rows'].flatMap((folder) => readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(src, folder, name)));
  const sources = [...files.filter((name) => name.endsWith('.ts')), join(src, 'main.ts'), join(src, 'actions.ts')];
  expect(sources.length).toBeGreaterThan(30);
  expect(sources.filter((name) => /schedule\/typed|report\/schedule'/.test(readFileSync(name, 'utf8')))).toEqual([]);
});
