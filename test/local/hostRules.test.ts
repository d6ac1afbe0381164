/** What Google does around a script: authorization modes, triggers, the sidebar's calls, the clock; on a document without Univer. */
import { describe, expect, it } from 'vitest';
import { fakeHost as host } from './fakeDocument';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const MENU = `function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem('Work', 'work').addToUi(); }\n`;
const NOTE_EVENTS = `function note(name, e) { console.log(JSON.stringify([name, String(e.authMode), 'range' in e, e.value, e.oldValue, 'source' in e, e.user && e.user.getEmail()])); }\n`;

describe('opening the document', () => {
  const REPORT = `function onOpen(e) { console.log(String(e.authMode)); }\nfunction onInstall(e) { onOpen(e); }\nfunction work() {}`;

  it('runs onOpen in NONE until the add-on is used in the document, then in LIMITED', async () => {
    const h = host(REPORT);
    await h.open();
    await h.install();
    await h.open();
    expect(h.logs()).toEqual(['NONE', 'FULL', 'LIMITED']);
    expect(h.failures()).toEqual([]);
  });

  it('lets onOpen build the menu and read the language in NONE, and nothing else', async () => {
    const h = host(MENU.replace('{ ', '{ Session.getActiveUserLocale(); Utilities.getUuid(); '));
    await h.open('NONE');
    expect(h.menu()).toEqual([{ caption: 'Work', functionName: 'work' }]);
    const curious = host(`function onOpen() { SpreadsheetApp.getActive(); }`);
    await curious.open('NONE');
    expect(curious.failures()).toEqual([
      { at: '2026-11-20T09:30:00.000Z', functionName: 'onOpen', event: 'onOpen', message: 'You do not have permission to call SpreadsheetApp.getActive (authorization mode NONE).' },
    ]);
  });

  it('leaves the menu out, and goes on, when a global statement calls a service', async () => {
    const h = host(`var title = PropertiesService.getScriptProperties().getProperty('title');\n${MENU}`);
    await h.open('NONE');
    expect(h.menu()).toEqual([]);
    expect(h.failures()).toHaveLength(1);
    await h.open('LIMITED');
    expect(h.menu()).toHaveLength(1);
  });

  it('runs nothing for people who may only look', async () => {
    const h = host(REPORT, { user: 'viewer@example.com' });
    await h.open('LIMITED');
    expect([h.menu(), h.logs()]).toEqual([[], []]);
  });

  it('does nothing when the script has no onOpen', async () => {
    const h = host('function work() {}');
    await h.open();
    expect([h.menu(), h.failures()]).toEqual([[], []]);
  });
});

describe('a menu click', () => {
  it('runs with full authorization as the person at the keyboard', async () => {
    const h = host(`${MENU}function work() { SpreadsheetApp.getActive().getRange('A1').setValue(Session.getActiveUser().getEmail()); }`);
    await h.open();
    await h.click('work');
    expect(h.values('Sheet1', 'A1')).toEqual([['ana@example.com']]);
    h.setUser('ben@example.com');
    await h.click('work');
    expect(h.values('Sheet1', 'A1')).toEqual([['ben@example.com']]);
  });

  it('rejects with the script’s error, with what is not in the menu, and with functions that do not exist', async () => {
    const h = host(`${MENU}function work() { throw new Error('No sheet'); }\nfunction other() {}`);
    await h.open();
    await expect(h.click('work')).rejects.toThrow('No sheet');
    await expect(h.click('other')).rejects.toThrow('No menu item runs other');
    const dangling = host(MENU.replace("'work'", "'work_'") + 'function work_() {}');
    await dangling.open();
    await expect(dangling.click('work_')).rejects.toThrow('Script function not found: work_');
  });

  it('shows the sidebar, which another person does not see', async () => {
    const h = host(`${MENU}function work() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('OKRs')); }`);
    await h.open();
    await h.click('work');
    expect(h.sidebar()).toEqual({ title: 'OKRs', html: '<p>Panel</p>' });
    h.setUser('ben@example.com');
    expect(h.sidebar()).toBeNull();
  });
});

describe('google.script.run', () => {
  const code = `function echo(a, b) { return { a: a, b: b }; }\nfunction today() { return { day: new Date(0) }; }\nfunction secret_() { return 1; }\nvar hidden = function () {};\nfunction fail() { throw new RangeError('Too far'); }\nfunction nothing() {}`;

  it('hands over copies, both ways', async () => {
    const given = { list: [1] };
    const answer = (await host(code).call('echo', [given, undefined])) as { a: { list: number[] } };
    expect(answer).toEqual({ a: { list: [1] }, b: null });
    expect(answer.a).not.toBe(given);
  });

  it('refuses dates and functions both ways', async () => {
    const h = host(code);
    await expect(h.call('echo', [{ when: new Date(0) }])).rejects.toThrow(/illegal value in property: 0\.when/);
    await expect(h.call('echo', [() => 1])).rejects.toThrow(/illegal value/);
    await expect(h.call('today', [])).rejects.toThrow(/illegal value in property: day/);
  });

  it('sees only top-level functions without a trailing underscore', async () => {
    const h = host(code);
    for (const name of ['secret_', 'hidden', 'toString', '__proto__']) await expect(h.call(name, [])).rejects.toThrow(`google.script.run.${name} is not a function`);
  });

  it('delivers the message of an error and nothing else of it', async () => {
    const error: unknown = await host(code).call('fail', []).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Error);
    expect([(error as Error).name, (error as Error).message]).toEqual(['Error', 'Too far']);
  });

  it('gives null when a function returns nothing', async () => {
    expect(await host(code).call('nothing', [])).toBeNull();
  });

  it('runs calls one after another, in the order in which they came', async () => {
    const h = host(`function add(text) { const r = SpreadsheetApp.getActive().getRange('A1'); r.setValue(r.getValue() + text); }`);
    await Promise.all(['a', 'b', 'c'].map((text) => h.call('add', [text])));
    expect(h.values('Sheet1', 'A1')).toEqual([['abc']]);
  });
});

describe('an edit', () => {
  const code = `${NOTE_EVENTS}function onEdit(e) { note('simple', e); }\nfunction installed(e) { note('installed', e); }
function work() { SpreadsheetApp.getActive().getRange('A1').setValue(1); }
function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }\n${MENU}`;

  it('fires the simple trigger in LIMITED with values as text, and the installed one as its maker', async () => {
    const h = host(code);
    await h.open('LIMITED');
    await h.call('install', []);
    await h.type('Sheet1', 'A1', 5);
    h.setUser('ben@example.com');
    await h.type('Sheet1', 'A1', true);
    expect(h.logs().map((line) => JSON.parse(line) as unknown)).toEqual([
      ['simple', 'LIMITED', true, '5', null, true, ''],
      ['installed', 'FULL', true, '5', null, true, 'ana@example.com'],
      ['simple', 'LIMITED', true, 'TRUE', '5', true, ''],
      ['installed', 'FULL', true, 'TRUE', '5', true, ''], // who did it is not for another account to know
    ]);
  });

  it('is no edit when a script writes, nor where the add-on is not in use', async () => {
    const h = host(code);
    await h.type('Sheet1', 'A1', 5);
    await h.open('LIMITED');
    await h.click('work');
    expect(h.logs()).toEqual([]);
  });

  it('that fails in the script is noted, and stays', async () => {
    const h = host(`function onEdit() { MailApp.sendEmail('a@example.com', 'S', 'B'); }`);
    await h.open('LIMITED');
    await h.type('Sheet1', 'A1', 'x');
    expect(h.values('Sheet1', 'A1')).toEqual([['x']]);
    expect(h.failures().map(({ event, message }) => [event, message])).toEqual([['onEdit', 'You do not have permission to call MailApp.sendEmail (authorization mode LIMITED).']]);
  });
});

describe('the clock', () => {
  const code = `function make() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
function tick(e) {
  const d = new Date();
  console.log([String(e.authMode), 'source' in e, typeof e.triggerUid, e.hour, e.timezone, d.toISOString().slice(0, 13), Session.getActiveUser().getEmail()].join(' '));
  MailApp.sendEmail('boss@example.com', 'Tick', 'Tock');
}
function makeAgain() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); ScriptApp.newTrigger('ui').timeBased().everyHours(1).create(); }
function ui() { SpreadsheetApp.getUi(); }
function makeMore() { ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); ScriptApp.newTrigger('make').timeBased().everyHours(1).create(); }`;

  it('fires what becomes due on the way, at its own time, as the person who made it', async () => {
    const h = host(code);
    await h.call('make', []);
    h.setUser('ben@example.com');
    await h.advance(3 * HOUR);
    expect(h.failures()).toEqual([]);
    expect(h.logs()).toHaveLength(3);
    expect(h.logs()[1]).toMatch(/^FULL false string (10|11) UTC 2026-11-20T(10|11) ana@example.com$/);
    expect(h.outbox().map(({ from }) => from)).toEqual(['ana@example.com', 'ana@example.com', 'ana@example.com']);
    const minutes = new Set(h.outbox().map(({ at }) => at.slice(14, 16)));
    expect(minutes.size).toBe(1);
    expect(h.now()).toBe(Date.parse('2026-11-20T12:30:00Z'));
  });

  it('lets nobody in between while it moves', async () => {
    const h = host(`${code}\nfunction look() { console.log('look'); }`);
    await h.call('make', []);
    await Promise.all([h.advance(2 * HOUR), h.call('look', [])]);
    expect(h.logs().map((line) => line.slice(0, 4))).toEqual(['FULL', 'FULL', 'look']);
  });

  it('has no user interface, and makes no triggers of its own', async () => {
    const h = host(code);
    await h.call('makeAgain', []);
    await h.advance(HOUR);
    expect(h.failures().map(({ message }) => message)).toEqual(['Cannot call SpreadsheetApp.getUi() from this context.']);
    await h.call('makeMore', []);
    await h.advance(HOUR);
    expect(h.failures()[1]?.message).toMatch(/cannot be created while a trigger is running/);
  });

  it('may have no document, if the host is told so', async () => {
    const dark = `function make() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
function tick() { console.log(String([SpreadsheetApp.getActive(), PropertiesService.getDocumentProperties(), LockService.getDocumentLock()].map((x) => x === null))); }`;
    for (const [clockSeesDocument, seen] of [[false, 'true,true,true'], [true, 'false,false,false']] as const) {
      const h = host(dark, { clockSeesDocument });
      await h.call('make', []);
      await h.advance(HOUR);
      expect([h.logs(), h.failures()]).toEqual([[seen], []]);
    }
  });
});

describe('a custom function', () => {
  it('runs as nobody, without user interface, mail or writing', async () => {
    const h = host(`/** @customfunction */\nfunction WHO() { return Session.getActiveUser().getEmail() + '!'; }\n/** @customfunction */\nfunction WRITE() { SpreadsheetApp.getActive().getRange('A1').setValue(1); }`);
    await h.settled();
    expect(h.calculate('WHO')).toBe('!');
    expect(() => h.calculate('WRITE')).toThrow(/permission to call Range.setValue/);
  });
});

describe('saving', () => {
  const code = `function fill() { const id = Utilities.getUuid(); PropertiesService.getDocumentProperties().setProperty('k', 'v'); ScriptApp.newTrigger('tick').timeBased().everyHours(1).create();
  MailApp.sendEmail('a@example.com', 'S', 'B'); return id; }\nfunction look() { return [PropertiesService.getDocumentProperties().getProperty('k'), ScriptApp.getProjectTriggers().length, MailApp.getRemainingDailyQuota(), Utilities.getUuid()]; }\nfunction tick() { console.log('tick'); }`;

  it('keeps cells, properties, triggers, mail, quota, clock and chance over a reload, as JSON', async () => {
    const h = host(code);
    const id = await h.call('fill', []);
    await h.type('Sheet1', 'A1', 'kept');
    await h.advance(DAY);
    const saved = JSON.parse(JSON.stringify(h.save())) as ReturnType<typeof h.save>;
    const again = host(code, { saved });
    expect(again.now()).toBe(h.now());
    expect(again.values('Sheet1', 'A1')).toEqual([['kept']]);
    expect(again.outbox()).toEqual(h.outbox());
    const [property, triggers, quota, nextId] = (await again.call('look', [])) as unknown[];
    expect([property, triggers, quota]).toEqual(['v', 1, 100]);
    expect(nextId).not.toBe(id);
    expect(again.save()).not.toEqual(saved); // another id was given out
    await again.advance(HOUR);
    expect(again.logs()).toEqual(['tick']);
  });

  it('refuses what another version saved', () => {
    expect(() => host(code, { saved: { version: 99, workbook: null, services: null, clockOffset: 0 } })).toThrow('The saved document is of version 99; this host reads version 1.');
  });
});

describe('the host', () => {
  it('tells its listeners after people could see a change', async () => {
    const h = host(`${MENU}function work() { SpreadsheetApp.getActive().toast('Done'); }`);
    let told = 0;
    h.onChange(() => (told += 1));
    await h.open();
    const before = told;
    await h.click('work');
    expect(told).toBeGreaterThan(before);
    expect(h.messages()).toEqual([{ kind: 'toast', title: '', text: 'Done' }]);
  });

  it('counts service calls by name, and makes one fail', async () => {
    const h = host(`function work() { SpreadsheetApp.getActive().getRange('A1').setValue(1); }`);
    h.resetServiceCalls();
    await h.call('work', []);
    expect(h.serviceCalls()).toEqual({ 'Range.setValue': 1, 'Spreadsheet.getRange': 1, 'SpreadsheetApp.getActive': 1 });
    expect(h.serviceCallCount()).toBe(3);
    h.failCall(3);
    await expect(h.call('work', [])).rejects.toThrow('Service Spreadsheets failed while accessing document.');
    await h.call('work', []);
  });

  it('ends an execution after its time, and no service answers it any more, whatever it catches', async () => {
    const h = host(
      `function work() { const r = SpreadsheetApp.getActive().getRange('A1'); for (let i = 0; i < 9; i++) { try { r.setValue(i); } catch (e) { console.log(e.message); } } return 'done'; }`,
      { callMilliseconds: 59_000 },
    );
    await expect(h.call('work', [])).rejects.toThrow('Exceeded maximum execution time');
    expect(h.values('Sheet1', 'A1')).toEqual([[3]]); // two calls led to the cell, four wrote within the six minutes
    expect(new Set(h.logs())).toEqual(new Set(['Exceeded maximum execution time']));
    expect(h.executions()).toMatchObject([{ functionName: 'work', cause: 'sidebar', user: 'ana@example.com', error: 'Exceeded maximum execution time' }]);
    expect(await h.call('work', []).catch((error: Error) => error.message)).toBe('Exceeded maximum execution time'); // the next one has its own six minutes
    expect(h.executions()).toHaveLength(2);
  });

  it('loses the answer of a call whose work was done, or everything from that call on', async () => {
    const code = `function send() { try { MailApp.sendEmail('a@example.com', 'S', 'B'); } catch (e) { MailApp.sendEmail('a@example.com', 'Again', e.message); } }`;
    const lost = host(code);
    lost.failCall(1, 'Timed out', 'after');
    await lost.call('send', []);
    expect(lost.outbox().map(({ subject, body }) => [subject, body])).toEqual([['S', 'B'], ['Again', 'Timed out']]);
    const ended = host(code);
    ended.failCall(1, 'Server error', 'onwards');
    await expect(ended.call('send', [])).rejects.toThrow('Server error');
    expect(ended.outbox()).toEqual([]);
    await ended.call('send', []);
    expect(ended.outbox()).toHaveLength(1);
  });

  it('asks the person at the keyboard what an alert with several buttons or a prompt asks', async () => {
    const code = `function work() { const ui = SpreadsheetApp.getUi(); ui.alert('Hello');
  const close = ui.alert('Close', 'Close the cycle?', ui.ButtonSet.YES_NO); const p = ui.prompt('Name of the next one'); return [String(close), String(p.getSelectedButton()), p.getResponseText()]; }`;
    const asked: unknown[] = [];
    const h = host(code, { ask: (question) => (asked.push(question), question.kind === 'prompt' ? { button: 'OK', text: 'Q1' } : { button: 'NO' }) });
    expect(await h.call('work', [])).toEqual(['NO', 'OK', 'Q1']);
    expect(asked).toEqual([
      { kind: 'alert', title: 'Close', text: 'Close the cycle?', buttons: ['YES', 'NO'] },
      { kind: 'prompt', title: '', text: 'Name of the next one', buttons: ['OK'] },
    ]);
    expect(h.messages().map(({ kind, answered }) => [kind, answered])).toEqual([['alert', undefined], ['alert', 'NO'], ['prompt', 'OK']]);
    const silent = host(code);
    silent.answerAlert('OK');
    silent.answerAlert('YES');
    silent.answerAlert('CLOSE', 'half a na');
    expect(await silent.call('work', [])).toEqual(['YES', 'CLOSE', 'half a na']);
    expect(await host(code).call('work', [])).toEqual(['YES', 'OK', '']);
  });

  it('counts the time of each execution by itself', async () => {
    const h = host(`function nap() { Utilities.sleep(300000); return 'rested'; }`);
    expect([await h.call('nap', []), await h.call('nap', [])]).toEqual(['rested', 'rested']);
  });

  it('gives back a lock that a script forgot', async () => {
    const h = host(`function take() { const lock = LockService.getDocumentLock(); const had = lock.hasLock(); lock.waitLock(1); return had; }`);
    expect([await h.call('take', []), await h.call('take', [])]).toEqual([false, false]);
  });

  it('passes time to a script that waits while somebody else holds the lock', async () => {
    const h = host(`function work() { return LockService.getDocumentLock().tryLock(1000); }`);
    h.holdLock('document', 60_000);
    expect(await h.call('work', [])).toBe(false);
    h.holdLock('document', 0);
    expect(await h.call('work', [])).toBe(true);
  });
});
