/** How a sheet looks and what its cells accept, declared from its columns; src/google paints it. */
import { LANGUAGES, type Health, type Language, type Status } from '../model/words';
import type { Column } from '../rows/columns';
import type { PageChart } from '../report/dashboard';
import { recognise, say, type Word } from '../report/vocabulary';
import { speak, type AnyKey } from '../report/onDemand';

/** What a cell may hold. Everything is accepted with a warning: what somebody types is never lost, and the findings say what is wrong. */
export type InputCheck =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'ids'; readonly sheetId: number; readonly column: number }
  | { readonly kind: 'email' }
  | { readonly kind: 'day' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number };

export interface ColumnLook {
  readonly column: number;
  readonly width: number;
  readonly format: string | undefined;
  readonly align: 'left' | 'center' | 'right';
  readonly computed: boolean;
  /** The column was just made, so all of its look is ours to choose. */
  readonly isNew: boolean;
  readonly note: string;
  /** The note in every language: what stands there now is ours only if it is one of these. */
  readonly notes: readonly string[];
  readonly check: InputCheck | undefined;
  readonly checkHelp: string;
  /** Coloured by the symbol that its text begins with. */
  readonly painted: 'status' | 'findings' | 'bar' | undefined;
}

export interface Look {
  readonly columns: readonly ColumnLook[];
  readonly firstDataRow: number;
  readonly tabColor: string;
  /** Columns that stay in sight when scrolling to the right, for a sheet that was just made. */
  readonly frozenColumns: number | undefined;
  readonly block: { readonly column: number; readonly columns: number; readonly description: string; readonly formerDescriptions: readonly string[] } | undefined;
}

/**
 * Formats that read the same in every locale; ids and moments are text, so that 1-2 does not become a date. Columns of numbers have none: people
 * show their figures as currency or per cent, and that is theirs.
 */
const FORMATS: Readonly<Partial<Record<Column['kind'], string>>> = {
  id: '@',
  text: '@',
  owner: '@',
  link: '@',
  moment: '@',
  plan: '@',
  bar: '@',
  choice: '@',
  status: '@',
  findings: '@',
  day: 'yyyy-mm-dd',
  score: '0.00',
  pace: '0.0##',
};

const RIGHT: ReadonlySet<Column['kind']> = new Set(['number', 'value', 'pace']);
const CENTRE: ReadonlySet<Column['kind']> = new Set(['day', 'id', 'moment', 'weight', 'confidence', 'score']);

/** Any number that a metric may have; a spreadsheet has no check for "is a number" alone. */
const ANY_NUMBER = 1e15;

export interface LookContext {
  /** The words that stand in a column already. */
  readonly usedIn: (key: string) => readonly string[];
  readonly language: Language;
  readonly teams: readonly string[];
  /** Where the ids of objectives and key results stand, for drop-downs of ids. */
  readonly objectiveIds: { readonly sheetId: number; readonly column: number } | undefined;
  readonly keyResultIds: { readonly sheetId: number; readonly column: number } | undefined;
}

export function columnLook(column: Column, position: number, computed: boolean, isNew: boolean, context: LookContext): ColumnLook {
  const say = speak(context.language);
  const check = computed ? undefined : checkOf(column, context);
  return {
    column: position,
    width: column.width,
    format: FORMATS[column.kind],
    align: RIGHT.has(column.kind) ? 'right' : CENTRE.has(column.kind) ? 'center' : 'left',
    computed,
    isNew,
    note: noteOf(column, computed, context.language),
    notes: LANGUAGES.map((language) => noteOf(column, computed, language)).filter((note) => note !== ''),
    check,
    checkHelp: check ? say(HELP_OF_CHECK[check.kind === 'number' ? numberHelp(column) : check.kind]) : '',
    painted: column.kind === 'status' || column.kind === 'findings' || column.kind === 'bar' ? column.kind : undefined,
  };
}

/** The words of the language first; a word that somebody chose in another language is understood too, so it is no mistake. */
function choicesOf(choices: readonly string[], language: Language, used: readonly string[]): string[] {
  const own = choices.map((choice) => say(choice as Word, language));
  const others = used.filter((word) => !own.includes(word) && recognise(word, choices) !== undefined);
  return [...own, ...new Set(others)];
}

const HELP_OF_CHECK = {
  list: 'validation.choice',
  ids: 'validation.id',
  email: 'validation.owner',
  day: 'validation.day',
  number: 'validation.number',
  weight: 'validation.weight',
  confidence: 'validation.confidence',
} as const satisfies Record<string, AnyKey>;

const numberHelp = ({ kind }: Column) => (kind === 'weight' || kind === 'confidence' ? kind : 'number');

function checkOf({ key, kind, choices }: Column, context: LookContext): InputCheck | undefined {
  if (choices) return { kind: 'list', values: choicesOf(choices, context.language, context.usedIn(key)) };
  if (key === 'team') return context.teams.length > 0 ? { kind: 'list', values: context.teams } : undefined;
  if (key === 'objective_id') return context.objectiveIds && { kind: 'ids', ...context.objectiveIds };
  if (key === 'key_result_id' || key === 'linked_to') return context.keyResultIds && { kind: 'ids', ...context.keyResultIds };
  if (kind === 'owner') return { kind: 'email' };
  if (kind === 'day') return { kind: 'day' };
  if (kind === 'number') return { kind: 'number', least: -ANY_NUMBER, most: ANY_NUMBER };
  if (kind === 'weight') return { kind: 'number', least: 0, most: ANY_NUMBER };
  if (kind === 'confidence') return { kind: 'number', least: 1, most: 5 };
  return undefined; // free text, and the current value, which may be TRUE or done for a milestone
}

type HelpKey = Extract<AnyKey, `help.${string}`>;

/** Columns whose label says all need no help. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'objective', 'level', 'owner', 'parent', 'kind', 'weight', 'start_date', 'due_date', 'objective_id', 'key_result', 'measure', 'start', 'target',
  'current', 'confidence', 'plan', 'reading', 'source', 'depends_on', 'effort', 'frequency', 'linked_to',
]);

function noteOf({ key }: Column, computed: boolean, language: Language): string {
  if (computed) return speak(language)('help.computed');
  return EXPLAINED.has(key) ? speak(language)(`help.${key}` as HelpKey) : '';
}

/** Colours that keep a contrast of at least 4.5 to 1 and differ in lightness too, for the colour-blind and for print. */
export interface Paint {
  /** '' leaves the cell's own. */
  readonly background: string;
  readonly font: string;
  readonly bold: boolean;
}

export const STATUS_PAINTS: Readonly<Record<Status | Health, Paint>> = {
  Complete: { background: '#cfe2f8', font: '#0b3a75', bold: true },
  'On track': { background: '#d9f0e0', font: '#0b5730', bold: false },
  Healthy: { background: '#d9f0e0', font: '#0b5730', bold: false },
  'At risk': { background: '#ffecb5', font: '#694100', bold: false },
  Watch: { background: '#ffecb5', font: '#694100', bold: false },
  'Off track': { background: '#b3261e', font: '#ffffff', bold: true },
  Unhealthy: { background: '#b3261e', font: '#ffffff', bold: true },
  'Not started': { background: '#eceff1', font: '#454f55', bold: false },
  'No data': { background: '#ffffff', font: '#5f6368', bold: false },
};

/** The dashboard's look; the rows take theirs from the kind that stands in the hidden last column. */
export interface PageLook {
  readonly rows: number;
  readonly columns: number;
  readonly widths: readonly number[] | undefined; // only when the sheet was just made
  readonly tabColor: string;
  readonly scoreColumns: readonly number[];
  readonly dateCells: readonly { readonly row: number; readonly column: number }[];
  readonly statusColumns: readonly number[];
  readonly barColumn: number;
  readonly dayCells: { readonly row: number; readonly column: number; readonly rows: number };
  /** The first of the columns with the counts of the statuses, in their order. */
  readonly countColumn: number;
  readonly cardRow: number;
  readonly countHeads: number;
  readonly chartColumn: number;
  /** Made only when the sheet was: afterwards they belong to people, and the cells that they draw are written with the others. */
  readonly charts: readonly PageChart[];
  readonly filterRow: number;
  readonly filters: readonly { readonly column: number; readonly check: InputCheck; readonly help: string }[];
}
