/** Conditional formatting: statuses and findings by the symbol their text begins with, so that it works in every language. */
import { STATUS_PAINTS, type Look, type PageLook, type Paint } from '../app/look';
import { STATUSES } from '../model/words';
import { BAR_SIGNS } from '../report/bar';
import { SEVERITY_SIGNS } from '../report/findings';
import { SYMBOLS } from '../report/vocabulary';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

const PLAIN = '#ffffff';
const FINDING_PAINTS: Readonly<Record<string, Paint>> = {
  [SEVERITY_SIGNS.error]: { background: '#fce8e6', font: '#a50e0e', bold: false },
  [SEVERITY_SIGNS.warning]: { background: '#fef7e0', font: '#694100', bold: false },
  [SEVERITY_SIGNS.advice]: { background: PLAIN, font: '#3c4043', bold: false },
};

/** Statuses and healths that share a symbol share a paint. */
const STATUS_PAINTS_BY_SYMBOL: Readonly<Record<string, Paint>> = Object.fromEntries(
  (Object.keys(SYMBOLS) as (keyof typeof SYMBOLS)[]).map((word) => [SYMBOLS[word], STATUS_PAINTS[word]]),
);

const BAR_PAINTS: Readonly<Record<string, Paint>> = Object.fromEntries([...BAR_SIGNS].map((sign) => [sign, { background: '', font: '#1967d2', bold: false }]));

const PAGE_PAINTS: Readonly<Record<string, Paint>> = {
  title: { background: PLAIN, font: '#0b3a75', bold: true },
  heading: { background: '#d2e3fc', font: '#0b3a75', bold: true },
  head: { background: '#f1f3f4', font: '#3c4043', bold: true },
};

export function paintTable(sheet: Sheet, look: Look, rows: number): void {
  const rules: Rule[] = [];
  for (const column of look.columns) {
    if (!column.painted) continue;
    const range = sheet.getRange(look.firstDataRow, column.column, rows, 1);
    rules.push(...(column.painted === 'bar' ? bars([range]) : bySymbol(column.painted === 'status' ? STATUS_PAINTS_BY_SYMBOL : FINDING_PAINTS, [range])));
  }
  replaceOwn(sheet, rules);
}

export function paintPage(sheet: Sheet, look: PageLook): void {
  const page = sheet.getRange(1, 1, look.rows, look.columns - 1);
  const kind = sheet.getRange(1, look.columns).getA1Notation().replace(/\d/g, '');
  const rules = Object.entries(PAGE_PAINTS).map(([name, paint]) => rule(paint, [page]).whenFormulaSatisfied(kindFormula(kind, name)).build());
  const statuses = look.statusColumns.map((column) => sheet.getRange(1, column, look.rows, 1));
  replaceOwn(sheet, [...rules, ...counts(sheet, look, kind), ...bySymbol(STATUS_PAINTS_BY_SYMBOL, statuses), ...bars([sheet.getRange(1, look.barColumn, look.rows, 1)])]);
}

/** The counts of the statuses, in the colour of each; 0 has none. */
function counts(sheet: Sheet, look: PageLook, kind: string): Rule[] {
  return STATUSES.map((status, index) => {
    const range = sheet.getRange(1, look.countColumn + index, look.rows, 1);
    const cell = range.getA1Notation().replace(/:.*/, '');
    return rule(STATUS_PAINTS[status], [range]).whenFormulaSatisfied(`=AND($${kind}1="heat",${cell}>0)`).build();
  });
}

const kindFormula = (column: string, kind: string): string => `=$${column}1="${kind}"`;

function bySymbol(paints: Readonly<Record<string, Paint>>, ranges: Range[]): Rule[] {
  return Object.entries(paints).map(([symbol, paint]) => rule(paint, ranges).whenTextStartsWith(`${symbol} `).build());
}

/** A bar begins with a full or an empty piece, without a space behind it. */
function bars(ranges: Range[]): Rule[] {
  return Object.entries(BAR_PAINTS).map(([sign, paint]) => rule(paint, ranges).whenTextStartsWith(sign).build());
}

function rule({ background, font, bold }: Paint, ranges: Range[]) {
  const builder = SpreadsheetApp.newConditionalFormatRule().setRanges(ranges).setFontColor(font).setBold(bold);
  return background === '' ? builder : builder.setBackground(background);
}

/** Google only takes the whole list: people's own rules stay, and stay first, where they win. */
function replaceOwn(sheet: Sheet, own: Rule[]): void {
  const foreign = sheet.getConditionalFormatRules().filter((present) => !isOwn(present));
  sheet.setConditionalFormatRules([...foreign, ...own]);
}

const OWN_TEXTS: ReadonlySet<string> = new Set([
  ...[...Object.keys(STATUS_PAINTS_BY_SYMBOL), ...Object.keys(FINDING_PAINTS)].map((symbol) => `${symbol} `),
  ...BAR_SIGNS,
]);

function isOwn(present: Rule): boolean {
  const condition = present.getBooleanCondition();
  if (!condition) return false;
  const [value] = condition.getCriteriaValues() as unknown[];
  const type = condition.getCriteriaType();
  if (type === SpreadsheetApp.BooleanCriteria.TEXT_STARTS_WITH) return OWN_TEXTS.has(String(value));
  if (type !== SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA) return false;
  if (/^=AND\(\$[A-Z]+1="heat",[A-Z]+1>0\)$/.test(String(value))) return true;
  return Object.keys(PAGE_PAINTS).some((kind) => new RegExp(`^=\\$[A-Z]+1="${kind}"$`).test(String(value)));
}
