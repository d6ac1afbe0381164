/** `npm run score`: a folder of CSV files in, scored tables out; run as people run it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../scripts/build.mjs';
import { bundleForNode } from '../scripts/node.mjs';
import { objectsOf, printed } from '../src/local/scoreTable';

const root = resolve(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'okr-score-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILES: Record<string, string> = {
  'Objectives.csv': 'id,objective,team,owner\nO1,Customers stay with us,Product,ana@example.com\n',
  'Key Results.csv':
    'id;objective_id;key_result;owner;start;target;current;due_date\n1.10;O1;=HYPERLINK("x");ana@example.com;0;100;25;2026-12-31\n1.2;O1;Complaints fall from 40 to 20;;40;20;20;2026-02-31\n',
  'Settings.csv': 'key,value\ncycle_start,2026-10-01\ncycle_end,2026-12-31\nas_of,2026-10-01\n',
  'Plans.csv': 'id\nx\n',
};

const program = join(root, 'build/score.cjs');

beforeAll(async () => {
  await build();
  await bundleForNode(join(root, 'src/local/score.ts'), program);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'other'));
  writeFileSync(join(folder, 'other/Sales.csv'), 'id\n1\n');
}, 30_000);

const score = (...args: string[]) => run(program, ...args);

function run(file: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', cwd: folder, env: { ...process.env, INIT_CWD: folder } });
  return { code: run.status, out: run.stdout, said: run.stderr };
}

interface Scored {
  readonly objectives: Record<string, unknown>[];
  readonly key_results: Record<string, unknown>[];
  readonly findings: { severity: string; sheet: string; cell: string; text: string }[];
}

describe('the command', () => {
  test('gives JSON of each row by column key, for the day asked for, and CSV files', () => {
    const { code, out, said } = score('.', '--json', '--as-of', '2026-12-31', '--out', 'scored');
    expect([code, said.trim()]).toEqual([0, 'Left out, because the workbook has no such sheet or column: Plans.']);
    const { objectives, key_results, findings } = JSON.parse(out) as Scored;
    expect(key_results.map(({ id, key_result, score, expected, status }) => [id, key_result, score, expected, status])).toEqual([
      ['1.10', '=HYPERLINK("x")', 0.25, 1, 'Off track'],
      ['1.2', 'Complaints fall from 40 to 20', 1, 1, 'Complete'],
    ]);
    expect(objectives).toMatchObject([{ id: 'O1', score: 0.625, expected: 1, status: 'Off track', coverage: '2 of 2', due_date: '' }]);
    expect(key_results[0]).toMatchObject({ due_date: '2026-12-31', target: 100 });
    expect(findings.map(({ severity, sheet, cell, text }) => `${severity} ${sheet} ${cell} ${text}`)).toEqual(
      expect.arrayContaining(['error Key Results M4 “2026-02-31” is not a date; write a date such as 2026-12-31', 'advice Objectives K3 No due day of its own; 2026-12-31 counts']),
    );
    expect(readdirSync(join(folder, 'scored')).sort()).toEqual(['Actions.csv', 'Check-ins.csv', 'KPIs.csv', 'Key Results.csv', 'Objectives.csv', 'Settings.csv']);
    expect(readFileSync(join(folder, 'scored/Objectives.csv'), 'utf8').split('\n')[1]).toMatch(/^O1,Customers stay with us,.*,0\.625,/);
    expect(readFileSync(join(folder, 'scored/Settings.csv'), 'utf8')).toContain('as_of,2026-12-31');
    const again = JSON.parse(score('scored', '--json').out) as Scored;
    expect(again.key_results).toEqual(key_results);
  }, 60_000);

  test('prints tables for people, as `npm run score` starts it', () => {
    const { code, out } = run(join(root, 'scripts/score.mjs'), '.');
    expect(code).toBe(0);
    expect(out).toMatch(/^O1 +Customers stay with us +0\.63 +0\.00 /m);
    expect(out).toMatch(/^Findings in all sheets: \d+ errors?, \d+ warnings?, \d+ pieces? of advice\.$/m);
  }, 40_000);

  test.each([
    ['no folder', [], /^npm run score -- FOLDER/],
    ['a folder that is not there', ['nowhere'], /^There is no folder nowhere\./],
    ['a folder without CSV files', ['empty'], /^The folder empty has no CSV files\./],
    ['a folder with other CSV files', ['other'], /^The folder other has neither "Objectives\.csv" nor "Key Results\.csv"\./],
    ['a day that does not exist', ['.', '--as-of', '2026-02-31'], /^--as-of takes a day such as 2026-12-31; there is no day 2026-02-31\./],
    ['an option it does not know', ['.', '--pdf'], /--pdf/],
  ] as const)('%s gets a sentence and an exit code', (_name, args, sentence) => {
    const { code, out, said } = score(...args);
    expect([code, out]).toEqual([1, '']);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/^\s+at /m);
  }, 40_000);
});

describe('a scored table', () => {
  const table = { keys: ['id', '', 'status', 'score', 'objective'], rows: [['O1', 'mine', '▲ At risk', 0.5, 'ลูกค้าอยู่กับเรา'], ['O2', '', '', '', 'x'.repeat(60)]] };

  test('becomes objects by key, the status without its symbol, foreign columns left out', () => {
    expect(objectsOf(table)).toEqual([
      { id: 'O1', status: 'At risk', score: 0.5, objective: 'ลูกค้าอยู่กับเรา' },
      { id: 'O2', status: '', score: '', objective: 'x'.repeat(60) },
    ]);
  });

  test('is printed in columns that stay below each other, long texts cut', () => {
    const lines = printed('Objectives', table, ['id', 'objective', 'score']).split('\n');
    expect(lines[0]).toBe('Objectives');
    expect(lines[4]).toMatch(/^O1 {2}ลูกค้าอยู่กับเรา +0\.50$/);
    expect(lines[5]).toBe(`O2  ${'x'.repeat(47)}…`);
    const width = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;
    expect(width(lines[4]?.split('0.50')[0] ?? '')).toBe(width(lines[2]?.split('score')[0] ?? ''));
  });
});
