/** Google's rules for MailApp. */
import { describe, expect, it } from 'vitest';
import { DAY, stage } from './stage';

const addresses = (n: number) => Array.from({ length: n }, (_, i) => `p${i}@example.com`).join(',');

describe('MailApp', () => {
  it('sends by all four overloads, from the person who runs it', () => {
    const { run, google } = stage();
    run(`MailApp.sendEmail('a@example.com', 'S1', 'B1');
      MailApp.sendEmail('a@example.com, Ben <b@example.com>', 'S2', 'B2', { htmlBody: '<p>B2</p>', cc: 'c@example.com', bcc: 'd@example.com', name: 'OKR', replyTo: 'r@example.com' });
      MailApp.sendEmail('a@example.com', 'r@example.com', 'S3', 'B3');
      MailApp.sendEmail({ to: 'a@example.com', subject: 'S4', htmlBody: '<p>B4</p>' });`);
    const from = 'ana@example.com';
    const at = '2026-11-20T09:30:00.000Z';
    expect(google.outbox()).toEqual([
      { at, from, to: ['a@example.com'], cc: [], bcc: [], subject: 'S1', body: 'B1' },
      { at, from, to: ['a@example.com', 'b@example.com'], cc: ['c@example.com'], bcc: ['d@example.com'], subject: 'S2', body: 'B2', htmlBody: '<p>B2</p>', replyTo: 'r@example.com', name: 'OKR' },
      { at, from, to: ['a@example.com'], cc: [], bcc: [], subject: 'S3', body: 'B3', replyTo: 'r@example.com' },
      { at, from, to: ['a@example.com'], cc: [], bcc: [], subject: 'S4', body: '', htmlBody: '<p>B4</p>' },
    ]);
  });

  it('counts recipients, not messages, against the day’s hundred', () => {
    const { run, google, clock } = stage();
    expect(run(`MailApp.sendEmail('a@example.com', 'S', 'B', { cc: 'b@example.com', bcc: 'c@example.com' }); return MailApp.getRemainingDailyQuota();`)).toBe(97);
    run(`MailApp.sendEmail('${addresses(49)}', 'S', 'B'); MailApp.sendEmail('${addresses(47)}', 'S', 'B');`);
    expect(() => run(`MailApp.sendEmail('${addresses(2)}', 'S', 'B');`)).toThrow('Service invoked too many times for one day: email.');
    expect(google.outbox()).toHaveLength(3);
    expect(run('return MailApp.getRemainingDailyQuota();')).toBe(1);
    expect(run('return MailApp.getRemainingDailyQuota();', { user: 'ben@example.com' })).toBe(100);
    clock.now += DAY;
    expect(run('return MailApp.getRemainingDailyQuota();')).toBe(100);
  });

  it('refuses more than 50 recipients in one message, no recipient, and bodies over 200 kB', () => {
    const { run, google } = stage();
    expect(() => run(`MailApp.sendEmail('${addresses(51)}', 'S', 'B');`)).toThrow('Limit Exceeded: Email Recipients Per Message.');
    expect(() => run(`MailApp.sendEmail('', 'S', 'B');`)).toThrow('Failed to send email: no recipient');
    expect(() => run(`MailApp.sendEmail('a@example.com', 'S', 'x'.repeat(200 * 1024 + 1));`)).toThrow('Limit Exceeded: Email Body Size.');
    expect(() => run(`MailApp.sendEmail('a@example.com', 'x'.repeat(251), 'B');`)).toThrow('Argument too large: subject');
    expect(google.outbox()).toEqual([]);
  });

  it.each(['not an address', 'a@example', 'a@@example.com', 'a@example.com;b@example.com', 'a@example.com,'])('says of %j that it is no address', (to) => {
    const { run } = stage();
    expect(() => run(`MailApp.sendEmail(${JSON.stringify(to)}, 'S', 'B');`)).toThrow(/^Invalid email: /);
  });

  it.each(['subject', 'name', 'replyTo', 'cc'])('lets no line break into the header %s', (header) => {
    const { run } = stage();
    const message = JSON.stringify({ to: 'a@example.com', body: 'B', [header]: 'x@example.com\r\nBcc: victim@example.com' });
    expect(() => run(`MailApp.sendEmail(${message});`)).toThrow(`Invalid argument: ${header}`);
  });

  it('notes that nobody should answer', () => {
    const { run, google } = stage();
    run(`MailApp.sendEmail({ to: 'a@example.com', body: 'B', noReply: true }); MailApp.sendEmail({ to: 'a@example.com', body: 'B', noReply: false });`);
    expect(google.outbox().map(({ noReply }) => noReply)).toEqual([true, undefined]);
    expect(() => run(`MailApp.sendEmail({ to: 'a@example.com', body: 'B', noReply: 'yes' });`)).toThrow(/method signature/);
  });

  it('refuses by name what the outbox cannot show', () => {
    const { run } = stage();
    expect(() => run(`MailApp.sendEmail({ to: 'a@example.com', subject: 'S', body: 'B', attachments: [] });`)).toThrow(/attachments is not modelled/);
  });

  it.each(['NONE', 'LIMITED', 'CUSTOM_FUNCTION'] as const)('is out of reach in the mode %s', (mode) => {
    const { run, google } = stage();
    expect(() => run(`MailApp.sendEmail('a@example.com', 'S', 'B');`, { mode })).toThrow(/permission to call MailApp.sendEmail/);
    expect(google.outbox()).toEqual([]);
  });
});
