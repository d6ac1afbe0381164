/** Every figure of the digest stands in its own place: held against what the cells and blocks of the workbook say, in all languages. */
import { describe, expect, test } from 'vitest';
import { daysBetween, type Day } from '../../../src/model/day';
import { LANGUAGES } from '../../../src/model/words';
import { sayDay } from '../../../src/report/day';
import { digest } from '../../../src/report/mail/digest';
import { reminder } from '../../../src/report/mail/reminder';
import { sampleCells, understood, withSetting, type SampleCells } from '../../examples/sample';
import { numbersOf, toldIn, type ToldItem } from './told';
import { column } from './workbookNumbers';
import { WorkbookFacts, moved, rowsOf, shown, type Row } from './workbookFacts';

const SINCE = '2026-11-26';
const AS_OF = '2026-12-10';
const [ON_TRACK_GAP, CHECK_IN_DAYS, LOW_CONFIDENCE, LISTED] = [0.1, 14, 2, 8];

/** The company with other currents in some rows of its key results. */
function withCurrents(currents: Readonly<Record<string, number>>): SampleCells {
  const cells = sampleCells();
  const at = column(cells.keyResults, 'current');
  return { ...cells, keyResults: cells.keyResults.map((row) => row.map((cell, index) => (index === at ? (currents[String(row[0])] ?? cell) : cell))) };
}

/** A quarter that mostly rises, one in which much falls back, and one in which nobody is off track. */
const COMPANIES: Readonly<Record<string, SampleCells>> = {
  'of the sample': sampleCells(),
  'that falls back': withCurrents({ 'O1.1': 1200, 'O2.1': 4.3, 'O3.1': 6.2, 'O5.1': 120, 'O6.3': 40, 'O7.2': 24, 'O8.2': 8 }),
  'with nobody off track': withCurrents({ 'O2.2': 100, 'O3.2': 92.4, 'O5.2': 27.2 }),
};

const idOf = ({ head }: ToldItem): string => head.split(' ')[1] ?? '';

describe.each(Object.entries(COMPANIES))('in the digest of a company %s', (name, cells) => {
  const facts = new WorkbookFacts(cells, AS_OF, SINCE);
  const { now, then, same } = { now: facts.now, then: facts.then, same: facts.same };
  const { book, notes } = understood(withSetting(cells, 'as_of', AS_OF));
  const meanMove = (isMeant?: (row: Row) => boolean): number => moved(facts.mean(same.then, 'score', isMeant), facts.mean(same.now, 'score', isMeant));
  const signs = (sign: string): number => now.keyResults.filter((one) => one.sign === sign).length;
  const rank = (index: number) => ({ index, row: facts.keyResults[index] as Row, ...(now.keyResults[index] as (typeof now.keyResults)[number]) });

  describe.each(LANGUAGES)('in the language %s,', (language) => {
    const { subject, text } = digest({ book, notes, since: SINCE as Day, teams: [], language, link: () => '' });
    const told = toldIn(text, language);

    test('subject and first line have the score, how it moved, and what is expected', () => {
      const [score, move] = [shown(facts.mean(now.objectives, 'score')), meanMove()];
      expect(numbersOf(subject.replace('2026-Q4: ', ''))).toEqual([score, move, signs('■') > 0 ? signs('■') : signs('▲')]);
      const [figure = '', since = '', expected = ''] = String(told.top[2]).split(' · ');
      expect([numbersOf(figure), numbersOf(since)[0], numbersOf(expected)]).toEqual([[score], move, [shown(facts.mean(now.objectives, 'expected'))]]);
    });

    test('each status has its own count, and so have rises and falls', () => {
      const counts = String(told.top[3]).split(' · ').map((part) => [part[0], ...numbersOf(part)]);
      expect(counts).toEqual(['✔', '●', '▲', '■', '◇', '–'].filter((sign) => signs(sign) > 0).map((sign) => [sign, signs(sign)]));
      expect(numbersOf(String(told.top[4]))).toEqual([now.keyResults.filter(({ score }) => score !== undefined).length, now.keyResults.length]);
      const both = now.keyResults.flatMap(({ score }, index) => (score === undefined || then.keyResults[index]?.score === undefined ? [] : [Math.sign(score - Number(then.keyResults[index]?.score))]));
      expect(numbersOf(String(told.top[5]).split(': ')[1] ?? '')).toEqual([1, -1, 0].map((sign) => both.filter((one) => one === sign).length));
      expect(numbersOf(String(told.top[6]))).toEqual([both.length, now.keyResults.length]);
    });

    test('what needs attention stands by how far it is behind, each with its score, gap and doubts', () => {
      const behind = ({ score = 0, expected }: { readonly score: number | undefined; readonly expected: number }): number => Math.max(0, expected - score);
      const list = now.keyResults.map((_, index) => rank(index)).filter(({ sign }) => sign === '■' || sign === '▲').sort((a, b) => (a.sign === b.sign ? behind(b) - behind(a) || a.index - b.index : a.sign === '■' ? -1 : 1));
      const numbers = list.map((one) => {
        const confidence = Number(one.row['confidence']);
        const doubts = [...(confidence > 0 && confidence <= LOW_CONFIDENCE ? [confidence, 5] : []), ...(facts.age(one.row) > CHECK_IN_DAYS ? [facts.age(one.row)] : [])];
        return [shown(Number(one.score)), ...(behind(one) > ON_TRACK_GAP ? [Number(behind(one).toFixed(2))] : []), ...doubts];
      });
      expect(told.items.attention.map((one) => [one.head[0], idOf(one), one.numbers])).toEqual(list.slice(0, LISTED).map(({ sign, row }, at) => [sign, row['id'], numbers[at]]));
      expect(told.more.attention).toBe(Math.max(0, list.length - LISTED));
    });

    test('a changed status goes from that day’s to today’s, and its scores too', () => {
      expect(told.items.changed.length).toBeGreaterThan(3);
      for (const item of told.items.changed) {
        const index = facts.keyResults.findIndex(({ id }) => id === idOf(item));
        const [before, after] = [then.keyResults[index], now.keyResults[index]];
        const [from = '', to = ''] = String(item.facts[0]).split(' → ');
        expect([idOf(item), item.head[0], from[0], to[0]]).toEqual([idOf(item), after?.sign, before?.sign, after?.sign]);
        const scores = [before?.score, after?.score].map((score) => shown(Number(score)));
        expect([idOf(item), ...numbersOf(String(item.facts[1]))]).toEqual([idOf(item), ...(before?.score === undefined ? [] : [...new Set(scores)])]);
      }
    });

    test('teams stand best first with their own score, move, and numbers of who is behind', () => {
      const teams = [...new Set(facts.objectives.map((row) => String(row['team'])))].map((team) => {
        const isMeant = (row: Row): boolean => row['team'] === team;
        const own = facts.keyResults.map((row, index) => ({ row, sign: now.keyResults[index]?.sign })).filter(({ row }) => facts.objectives.some((one) => one['id'] === row['objective_id'] && isMeant(one)));
        const behind = ['■', '▲'].map((sign) => own.filter((one) => one.sign === sign).length).filter((count) => count > 0);
        const [score, move] = [facts.mean(now.objectives, 'score', isMeant), meanMove(isMeant)];
        return { team, score, numbers: [shown(score), ...(move === 0 ? [] : [move]), ...behind] };
      });
      expect(told.items.teams.map(({ head, numbers }) => [head, numbers])).toEqual(teams.sort((a, b) => b.score - a.score).map(({ team, numbers }) => [team, numbers]));
    });

    test('the company’s objectives have their own score and move', () => {
      const own = facts.objectives.flatMap((row, index) => (row['level'] === 'Company' ? [[now.objectives[index]?.sign, row['id'], [shown(Number(now.objectives[index]?.score)), meanMove((one) => one === row)]]] : []));
      expect(own.length).toBeGreaterThan(1);
      expect(told.items.objectives.map((one) => [one.head[0], idOf(one), one.numbers])).toEqual(own);
    });

    test('KPIs have their current value and target, and old check-ins their age, the oldest first', () => {
      expect(told.items.kpis.length).toBeGreaterThan(0);
      const kpis = rowsOf(cells.kpis);
      for (const item of told.items.kpis) expect([idOf(item), ...item.numbers]).toEqual([idOf(item), ...['current', 'target'].map((key) => Number(kpis.find(({ id }) => id === idOf(item))?.[key]))]);
      expect(told.items.stale.length).toBeGreaterThan(0);
      const ages = told.items.stale.map((one) => facts.age(facts.keyResults.find(({ id }) => id === idOf(one)) as Row));
      expect(told.items.stale.map(({ numbers }) => numbers)).toEqual(ages.map((age) => [age]));
      expect(ages).toEqual([...ages].sort((a, b) => b - a));
    });

    test('the subject names what the number at its end counts', () => {
      const words = { en: [/ off track$/, / at risk$/], th: [/, หลุดแผน/, /, มีความเสี่ยง/], vi: [/ chậm tiến độ$/, / có rủi ro$/], pl: [/ opóźnion\S*$/, / zagrożon\S*$/] }[language];
      const isOff = name !== 'with nobody off track';
      expect(words.map((word) => word.test(subject))).toEqual([isOff, !isOff]);
    });
  });
});

describe.each(LANGUAGES)('in the reminder in the language %s', (language) => {
  const facts = new WorkbookFacts(sampleCells(), AS_OF, SINCE);
  const { book } = understood();
  const lines = reminder({ book, due: book.keyResults, missed: [], language, link: () => '' }).text.split('\n');
  const digitsIn = (row: Row): number => Math.max(...['start', 'target', 'current'].map((key) => String(row[key]).split('.')[1]?.length ?? 0));
  const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
  const listed = facts.keyResults.slice(0, 25).map((row, index) => ({ row, index, id: String(row['id']) }));

  test.each(listed)('$id has its last value, age, expected value or score, target and pace', ({ id, row, index }) => {
    const [start, target] = [Number(row['start']), Number(row['target'])];
    const isReadable = row['current'] === 'done' || (row['current'] !== '' && Number.isFinite(Number(row['current']))); // “about 40” is not
    const current = row['current'] === 'done' ? 1 : isReadable ? Number(row['current']) : facts.lastValue(row);
    const [isMilestone, isLimit] = [row['measure'] === 'Milestone', row['measure'] === 'At least' || row['measure'] === 'At most'];
    const { expected = 0 } = facts.now.keyResults[index] ?? {};
    const daysLeft = daysBetween(AS_OF as Day, row['due_date'] as Day);
    const line = String(lines[lines.findIndex((one) => one.split(' ')[1] === id) + 1]).replace(sayDay(row['due_date'] as Day, language), '');
    expect(line).toContain(' · ');
    const [last, age, asked, ...rest] = line.split(' · ').map(numbersOf);
    expect([last, age]).toEqual([[isMilestone ? Math.round(current * 1000) / 10 : current], [facts.age(row)]]);
    expect(asked).toEqual([isMilestone || isLimit ? shown(expected) : rounded(start + (target - start) * expected, digitsIn(row))]);
    const hasPace = !isMilestone && daysLeft > 0 && isReadable && facts.now.keyResults[index]?.sign !== '✔';
    const pace = rounded(((target - current) * 7) / daysLeft, digitsIn(row) + 1);
    expect(rest.flat()).toEqual([...(isMilestone ? [] : [target]), ...(hasPace ? [pace] : [])]);
  });
});
