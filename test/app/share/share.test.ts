/** Sharing on the real spreadsheet: every promise of the screen against the calls made, locks, and the stakeholder view. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeFor, removalOf } from '../../../sidebar/share/sharing';
import type { ShareStart } from '../../../src/app/share/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { sharesOf } from '../../../src/rules/sharing';
import { act, FEW_ROWS, fill, reopened, setUpHost, SMALL, stateOf } from '../workbook';

let small: SavedHost;
let host: Host;
beforeAll(async () => {
  const first = await setUpHost(FEW_ROWS);
  await fill(first, SMALL);
  small = first.save();
}, 120_000);
beforeEach(async () => {
  host = await reopened(small);
}, 60_000);

const ask = async (name: string, ...args: unknown[]) => (await host.call(name, args)) as ShareStart;
/** The calls on the lists of people since the last reset. */
const shareCalls = () => Object.entries(host.serviceCalls()).filter(([name]) => /\.(add|remove)(Editor|Viewer)s?$/.test(name)).map(([name, count]) => [name.split('.').pop(), count]);

describe('adding and removing people', () => {
  test.each([
    ['a viewer', 'viewer', 'cy@example.com', [['addViewers', 1]], { editors: [], viewers: ['cy@example.com'] }],
    ['two editors', 'editor', 'cy@example.com dan@example.com', [['addEditors', 1]], { editors: ['cy@example.com', 'dan@example.com'], viewers: [] }],
    ['the owner', 'editor', 'ana@example.com', [], { editors: [], viewers: [] }],
    ['no address', 'viewer', 'nonsense', [], { editors: [], viewers: [] }],
  ] as const)('%s: the calls are those that the preview promised', async (_, role, typed, calls, people) => {
    const start = await ask('shareOpen');
    host.resetServiceCalls();
    expect(await ask('shareChange', changeFor(sharesOf(typed, role, start), role))).toMatchObject(people);
    expect(shareCalls()).toEqual(calls);
  });

  test('a viewer who was promised to edit edits; one who was promised to view is not taken down from editing', async () => {
    const first = await ask('shareChange', { addViewers: ['cy@example.com'], addEditors: ['dan@example.com'], removeViewers: [], removeEditors: [] });
    const raised = await ask('shareChange', changeFor(sharesOf('cy@example.com', 'editor', first), 'editor'));
    expect(raised).toMatchObject({ editors: ['dan@example.com', 'cy@example.com'], viewers: [] });
    host.resetServiceCalls();
    expect(await ask('shareChange', changeFor(sharesOf('dan@example.com', 'viewer', raised), 'viewer'))).toMatchObject({ editors: ['dan@example.com', 'cy@example.com'] });
    expect(shareCalls()).toEqual([]);
  });

  test('removing takes that one person away, and neither the owner nor oneself', async () => {
    await ask('shareChange', { addViewers: ['cy@example.com'], addEditors: ['dan@example.com', 'eve@example.com'], removeViewers: [], removeEditors: [] });
    expect(await ask('shareChange', removalOf('dan@example.com', 'editor'))).toMatchObject({ editors: ['eve@example.com'], viewers: ['cy@example.com'] });
    host.setUser('eve@example.com');
    for (const address of ['ana@example.com', 'EVE@example.com']) await expect(ask('shareChange', removalOf(address, 'editor'))).rejects.toThrow('is the owner or yourself');
    expect(await ask('shareOpen')).toMatchObject({ owner: 'ana@example.com', me: 'eve@example.com', editors: ['eve@example.com'] });
  });

  test('of an address that Google refuses, nobody is added', async () => {
    await expect(ask('shareChange', { addViewers: ['cy@example.com', 'no address'], addEditors: [], removeViewers: [], removeEditors: [] })).rejects.toThrow('Invalid email');
    expect(await ask('shareOpen')).toMatchObject({ viewers: [] });
  });

  test('with a fault at any call: nobody has more than was promised, and tried again all is as promised', async () => {
    const change = { addViewers: ['cy@example.com'], addEditors: ['dan@example.com'], removeViewers: [], removeEditors: ['eve@example.com'] };
    for (let n = 1; ; n += 1) {
      await act(host, (book) => void book.removeEditor('dan@example.com').removeViewer('cy@example.com').addEditor('eve@example.com'));
      host.resetServiceCalls();
      host.failCall(n);
      const failed = await ask('shareChange', change).then(() => false, () => true);
      host.resetServiceCalls(); // a fault that was not met is taken back
      const now = await ask('shareOpen');
      expect([...now.editors].filter((one) => one !== 'eve@example.com' && one !== 'dan@example.com')).toEqual([]);
      expect(now.viewers.filter((one) => one !== 'cy@example.com')).toEqual([]);
      expect(await ask('shareChange', change)).toMatchObject({ editors: ['dan@example.com'], viewers: ['cy@example.com'] });
      if (!failed) break;
    }
  }, 300_000);
});

describe('the lock', () => {
  beforeEach(async () => {
    await ask('shareChange', { addViewers: [], addEditors: ['ben@example.com'], removeViewers: [], removeEditors: [] });
  });
  const asBen = async (body: Promise<unknown> | (() => Promise<unknown>)) => {
    host.setUser('ben@example.com');
    try {
      return await (typeof body === 'function' ? body() : body);
    } finally {
      host.setUser('ana@example.com');
    }
  };
  const change = (a1: string, value: string) => act(host, (book, [range, text]) => void book.getSheetByName('Key Results')!.getRange(range as string).setValue(text), [a1, value]);

  test('keeps everybody but the owner from keys, labels and computed columns; values can be filled in and checked in', async () => {
    expect(await ask('shareLock', true)).toMatchObject({ isLocked: true });
    for (const place of ['A1', 'H2', 'R3', 'S40']) await expect(asBen(() => change(place, 'x'))).rejects.toThrow('protected');
    await asBen(() => change('I3', '55'));
    await asBen(() => host.call('checkInSave', [{ keyResultId: 'O2.1', value: '20', confidence: 3, progress: '', blockers: '', day: '', ref: 'r' }]));
    await change('B2', 'Objective'); // the owner
    expect(host.failures()).toEqual([]);
  });

  test('goes away again; a setup by the owner leaves it as it is, one by others does not undo it', async () => {
    const before = await stateOf(host);
    await ask('shareLock', true);
    await host.click('setUpSpreadsheet');
    expect(await ask('shareOpen')).toMatchObject({ isLocked: true });
    await asBen(() => host.click('setUpSpreadsheet')).catch(() => undefined); // Google may refuse it
    await expect(asBen(() => change('R3', 'x'))).rejects.toThrow('protected');
    expect(await ask('shareLock', false)).toMatchObject({ isLocked: false });
    await asBen(() => change('S3', ''));
    const after = await stateOf(host);
    expect(after.sheets.map(({ protections }) => protections)).toEqual(before.sheets.map(({ protections }) => protections));
  }, 60_000);

  test('is the owner’s alone to switch', async () => {
    await expect(asBen(() => ask('shareLock', true))).rejects.toThrow('Only the owner');
    expect(await ask('shareOpen')).toMatchObject({ isLocked: false });
  });
});

describe('the stakeholder view', () => {
  const tabs = () => act(host, (book) => book.getSheets().map((sheet) => [sheet.getName(), sheet.isSheetHidden()]));

  test('shows the dashboard first and hides the working sheets, but nobody else’s; back, all is as it was', async () => {
    await act(host, (book) => {
      book.insertSheet('Ours', 2);
      book.getSheetByName('History')!.hideSheet();
    });
    const before = await tabs();
    expect(await ask('shareView', true)).toMatchObject({ isStakeholderView: true });
    expect((await tabs()).filter(([, isHidden]) => !isHidden)).toEqual([['Dashboard', false], ['Ours', false], ['Sheet1', false]]);
    await ask('shareView', true);
    await host.click('refreshDashboard');
    expect(await ask('shareView', false)).toMatchObject({ isStakeholderView: false });
    expect(await tabs()).toEqual(before);
  });

  test('interrupted by a fault at any call, it can be finished and taken back', async () => {
    const before = await tabs();
    for (let n = 1; ; n += 1) {
      host.resetServiceCalls();
      host.failCall(n);
      const failed = await ask('shareView', true).then(() => false, () => true);
      host.resetServiceCalls();
      expect(await ask('shareView', true)).toMatchObject({ isStakeholderView: true });
      await ask('shareView', false);
      expect(await tabs(), `call ${n}`).toEqual(before);
      if (!failed) break;
    }
  }, 300_000);
});
