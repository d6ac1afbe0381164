/** A fault at each service call of a save, then the same save again: everything once, nothing lost. */
import { beforeAll, expect, test } from 'vitest';
import type { ObjectiveDraft, Saved } from '../../../src/app/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { FEW_ROWS, fill, reopened, setUpHost } from '../workbook';
import { COMPANY } from '../checkIn/company';

let company: SavedHost;
beforeAll(async () => {
  const host = await setUpHost(FEW_ROWS);
  await fill(host, { ...COMPANY, KPIs: [['id', 'kpi', 'measure', 'target', 'current'], ['K1', 'Uptime', 'At least', 99, 99.5]] });
  company = host.save();
}, 120_000);

const NEW: ObjectiveDraft = {
  id: '', text: 'Buying is a pleasure', team: 'Sales', level: 'Team', owner: 'ben@example.com', parent: '', kind: 'Committed', priority: '', startDate: '', dueDate: '',
  keyResults: ['', 'K1'].map((kpi) => ({
    id: '', text: `Orders rise ${kpi}`, owner: '', measure: 'Increase', unit: '', start: '10', target: '60', weight: '', startDate: '', dueDate: '2026-12-01', plan: '', reading: 'last', source: 'CRM', kpi,
  })),
};

/** Fails the n-th call of `body` for every n, each time in what the ones before left, and runs it again. */
async function eachCallFails(host: Host, body: (n: number) => Promise<unknown>, look: (n: number) => void): Promise<number> {
  for (let n = 1; ; n += 1) {
    host.resetServiceCalls();
    host.failCall(n);
    const failed = await body(n).then(() => false, () => true);
    host.resetServiceCalls();
    if (!failed) return n - 1;
    await body(n);
    look(n);
  }
}

test('of a save: one objective with its two key results, complete', async () => {
  const host = await reopened(company);
  const ids = new Set<string>();
  const objectives = (): unknown[][] => host.values('Objectives', 'A3:B').filter(([id]) => id !== '');
  const count = await eachCallFails(
    host,
    async (n) => ids.add(((await host.call('formSave', [NEW, `ref-${n}`])) as Saved).saved.objectiveId),
    (n) => {
      expect([n, ids.size, objectives().length]).toEqual([n, n, 2 + n]);
      const id = [...ids][n - 1];
      const rows = host.values('Key Results', 'A3:Q').filter((row) => row[1] === id);
      expect(rows.map((row) => [row[0], row[2], row[6], row[7], (row[12] as Date).toISOString().slice(0, 10), row[15]])).toEqual(
        [1, 2].map((k) => [`${id}.${k}`, k === 1 ? 'Orders rise' : 'Orders rise K1', 10, 60, '2026-11-30', 'CRM']),
      );
      const row = host.values('Key Results', 'A1:A').findIndex(([cell]) => cell === `${id}.2`) + 1;
      expect(host.formulas('Key Results', `I${row}`)[0]?.[0]).toContain('MATCH("K1"');
    },
  );
  expect(count).toBeGreaterThan(30);
}, 300_000);
