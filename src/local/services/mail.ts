/** MailApp: every overload of sendEmail, Google's limits, and an outbox in place of the world. */
import { modelled } from '../guard';
import type { Mail } from '../types';
import { DailyQuota, type SavedQuota } from './quota';
import { mismatch, signature } from './signature';
import { utf8Length, type Surroundings } from './surroundings';

export interface SavedMail {
  readonly outbox: readonly Mail[];
  readonly quota: SavedQuota;
}

const PER_MESSAGE = 50;
const BODY_BYTES = 200 * 1024;
const SUBJECT_LENGTH = 250;
const TEXTS = ['to', 'cc', 'bcc', 'subject', 'body', 'htmlBody', 'name', 'replyTo'] as const;

type Message = { [K in (typeof TEXTS)[number]]?: string } & { noReply?: true };

export function mailService(around: Surroundings, dailyRecipients: (user: string) => number, sent: () => void, saved?: SavedMail) {
  const { gate } = around;
  const outbox: Mail[] = [...(saved?.outbox ?? [])];
  const quota = new DailyQuota(dailyRecipients, () => around.now(), 'Service invoked too many times for one day: email.', saved?.quota);

  function send(message: Message): void {
    const { subject = '', body = '', htmlBody, name, replyTo, noReply } = message;
    for (const [header, text] of Object.entries({ subject, name, replyTo, to: message.to, cc: message.cc, bcc: message.bcc })) {
      // A line break would begin a header of its own.
      if (text !== undefined && /[\r\n\0]/.test(text)) throw new Error(`Invalid argument: ${header}`);
    }
    const [to, cc, bcc] = [addresses(message.to), addresses(message.cc), addresses(message.bcc)];
    addresses(replyTo);
    const recipients = to.length + cc.length + bcc.length;
    if (recipients === 0) throw new Error('Failed to send email: no recipient');
    if (recipients > PER_MESSAGE) throw new Error('Limit Exceeded: Email Recipients Per Message.');
    if (subject.length > SUBJECT_LENGTH) throw new Error('Argument too large: subject');
    if (utf8Length(body) + utf8Length(htmlBody ?? '') > BODY_BYTES) throw new Error('Limit Exceeded: Email Body Size.');
    quota.take(gate.execution.user, recipients);
    const at = new Date(around.now()).toISOString();
    outbox.push({
      at, from: gate.execution.user, to, cc, bcc, subject, body,
      ...(htmlBody === undefined ? {} : { htmlBody }), ...(replyTo === undefined ? {} : { replyTo }), ...(name === undefined ? {} : { name }),
      ...(noReply ? { noReply } : {}),
    });
    sent();
  }

  const service = modelled(
    'MailApp',
    gate,
    {
      sendEmail(...args: unknown[]) {
        signature('MailApp.sendEmail', args, 'object', 'string, string, string', 'string, string, string, object', 'string, string, string, string');
        if (args.length === 1) return send(options(args[0] as object));
        const texts = args as [string, string, string, string];
        if (args.length === 3) return send({ to: texts[0], subject: texts[1], body: texts[2] });
        if (typeof args[3] === 'string') return send({ to: texts[0], replyTo: texts[1], subject: texts[2], body: texts[3] });
        return send({ ...options(args[3] as object), to: texts[0], subject: texts[1], body: texts[2] });
      },
      getRemainingDailyQuota: () => quota.remaining(gate.execution.user),
    },
    { sendEmail: 'user', getRemainingDailyQuota: 'user' },
  );

  return { service, outbox: (): readonly Mail[] => [...outbox], save: (): SavedMail => ({ outbox, quota: quota.save() }) };
}

/** Only what the host can show in its outbox; attachments and the like are refused by name rather than lost. */
function options(given: object): Message {
  const message: Message = {};
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    if (key === 'noReply') {
      if (typeof value !== 'boolean') throw mismatch('MailApp.sendEmail', [given]);
      if (value) message.noReply = true;
      continue;
    }
    const known = TEXTS.find((option) => option === key);
    if (!known) throw new Error(`MailApp.sendEmail option ${key} is not modelled by the embedded host.`);
    if (typeof value !== 'string') throw mismatch('MailApp.sendEmail', [given]);
    message[known] = value;
  }
  return message;
}

/** The addresses of a comma-separated list, each plain or as `Name <address>`. */
function addresses(list: string | undefined): string[] {
  if (list === undefined || list.trim() === '') return [];
  return list.split(',').map((entry) => {
    const text = entry.trim();
    const address = /^[^<>"]*<([^<>]*)>$/.exec(text)?.[1] ?? text;
    if (!/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/.test(address)) throw new Error(`Invalid email: ${text}`);
    return address;
  });
}
