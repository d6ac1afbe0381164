/** Findings: kept by row, the most severe first. */
import { expect, test } from 'vitest';
import { Findings, mostSevereFirst, severityOf } from '../../src/model/finding';

test('findings come row by row, errors before warnings before advice, otherwise as found', () => {
  const findings = new Findings('objectives');
  findings.add('oneKeyResult', 7);
  findings.add('noOwner', 4, 'owner');
  findings.add('missingDue', 7, 'due_date');
  findings.add('missingId', 7, 'id');
  findings.add('longSpan', 7, 'due_date', { count: 400 });
  expect(findings.all().map(({ row, code }) => `${row} ${code}`)).toEqual(['4 noOwner', '7 missingId', '7 missingDue', '7 longSpan', '7 oneKeyResult']);
  expect(findings.all().map(severityOf)).toEqual(['warning', 'error', 'warning', 'warning', 'advice']);
});

test('a finding knows its table, row, column and facts, and a clean row has none', () => {
  const findings = new Findings('kpis');
  findings.add('unknownLink', 5, 'linked_to', { id: 'O9.9' });
  expect(findings.of(5)).toEqual([{ code: 'unknownLink', table: 'kpis', row: 5, column: 'linked_to', facts: { id: 'O9.9' } }]);
  expect(findings.of(6)).toEqual([]);
});

test('putting in order leaves the list it was given alone', () => {
  const findings = new Findings('kpis');
  findings.add('noOwner', 3);
  findings.add('missingId', 3);
  const found = findings.of(3);
  expect(mostSevereFirst(found).map((one) => one.code)).toEqual(['missingId', 'noOwner']);
  expect(found.map((one) => one.code)).toEqual(['noOwner', 'missingId']);
});
