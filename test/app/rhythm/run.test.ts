/** Single runs on made-up tables: who gets what, within quota and time, and what is told of the rest. */
import { describe, expect, test } from 'vitest';
import { resend, sendNow } from '../../../src/app/rhythm/byHand';
import { openRhythm, previewRhythm, saveRhythm, switchRhythm } from '../../../src/app/rhythm/panel';
import { serveHour } from '../../../src/app/rhythm/run';
import { worldOf, type World } from './fakeServices';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const REMIND = 'remind: every week on friday at 16:00, from 2026-10-05, to owners';
const REVIEW = 'review: every week on friday at 16:00, from 2026-10-05, to owners';
const DIGEST = 'digest: every week on friday at 16:00, from 2026-10-05, to stakeholders';
const THURSDAY = '2026-10-08T06:20:00Z';
const FRIDAY = '2026-10-09T14:20:00Z';

/** Met by the runner on Thursday, so that Friday is due. */
function ready(people: number, settings: Record<string, string | number>, owner?: (i: number) => string): World {
  const world = worldOf(people, THURSDAY, settings, owner);
  world.run(serveHour);
  world.instant = Date.parse(FRIDAY);
  return world;
}

const hours = (world: World, count: number): void => {
  for (let i = 0; i < count; i += 1) {
    world.run(serveHour);
    world.instant += HOUR;
  }
};
const sentTo = (world: World): string[] => world.mails.map(({ to }) => to);
const stakeholders = (count: number): string => Array.from({ length: count }, (_, i) => `s${i}@example.com`).join('\n');
const slot = (world: World, kind: string) => world.run(openRhythm).recent.find((one) => one.kind === kind);

describe('quota', () => {
  test('of zero sends nothing and keeps everybody waiting; when there is some again they get theirs', () => {
    const world = ready(3, { schedules: REMIND });
    world.quota = 0;
    hours(world, 5);
    expect([world.mails, world.attempts]).toEqual([[], 0]); // Google is not even asked
    expect(world.run(openRhythm).trigger).toMatchObject({ failures: 0, lastError: '' });
    expect(slot(world, 'remind')).toMatchObject({ sent: 0, pending: 3 });
    world.quota = 100;
    hours(world, 1);
    expect(sentTo(world)).toEqual(['owner0@example.com', 'owner1@example.com', 'owner2@example.com']);
    expect(slot(world, 'remind')).toMatchObject({ sent: 3, pending: 0 });
  });

  test('goes to the review first, then to the digest; the digest’s others wait for tomorrow', () => {
    const world = ready(4, { schedules: `${DIGEST}\n${REVIEW}`, recipients: stakeholders(5) });
    world.quota = 6;
    hours(world, 3);
    expect(sentTo(world)).toEqual(['owner0@example.com', 'owner1@example.com', 'owner2@example.com', 'owner3@example.com', 's0@example.com', 's1@example.com']);
    expect([world.attempts, world.run(openRhythm).trigger.failures]).toEqual([6, 0]);
    world.instant += DAY;
    hours(world, 1);
    expect(sentTo(world).slice(6)).toEqual(['s2@example.com', 's3@example.com', 's4@example.com']);
  });

  test('of 100 a day for 3,000 recipients reaches 700 in a week; the next digest begins with those who had none', () => {
    const world = ready(1, { schedules: DIGEST, recipients: stakeholders(3000) });
    for (let hour = 0; hour < 14 * 24; hour += 1) {
      world.run(serveHour);
      world.instant += HOUR;
      expect(world.storedBytes()).toBeLessThan(450_000);
    }
    const first = world.mails.filter(({ at }) => at < '2026-10-16T16:00').map(({ to }) => to);
    const second = world.mails.filter(({ at }) => at >= '2026-10-16T16:00').map(({ to }) => to);
    expect(first).toHaveLength(700);
    expect(new Set(first).size).toBe(700);
    expect(second.length).toBeGreaterThanOrEqual(700);
    expect(second.slice(0, 700)).toEqual(Array.from({ length: 700 }, (_, i) => `s${700 + i}@example.com`));
    expect(world.run(openRhythm).recent.find(({ at }) => at.startsWith('2026-10-09'))).toMatchObject({ sent: 700, skipped: 2300, pending: 0 });
  }, 60_000);
});

describe('time', () => {
  test('a run that takes too long stops, and the next one goes on where it stopped', () => {
    const world = ready(60, { schedules: REMIND });
    const slow = (): void => void world.run((services) => serveHour({ ...services, mail: { ...services.mail, send: (to, mail) => ((world.instant += 15_000), services.mail.send(to, mail)) } }));
    slow();
    expect(world.mails).toHaveLength(20); // four and a half minutes are 18 mails, and ten at a time
    world.instant += HOUR;
    slow();
    world.instant += HOUR;
    slow();
    expect(new Set(sentTo(world)).size).toBe(60);
    expect(world.mails).toHaveLength(60);
  });

  test('missed weeks are caught up once, and what was before a schedule was made never', () => {
    const world = ready(2, { schedules: REMIND.replace('2026-10-05', '2020-01-03') });
    world.instant = Date.parse('2026-10-30T16:00:00Z'); // three Fridays were slept through
    hours(world, 3);
    expect(world.run(openRhythm).recent.map((one) => one.slot)).toEqual(['remind@2026-10-30T16:00']);
    expect(world.mails).toHaveLength(2);
  });

  test('a time that the change of the clock leaves out is served after it, one that comes twice once', () => {
    const night = 'digest: every week on sunday at 02:30, from 2026-10-05, to boss@example.com';
    const autumn = worldOf(1, '2026-10-24T20:40:00Z', { schedules: night });
    hours(autumn, 10); // among them 02:40 in summer time and 02:40 in winter time
    expect(autumn.mails.map(({ at }) => at)).toEqual(['2026-10-25T02:40:00']);
    const spring = worldOf(1, '2027-03-27T20:20:00Z', { schedules: night });
    hours(spring, 10);
    expect(spring.mails.map(({ at }) => at)).toEqual(['2027-03-28T03:20:00']);
  });
});

describe('reminders', () => {
  const digestless = { schedules: REMIND };

  test('go to those whose check-in is due, one mail for all of theirs', () => {
    const world = ready(6, digestless, (i) => `owner${i % 3}@example.com`);
    world.checkIn('O0.1', '2026-10-07T10:00:00'); // two days ago
    world.checkIn('O1.1', '2026-10-01T10:00:00'); // eight
    world.cells.keyResults![4]![7] = 100; // O2.1 is complete
    hours(world, 1);
    expect(world.mails.map(({ to, text }) => [to, text.match(/O\d\.1/g)])).toEqual([
      ['owner0@example.com', ['O3.1']],
      ['owner1@example.com', ['O1.1', 'O4.1']],
      ['owner2@example.com', ['O5.1']],
    ]);
  });

  test('leave out who has checked in since the last time, also after many days', () => {
    const world = ready(2, { schedules: REMIND.replace('every week', 'every 4 weeks'), check_in_days: 6 });
    hours(world, 1);
    world.checkIn('O0.1', '2026-10-20T10:00:00');
    world.checkIn('O1.1', '2026-10-09T15:59:00'); // on the day of the reminder, before it
    world.instant = Date.parse('2026-11-06T15:20:00Z');
    hours(world, 1);
    expect(sentTo(world).slice(2)).toEqual(['owner1@example.com']);
  });

  test('tell the objective’s owner of what others let pass, after two reviews', () => {
    const world = ready(2, digestless);
    hours(world, 1);
    for (let week = 0; week < 2; week += 1) {
      world.instant += 7 * DAY - HOUR;
      hours(world, 1);
    }
    const toHeads = world.mails.filter(({ to }) => to.startsWith('head'));
    expect(toHeads.map(({ to, at }) => [to, at.slice(0, 10)])).toEqual([['head0@example.com', '2026-10-23'], ['head1@example.com', '2026-10-23']]);
    expect(toHeads[0]!.text).toContain('O0.1');
  });

  test('ask the objective’s owner where a key result names none', () => {
    const world = ready(2, digestless, (i) => ['', 'owner1@example.com'][i]!);
    hours(world, 1);
    expect(world.mails.map(({ to, text }) => [to, text.match(/O\d\.1/g)])).toEqual([['head0@example.com', ['O0.1']], ['owner1@example.com', ['O1.1']]]);
    expect(world.run(openRhythm).unreachable).toEqual([]);
  });

  test('reach owners with an apostrophe in their address', () => {
    const world = ready(1, digestless, () => "o'brien@example.com");
    hours(world, 1);
    expect(sentTo(world)).toEqual(["o'brien@example.com"]);
    expect(world.mails[0]!.html).not.toContain("o'brien@"); // in HTML it is escaped, wherever it stands
    expect(world.run(openRhythm).unreachable).toEqual([]);
  });

  test('cannot reach owners who are no address; they are shown', () => {
    const world = ready(4, digestless, (i) => ['Ana from sales', 'left the company', '', 'owner3@example.com'][i]!);
    world.cells.objectives![4]![4] = ''; // O2 has no owner either
    hours(world, 1);
    expect(sentTo(world)).toEqual(['owner3@example.com']);
    expect(world.run(openRhythm).unreachable).toEqual([{ owner: 'Ana from sales', keyResults: 1 }, { owner: 'left the company', keyResults: 1 }, { owner: '', keyResults: 1 }]);
  });
});

describe('recipients', () => {
  test('get one mail, however often they are named, in the language that is said', () => {
    const world = ready(2, { schedules: 'digest: every week on friday at 16:00, from 2026-10-05, to stakeholders; team Team 1; Boss@example.com', recipients: 'boss@EXAMPLE.com, pl\nowner1@example.com\nkhun@example.com, th' });
    hours(world, 1);
    expect(sentTo(world).map((to) => to.toLowerCase()).sort()).toEqual(['boss@example.com', 'head1@example.com', 'khun@example.com', 'owner1@example.com']);
    expect(world.mails.find(({ to }) => /boss/i.test(to))!.html).toContain('lang="pl"');
    expect(world.mails.find(({ to }) => /khun/.test(to))!.html).toContain('lang="th"');
  });

  test('get the language that is said for their group, wherever else they are named', () => {
    const world = ready(2, { schedules: 'digest: every week on friday at 16:00, from 2026-10-05, to team Team 1; stakeholders', recipients: 'team Team 1, pl' });
    hours(world, 1);
    expect(world.mails.map(({ to, html }) => [to, /lang="(..)"/.exec(html)![1]])).toEqual([['owner1@example.com', 'pl'], ['head1@example.com', 'pl']]);
  });

  test('of two schedules at the same time get one mail', () => {
    const world = ready(2, { schedules: `${REMIND}\n${REMIND.replace('to owners', 'to team Team 1')}` });
    hours(world, 2);
    expect(sentTo(world).sort()).toEqual(['owner0@example.com', 'owner1@example.com']);
  });

  test('are asked once where a review and a reminder fall on the same hour', () => {
    const world = ready(2, { schedules: `${REMIND}\n${REVIEW}` });
    hours(world, 2);
    expect(sentTo(world).sort()).toEqual(['owner0@example.com', 'owner1@example.com']);
    expect(slot(world, 'review')).toMatchObject({ sent: 2 });
  });

  test('may stand in a line by the hundred', () => {
    const many = Array.from({ length: 400 }, (_, i) => `somebody.with.a.long.name.${i}@example.com`);
    const world = ready(1, { schedules: DIGEST.replace('stakeholders', [...many, `team ${'x'.repeat(20_000)}`].join('; ')) });
    world.quota = 500;
    hours(world, 1);
    expect(sentTo(world)).toEqual(many);
  });

  test('who are taken out while they wait get none', () => {
    const world = ready(1, { schedules: DIGEST, recipients: stakeholders(3) });
    world.quota = 1;
    hours(world, 1);
    world.setting('recipients', 's0@example.com\ns2@example.com');
    world.quota = 100;
    hours(world, 1);
    expect(sentTo(world)).toEqual(['s0@example.com', 's2@example.com']);
    expect(slot(world, 'digest')).toMatchObject({ sent: 2, skipped: 1, pending: 0 });
  });

  test('line breaks in names make no header', () => {
    const world = ready(1, { schedules: DIGEST, recipients: 's0@example.com', cycle_name: 'Q4\r\nBcc: all@example.com' });
    hours(world, 1);
    expect(world.mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Q4 Bcc: all@example\.com: /)]);
  });
});

describe('failures', () => {
  test('when mail is down, three tries are enough: they are shown as in doubt, the others wait', () => {
    const world = ready(30, { schedules: REMIND });
    world.fault = (_, name) => (name === 'mail.send' ? 'before' : undefined);
    hours(world, 1);
    world.fault = () => undefined;
    const { unconfirmed, trigger } = world.run(openRhythm);
    expect(unconfirmed.map(({ to, state, reason }) => [to, state, reason])).toEqual([0, 1, 2].map((i) => [`owner${i}@example.com`, 'unsure', 'Service error at mail.send']));
    expect([trigger.failures, trigger.lastError]).toEqual([1, 'Service error at mail.send']);
    hours(world, 1);
    expect(world.mails).toHaveLength(27);
    expect(world.run(openRhythm).trigger.failures).toBe(0);
    world.run((services) => resend(services, unconfirmed.slice(0, 2).map(({ key }) => key)));
    expect(sentTo(world).slice(27)).toEqual(['owner0@example.com', 'owner1@example.com']);
    expect(world.run(openRhythm).unconfirmed.map(({ to }) => to)).toEqual(['owner2@example.com']);
  });

  test('a quota that somebody else used up meanwhile leaves nobody in doubt', () => {
    const world = ready(5, { schedules: REMIND });
    world.quota = 2;
    world.run((services) => serveHour({ ...services, mail: { ...services.mail, quota: () => 100 } }));
    expect(world.run(openRhythm)).toMatchObject({ unconfirmed: [], trigger: { failures: 1, lastError: expect.stringMatching(/too many times/) as string } });
    expect(slot(world, 'remind')).toMatchObject({ sent: 2, pending: 3 });
  });

  test('a quota that is used up leaves nobody in doubt, in whatever language Google says so', () => {
    const world = ready(5, { schedules: REMIND });
    world.quota = 2;
    const inPolish = (left: number) => world.run((services) => serveHour({ ...services, mail: {
      quota: () => (world.mails.length < 2 ? left : 0),
      send: (to, mail) => { if (world.mails.length >= 2) throw new Error('Usługa została wywołana zbyt wiele razy'); services.mail.send(to, mail); },
    } }));
    inPolish(100);
    expect(world.run(openRhythm)).toMatchObject({ unconfirmed: [], trigger: { failures: 1, lastError: expect.stringMatching(/^Usługa/) as string } });
    expect(slot(world, 'remind')).toMatchObject({ sent: 2, pending: 3 });
  });

  test('the last mail of a quota may have left when its answer is lost: it is in doubt, and not sent again', () => {
    const world = ready(5, { schedules: REMIND });
    world.quota = 2;
    world.fault = (_, name) => (name === 'mail.send' && world.mails.length === 1 ? 'after' : undefined);
    hours(world, 1);
    world.fault = () => undefined;
    world.quota = 100;
    hours(world, 1);
    expect(sentTo(world)).toEqual([0, 1, 2, 3, 4].map((i) => `owner${i}@example.com`));
    expect(world.run(openRhythm).unconfirmed).toMatchObject([{ to: 'owner1@example.com', state: 'unsure' }]);
  });

  test('an address that Google does not take is refused and no doubt', () => {
    const world = ready(2, { schedules: REMIND });
    world.run((services) => serveHour({ ...services, mail: { ...services.mail, send: (to, mail) => { if (to.startsWith('owner0')) throw new Error(`Invalid email: ${to}`); services.mail.send(to, mail); } } }));
    expect(world.run(openRhythm).unconfirmed).toMatchObject([{ to: 'owner0@example.com', state: 'refused', reason: 'Invalid email: owner0@example.com' }]);
    expect(sentTo(world)).toEqual(['owner1@example.com']);
  });

  test('a deleted sheet is told, run after run, and what was due then is served when the sheet is back', () => {
    const world = ready(2, { schedules: REMIND });
    const { keyResults } = world.cells;
    delete world.cells.keyResults;
    for (let i = 0; i < 3; i += 1) expect(() => world.run(serveHour)).toThrow(/set up/i);
    world.cells.keyResults = keyResults!;
    expect(world.run(openRhythm).trigger).toMatchObject({ failures: 3, lastError: expect.stringMatching(/set up/i) as string });
    hours(world, 1);
    expect(sentTo(world)).toHaveLength(2);
    expect(world.run(openRhythm).trigger).toMatchObject({ failures: 0, lastError: '' });
  });

  test('lost rights are told, and nothing is tried', () => {
    const world = ready(2, { schedules: REMIND });
    world.authorized = false;
    expect(() => world.run(serveHour)).toThrow(/Google wants to be asked again/);
    expect(world.run(openRhythm).trigger).toMatchObject({ authorized: false, failures: 1, lastError: expect.stringMatching(/asked again/) as string });
  });

  test('two runs at once: the second leaves everything to the first', () => {
    const world = ready(2, { schedules: REMIND });
    world.run((services) => {
      serveHour({ ...services, mail: { ...services.mail, send: (to, mail) => { serveHour(services); services.mail.send(to, mail); } } });
      expect(() => sendNow({ ...services, clock: () => -1e12 }, { kind: 'digest', audience: ['owners'] }, 'r')).toThrow(/being sent right now/);
    });
    expect(sentTo(world)).toHaveLength(2);
  });
});

describe('by hand', () => {
  test('a preview sends nothing, and what is sent then is what it said', () => {
    const world = worldOf(3, THURSDAY, {});
    const request = { kind: 'remind', audience: ['owners'] } as const;
    const preview = world.run((services) => previewRhythm(services, request));
    expect([preview.count, preview.mails.map(({ to }) => to), world.mails]).toEqual([3, ['owner0@example.com', 'owner1@example.com', 'owner2@example.com'], []]);
    expect(world.run((services) => sendNow(services, request, 'one'))).toEqual({ sent: 3, pending: 0, refused: 0, unsure: 0 });
    expect(world.mails[0]).toMatchObject({ subject: preview.mails[0]!.subject, html: preview.mails[0]!.html, text: preview.mails[0]!.text });
  });

  test('sending again with the same reference sends nothing', () => {
    const world = worldOf(3, THURSDAY, {});
    for (let i = 0; i < 3; i += 1) world.run((services) => sendNow(services, { kind: 'digest', audience: ['owners'] }, 'one'));
    expect(world.mails).toHaveLength(6); // three owners and their three heads
  });

  test('what cannot be understood is refused, with its field, and nothing is stored', () => {
    const world = worldOf(1, THURSDAY, { schedules: REMIND, recipients: 's0@example.com' });
    const answer = world.run((services) => saveRhythm(services, [DIGEST, 'now and then'], ['no address', 's1@example.com']));
    expect(answer).toEqual({ refused: [{ field: 'schedules.1', text: 'This schedule cannot be read: now and then' }, { field: 'recipients.0', text: 'This is no address and no team: no address' }] });
    expect(world.run(openRhythm)).toMatchObject({ schedules: [{ line: REMIND }], recipients: ['s0@example.com'] });
  });

  test('lines in the cell that cannot be read are shown and stop no other', () => {
    const world = ready(1, { schedules: `whenever you like\n${REMIND}`, recipients: 'nobody\nboss@example.com' });
    hours(world, 1);
    expect(world.mails).toHaveLength(1);
    expect(world.run(openRhythm)).toMatchObject({ problems: [{ line: 1, text: 'whenever you like' }], unreadableRecipients: ['nobody'] });
  });

  test('a second person switching it on is told of the first, who stays listed until they switch theirs off', () => {
    const world = worldOf(1, THURSDAY, {});
    world.handlers.length = 0;
    const as = (me: string, handlers: string[], on?: boolean) => world.run((services) => {
      const own = { ...services, here: { ...services.here, me: () => me }, triggers: { ...services.triggers, mine: () => handlers, create: () => void handlers.push('onHour'), remove: (name: string) => void handlers.splice(handlers.indexOf(name), 1) } };
      return on === undefined ? openRhythm(own) : switchRhythm(own, on);
    }).trigger;
    const [anas, bens]: [string[], string[]] = [['anOldName'], []];
    expect(as('ana@example.com', anas, true)).toMatchObject({ on: true, mine: true, owner: 'ana@example.com', others: [] });
    expect(anas).toEqual(['onHour']);
    expect(as('ben@example.com', bens)).toMatchObject({ on: true, mine: false, owner: 'ana@example.com' });
    expect(as('ben@example.com', bens, true)).toMatchObject({ on: true, mine: true, owner: 'ben@example.com', others: ['ana@example.com'] });
    expect(as('ana@example.com', anas, false)).toMatchObject({ on: true, mine: false, owner: 'ben@example.com', others: [] });
    bens.length = 0; // the add-on was removed
    expect(as('ben@example.com', bens)).toMatchObject({ on: false, gone: true });
  });
});

describe('the report', () => {
  test('goes out once, so many days after the end of the cycle', () => {
    const world = worldOf(2, '2027-03-31T06:20:00Z', { schedules: 'report: 2 days after the end of the cycle at 09:00, from 2026-10-05, to stakeholders', recipients: 'boss@example.com' });
    hours(world, 96);
    expect(world.mails.map(({ to, at, subject }) => [to, at, subject])).toEqual([['boss@example.com', '2027-04-02T09:20:00', '2026-H2: final score 0.10, 0 of 2 objectives reached']]);
  });
});

describe('a review', () => {
  test('marks what is due, with a note that keeps people’s own, until it is checked in', () => {
    const world = ready(3, { schedules: REVIEW });
    world.notes = ['', 'My own note', ''];
    world.checkIn('O0.1', '2026-10-08T10:00:00');
    hours(world, 1);
    expect(world.cells.settings!.find(([key]) => key === 'review_started')![1]).toBe('2026-10-09');
    expect(world.notes.map((note) => note.split('\n')[0]!.slice(0, 11))).toEqual(['', 'My own note', '◷ In review']);
    expect(world.notes[1]).toContain('\n◷ In review since 2026-10-09');
    world.checkIn('O1.1', '2026-10-10T10:00:00');
    world.instant += DAY;
    hours(world, 1);
    expect(world.notes.map((note) => note.includes('◷'))).toEqual([false, false, true]);
    expect(world.notes[1]).toBe('My own note');
    expect(sentTo(world)).toEqual(['owner1@example.com', 'owner2@example.com']);
  });
});
