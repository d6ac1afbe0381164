/** A fault at each service call of a close, then the close again: the same end as without; and its calls, which do not grow with the rows. */
import { beforeAll, expect, test } from 'vitest';
import { company } from '../../../bench/company';
import type { CloseRequest } from '../../../src/app/close/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { act, reopened, setUpHost } from '../workbook';
import { close, endingHost, Q1, Q4, rowsOf, setting } from './company';

let ending: SavedHost;
beforeAll(async () => {
  const host = await endingHost();
  // Closing reads what people wrote; without formulas, rules and lists, which take most of the time here, every call can be tried.
  await act(host, (book) => {
    for (const sheet of book.getSheets()) {
      const formulas = sheet.getRange(2, 1, 1, sheet.getMaxColumns()).getFormulas()[0] ?? [];
      formulas.forEach((formula, index) => formula === '' || void sheet.getRange(2, index + 1).clearContent());
      sheet.clearConditionalFormatRules();
      sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).clearDataValidations();
    }
  });
  ending = host.save();
}, 120_000);

const SHEETS = ['History', 'Objectives', 'Key Results', 'Actions', 'KPIs', 'Check-ins', 'Settings'];
const endOf = (host: Host) => Object.fromEntries(SHEETS.map((sheet) => [sheet, rowsOf(host, sheet)]));
/** A fault in place of the call, after it, and one that ends the whole run. */
const TIMES = [undefined, 'after', 'onwards'] as const;

/**
 * Whoever looks at a close that was cut off sees too much rather than too little: nothing has gone that History does not have, nothing goes on before it
 * stands there, no key result has lost its objective, and the cycle is the old one while an old row is left.
 */
function expectSafe(host: Host, before: ReturnType<typeof endOf>, call: string): void {
  const idsIn = (rows: Record<string, unknown>[] = []): string[] => rows.map(({ id }) => String(id));
  const [objectives, keyResults] = [rowsOf(host, 'Objectives'), rowsOf(host, 'Key Results')];
  const [goals, results, closed] = [idsIn(objectives), idsIn(keyResults), idsIn(rowsOf(host, 'History'))];
  const [oldGoals, oldResults] = [idsIn(before['Objectives']), idsIn(before['Key Results'])];
  const gone = [...oldGoals.filter((id) => !goals.includes(id)), ...oldResults.filter((id) => !results.includes(id))];
  expect(gone.filter((id) => !closed.includes(id)), `${call}: gone and not in History`).toEqual([]);
  const isNew = [...goals.filter((id) => !oldGoals.includes(id)), ...results.filter((id) => !oldResults.includes(id))].length > 0;
  if (isNew) expect(closed, `${call}: carried before History`).toHaveLength(10);
  const orphans = keyResults.filter(({ id, objective_id }) => oldResults.includes(String(id)) && !goals.includes(String(objective_id)));
  expect(orphans, `${call}: key results without their objective`).toEqual([]);
  const isLeft = [...goals, ...results].some((id) => /^O[123](\.|$)/.test(id));
  if (isLeft) expect(['cycle_name', 'cycle_start', 'cycle_end'].map((key) => setting(host, key)), `${call}: the cycle`).toEqual([Q4.name, Q4.start, Q4.end]);
}

/** Every fourth call in each, so that none of them takes minutes. */
test.each([1, 2, 3, 4])('whichever call of the close fails, and however (calls %i, and every fourth from there): tried again, it ends as if nothing had happened', async (first) => {
  const whole = await reopened(ending);
  const before = endOf(whole);
  whole.resetServiceCalls();
  await close(whole);
  const expected = endOf(whole);
  const calls = whole.serviceCallCount();
  expect(expected['History']).toHaveLength(10);
  expect(calls).toBeGreaterThan(60);
  for (let n = first; n <= calls; n += 4) {
    const host = await reopened(ending);
    host.failCall(n, undefined, TIMES[n % TIMES.length]);
    await close(host).catch(() => {
      expectSafe(host, before, `call ${n}`);
      return close(host);
    });
    expect(endOf(host), `call ${n}`).toEqual(expected);
    host.dispose();
  }
}, 900_000);

test('closing takes the same service calls at 10 and at 10,000 key results, but for the pieces of a longer plan', async () => {
  const counts: number[] = [];
  for (const rows of [10, 10_000]) {
    const host = await setUpHost();
    const { keyResults, objectives } = company(rows);
    const plain = (cells: typeof keyResults): unknown[][] => cells.slice(2).map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)));
    await act(host, (book, filled) => {
      for (const [name, cells] of Object.entries(filled as Record<string, unknown[][]>)) {
        const sheet = book.getSheetByName(name)!;
        const missing = cells.length + 210 - sheet.getMaxRows();
        if (missing > 0) sheet.insertRowsBefore(500, missing);
        sheet.getRange(3, 1, cells.length, cells[0]!.length).setValues(cells);
      }
    }, { Objectives: plain(objectives), 'Key Results': plain(keyResults) });
    // Both have to make room: where few rows are written, few are free.
    if (rows === 10) await act(host, (book) => ['Objectives', 'Key Results', 'History'].forEach((name) => book.getSheetByName(name)!.deleteRows(14, book.getSheetByName(name)!.getMaxRows() - 13)));
    await host.settled();
    await host.settled();
    const request: CloseRequest = { cycle: Q4, next: Q1, objectives: objectives.slice(2).map(([id]) => ({ id: String(id), step: 'keep' })), keyResults: [], report: false };
    if (rows === 10) await act(host, (book) => void book.getSheetByName('Objectives')!.deleteRows(7, 7));
    host.resetServiceCalls();
    await close(host, request);
    const used = host.serviceCalls();
    const pieces = Object.entries(used).filter(([name]) => name.endsWith('deleteProperty')).reduce((sum, [, count]) => sum + count, 0);
    counts.push(host.serviceCallCount() - pieces);
    expect(host.values('History', `D${2 + rows + Math.ceil(rows / 4)}:D${3 + rows + Math.ceil(rows / 4)}`).map(([id]) => id !== '')).toEqual([true, false]);
    host.dispose();
  }
  expect(counts[1]).toBe(counts[0]);
}, 300_000);
