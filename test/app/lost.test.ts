/** What is lost by accident and found again: the row of keys, and what the add-on remembers. */
import { expect, test } from 'vitest';
import type { Panel } from '../../src/app/panel';
import { act, scores, smallHost } from './workbook';

test('a deleted row of keys is written anew, above the labels, and no row of data is touched', async () => {
  const host = await smallHost();
  const before = { values: host.values('Key Results', 'A2:Q6'), scores: await scores(host, 'Key Results') };
  await act(host, (book) => void book.getSheetByName('Key Results')!.deleteRow(1));
  const { repairs } = (await host.call('panelCheck', [])) as Panel;
  await host.settled();
  expect(repairs).toContain('The row of keys in Key Results was written anew');
  expect(host.values('Key Results', 'A1:C1')[0]).toEqual(['id', 'objective_id', 'key_result']);
  expect(host.values('Key Results', 'A2:Q6')).toEqual(before.values);
  expect(await scores(host, 'Key Results')).toEqual(before.scores);
  expect(host.failures()).toEqual([]);
}, 60_000);

test('what the add-on remembers may be damaged: the sheets are found by their keys', async () => {
  const host = await smallHost();
  const before = await scores(host, 'Key Results');
  await act(host, () => void PropertiesService.getDocumentProperties()!.setProperty('okr-sheets', '{"sheets"'));
  const panel = (await host.call('panelCheck', [])) as Panel;
  expect(panel.repairs).toEqual([]);
  expect(await scores(host, 'Key Results')).toEqual(before);
}, 60_000);
