/** Adopting on the embedded host: a sheet beside the add-on's own is handed over, understood as the sidebar does, and copied, once, whatever fails on the way. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { AdoptCopied, AdoptTables } from '../../../src/app/api';
import type { Host, SavedHost } from '../../../src/local/types';
import en from '../../../src/report/messages/en.json';
import { mapped } from '../../../src/rows/foreign/mapping';
import { GAPS, KEY_RESULTS, OBJECTIVES, SEMICOLONS, tableFrom, type Rows } from '../../rows/foreign/tables';
import { act, FEW_ROWS, fill, openHost, reopened, scores, setUpHost, SMALL } from '../workbook';
import { copyRows, look, type Looked } from './look';

const copy = async (host: Host, from: number | Rows, ref = 'first'): Promise<AdoptCopied> => copyRows(host, (await look(host, from)).objectives, ref);
const mappingOf = ({ tables }: Looked): string => tables.map(({ mapping }) => mapping.join(' ')).join(' | ');

/** A sheet of texts, as somebody who imported a file with everything kept as text; answers its id. */
const addSheet = (host: Host, name: string, rows: Rows): Promise<number> =>
  act(host, (book, args: { name: string; rows: Rows }) => {
    const sheet = book.insertSheet(args.name, book.getSheets().length);
    const width = Math.max(...args.rows.map((row) => row.length));
    if (args.rows.length > sheet.getMaxRows()) sheet.insertRowsAfter(1, args.rows.length - sheet.getMaxRows());
    const range = sheet.getRange(1, 1, args.rows.length, width);
    range.setNumberFormat('@');
    range.setValues(args.rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]));
    return sheet.getSheetId();
  }, { name, rows });

/** What stands in a sheet of the add-on under some keys, days as instants. */
async function table(host: Host, name: string, keys: readonly string[]): Promise<unknown[][]> {
  const rows = await act(host, (book, sheet) => {
    const plain = (cell: unknown) => (Object.prototype.toString.call(cell) === '[object Date]' ? (cell as Date).toISOString() : cell);
    return book.getSheetByName(sheet as string)!.getDataRange().getValues().map((row) => row.map(plain));
  }, name);
  const [head = [], , ...data] = rows;
  const at = keys.map((key) => head.indexOf(key));
  return data.map((row) => at.map((index) => row[index])).filter((row) => row.some((cell) => cell !== ''));
}

const formulasIn = (host: Host, name: string): Promise<string[]> =>
  act(host, (book, sheet) => book.getSheetByName(sheet as string)!.getDataRange().getFormulas().slice(2).flat().filter((formula) => formula !== ''), name);

let prepared: SavedHost; // set up, empty
let filled: SavedHost; // with two objectives and three key results of its own
let ids: { readonly gaps: number; readonly objectives: number; readonly keyResults: number };

beforeAll(async () => {
  const host = await setUpHost(FEW_ROWS);
  prepared = host.save();
  await fill(host, SMALL);
  ids = {
    gaps: await addSheet(host, 'Cele 2026', tableFrom(GAPS)),
    objectives: await addSheet(host, 'Aims', tableFrom(OBJECTIVES)),
    keyResults: await addSheet(host, 'Results', tableFrom(KEY_RESULTS)),
  };
  filled = host.save();
}, 60_000);

describe('a sheet of the spreadsheet', () => {
  let host: Host;
  beforeAll(async () => void (host = await reopened(filled)), 30_000);

  test('is offered, and the add-on’s own sheets and empty ones are not', async () => {
    expect(await host.call('adoptSheets', [])).toEqual([
      { id: ids.gaps, name: 'Cele 2026' },
      { id: ids.objectives, name: 'Aims' },
      { id: ids.keyResults, name: 'Results' },
    ]);
  });

  test('comes with its cells, and with what the workbook has', async () => {
    const answer = (await host.call('adoptTables', [ids.gaps])) as AdoptTables;
    expect(answer.tables.map(({ name }) => name)).toEqual(['Cele 2026', 'Aims', 'Results']);
    expect(answer.tables[0]?.rows[1]?.slice(0, 4)).toEqual(['1', '1. Klienci szybko dostają pomoc', 'Marta Nowak', 'KR1: Średni czas odpowiedzi skraca się']);
    expect(answer.known).toEqual([{ id: 'O1', text: 'Customers stay with us' }, { id: 'O2', text: 'We are easy to buy from' }]);
    expect([answer.takenIds.includes('o2.1'), answer.missing, answer.locale]).toEqual([true, [], 'en_US']);
  });

  test('is understood', async () => {
    const looked = await look(host, ids.gaps);
    expect(mappingOf(looked)).toBe('objective_id objective owner key_result owner unit start target current weight confidence due_date note');
    expect(looked.told).toEqual(['1 key result has no start and no target; it becomes a milestone.', '2 IDs of the source are already taken, used twice or hard to read; new ones are given.']);
  });

  test('is copied below what is there, with new IDs, text kept as text, and scored', async () => {
    const before = await act(host, (book) => JSON.stringify(book.getSheetByName('Cele 2026')!.getDataRange().getValues()));
    expect(await copy(host, ids.gaps)).toEqual({ objectives: 2, keyResults: 5 });
    expect(await table(host, 'Objectives', ['id', 'objective', 'owner'])).toEqual([
      ['O1', 'Customers stay with us', 'ana@example.com'],
      ['O2', 'We are easy to buy from', 'ben@example.com'],
      ['O3', 'Klienci szybko dostają pomoc', 'Marta Nowak'],
      ['O4', 'Płacimy mniej za infrastrukturę', 'Jan Zych'],
    ]);
    expect((await table(host, 'Key Results', ['id', 'objective_id', 'unit', 'start', 'target', 'current', 'weight', 'confidence', 'measure', 'note'])).slice(3)).toEqual([
      ['O3.1', 'O3', 'godz.', 12.5, 4, 9.75, 2, 5, '', ''],
      ['O3.2', 'O3', '%', 45, 70, 52.5, 1, 3, '', '=HYPERLINK("x")'],
      ['O3.3', 'O3', 'szt.', 1234, 200, 1050, '', 1, '', ''],
      ['O4.1', 'O4', 'zł', 125400.5, 90000, 110250, '', 3, '', ''],
      ['O4.2', 'O4', '', '', '', 1, '', '', 'Milestone', ''],
    ]);
    expect(await formulasIn(host, 'Key Results')).toEqual([]);
    expect(await table(host, 'Key Results', ['due_date']).then((rows) => rows.map(([day]) => day))).toEqual(['2026-12-30T23:00:00.000Z', '2026-11-29T23:00:00.000Z', '2026-12-30T23:00:00.000Z', '2026-12-30T23:00:00.000Z', '2026-10-30T23:00:00.000Z']);
    expect(await scores(host, 'Key Results')).toMatchObject({ 'O1.1': 0.5, 'O3.2': 0.3, 'O4.2': 1 });
    expect(await act(host, (book) => JSON.stringify(book.getSheetByName('Cele 2026')!.getDataRange().getValues()))).toBe(before);
  }, 30_000);

  test('once more with the same reference adds nothing; with another one it is another copy', async () => {
    expect(await copy(host, ids.gaps)).toEqual({ objectives: 2, keyResults: 5 });
    expect(await table(host, 'Objectives', ['id'])).toHaveLength(4);
    await copy(host, ids.gaps, 'second');
    expect((await table(host, 'Objectives', ['id'])).flat()).toEqual(['O1', 'O2', 'O3', 'O4', 'O5', 'O6']);
  }, 30_000);
});

test('cells with formats are read as they are shown: percentages, money, dates, ticked boxes', async () => {
  const host = await reopened(prepared);
  const id = await act(host, (book) => {
    const own = book.insertSheet('Typed', book.getSheets().length);
    own.getRange(3, 2, 4, 6).setValues([
      ['Objective', 'Key result', 'Baseline', 'Target', 'Actual', 'Deadline'],
      ['Grow', 'Share', 0.1, 0.45, 0.225, '2026-12-31'],
      ['', 'Revenue', 1000, 2500.5, '', '2026-11-30'],
      ['', 'Site is live', '', '', true, ''],
    ]);
    own.getRange(4, 4, 1, 3).setNumberFormat('0.0%');
    own.getRange(5, 4, 1, 3).setNumberFormat('"฿"#,##0.00');
    return own.getSheetId();
  });
  const { tables } = (await host.call('adoptTables', [id])) as AdoptTables;
  expect(tables[0]?.rows.slice(3)).toEqual([
    ['', 'Grow', 'Share', { value: 0.1, shown: '10.0%' }, { value: 0.45, shown: '45.0%' }, { value: 0.225, shown: '22.5%' }, '2026-12-31'],
    ['', '', 'Revenue', { value: 1000, shown: '฿1,000.00' }, { value: 2500.5, shown: '฿2,500.50' }, '', '2026-11-30'],
    ['', '', 'Site is live', '', '', true, ''],
  ]);
  const looked = await look(host, id);
  expect([looked.tables[0]?.headerRow, mappingOf(looked)]).toEqual([2, ' objective key_result start target current due_date']);
  await copyRows(host, looked.objectives);
  expect(await table(host, 'Key Results', ['id', 'measure', 'unit', 'start', 'target', 'current', 'due_date'])).toEqual([
    ['O1.1', '', '%', 10, 45, 22.5, '2026-12-30T23:00:00.000Z'],
    ['O1.2', '', '฿', 1000, 2500.5, '', '2026-11-29T23:00:00.000Z'],
    ['O1.3', 'Milestone', '', '', '', 1, ''],
  ]);
}, 30_000);

describe('two sheets that belong together', () => {
  test('are proposed and copied together, whichever is chosen; taken IDs are replaced in both', async () => {
    const host = await reopened(filled);
    const looked = await look(host, ids.keyResults);
    expect(looked.told.slice(0, 1)).toEqual(['The sheets Results and Aims belong together; both are read.']);
    expect(await copyRows(host, looked.objectives)).toEqual({ objectives: 2, keyResults: 4 });
    expect((await table(host, 'Objectives', ['id', 'team', 'priority'])).slice(2)).toEqual([['O3', 'บริการลูกค้า', 'High'], ['O4', 'ปฏิบัติการ', 'Medium']]);
    expect((await table(host, 'Key Results', ['id', 'objective_id', 'start'])).slice(3)).toEqual([['O3.1', 'O3', 7.5], ['O3.2', 'O3', 1200], ['O4.1', 'O4', 1200000], ['O4.2', 'O4', 5]]);
  }, 30_000);

  test('one of them alone is copied when the columns of the other are taken away', async () => {
    const host = await reopened(filled);
    const { objectives } = await look(host, ids.objectives, ([first, other]) => [first!, mapped(other!, [])]);
    expect(await copyRows(host, objectives)).toEqual({ objectives: 2, keyResults: 0 });
  });
});

describe('a pasted table', () => {
  test('keeps IDs that are plain and free', async () => {
    const host = await setUpHost({ ...FEW_ROWS, userLocale: 'vi' });
    await copy(host, tableFrom(SEMICOLONS));
    expect(await table(host, 'Key Results', ['id', 'objective_id', 'target'])).toEqual([['KR-1', 'O1', 20000], ['KR-2', 'O1', 35], ['KR-3', 'O1', 8.5], ['KR-4', 'O2', 2e9]]);
  }, 30_000);

  test('writes choices as the drop-downs have them', async () => {
    const host = await setUpHost({ ...FEW_ROWS, userLocale: 'pl' });
    await copy(host, [['Objective', 'Key result', 'Measure', 'Priority', 'Level'], ['A', 'x', 'lower is better', 'P1', 'Dział']]);
    expect([await table(host, 'Objectives', ['priority', 'level']), await table(host, 'Key Results', ['measure'])]).toEqual([[['Wysoki', 'Dział']], [['Spadek']]]);
  }, 30_000);

  test('of key results alone goes to the objectives that are here, by ID or by text', async () => {
    const host = await reopened(filled);
    expect(await copy(host, [['Objective ID', 'Key result', 'Target'], ['O2', 'Baskets', '5'], ['', 'Visits', '6'], ['Customers stay with us', 'Thanks', '7'], ['O77', 'Lost', '8']])).toEqual({ objectives: 0, keyResults: 3 });
    expect((await table(host, 'Key Results', ['id', 'objective_id', 'key_result'])).slice(3)).toEqual([['O2.2', 'O2', 'Baskets'], ['O2.3', 'O2', 'Visits'], ['O1.3', 'O1', 'Thanks']]);
    expect(await table(host, 'Objectives', ['id'])).toHaveLength(2);
  }, 30_000);

  test('gives no ID that a check-in or the history still names', async () => {
    const host = await reopened(prepared);
    await fill(host, { 'Check-ins': [['at', 'key_result_id', 'value'], ['2026-11-01', 'O7.2', 1]], History: [['type', 'id', 'text'], ['objective', 'O11', 'Done with']] });
    await copy(host, [['Objective', 'Key result'], ['A', 'x']]);
    expect([await table(host, 'Objectives', ['id']), await table(host, 'Key Results', ['id'])]).toEqual([[['O12']], [['O12.1']]]);
  }, 30_000);

  test('keeps formula-like text, HTML and long notes as text', async () => {
    const host = await reopened(prepared);
    const texts = ['=IMPORTXML("http://x","//a")', '+1 more', '@home', '-2+3', '<script>alert(1)</script>', "'quoted", 'TRUE', '1.10', 'x'.repeat(5_000)];
    await copy(host, [['Objective', 'Key result', 'Note'], ...texts.map((text) => ['A', text, text])]);
    expect((await table(host, 'Key Results', ['key_result', 'note'])).map(([text]) => text)).toEqual(texts);
    expect(await formulasIn(host, 'Key Results')).toEqual([]);
  }, 30_000);

  test('leaves what people have in columns of their own between ours as it is', async () => {
    const host = await reopened(prepared);
    await act(host, (book) => {
      const objectives = book.getSheetByName('Objectives')!;
      objectives.insertColumnsBefore(4, 1);
      objectives.getRange(3, 4, 3, 1).setValues([['mine'], ['=1+1'], ['too']]);
    });
    await copy(host, [['Objective', 'Key result', 'Team'], ['A', 'x', 'T'], ['B', 'y', 'U']]);
    const values = await act(host, (book) => book.getSheetByName('Objectives')!.getRange(3, 1, 3, 6).getValues());
    expect(values.map((row) => [row[0], row[1], row[3], row[4]])).toEqual([['O1', 'A', 'mine', 'T'], ['O2', 'B', 2, 'U'], ['', '', 'too', '']]);
  }, 30_000);

  test('of five thousand rows costs as many service calls as one of ten, to look at and to copy, and all rows are there', async () => {
    const rows = (count: number): Rows => [['Objective', 'Key result', 'Target'], ...Array.from({ length: count }, (_, index) => [`Aim ${Math.floor(index / 4)}`, `Result ${index}`, String(index)])];
    const [looks, copies]: [number[], number[]] = [[], []];
    for (const count of [10, 5_000]) {
      const host = await reopened(prepared);
      const id = await addSheet(host, 'Theirs', rows(count));
      host.resetServiceCalls();
      const { objectives } = await look(host, id);
      looks.push(host.serviceCallCount());
      host.resetServiceCalls();
      expect((await copyRows(host, objectives)).keyResults).toBe(count);
      copies.push(host.serviceCallCount());
      expect(await table(host, 'Key Results', ['id'])).toHaveLength(count);
      host.dispose();
    }
    expect(looks[1]).toBe(looks[0]);
    // Each of the two sheets has to be made longer, which costs two calls more, however much longer.
    expect((copies[1] ?? 0) - (copies[0] ?? 0)).toBeLessThanOrEqual(4);
    expect(copies[0]).toBeLessThan(100);
  }, 120_000);
});

describe('what cannot be', () => {
  const rows: Rows = [['Objective', 'Key result'], ['A', 'x']];

  test('is told in a sentence, and nothing is changed', async () => {
    const host = await reopened(filled);
    const own = await act(host, (book) => book.getSheetByName('Objectives')!.getSheetId());
    await expect(look(host, 123456789)).rejects.toThrow(en['adopt.sheetGone']);
    await expect(look(host, own)).rejects.toThrow(en['adopt.ownSheet'].replace('{sheet}', 'Objectives'));
    await expect(copyRows(host, [])).rejects.toThrow(en['adopt.nothing']);
    await expect(copyRows(host, [{ sourceId: '', existing: 'O9', fields: {}, keyResults: [] }])).rejects.toThrow(en['adopt.objectiveGone'].replace('{id}', 'O9'));
    host.holdLock('document', 60_000);
    await expect(copy(host, rows)).rejects.toThrow(en['error.busy']);
    host.holdLock('document', 0);
    await act(host, (book) => {
      const keyResults = book.getSheetByName('Key Results')!;
      keyResults.getRange('C1').setValue('mine');
    });
    await expect(copy(host, rows)).rejects.toThrow(en['adopt.needsCheck']);
    expect(await table(host, 'Objectives', ['id'])).toHaveLength(2);
  }, 30_000);

  test('values without a column are left out, and the sidebar can say so before', async () => {
    const host = await reopened(prepared);
    await act(host, (book) => {
      const sheet = book.getSheetByName('Key Results')!;
      sheet.deleteColumn((sheet.getDataRange().getValues()[0] ?? []).indexOf('note') + 1);
    });
    const looked = await look(host, [['Objective', 'Key result', 'Note'], ['A', 'x', 'n']]);
    expect(looked.told).toEqual(['The sheet Key Results has no column “Note”; its values are left out. “Check this spreadsheet” makes the column again.']);
    expect(await copyRows(host, looked.objectives)).toEqual({ objectives: 1, keyResults: 1 });
  }, 30_000);

  test('a workbook that is not set up says so', async () => {
    const host = await openHost(FEW_ROWS);
    await host.open('LIMITED');
    await expect(look(host, [['Objective']])).rejects.toThrow(en['error.notSetUp']);
    await expect(copyRows(host, [])).rejects.toThrow(en['error.notSetUp']);
  });
});

describe('a fault at any service call, then the same copy again', () => {
  /** Each try has texts of its own, so that one document serves for all of them. */
  const texts = (call: number): Rows => [
    ['Objective', 'Key result', 'Target', 'Due date', 'Owner'],
    [`A${call}`, `x${call}`, '1,5', '31.12.2026', 'a@b.example'],
    ['', `y${call}`, '2,5', '', ''],
    [`B${call}`, `z${call}`, '45%', '', '=b'],
  ];
  const rowsFor = async (host: Host, call: number) => (await look(host, texts(call), ([table]) => [mapped(table!, ['objective', 'key_result', 'target', 'due_date', 'owner'])])).objectives;

  async function everyCall(host: Host, from = 1): Promise<void> {
    host.resetServiceCalls();
    const first = await rowsFor(host, 0);
    host.resetServiceCalls();
    await copyRows(host, first, 'call 0');
    const calls = host.serviceCallCount();
    let failures = 0;
    for (let call = from; call <= calls; call += 1) {
      const objectives = await rowsFor(host, call);
      host.resetServiceCalls();
      host.failCall(call);
      await copyRows(host, objectives, `call ${call}`).catch(() => (failures += 1));
      host.resetServiceCalls();
      expect(await copyRows(host, objectives, `call ${call}`), `call ${call}`).toEqual({ objectives: 2, keyResults: 3 });
    }
    expect(failures).toBeGreaterThan(calls - from - 2); // one or two at the end are after everything was said
    const done = [0, ...Array.from({ length: calls - from + 1 }, (_, index) => from + index)];
    const objectives = (await table(host, 'Objectives', ['objective', 'id', 'owner'])).map(([text, id, owner]) => [text, id, owner] as const);
    expect(objectives.map(([text]) => text)).toEqual(done.flatMap((call) => [`A${call}`, `B${call}`]));
    expect(objectives.map(([, id]) => id)).toEqual(done.flatMap((_, index) => [`O${2 * index + 1}`, `O${2 * index + 2}`]));
    const idOf = new Map(objectives.map(([text, id]) => [text, id]));
    const keyResults = await table(host, 'Key Results', ['id', 'objective_id', 'key_result', 'target', 'unit', 'owner']);
    expect(keyResults).toEqual(
      done.flatMap((call) => {
        const [a, b] = [String(idOf.get(`A${call}`)), String(idOf.get(`B${call}`))];
        return [[`${a}.1`, a, `x${call}`, 1.5, '', 'a@b.example'], [`${a}.2`, a, `y${call}`, 2.5, '', 'a@b.example'], [`${b}.1`, b, `z${call}`, 45, '%', '=b']];
      }),
    );
  }

  test('ends with one copy, complete, with the IDs it would have had', async () => {
    await everyCall(await reopened(prepared));
  }, 300_000);

  test('also where columns of other people stand in between, and rows are written in pieces', async () => {
    const host = await reopened(prepared);
    await act(host, (book) => ['Objectives', 'Key Results'].forEach((name) => [2, 5].forEach((column) => book.getSheetByName(name)!.insertColumnsBefore(column, 1))));
    await everyCall(host, 60); // reading goes before, and is the same
  }, 300_000);

  test('a source that changed in between is told, and nothing is mixed', async () => {
    const host = await reopened(filled);
    const before = (await look(host, [['Objective', 'Key result'], ['A', 'x'], ['B', 'y']])).objectives;
    const after = (await look(host, [['Objective', 'Key result'], ['A', 'x'], ['B', 'changed']])).objectives;
    host.resetServiceCalls();
    await copyRows(host, before, 'counted');
    const calls = host.serviceCallCount();
    let half = 0;
    for (let call = calls - 6; call > calls - 30 && half === 0; call -= 1) {
      const again = await reopened(filled);
      again.resetServiceCalls();
      again.failCall(call);
      await copyRows(again, before).catch(() => undefined);
      const [objectives, keyResults] = [(await table(again, 'Objectives', ['id'])).length, (await table(again, 'Key Results', ['id'])).length];
      if (objectives === 4 && keyResults === 3) {
        half = call;
        await expect(copyRows(again, after)).rejects.toThrow(en['adopt.half'].replace('{ids}', 'O3, O4'));
        expect(await table(again, 'Key Results', ['id'])).toHaveLength(3);
      }
      again.dispose();
    }
    expect(half).toBeGreaterThan(0);
  }, 120_000);
});
