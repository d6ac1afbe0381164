/** What an hourly trigger meets on Google: jumps of the clock, quotas, lost rights, colleagues; on a document without Univer. */
import { describe, expect, it } from 'vitest';
import { fakeHost as host } from './fakeDocument';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SEND_MAIL = 'https://www.googleapis.com/auth/script.send_mail';

const CODE = `function make() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
function tick() { console.log(new Date().toISOString()); }
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Make', 'make').addToUi(); }
function onEdit() { SpreadsheetApp.getActive(); console.log('edit'); }`;

describe('an hourly trigger', () => {
  it('fires every hour of a week that the clock jumps over, in order, each at its own time and always in the same minute', async () => {
    const h = host(CODE);
    await h.call('make', []);
    await h.advance(7 * DAY);
    const at = h.logs().map((line) => Date.parse(line));
    expect(at).toHaveLength(168);
    expect(new Set(at.map((instant) => instant % HOUR)).size).toBe(1);
    expect(new Set(at.slice(1).map((instant, i) => instant - at[i]!))).toEqual(new Set([HOUR]));
    expect(h.now()).toBe(Date.parse('2026-11-27T09:30:00Z'));
    expect(h.failures()).toEqual([]);
  });

  it('has a minute of its own for each seed, and the same one for the same seed', async () => {
    const minuteOf = async (seed: number): Promise<string> => {
      const h = host(CODE, { seed });
      await h.call('make', []);
      return h.triggers()[0]!.next!.slice(14, 16);
    };
    const minutes = await Promise.all(Array.from({ length: 30 }, (_, seed) => minuteOf(seed)));
    expect(new Set(minutes).size).toBeGreaterThan(10);
    expect(await minuteOf(7)).toBe(minutes[7]);
  });

  it('lets the page have its turn while a week goes by, and shows the clock moving', async () => {
    const h = host(CODE);
    await h.call('make', []);
    const seen = new Set<number>();
    h.onChange(() => seen.add(h.now()));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await h.advance(7 * 4 * DAY);
    clearInterval(timer);
    expect(seen.size).toBeGreaterThan(600);
    expect(turns).toBeGreaterThan(0);
  });

  it('goes on after a run that failed, and the list of executions says which one that was', async () => {
    const h = host(CODE.replace('console.log', `if (new Date().getUTCHours() === 12) throw new Error('Noon'); console.log`));
    await h.call('make', []);
    await h.advance(6 * HOUR);
    expect(h.executions().map(({ functionName, cause, error }) => [functionName, cause, error])).toEqual([
      ['make', 'sidebar', undefined], ['tick', 'clock', undefined], ['tick', 'clock', undefined], ['tick', 'clock', undefined],
      ['tick', 'clock', 'Noon'], ['tick', 'clock', undefined], ['tick', 'clock', undefined],
    ]);
    expect(h.failures().map(({ event, message }) => [event, message])).toEqual([['CLOCK', 'Noon']]);
  });

  it('is stopped after six minutes, like any run', async () => {
    const h = host(CODE.replace('console.log', `Utilities.sleep(300000); Utilities.sleep(300000); Session.getScriptTimeZone(); console.log`));
    await h.call('make', []);
    await h.advance(HOUR);
    expect(h.failures().map(({ message }) => message)).toEqual(['Exceeded maximum execution time']);
    expect(h.logs()).toEqual([]);
  });

  it('may run for so many minutes a day and person, and begins anew a day after the first of them', async () => {
    const h = host(CODE.replace('console.log', 'Utilities.sleep(240000); console.log'), { triggerMinutes: 20 });
    await h.call('make', []);
    await h.advance(DAY);
    expect(h.logs()).toHaveLength(5);
    expect(new Set(h.failures().map(({ message }) => message))).toEqual(new Set(['Service using too much computer time for one day']));
    await h.advance(2 * HOUR);
    expect(h.logs()).toHaveLength(6);
  });

  it('is silent where the add-on was switched off, until somebody uses it again', async () => {
    const h = host(CODE);
    await h.call('make', []);
    h.disable();
    await h.advance(DAY);
    await h.type('Sheet1', 'A1', 1);
    expect([h.logs(), h.failures()]).toEqual([[], []]);
    await h.open('LIMITED');
    await h.advance(HOUR);
    expect(h.logs()).toHaveLength(1);
  });

  it('does not make up for the runs that were missed while the host was closed', async () => {
    let machine = Date.parse('2026-11-20T09:30:00Z');
    const h = host(CODE, { now: () => machine });
    await h.call('make', []);
    machine += 7 * DAY;
    await h.advance(0);
    expect(h.logs()).toHaveLength(1);
    await h.advance(2 * HOUR);
    expect(h.logs().length).toBeLessThanOrEqual(3);
  });
});

describe('people', () => {
  it('see their own triggers only; the host knows of all, which run as the one who made them', async () => {
    const h = host(`${CODE}\nfunction count() { return ScriptApp.getProjectTriggers().length; }`);
    await h.call('make', []);
    h.setUser('ben@example.com');
    expect(await h.call('count', [])).toBe(0);
    await h.call('make', []);
    expect(h.triggers().map(({ user, functionName, event }) => [user, functionName, event])).toEqual([
      ['ana@example.com', 'tick', 'CLOCK'], ['ben@example.com', 'tick', 'CLOCK'],
    ]);
    await h.advance(2 * HOUR);
    expect(h.executions().filter(({ cause }) => cause === 'clock').map(({ user }) => user).sort()).toEqual([
      'ana@example.com', 'ana@example.com', 'ben@example.com', 'ben@example.com',
    ]);
  });

  it('have each their own mail quota', async () => {
    const h = host(`function left() { return MailApp.getRemainingDailyQuota(); }`, { mailQuota: { 'ana@example.com': 0, 'ben@example.com': 1500 } });
    expect(await h.call('left', [])).toBe(0);
    h.setUser('ben@example.com');
    expect(await h.call('left', [])).toBe(1500);
    h.setUser('cy@example.com');
    expect(await h.call('left', [])).toBe(100);
  });
});

describe('a right that was taken back', () => {
  const code = `${CODE}
function tick() { PropertiesService.getUserProperties().setProperty('k', 'v'); console.log(state()); MailApp.sendEmail('a@example.com', 'S', 'B'); console.log('sent'); }
function state() { const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL); return info.getAuthorizationStatus() + ' ' + (info.getAuthorizationUrl() === null); }
function mailOnly() { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, ['${SEND_MAIL}']).getAuthorizationStatus()); }
function drive() { ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, ['https://www.googleapis.com/auth/drive']); }
function read() { return SpreadsheetApp.getActive().getRange('A1').getValue(); }`;

  it('lets a trigger run until the first call that needs it, hour after hour, and go on when it is granted again', async () => {
    const h = host(code);
    await h.call('make', []);
    h.withhold('ana@example.com', ['script.send_mail']);
    await h.advance(2 * HOUR);
    expect(h.logs()).toEqual(['REQUIRED false', 'REQUIRED false']);
    expect(h.failures().map(({ message }) => message)).toEqual(
      Array(2).fill(`Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: ${SEND_MAIL}`),
    );
    h.withhold('ana@example.com', []);
    await h.advance(HOUR);
    expect(h.logs().slice(2)).toEqual(['NOT_REQUIRED true', 'sent']);
  });

  it('concerns that person and what needs it, and nothing else', async () => {
    const h = host(code, { withheld: { 'ana@example.com': ['spreadsheets.currentonly'] } });
    expect(await h.call('mailOnly', [])).toBe('NOT_REQUIRED');
    await expect(h.call('read', [])).rejects.toThrow(/not sufficient to call SpreadsheetApp.getActive/);
    await h.open('LIMITED'); // simple triggers and the menu need nobody's consent
    await h.type('Sheet1', 'A1', 'x');
    expect([h.menu().length, h.logs(), h.failures()]).toEqual([1, ['edit'], []]);
    h.setUser('ben@example.com');
    expect(await h.call('read', [])).toBe('x');
    await expect(h.call('drive', [])).rejects.toThrow('The manifest does not ask for https://www.googleapis.com/auth/drive');
  });

  it('is remembered over a reload', async () => {
    const h = host(code);
    h.withhold('ana@example.com', ['spreadsheets.currentonly']);
    const again = host(code, { saved: JSON.parse(JSON.stringify(h.save())) as ReturnType<typeof h.save> });
    await expect(again.call('read', [])).rejects.toThrow(/not sufficient/);
  });
});
