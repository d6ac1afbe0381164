/** What the add-on believes of rows that come from a browser: what is no value of its column is refused, whoever sends it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedRows } from '../../../src/app/adopt/check';
import type { AdoptedObjective } from '../../../src/app/api';
import { speak } from '../../../src/report/onDemand';
import { mapped, tableOf } from '../../../src/rows/foreign/mapping';
import { recognise } from '../../../src/rows/foreign/recognise';
import { sourceOfRows } from '../../../src/rows/foreign/source';
import { GAPS, REPEATED, SEMICOLONS, tableFrom, understood } from '../../rows/foreign/tables';

const checked = (rows: unknown): AdoptedObjective[] => checkedRows(rows, speak('en'));
const keyResult = (fields: object): unknown => [{ sourceId: '', fields: { objective: 'A' }, keyResults: [{ sourceId: '', fields: { key_result: 'x', ...fields } }] }];
const objective = (fields: object): unknown => [{ sourceId: '', fields: { objective: 'A', ...fields }, keyResults: [] }];

describe('rows as the sidebar makes them', () => {
  test.each([GAPS, REPEATED, SEMICOLONS])('of %s pass unchanged', (name) => {
    const { objectives } = understood(tableFrom(name), 'pl_PL');
    expect(checked(JSON.parse(JSON.stringify(objectives)))).toEqual(objectives);
  });

  test('pass whatever stood in the table, however its columns are mapped', () => {
    const cell = fc.constantFrom('Grow', 'O1: Rest', '=1+1', '45%', '1.234', '≥ 90 days', '31/12/2569', 'Q4 2026', '🟢', 'n/a', 'Stretch', 'P1', 'lower is better', 'done', 'O7', '120%', '-3', '');
    const keys = ['objective', 'key_result', 'objective_id', 'id', 'owner', 'start', 'target', 'current', 'score', 'confidence', 'due_date', 'start_date', 'measure', 'weight', 'kind', 'level', 'priority', 'reading', 'plan', ''];
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 8 }), fc.shuffledSubarray(keys, { minLength: 6, maxLength: 6 }), (rows, mapping) => {
        const { objectives } = recognise([mapped(tableOf(sourceOfRows(rows), -1), mapping)], 'pl_PL', [{ id: 'O7', text: 'Known' }]);
        expect(checked(JSON.parse(JSON.stringify(objectives)))).toEqual(objectives.map((one) => (one.existing === undefined ? one : { ...one, fields: {} })));
      }),
      { numRuns: 400 },
    );
  });

  test('of an objective that is here already bring nothing for the objective itself', () => {
    expect(checked([{ sourceId: 'O1', existing: 'O1', fields: { objective: 'Another text' }, keyResults: [] }])).toEqual([{ sourceId: 'O1', existing: 'O1', fields: {}, keyResults: [] }]);
  });
});

describe('anything else is refused with the name of what is wrong', () => {
  test.each<[string, unknown]>([
    ['rows', null], ['rows', { length: 1 }], ['row', [null]], ['row', [['O1']]], ['keyResults', [{ sourceId: '', fields: { objective: 'A' } }]],
    ['sourceId', [{ fields: { objective: 'A' }, keyResults: [] }]], ['existing', [{ sourceId: '', existing: 7, fields: {}, keyResults: [] }]],
    ['objective', objective({ objective: '' })], ['objective', objective({ objective: 7 })], ['key_result', keyResult({ key_result: ' ' })],
    ['column', objective({ id: 'O1' })], ['column', keyResult({ objective_id: 'O1' })], ['column', keyResult({ score: 1 })], ['column', JSON.parse('[{"sourceId":"","fields":{"objective":"A","__proto__":"x"},"keyResults":[]}]')],
    ['target', keyResult({ target: '5' })], ['target', keyResult({ target: null })], ['start', keyResult({ start: NaN })], ['weight', keyResult({ weight: Infinity })], ['current', keyResult({ current: true })],
    ['confidence', keyResult({ confidence: 6 })], ['confidence', keyResult({ confidence: 0.5 })], ['due_date', keyResult({ due_date: '31.12.2026' })], ['due_date', keyResult({ due_date: '2026-02-30' })], ['start_date', objective({ start_date: 46000 })],
    ['measure', keyResult({ measure: 'Wzrost' })], ['priority', objective({ priority: '=1' })], ['note', objective({ note: 5 })], ['plan', keyResult({ plan: ['x'] })],
  ])('%s of %j', (name, rows) => {
    expect(() => checked(rows)).toThrow(`These rows cannot be copied: ${name} is `);
  });

  test('a text longer than a cell holds is told in the workbook’s language', () => {
    expect(() => checkedRows(keyResult({ note: 'x'.repeat(50_001) }), speak('pl'))).toThrow(speak('pl')('form.tooLong', { limit: 50_000 }));
    expect(checked(keyResult({ note: 'x'.repeat(50_000) }))).toHaveLength(1);
  });
});
