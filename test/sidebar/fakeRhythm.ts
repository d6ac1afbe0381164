/** The rhythm's side of the fake server: settings in memory, a trigger that only says it is on, and mails that go nowhere. */
import type { RhythmApi, RhythmPreview, RhythmRequest, RhythmStart } from '../../src/app/rhythm/api';
import type { Language } from '../../src/model/words';
import { audienceText, readRecipients } from '../../src/rules/schedule/audience';
import { readScheduleLine, scheduleLine } from '../../src/rules/schedule/line';

export const NOW = '2026-11-21T13:05'; // a Saturday
export const REMIND = 'remind: every week on friday at 16:00, from 2026-10-02, to owners';
export const DIGEST = 'digest: every 2 weeks on monday at 10:00, from 2026-11-09, to stakeholders';

export interface FakeRhythm {
  /** What rhythmOpen answers; tests put into it what they need. */
  start: RhythmStart;
  readonly preview: { -readonly [Key in keyof RhythmPreview]: RhythmPreview[Key] };
  readonly sent: { readonly request: RhythmRequest; readonly ref: string }[];
  readonly answers: RhythmApi;
}

export function fakeRhythm(language: Language, me: string): FakeRhythm {
  const rhythm: FakeRhythm = {
    start: {
      language,
      me,
      now: NOW,
      timeZone: 'Europe/Warsaw',
      cycle: { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31', earlierEnds: [] },
      teams: ['Company', 'Service', 'Sales'],
      people: [me, 'chloe@example.com'],
      schedules: [],
      problems: [],
      recipients: [],
      unreadableRecipients: [],
      trigger: { on: false, mine: false, owner: '', others: [], gone: false, authorized: true, running: false, lastRun: '', failures: 0, lastError: '' },
      quota: 97,
      unconfirmed: [],
      recent: [],
      lost: 0,
      lostOn: '',
      unreachable: [],
    },
    preview: {
      count: 2,
      waiting: 0,
      quota: 97,
      recipients: [{ to: me, language }, { to: 'chloe@example.com', language: 'pl' }],
      mails: [mail(me, 'Two key results are waiting for you'), mail('chloe@example.com', 'One key result is waiting for you')],
      unreachable: [],
    },
    sent: [],
    answers: {
      rhythmOpen: () => rhythm.start,
      rhythmSave(lines, recipients) {
        const refused = [
          ...lines.flatMap((line, at) => ('problem' in readScheduleLine(line) ? [{ field: `schedules.${at}`, text: `This schedule cannot be read: ${line}` }] : [])),
          ...recipients.flatMap((line, at) => (line.endsWith('@refused.example') ? [{ field: `recipients.${at}`, text: `This is no address: ${line}` }] : [])),
        ];
        if (refused.length > 0) return { refused };
        const before = new Map(rhythm.start.schedules.map((one) => [one.line, one.servedUpTo]));
        const canonical = lines.flatMap((line) => { const read = readScheduleLine(line); return 'schedule' in read ? [scheduleLine(read.schedule)] : []; });
        change({
          schedules: canonical.map((line) => ({ line, servedUpTo: before.get(line) ?? NOW })),
          recipients: readRecipients(recipients.join('\n')).recipients.map(audienceText),
          problems: [],
          unreadableRecipients: [],
        });
        return rhythm.start;
      },
      rhythmSwitch(on) {
        const { owner, others } = rhythm.start.trigger;
        const rest = [...others, owner].filter((one) => one !== '' && one !== me);
        const next = on ? me : (rest.pop() ?? '');
        change({ trigger: { ...rhythm.start.trigger, on: next !== '', mine: on, owner: next, others: rest.filter((one) => one !== next), gone: false, failures: 0, lastError: '' } });
        return rhythm.start;
      },
      rhythmPreview: () => rhythm.preview,
      rhythmSend(request, ref) {
        if (!rhythm.sent.some((one) => one.ref === ref)) rhythm.sent.push({ request, ref });
        return { sent: rhythm.preview.count, pending: 0, refused: 0, unsure: 0 };
      },
      rhythmResend(keys) {
        change({ unconfirmed: rhythm.start.unconfirmed.filter(({ key }) => !keys.includes(key)) });
        return { sent: keys.length, pending: 0, refused: 0, unsure: 0 };
      },
      rhythmSettle(keys) {
        change({ unconfirmed: rhythm.start.unconfirmed.filter(({ key }) => !keys.includes(key)) });
        return rhythm.start;
      },
      rhythmCancel(slot) {
        change({ recent: rhythm.start.recent.map((one) => (one.slot === slot ? { ...one, pending: 0, skipped: one.skipped + one.pending } : one)) });
        return rhythm.start;
      },
    },
  };
  const change = (part: Partial<RhythmStart>): void => void (rhythm.start = { ...rhythm.start, ...part });
  return rhythm;
}

function mail(to: string, subject: string): RhythmPreview['mails'][number] {
  return {
    to,
    subject,
    html: `<!doctype html><meta charset="utf-8"><body style="font-family:Arial,sans-serif;margin:12px"><h1 style="font-size:18px">${subject}</h1><p>Median repair time falls from 6.5 to 3.0 working days: 5.9 so far.</p></body>`,
    text: `${subject}\n\nMedian repair time falls from 6.5 to 3.0 working days: 5.9 so far.\n`,
  };
}

/** Everything that the panel can have to tell, at once. */
export function fillRhythm(rhythm: FakeRhythm): void {
  const { me } = rhythm.start;
  rhythm.start = {
    ...rhythm.start,
    schedules: [
      { line: REMIND, servedUpTo: '2026-11-20T16:00' },
      { line: DIGEST, servedUpTo: NOW },
      { line: 'report: 7 days after the end of the cycle at 09:30, from 2026-10-01, to team Sales, th; anna.kowalska@very-long-company-name.example.com, pl; stakeholders', servedUpTo: '' },
    ],
    problems: [{ line: 4, part: 'days', text: 'every blue moon' }],
    recipients: ['board@example.com, pl', 'team Sales', 'helen@example.com'],
    unreadableRecipients: ['Bob from the board'],
    trigger: { on: true, mine: true, owner: me, others: ['helen@example.com'], gone: false, authorized: true, running: true, lastRun: '2026-11-21T12:41', failures: 3, lastError: 'Service invoked too many times for one day: email.' },
    quota: 3,
    unconfirmed: [
      { key: 'a', slot: 'digest@2026-11-09T10:00', kind: 'digest', to: 'board@example.com', state: 'unsure', reason: '' },
      { key: 'b', slot: 'remind@2026-11-20T16:00', kind: 'remind', to: 'old.address@example.com', state: 'refused', reason: 'Invalid email: old.address@example.com' },
    ],
    recent: [
      { slot: 'remind@2026-11-20T16:00', kind: 'remind', at: '2026-11-20T16:00', byHand: false, sent: 12, pending: 2, refused: 1, unsure: 0, skipped: 1 },
      { slot: 'digest@2026-11-19T10:12', kind: 'digest', at: '2026-11-19T10:12', byHand: true, sent: 0, pending: 0, refused: 0, unsure: 1, skipped: 0 },
    ],
    lost: 2,
    lostOn: '2026-11-12',
    unreachable: [{ owner: 'Bob', keyResults: 3 }, { owner: '', keyResults: 1 }],
  };
}
