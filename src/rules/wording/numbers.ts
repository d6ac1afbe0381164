/** Which numbers of a text measure something, which are years, quarters and names, and whether a baseline is told. */
import { bitOf, type Token } from './lexicon';
import { isThai } from './text';

/** What the numbers of a text say, by places in the list of tokens. */
export interface Figures {
  /** Where numbers stand that measure something. */
  readonly at: readonly number[];
  /** Where a per cent stands, that is its number. */
  readonly percents: readonly number[];
  /** It says where the figure starts: "from 40", "currently 40", "40 → 60". */
  readonly hasBaseline: boolean;
}

const NUMBER = bitOf('number');
const PERCENT = bitOf('percent');
const FROM = bitOf('from');
const LABEL = bitOf('label');
const MONTH = bitOf('month');
const YEAR_BEFORE = bitOf('yearBefore');
const RANK = bitOf('rank');
const FILLER = bitOf('filler');

/** What may stick to a number and leaves it a number: 10k, 2x, 3h, 500mb, 20pp. */
const UNITS = new Set('k m mn bn b tr t x h hr s ms p pp pt kg km cm mm l ml gb tb mb kb kw ha zł đ d €'.split(' '));
/** No name is numbered like this: 3,000. */
const THOUSANDS = /^\d{1,3}(?:[., ]\d{3})+$/;
const ORDINALS = new Set(['st', 'nd', 'rd', 'th']);
/** 3d is no duration; other figures with a d are days. */
const NAMES = /^(?:2d|3d|4d|4x)$/;
/** What follows the 360 that is a word by now. */
const ALL_ROUND = /^(?:°|degree|feedback|review|view|stopni|độ|องศา)/;
const ARROWS = new Set(['→', '➔', '➜', '⟶', '>']);
/** What stands between two figures when the first is the baseline: "41 to 55". */
export const TO: ReadonlySet<string> = new Set(['to', 'do', 'na', 'lên', 'xuống', 'đến', 'tới', 'thành', 'còn', 'đạt', 'เป็น', 'ถึง', 'สู่', 'เหลือ']);
/** How many letters behind "from" its number may stand: "from an average of 40". */
const NEAR = 25;

export function figuresOf(tokens: readonly Token[]): Figures {
  const at: number[] = [];
  const percents: number[] = [];
  let baseline = false;
  let from = -NEAR - 1; // where the last "from" ends
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if ((token.uses & FROM) !== 0) from = token.end;
    if (ARROWS.has(token.text) && tokens[i + 1]?.kind === 'number' && at.length > 0) baseline = true;
    if (!measures(tokens, i) || (at[at.length - 1] === i - 1 && token.kind === 'word')) continue; // "2 million" is one figure
    at.push(i);
    const previous = tokens[at[at.length - 2] ?? -1];
    if (token.start - from <= NEAR || (previous !== undefined && token.start - previous.end <= NEAR && TO.has(tokens[i - 1]?.text ?? ''))) baseline = true;
    if (isPercentAt(tokens, i)) percents.push(i);
  }
  return { at, percents, hasBaseline: baseline && at.length > 1 }; // one figure alone has come from nowhere
}

/** Whether the token at this place is a number that measures something. */
function measures(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.kind === 'sign') return false;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (token.kind === 'word') return (token.uses & NUMBER) !== 0 ? countsSomething(token, after) : /^x\d+$/.test(token.text);
  if (token.text === '360' && ALL_ROUND.test(after?.text ?? '')) return false;
  if (isStuck(token, before, after) || isDate(tokens, i) || isClock(tokens, i)) return false;
  if (before !== undefined && (before.uses & LABEL) !== 0 && !isPercentAt(tokens, i) && !THOUSANDS.test(token.text)) return false;
  if (before !== undefined && (before.uses & RANK) !== 0 && token.text === '1') return false;
  if (before?.text === '#') return false;
  return !isYear(tokens, i);
}

/** Short Thai number words are parts of longer words too, so what they count has to follow: คน, สาขา, เท่า or another number. */
const COUNTED = /^(?:คน|ราย|ครั้ง|แห่ง|สาขา|เท่า|ล้าน|พัน|หมื่น|แสน|ร้อย|สิบ|บาท|เปอร์เซ็นต์|วัน|ชั่วโมง|นาที|เดือน|สัปดาห์|ปี|ตัว|ชิ้น|ใบ|เรื่อง|ข้อ|ทีม|โครงการ|ตลาด|ประเทศ|จังหวัด|คะแนน|ดาว|ชุด|เครื่อง|คัน|ช่องทาง|กลุ่ม|ด้าน|บริษัท|หลักสูตร|ฉบับ|บทความ|คลิป)/;

function countsSomething({ text }: Token, after: Token | undefined): boolean {
  return !isThai(text) || /เท่า|ครึ่ง|หนึ่ง/.test(text) || COUNTED.test(after?.text ?? '');
}

/** Part of a name, as in COVID-19, 5G and 3rd; "top-10" and "10k" are numbers. */
function isStuck(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (token.hyphen && before?.kind === 'word' && (before.uses & (NUMBER | FROM | FILLER)) === 0 && before.text !== 'top') return true;
  if (after?.kind !== 'word' || after.start !== token.end || isThai(after.text)) return false;
  if (NAMES.test(token.text + after.text) || ORDINALS.has(after.text)) return true;
  return /^\d{1,2}$/.test(token.text) && after.text.length <= 2 && !UNITS.has(after.text) && (after.uses & (PERCENT | NUMBER)) === 0;
}

/** Years that plans are made for, also those of the Buddhist calendar; a round figure such as 2000 is a figure. */
const isYearNumber = (text: string): boolean => /^(?:20[1-5]\d|25[5-9]\d)$/.test(text);

/** 2026 is a year unless it counts something: "in 2026", "our 2026 plan", "by the end of 2026", but "reach 2026 users". */
function isYear(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (!isYearNumber(token.text)) return false;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (after !== undefined && ((after.uses & (PERCENT | NUMBER)) !== 0 || after.text === '%')) return false;
  if (before === undefined || after === undefined || (before.uses & (YEAR_BEFORE | MONTH)) !== 0) return true;
  return after.kind === 'sign' || (after.uses & YEAR_BEFORE) !== 0 || /\d/.test(before.text) || before.kind === 'sign';
}

/** What stands before a day without a year; other words may stand before 7/10 points. */
const DATE_BEFORE = /^(?:by|until|till|before|do|przed|dnia|ngày|trước|วันที่|ภายใน)$/;

function isDate(tokens: readonly Token[], i: number): boolean {
  const [token, before, after, third] = [tokens[i] as Token, tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(token.text)) return true;
  const isDay = /^\d{1,2}$/.test(token.text) && Number(token.text) <= 31;
  if (isDay && (((before?.uses ?? 0) & MONTH) !== 0 || ((after?.uses ?? 0) & MONTH) !== 0)) return true;
  const joint = (one: Token | undefined): boolean => one?.text === '/' || one?.hyphen === true;
  // 31/12, 31/12/2026, 2026-12-31: a year or a word such as "by" tells it from 4/5 stars and from 10-20 %.
  if (joint(token.hyphen ? token : before) || joint(after)) {
    const near = tokens.slice(Math.max(0, i - 4), i + 5).filter((one) => one.kind === 'number');
    if (near.some((one) => isYearNumber(one.text)) && (isDay || isYearNumber(token.text))) return true;
    const first = (before?.text === '/' ? tokens[i - 3] : before)?.text ?? '';
    const month = before?.text === '/' ? token : third;
    return isDay && after?.hyphen !== true && !token.hyphen && DATE_BEFORE.test(first) && Number(month?.text) <= 12;
  }
  return false;
}

/** 9:30 and 24/7 say when, not how much. */
function isClock(tokens: readonly Token[], i: number): boolean {
  const around = [tokens[i - 2], tokens[i - 1], tokens[i], tokens[i + 1], tokens[i + 2]].map((one) => one?.text ?? '');
  const [a2, a1, own, b1, b2] = around as [string, string, string, string, string];
  if (/^(?:24\/7|24\/24|7\/7)$/.test(`${own}${b1}${b2}`) || /^(?:24\/7|24\/24|7\/7)$/.test(`${a2}${a1}${own}`)) return true;
  if (/^(?:min|h$|hour|sec|godz|sek|phút|giờ|giây|นาที|ชั่วโมง)/.test(b1 === ':' ? (tokens[i + 3]?.text ?? '') : b1)) return false;
  return (b1 === ':' && /^(?:\d\d|1)$/.test(b2)) || (a1 === ':' && /^\d{1,2}$/.test(a2) && /^(?:\d\d|1)$/.test(own));
}

const isPercentToken = (token: Token | undefined): boolean => token !== undefined && (token.text === '%' || token.text === '％' || (token.uses & PERCENT) !== 0);

/** 20 %, 20 percent, ร้อยละ 20, 20 phần trăm. */
export function isPercentAt(tokens: readonly Token[], i: number): boolean {
  return isPercentToken(tokens[i + 1]) || (isPercentToken(tokens[i - 1]) && tokens[i - 1]?.text !== '%');
}
