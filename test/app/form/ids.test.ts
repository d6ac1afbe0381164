/** New ids: readable, unique in the workbook, never given twice. */
import { expect, test } from 'vitest';
import { IdGiver, usedIds } from '../../../src/app/ids';
import type { Cell } from '../../../src/rows/grid';

const cells: Record<string, Cell[][]> = {
  objectives: [['id', 'objective', 'parent'], ['ID', '', ''], ['O1', 'a', ''], ['', 'b', 'O4']],
  keyResults: [['id', 'objective_id'], ['', ''], ['O1.1', 'O1'], ['o1.7', 'O1']],
  actions: [['id', 'key_result_id', 'depends_on'], ['', '', ''], ['A2', 'O6.1', 'A9, A3']],
  checkIns: [['at', 'key_result_id'], ['', ''], ['2026-11-01', 'O8.12']],
  history: [['id', 'objective_id'], ['', ''], ['O3.2', 'O3'], ['O2', 'O2']],
};

test('ids are collected wherever one may stand, also those of rows that are gone', () => {
  expect([...usedIds((table) => cells[table] ?? [])].sort()).toEqual(['A2', 'A3', 'A9', 'O1', 'O1.1', 'O2', 'O3', 'O3.2', 'O4', 'O6.1', 'O8.12', 'o1.7']);
});

test('the next ids lie above all of them: a key result in the log says that its objective existed', () => {
  const ids = new IdGiver(usedIds((table) => cells[table] ?? []));
  expect([ids.objective(), ids.objective(), ids.keyResult('O1'), ids.keyResult('O8'), ids.keyResult('O9'), ids.keyResult('O9'), ids.keyResult(''), ids.action(), ids.kpi()]).toEqual([
    'O9', 'O10', 'O1.8', 'O8.13', 'O9.1', 'O9.2', 'KR1', 'A10', 'K1',
  ]);
});

test('what was given before is not given again, though it left no trace in any sheet', () => {
  const first = new IdGiver(['O1']);
  expect([first.objective(), first.keyResult('O2')]).toEqual(['O2', 'O2.1']);
  const second = new IdGiver(['O1'], first.newest());
  expect([second.objective(), second.keyResult('O2'), second.keyResult('O1')]).toEqual(['O3', 'O2.2', 'O1.1']);
});

test('ids of another fashion are left alone and do no harm', () => {
  const ids = new IdGiver(['KR-5', 'Growth', '1.10', 'OBJ-7', '7', 'O99999999999999999999']);
  expect([ids.objective(), ids.keyResult('OBJ-7'), ids.keyResult('Growth')]).toEqual(['O1', 'OBJ-7.1', 'Growth.1']);
});
