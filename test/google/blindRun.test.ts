/** The hourly trigger that Google starts without a spreadsheet: noted for that trigger alone, forgotten after a good run, and ended after a day. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { blindRun, rhythmServices } from '../../src/google/rhythm';

let properties: Map<string, string>;
let hasDocument: boolean;
let triggers: string[];
const trigger = (id: string) => ({ getUniqueId: () => id, getHandlerFunction: () => 'onHour' });

beforeEach(() => {
  [properties, hasDocument, triggers] = [new Map([['language', 'en']]), false, ['mine', 'other']];
  vi.stubGlobal('PropertiesService', {
    getDocumentProperties: () => (hasDocument ? { getProperties: () => ({}) } : null),
    getUserProperties: () => ({
      getProperty: (key: string) => properties.get(key) ?? null,
      getProperties: () => Object.fromEntries(properties),
      setProperty: (key: string, value: string) => void properties.set(key, value),
      deleteProperty: (key: string) => void properties.delete(key),
    }),
  });
  vi.stubGlobal('ScriptApp', {
    getProjectTriggers: () => triggers.map(trigger),
    getUserTriggers: () => ['mine'].map(trigger),
    deleteTrigger: (one: ReturnType<typeof trigger>) => (triggers = triggers.filter((id) => id !== one.getUniqueId())),
  });
  vi.stubGlobal('SpreadsheetApp', { getActiveSpreadsheet: () => ({ getRangeByName: () => null }), getActive: () => ({}) });
});
afterEach(() => void vi.unstubAllGlobals());

const ranBlind = (): boolean => {
  hasDocument = true;
  const answer = rhythmServices().triggers.ranBlind();
  hasDocument = false;
  return answer;
};

test('is noted for its spreadsheet and not for others', () => {
  expect(blindRun('other')).toBe(true);
  expect(ranBlind()).toBe(false);
  expect(blindRun('mine')).toBe(true);
  expect(ranBlind()).toBe(true);
});

test('is forgotten after a run that has the spreadsheet', () => {
  for (let run = 0; run < 23; run += 1) blindRun('mine');
  hasDocument = true;
  expect(blindRun('mine')).toBe(false);
  hasDocument = false;
  expect(ranBlind()).toBe(false);
  for (let run = 0; run < 23; run += 1) blindRun('mine');
  expect(triggers).toEqual(['mine', 'other']);
});

test('24 times in a row ends its own trigger, and no other', () => {
  for (let run = 0; run < 23; run += 1) blindRun('mine');
  expect(triggers).toEqual(['mine', 'other']);
  expect(blindRun('mine')).toBe(true);
  expect(triggers).toEqual(['other']);
  expect([...properties.keys()]).toEqual(['language']);
});

test('without a name ends nothing', () => {
  for (let run = 0; run < 30; run += 1) expect(blindRun()).toBe(true);
  expect(triggers).toEqual(['mine', 'other']);
});
