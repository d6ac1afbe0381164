/** What the sidebar shows, as plain JSON: the figures, the findings with their places, and what was put right. */
import { severityOf, type Finding, type FindingCode, type Severity, type TableName } from '../model/finding';
import { STATUSES, type Language, type Status } from '../model/words';
import { speak } from '../report/messages';
import { sentence } from '../report/findings';
import { overviewOf } from '../report/overview';
import { badge } from '../report/vocabulary';
import { arrange } from './arrange';
import { inputCells, understand, type Book } from './book';
import { locate } from './locate';
import type { NamedCells, SheetPort, Surroundings, WorkbookPort } from './ports';
import { repairText } from './repair';
import { bookOf, writePage } from './setUp';
import { columnName, placesOf, type Places } from './structure';
import type { KeyedTable } from '../rows/columns';

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

type Placed = ReadonlyMap<TableName, { readonly sheet: SheetPort; readonly places: Places }>;

/** What the sidebar shows when it opens; nothing is changed. */
export function openPanel(workbook: WorkbookPort, { language }: Surroundings, most = MOST_FINDINGS): Panel {
  const { tabs } = locate(workbook);
  if (!tabs.has('objectives') || !tabs.has('keyResults') || !tabs.has('settings')) return emptyPanel(language);
  const placed = new Map<TableName, { sheet: SheetPort; places: Places }>();
  for (const [table, tab] of tabs) {
    if (table !== 'dashboard') placed.set(table, { sheet: tab.sheet, places: placesOf(table, tab.values[0] ?? [], tab.values[0]?.length ?? 0) });
  }
  const book = understand((table: KeyedTable) => inputCells(tabs.get(table)?.values ?? [], placed.get(table)?.places.lastInput ?? 0, table));
  return panelOf(book, [], placed, [], most);
}

/** "Check this spreadsheet": puts the structure right without touching data, then lists what people have to mend. */
export function checkPanel(workbook: WorkbookPort, named: NamedCells, surroundings: Surroundings): Panel {
  const before = locate(workbook).tabs;
  if (before.size === 0) throw new Error(speak(surroundings.language)('error.notSetUp'));
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

/** The cell that a finding stands in; a computed column such as the last check-in counts from where the block begins. */
function withPlace(finding: Finding, placed: Placed, language: Language): PanelFinding {
  const one = placed.get(finding.table);
  const column = one?.places.columnOf.get(finding.column) ?? one?.places.columnOf.get('id') ?? 1;
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
