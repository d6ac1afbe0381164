/** What the sidebar shows, as plain JSON: the figures, the findings with their places, and what was put right. */
import { severityOf, type Finding, type FindingCode, type Severity } from '../model/finding';
import { STATUSES, type Language, type Status } from '../model/words';
import { speak } from '../report/onDemand';
import { sentence } from '../report/findings';
import { overviewOf } from '../report/overview';
import { badge } from '../report/vocabulary';
import { arrange } from './arrange';
import { inputCells, understand, type Book } from './book';
import { findingsOfShape, findingsToRepair, type Shape } from './inspect';
import { isEmpty, locate } from './locate';
import type { NamedCells, Surroundings, WorkbookPort } from './ports';
import { repairText } from './repair';
import { bookOf, writePage } from './setUp';
import { placesOf } from './places';
import { columnName } from './structure';
import { TABLES, type KeyedTable } from '../rows/columns';

export interface PanelFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly text: string;
  readonly sheet: string;
  readonly cell: string;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** What stands behind “More” in the sidebar; sidebar/more/entries.tsx says what each one is. */
export type MorePanel = 'schedules' | 'share' | 'close' | 'past' | 'adopt';
/** What a menu item can have the sidebar begin with. */
export type First = 'checkIn' | 'write' | 'review' | 'findings' | MorePanel;

export interface Panel {
  readonly language: Language;
  readonly isSetUp: boolean;
  readonly asOf: string;
  readonly daysLeft: number | null;
  readonly score: number | null;
  readonly expected: number | null;
  readonly counts: readonly { readonly status: Status; readonly label: string; readonly count: number }[];
  readonly totals: Readonly<Record<Severity, number>>;
  readonly findings: readonly PanelFinding[];
  readonly repairs: readonly string[];
}

/** More than this nobody reads in one sitting; the totals tell how many there are. */
const MOST_FINDINGS = 100;

type Placed = ReadonlyMap<KeyedTable, Shape>;

/** What the sidebar shows when it opens; nothing is changed. */
export function openPanel(workbook: WorkbookPort, { language }: Surroundings, most = MOST_FINDINGS): Panel {
  const { tabs } = locate(workbook);
  if (!tabs.has('objectives') || !tabs.has('keyResults') || !tabs.has('settings')) return emptyPanel(language);
  const placed = new Map<KeyedTable, Shape>();
  for (const [table, { sheet, values }] of tabs) if (table !== 'dashboard') placed.set(table, { sheet, values, places: placesOf(table, values[0] ?? [], []) });
  const book = understand((table) => inputCells(placed.get(table)?.values ?? [], placed.get(table)?.places.lastInput ?? 0, table));
  return panelOf(book, [...findingsToRepair(placed, new Set(tabs.keys())), ...findingsOfShape(placed)], placed, [], most);
}

/** "Check this spreadsheet": puts the structure right without touching data, then lists what people have to mend. */
export function checkPanel(workbook: WorkbookPort, named: NamedCells, surroundings: Surroundings): Panel {
  if ([...locate(workbook).tabs.values()].every(isEmpty)) throw new Error(speak(surroundings.language)('error.notSetUp'));
  const arranged = arrange(workbook, surroundings);
  const book = bookOf(arranged);
  writePage(arranged, book, named, surroundings.now);
  const { language } = arranged.settings;
  return panelOf(book, arranged.findings, arranged.tables, arranged.repairs.map((repair) => repairText(repair, language)));
}

function emptyPanel(language: Language): Panel {
  const totals = { error: 0, warning: 0, advice: 0 };
  return { language, isSetUp: false, asOf: '', daysLeft: null, score: null, expected: null, counts: [], totals, findings: [], repairs: [] };
}

function panelOf(book: Book, structural: readonly Finding[], placed: Placed, repairs: readonly string[], most = MOST_FINDINGS): Panel {
  const { settings } = book;
  const overview = overviewOf(book.objectives, book.keyResults, settings);
  const findings = [...structural, ...book.findings];
  const totals = { error: 0, warning: 0, advice: 0 };
  for (const finding of findings) totals[severityOf(finding)] += 1;
  const order: readonly Severity[] = ['error', 'warning', 'advice'];
  const shown = order.flatMap((severity) => findings.filter((finding) => severityOf(finding) === severity)).slice(0, most);
  return {
    language: settings.language,
    isSetUp: true,
    asOf: settings.asOf ?? '',
    daysLeft: overview.daysLeft ?? null,
    score: overview.score ?? null,
    expected: overview.expected ?? null,
    counts: STATUSES.map((status) => ({ status, label: badge(status, settings.language), count: overview.counts[status] })),
    totals,
    findings: shown.map((finding) => withPlace(finding, placed, settings.language)),
    repairs,
  };
}

/** The cell that a finding stands in; the columns of the computed block count from where it begins. */
function withPlace(finding: Finding, placed: Placed, language: Language): PanelFinding {
  const one = finding.table === 'dashboard' ? undefined : placed.get(finding.table);
  const column = one && finding.table !== 'dashboard' ? columnOf(finding, finding.table, one) : 1;
  return {
    code: finding.code,
    severity: severityOf(finding),
    text: sentence(finding, language),
    sheet: one?.sheet.name ?? '',
    cell: `${columnName(column)}${finding.row}`,
    sheetId: one?.sheet.id ?? 0,
    row: finding.row,
    column,
  };
}

/** What concerns a column without being in a row names it among its facts; what concerns a whole row stands at its id. */
function columnOf({ column, facts }: Finding, table: KeyedTable, { places }: Shape): number {
  const key = column === '' ? String(facts['column'] ?? '') : column;
  const filled = places.columnOf.get(key);
  if (filled !== undefined) return filled;
  const computed = TABLES[table].computed.findIndex((one) => one.key === key);
  return computed >= 0 ? places.block + computed : (places.columnOf.get('id') ?? 1);
}

/** What the check put right, or that there was nothing, for those who asked from the menu. */
export function repairsOf({ language, repairs }: Panel): { readonly title: string; readonly text: string } {
  const say = speak(language);
  return { title: say('menu.check'), text: repairs.length === 0 ? say('setUp.again') : repairs.join(' · ') };
}
