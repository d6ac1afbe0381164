/** Tables of OKRs in the shapes that people give them, each with what must come out of it. */
import { describe, expect, test } from 'vitest';
import { recognise, type Recognised } from '../../../src/rows/foreign/recognise';
import { partnerOf } from '../../../src/rows/foreign/partner';
import { mapped as mappedBy, tableOf } from '../../../src/rows/foreign/mapping';
import { sourceOfRows } from '../../../src/rows/foreign/source';
import { sentences } from '../../../sidebar/adopt/sentences';
import { GAPS, KEY_RESULTS, OBJECTIVES, REPEATED, SEMICOLONS, tableFrom, understood, type Rows } from './tables';

const told = ({ problems }: Recognised): string[] => sentences(problems.all(), 'en');
const mapped = ({ tables }: Recognised): string => tables.map(({ mapping }) => mapping.map((key) => key || '-').join(' ')).join(' | ');
const textsOf = ({ objectives }: Recognised) => objectives.map(({ fields, keyResults }) => [fields['objective'], keyResults.map((one) => one.fields['key_result'])]);
/** Start, target and current of every key result. */
const numbersOf = ({ objectives }: Recognised) => objectives.flatMap(({ keyResults }) => keyResults.map(({ fields }) => [fields['start'], fields['target'], fields['current']]));
const column = ({ objectives }: Recognised, key: string) => objectives.flatMap(({ keyResults }) => keyResults.map(({ fields }) => fields[key]));

describe('objectives repeated in each row, with titles above the headings (English)', () => {
  const found = understood(tableFrom(REPEATED), 'en_US');

  test('the headings are found in the fourth row and understood', () => {
    expect(found.tables[0]?.headerRow).toBe(3);
    expect(mapped(found)).toBe('team objective key_result owner start target current score confidence due_date -');
  });

  test('each objective is there once, with its team', () => {
    expect(textsOf(found)).toEqual([
      ['Shoppers come back on their own', ['Repeat orders per month', 'Share of orders from returning shoppers', 'Newsletter churn']],
      ['Parcels arrive when we say they do', ['Late parcels per week', 'Second warehouse is open']],
    ]);
    expect(found.objectives.map(({ fields }) => fields['team'])).toEqual(['Growth', 'Operations']);
  });

  test('thousands marks, percentages as text and blanks are read; a blank stays blank', () => {
    expect(numbersOf(found)).toEqual([[1200, 2500, 1840], [18, 30, 22.5], [4.5, 2, 4.5], [320, 80, undefined], [undefined, undefined, 1]]);
    expect(column(found, 'unit')).toEqual([undefined, '%', '%', undefined, undefined]);
    expect(column(found, 'measure')).toEqual([undefined, undefined, 'At most', undefined, 'Milestone']);
  });

  test('status words are traffic lights, dates American, owners those of the key results', () => {
    expect(column(found, 'confidence')).toEqual([5, 3, 1, undefined, undefined]);
    expect(column(found, 'due_date')).toEqual(['2026-12-31', '2026-12-31', '2026-12-15', '2026-11-30', '2026-10-31']);
    expect(found.objectives.map(({ fields }) => fields['owner'])).toEqual([undefined, 'omar@northwind.example']);
  });

  test('what is left out is told with its place', () => {
    expect(told(found)).toEqual([
      'Column H “% Complete” is not copied: OKR Sheets works it out by itself.',
      'Column K “Weekly link” was not understood and is left out.',
      'Row 11 (A11: “Total”) has neither an objective nor a key result and is left out.',
      '1 key result has no start and no target; it becomes a milestone.',
    ]);
  });
});

describe('objectives in the first row of their group only, as merged cells look (Polish)', () => {
  const found = understood(tableFrom(GAPS), 'pl_PL');

  test('both owners are told apart, and the number belongs to the objective', () => {
    expect(mapped(found)).toBe('objective_id objective owner key_result owner unit start target current weight confidence due_date note');
    expect(found.objectives.map(({ fields }) => fields['owner'])).toEqual(['Marta Nowak', 'Jan Zych']);
    expect(column(found, 'owner')).toEqual(['Piotr Lis', 'Ewa Bąk', 'Ewa Bąk', 'Jan Zych', 'Jan Zych']);
  });

  test('the numbers before the texts are taken off', () => {
    expect(textsOf(found)).toEqual([
      ['Klienci szybko dostają pomoc', ['Średni czas odpowiedzi skraca się', 'Zgłoszenia rozwiązane za pierwszym razem', 'Liczba zaległych zgłoszeń']],
      ['Płacimy mniej za infrastrukturę', ['Miesięczny koszt chmury', 'Raport kosztów gotowy']],
    ]);
  });

  test('comma decimals, points and spaces between thousands, and the currency are read', () => {
    expect(numbersOf(found)).toEqual([[12.5, 4, 9.75], [45, 70, 52.5], [1234, 200, 1050], [125400.5, 90000, 110250], [undefined, undefined, 1]]);
    expect(column(found, 'unit')).toEqual(['godz.', '%', 'szt.', 'zł', undefined]);
  });

  test('lights, dates with month names and quarters, weights and notes are read', () => {
    expect(column(found, 'confidence')).toEqual([5, 3, 1, 3, undefined]);
    expect(column(found, 'due_date')).toEqual(['2026-12-31', '2026-11-30', '2026-12-31', '2026-12-31', '2026-10-31']);
    expect(column(found, 'weight')).toEqual([2, 1, undefined, undefined, undefined]);
    expect(column(found, 'note')[1]).toBe('=HYPERLINK("x")'); // kept as the text it is
    expect(told(found)).toEqual(['1 key result has no start and no target; it becomes a milestone.']);
  });
});

describe('objectives in one sheet, key results in another (Thai)', () => {
  const [objectives, keyResults] = [sourceOfRows(tableFrom(OBJECTIVES), 'วัตถุประสงค์'), sourceOfRows(tableFrom(KEY_RESULTS), 'ผลลัพธ์')];
  const strangers = [sourceOfRows(tableFrom(GAPS), 'Cele'), sourceOfRows([['a', 'b'], ['1', '2']], 'Else')];
  const read = (first: typeof objectives, others: readonly (typeof objectives)[]): Recognised => {
    const table = tableOf(first);
    const partner = partnerOf(table, others);
    if (!partner) throw new Error('No partner was found.');
    return recognise([table, partner], 'th_TH');
  };
  const found = read(objectives, [...strangers, keyResults]);

  test('either of them finds the other, and no stranger', () => {
    expect(mapped(found)).toBe('id objective team owner priority | objective_id key_result owner start target current start_date due_date confidence');
    expect(textsOf(read(keyResults, [...strangers, objectives]))).toEqual(textsOf(found));
    expect(partnerOf(tableOf(objectives), strangers)).toBeUndefined();
    expect(partnerOf(tableOf(strangers[0]!), [objectives, keyResults])).toBeUndefined();
  });

  test('IDs in Thai digits join them', () => {
    expect(found.objectives.map(({ sourceId, fields }) => [sourceId, fields['objective'], fields['priority']])).toEqual([
      ['O1', 'ลูกค้าไว้วางใจบริการของเรา', 'High'],
      ['O2', 'ต้นทุนของเราลดลงอย่างยั่งยืน', 'Medium'],
    ]);
    expect(textsOf(found).map(([, texts]) => (texts as unknown[]).length)).toEqual([2, 2]);
  });

  test('Thai digits, Buddhist years, baht and quarters are read', () => {
    expect(numbersOf(found)).toEqual([[7.5, 9, 8.25], [1200, 300, 780], [1200000, 900000, 1050000], [5, 2, 4.5]]);
    expect(column(found, 'unit')).toEqual([undefined, undefined, '฿', '%']);
    expect(column(found, 'start_date')).toEqual(['2026-10-01', '2026-10-01', '2026-10-01', undefined]);
    expect(column(found, 'due_date')).toEqual(['2026-12-31', '2026-12-31', '2026-12-31', '2026-12-31']);
    expect(column(found, 'confidence')).toEqual([5, 3, 1, 5]);
  });

  test('a key result of an objective that is nowhere is told with its sheet', () => {
    expect(told(found)).toContain('ผลลัพธ์!B6: the key result “ไม่มีเจ้าของ” names the objective “O๙”, which is nowhere; it is left out.');
  });
});

describe('a file with semicolons (Vietnamese)', () => {
  const found = understood(tableFrom(SEMICOLONS), 'en_US');

  test('of two columns named Mục tiêu the one with words is the objective, the one with numbers the target', () => {
    expect(mapped(found)).toBe('id objective key_result owner unit start target current due_date confidence');
    expect(column(found, 'key_result')).toEqual(['Số người dùng hằng ngày', 'Tỷ lệ giữ chân sau 30 ngày', 'Điểm hài lòng', 'Doanh thu mới']);
  });

  test('the column proves the decimal comma against the spreadsheet’s locale', () => {
    expect(numbersOf(found)).toEqual([[12500, 20000, 15250], [22.5, 35, 27.75], [7.2, 8.5, undefined], [1.2e9, 2e9, 1.35e9]]);
    expect(column(found, 'due_date')).toEqual(['2026-12-31', '2026-11-30', '2026-12-31', undefined]);
  });

  test('plain IDs are kept, and what cannot be read is told with its cell', () => {
    expect(found.objectives.flatMap(({ keyResults }) => keyResults.map(({ sourceId }) => sourceId))).toEqual(['KR-1', 'KR-2', 'KR-3', 'KR-4']);
    expect(told(found)).toEqual(['H4: “khoảng 7” is not a number; it is left blank.', 'I5: “31/02/2026” is not a date; it is left blank.']);
  });
});

describe('other shapes', () => {
  const shape = (...rows: Rows) => understood(rows, 'en_US');

  test('one column of texts with a type beside it', () => {
    const found = shape(['Type', 'OKR', 'Owner', 'Target'], ['Objective', 'Grow', 'ann', ''], ['KR', 'Orders', 'bob', '50'], ['Objective', 'Rest', '', ''], ['Key Result', 'Sleep', '', '8']);
    expect(textsOf(found)).toEqual([['Grow', ['Orders']], ['Rest', ['Sleep']]]);
    expect([found.objectives[0]?.fields['owner'], ...column(found, 'owner')]).toEqual(['ann', 'bob', undefined]);
  });

  test('one column of texts told apart by their numbers, which become IDs when they are unique', () => {
    const found = shape(['OKRs', 'Start', 'Target'], ['O1: Grow', '', ''], ['KR1.1 Orders', '10', '50'], ['KR1.2 Returns', '5', '2'], ['O2: Rest', '', ''], ['KR2.1 Sleep', '5', '8']);
    expect(textsOf(found)).toEqual([['Grow', ['Orders', 'Returns']], ['Rest', ['Sleep']]]);
    expect(found.objectives.map(({ sourceId, keyResults }) => [sourceId, keyResults.map((one) => one.sourceId)])).toEqual([['O1', ['KR1.1', 'KR1.2']], ['O2', ['KR2.1']]]);
  });

  test('objectives in rows of their own, whose owners are theirs alone', () => {
    const found = shape(['Objective', 'Key result', 'Owner', 'Target'], ['Grow', '', 'ann', ''], ['', 'Orders', 'bob', '5'], ['', 'Returns', '', '6']);
    expect(found.objectives[0]?.fields).toEqual({ objective: 'Grow', owner: 'ann' });
    expect(column(found, 'owner')).toEqual(['bob', undefined]);
  });

  test('owners in merged cells own the key results beside them too', () => {
    const found = shape(['Objective', 'Owner', 'Key result'], ['Grow', 'ann', 'Orders'], ['', '', 'Returns'], ['Rest', 'bob', 'Sleep'], ['', '', 'Walks']);
    expect(column(found, 'owner')).toEqual(['ann', 'ann', 'bob', 'bob']);
  });

  test('several key results in a row', () => {
    const found = shape(['Objective', 'KR 1', 'Target 1', 'KR 2', 'Target 2', 'Owner'], ['Grow', 'Orders', '5', 'Returns', '6', 'ann'], ['Rest', 'Sleep', '8', '', '', 'bob']);
    expect(textsOf(found)).toEqual([['Grow', ['Orders', 'Returns']], ['Rest', ['Sleep']]]);
    expect(column(found, 'target')).toEqual([5, 6, 8]);
    expect(found.objectives.map(({ fields }) => fields['owner'])).toEqual(['ann', 'bob']);
  });

  test('the same objective in two teams is two objectives; coming back to one of them is not a third', () => {
    const found = shape(['Team', 'Objective', 'Key result'], ['A', 'Grow', 'x'], ['B', 'Grow', 'y'], ['A', 'grow ', 'z']);
    expect(textsOf(found)).toEqual([['Grow', ['x', 'z']], ['Grow', ['y']]]);
  });

  test('headings repeated on each page are no rows', () => {
    expect(textsOf(shape(['Objective', 'Key result'], ['Grow', 'x'], ['Objective', 'Key result'], ['Rest', 'y']))).toEqual([['Grow', ['x']], ['Rest', ['y']]]);
  });

  test('a figure at the beginning of a text is no numbering', () => {
    const found = shape(['Objective', 'Key result'], ['1 team, one goal', '10 shops open'], ['2.5 million people know us', '3-day delivery']);
    expect(textsOf(found)).toEqual([['1 team, one goal', ['10 shops open']], ['2.5 million people know us', ['3-day delivery']]]);
  });

  test('a progress without a target is a milestone, and a column that goes beyond 1 counts in hundredths', () => {
    expect(column(shape(['Goal', 'Key result', 'Progress'], ['A', 'x', '60'], ['', 'y', '1'], ['', 'z', '']), 'current')).toEqual([0.6, 0.01, undefined]);
    expect(column(shape(['Goal', 'Key result', 'Score'], ['A', 'x', '0.6'], ['', 'y', '1']), 'current')).toEqual([0.6, 1]);
  });

  test('numbers of a sheet come with how they are shown: 0.45 shown as 45% is 45 of the unit %', () => {
    const found = understood([['Objective', 'Key result', 'Start', 'Target', 'Done'], ['A', 'x', { value: 0, shown: '0%' }, { value: 0.45, shown: '45%' }, true]], 'en_US');
    expect([numbersOf(found), column(found, 'unit')]).toEqual([[[0, 45, undefined]], ['%']]);
  });

  test('headings in an unknown language are still headings once a person has said what the columns are', () => {
    const rows = [['Objetivo', 'Resultado clave', 'Meta'], ['Crecer', 'Pedidos', '50']];
    expect(told(understood(rows, 'es_ES'))).toEqual(['No row of headings was recognised. Choose what each column holds.']);
    const found = recognise([mappedBy(tableOf(sourceOfRows(rows)), ['objective', 'key_result', 'target'])], 'es_ES');
    expect([textsOf(found), numbersOf(found)]).toEqual([[['Crecer', ['Pedidos']]], [[undefined, 50, undefined]]]);
  });
});
