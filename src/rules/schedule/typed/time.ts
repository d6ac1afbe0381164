/** Times as people write them: 16:00, 16h30, 4 pm, 9 rano, w południe, 17 giờ, บ่ายสามโมง, สองทุ่มครึ่ง. */
import { toTime, type LocalTime } from '../../../model/schedule';
import type { Reading } from './reading';

/** What was said of an hour; `leads`: written with a zero in front, as only a clock of 24 hours does. */
interface Said {
  readonly hour: number;
  readonly minute: number;
  readonly leads: boolean;
  readonly part: string | undefined;
  /** Said with โมง, which Thailand counts anew from 7 in the morning and from noon: "สี่โมง" is 10:00 or 16:00. */
  readonly isMong: boolean;
  /** A word for the very hour: noon, midnight. */
  readonly isFixed: boolean;
  readonly isMidnight: boolean;
  /** Where the expression ends. */
  readonly end: number;
}

/** The one time of the text; two different ones, or one that no clock shows, are problems. */
export function findTime(reading: Reading): LocalTime | undefined {
  const found: { readonly said: Said; readonly words: string }[] = [];
  for (let at = 0; at < reading.count; at += 1) {
    const said = saidAt(reading, at);
    if (said === undefined) continue;
    found.push({ said, words: reading.quote(at, said.end) });
    reading.take(at, said.end);
    at = said.end - 1;
  }
  const part = partApart(reading, found.map(({ said }) => said));
  let [time, first] = [undefined as LocalTime | undefined, ''];
  for (const { said, words } of found) {
    const read = clockTime({ ...said, part: said.part ?? part });
    if (said.isMidnight) reading.refuse('midnight', words);
    else if (read.length > 1) reading.refuse('timeUnclear', words, read);
    else if (read[0] === undefined) reading.refuse('badTime', words);
    else if (time !== undefined && time !== read[0]) reading.refuse('twoTimes', `${first} … ${words}`, [time, read[0]]);
    else [time, first] = [read[0], words];
  }
  if (time === undefined && !reading.problems.some(({ code }) => code === 'badTime' || code === 'timeUnclear' || code === 'midnight')) reading.refuse('noTime');
  return time;
}

/** The part of the day that stands away from the hour: "every Friday afternoon, remind owners at 4", "chiều thứ Sáu lúc 4 giờ"; one that says of no hour what it is stays. */
function partApart(reading: Reading, said: readonly Said[]): string | undefined {
  const places = reading.tokens.flatMap((_, at) => (DAY_PARTS.includes(reading.value(at, 'part') ?? '') ? [at] : []));
  const [part, other] = new Set(places.map((at) => reading.value(at, 'part')));
  if (part === undefined || other !== undefined || said.some((one) => one.part !== undefined || one.isFixed)) return undefined;
  for (const at of places) reading.take(at);
  return part;
}

function saidAt(reading: Reading, begin: number): Said | undefined {
  // In front: "บ่าย 3", "rano o 9", "lúc 16".
  const before = reading.value(begin, 'part');
  let at = before === undefined ? begin : begin + 1;
  const atWord = reading.is(at, 'at');
  while (reading.is(at, 'at')) at += 1;
  const fixed = reading.value(at, 'clock') ?? (reading.number(at) === 12 ? reading.value(at + 1, 'clock') : undefined);
  if (fixed !== undefined) {
    const end = at + (reading.is(at, 'clock') ? 1 : 2);
    const half = reading.is(end, 'half') ? 1 : 0;
    return { hour: Number(fixed), minute: half * 30, leads: true, part: undefined, isMong: false, isFixed: true, isMidnight: fixed === '0', end: end + half };
  }
  const past = reading.value(at, 'past');
  if (past !== undefined) at += 1;
  const rest = { part: before, isMong: false, isFixed: false, isMidnight: false };
  if (past === undefined && reading.tokens[at]?.kind === 'clock' && reading.isFree(at)) {
    const [hour = '', minute = ''] = (reading.tokens[at]?.text ?? '').split(/[:.]/);
    return withEnd(reading, at + 1, { ...rest, hour: Number(hour), minute: Number(minute), leads: hour.startsWith('0') });
  }
  const isLed = atWord || before !== undefined || past !== undefined;
  const ordinal = isLed || reading.is(at + 1, 'part') ? reading.value(at, 'hourOf') : undefined;
  const hour = ordinal !== undefined ? Number(ordinal) : reading.number(at);
  const isHour = reading.is(at + 1, 'hour', 'part', 'half') || isLed;
  if (hour === undefined || !isHour || reading.is(at + 1, 'unit', 'month')) return undefined;
  const isMong = (reading.tokens[at + 1]?.text ?? '').startsWith('โมง');
  return withEnd(reading, at + 1, { ...rest, ...counted(hour, Number(past ?? 0)), leads: /^0/.test(reading.tokens[at]?.text ?? ''), isMong });
}

/** "Half past four" is 4:30, "wpół do piątej" too, and "quarter to one" 12:45. */
function counted(hour: number, past: number): Pick<Said, 'hour' | 'minute'> {
  return past >= 0 ? { hour, minute: past } : { hour: hour === 1 ? 12 : hour === 0 ? 23 : hour - 1, minute: 60 + past };
}

/** What stands behind the hour: "giờ 30 phút", "h30", "rưỡi", "rưỡi chiều", "โมงครึ่ง", "น.", "chiều", "pm". */
function withEnd(reading: Reading, from: number, said: Omit<Said, 'end'>): Said {
  let { minute, part } = said;
  let at = from;
  const hasHour = reading.is(at, 'hour');
  if (hasHour) at += 1;
  const minutes = reading.number(at);
  const isBare = /^\d\d$/.test(reading.tokens[at]?.text ?? '') && !reading.is(at + 1, 'unit', 'hour', 'month');
  const isMinutes = hasHour && minutes !== undefined && (reading.is(at + 1, 'minute') || isBare);
  if (isMinutes) {
    minute = minutes;
    at += reading.is(at + 1, 'minute') ? 2 : 1;
  }
  for (let more = true; more; ) {
    const own = part === undefined ? reading.value(at, 'part') : undefined;
    const isHalf = minute === 0 && reading.is(at, 'half');
    if (own !== undefined) part = own;
    if (isHalf) minute = 30;
    more = own !== undefined || isHalf;
    if (more) at += 1;
  }
  return { ...said, minute, part, end: at };
}

/**
 * What the clock shows: one time, none, or the two that could be meant. "4 pm" is 16:00 and "at 10" is 10:00, but "at 4" may be the night or the
 * afternoon; nobody wants to guess wrong by twelve hours.
 */
function clockTime({ hour, minute, leads, part, isMong }: Said): LocalTime[] {
  if (hour > 23 || minute > 59) return [];
  if (isMong && hour >= 1 && hour <= 5 && part === undefined) return [at(hour + 6, minute), at(hour + 12, minute)];
  if (isMong && hour >= 1 && hour <= 5 && part === 'morning') return [at(hour, minute), at(hour + 6, minute)];
  if (part === undefined && hour >= 1 && hour <= 6 && !leads) return [at(hour, minute), at(hour + 12, minute)];
  const own = part === undefined ? hour : (PARTS[part]?.(hour) ?? -1);
  return own < 0 ? [] : [at(own, minute)];
}

const DAY_PARTS: readonly string[] = ['morning', 'noon', 'afternoon', 'late', 'evening', 'night'];

const within = (hour: number, low: number, high: number, shift: number): number => (hour >= low && hour <= high ? hour + shift : -1);

/** What an hour becomes in a part of the day; less than 0 for an hour that it does not have. */
const PARTS: Readonly<Record<string, (hour: number) => number>> = {
  am: (hour) => (hour === 12 ? 0 : within(hour, 1, 11, 0)),
  pm: (hour) => (hour === 12 ? 12 : hour > 12 ? hour : within(hour, 1, 11, 12)),
  morning: (hour) => within(hour, 4, 11, 0),
  noon: (hour) => (hour === 1 ? 13 : within(hour, 11, 13, 0)),
  afternoon: (hour) => (hour >= 12 ? within(hour, 12, 18, 0) : within(hour, 1, 6, 12)),
  // โมงเย็น is 4 to 6 o'clock.
  late: (hour) => (hour > 12 ? within(hour, 15, 19, 0) : within(hour, 3, 7, 12)),
  evening: (hour) => (hour > 12 ? within(hour, 17, 23, 0) : within(hour, 5, 11, 12)),
  night: (hour) => (hour === 12 ? 0 : hour >= 20 ? hour : hour >= 9 ? within(hour, 9, 11, 12) : within(hour, 0, 5, 0)),
  // หนึ่งทุ่ม is 19:00, and ตีห้า 05:00.
  thum: (hour) => within(hour, 1, 5, 18),
  ti: (hour) => within(hour, 1, 5, 0),
};

const at = (hour: number, minute: number): LocalTime => toTime(`${hour}:${String(minute).padStart(2, '0')}`) as LocalTime;
