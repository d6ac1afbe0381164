/** Copies rows that the sidebar read from a foreign table into the workbook: once per reference, whatever fails on the way. */
import type { Language } from '../../model/words';
import { speak } from '../../report/onDemand';
import { say, type Word } from '../../report/vocabulary';
import { TABLES } from '../../rows/columns';
import type { AdoptCopied, AdoptedObjective } from '../api';
import { withSave, type GivenStore } from '../form/given';
import { quoted } from '../form/limits';
import type { Highest } from '../ids';
import type { Tab } from '../locate';
import type { Surroundings, WorkbookPort } from '../ports';
import { append, columnsIn, isFreeFor, rowBelow, type Appendable, type Fields } from './append';
import { checkedRows } from './check';
import { giveIds, numberingFor, takenIds, type Numbering } from './ids';
import type { AdoptMemory, AdoptPort, Begun, Copied } from './ports';
import { knownObjectives, openReady, type Ready } from './sheets';

/** A retry comes within minutes; more copies than this are not made meanwhile. */
const COPIES_REMEMBERED = 30;
const LONGEST_REF = 100;

export interface Ports {
  readonly workbook: WorkbookPort;
  readonly adopting: AdoptPort;
  readonly given: GivenStore;
}

/** To be called by one person at a time. The same reference is the same copy: the second call adds nothing. */
export function copyAdopted({ workbook, adopting, given }: Ports, surroundings: Surroundings, rows: unknown, ref: string): AdoptCopied {
  const name = ref.slice(0, LONGEST_REF);
  if (name === '') throw new Error('A copy needs a reference, the same for every try of it.');
  const memory = adopting.remembered();
  const before = memory.done.find((one) => one.ref === name);
  if (before) return { objectives: before.objectives, keyResults: before.keyResults };
  const ready = openReady(workbook, surroundings);
  const objectives = checkedRows(rows, speak(ready.language));
  const known = new Set(knownObjectives(ready).map(({ id }) => id));
  for (const { existing: id } of objectives) if (id !== undefined && !known.has(id)) throw new Error(speak(ready.language)('adopt.objectiveGone', { id: quoted(id) }));
  const copied = write(ready, objectives, adopting, given, memory, name);
  return { objectives: copied.objectives, keyResults: copied.keyResults };
}

interface Rows {
  readonly objectives: readonly Fields[];
  readonly keyResults: readonly Fields[];
  readonly newest: Highest;
}

function write({ located, tabs, language }: Ready, objectives: readonly AdoptedObjective[], adopting: AdoptPort, store: GivenStore, memory: AdoptMemory, ref: string): Copied {
  if (!isWhole('objectives', tabs.objectives) || !isWhole('keyResults', tabs.keyResults)) throw new Error(speak(language)('adopt.needsCheck'));
  if (objectives.every(({ existing, keyResults }) => existing !== undefined && keyResults.length === 0)) throw new Error(speak(language)('adopt.nothing'));
  const taken = takenIds(located.tabs);
  const given = store.read();
  const plan = (numbering: Numbering): Rows => rowsOf(objectives, numbering, taken, given.highest, language);
  const digest = digestOf(JSON.stringify(objectives));
  const left = memory.begun?.ref === ref ? leftOf(memory.begun, digest, plan(memory.begun), taken, tabs, language) : undefined;
  const numbering = left ?? numberingFor(objectives, taken, given.highest);
  const rows = plan(numbering);
  const begun: Begun = left ?? {
    ref, digest, ...numbering,
    objectivesRow: rowBelow('objectives', tabs.objectives),
    keyResultsRow: rowBelow('keyResults', tabs.keyResults),
    firstKeyResult: String(rows.keyResults[0]?.['id'] ?? ''),
  };
  if (!left) adopting.remember({ ...memory, begun });
  if ((given.highest['O'] ?? 0) < (rows.newest['O'] ?? 0) || Object.keys(rows.newest).length > 1) store.write(withSave(given, { ref: '', objectiveId: '', keyResultIds: [] }, rows.newest));
  const put = (table: Appendable, row: number): void => append(table, tabs[table], adopting, isFreeFor(table, tabs[table], row, rows[table]) ? row : rowBelow(table, tabs[table]), rows[table]);
  if (!left?.hasObjectives) put('objectives', begun.objectivesRow);
  if (!left?.hasKeyResults) put('keyResults', begun.keyResultsRow);
  const copied = { ref, objectives: rows.objectives.length, keyResults: rows.keyResults.length };
  adopting.remember({ done: [...memory.done, copied].slice(-COPIES_REMEMBERED) });
  return copied;
}

interface Left extends Begun {
  readonly hasObjectives: boolean;
  readonly hasKeyResults: boolean;
}

/** What a try that was cut off has done already; undefined when it is as good as never begun. */
function leftOf(begun: Begun, digest: string, planned: Rows, taken: ReadonlySet<string>, tabs: Readonly<Record<Appendable, Tab>>, language: Language): Left | undefined {
  const present = idsAndTexts('objectives', tabs.objectives, 'objective');
  const there = planned.objectives.filter(({ id, objective }) => present.get(String(id)) === objective);
  const hasKeyResults = begun.firstKeyResult !== '' && idsAndTexts('keyResults', tabs.keyResults, 'key_result').get(begun.firstKeyResult) === planned.keyResults[0]?.['key_result'];
  if (there.length === 0 && !hasKeyResults) {
    const isFree = planned.objectives.every(({ id }) => !taken.has(String(id).toLowerCase()));
    return begun.digest === digest && isFree ? { ...begun, hasObjectives: false, hasKeyResults: false } : undefined;
  }
  // The rows that were copied belong to what the source was then; to go on with what it is now would mix the two.
  if (begun.digest !== digest || there.length < planned.objectives.length) throw new Error(speak(language)('adopt.half', { ids: there.map(({ id }) => String(id)).join(', ') }));
  return { ...begun, hasObjectives: true, hasKeyResults };
}

function idsAndTexts(table: Appendable, tab: Tab, textKey: string): ReadonlyMap<string, unknown> {
  const columns = columnsIn(table, tab);
  const at = (key: string): number => (columns.get(key) ?? 0) - 1;
  return new Map(tab.values.map((row) => [String(row[at('id')] ?? ''), row[at(textKey)]]));
}

/** The rows as they are written: with IDs, and the words of closed lists in the workbook's language, as its drop-downs have them. */
function rowsOf(objectives: readonly AdoptedObjective[], numbering: Numbering, taken: ReadonlySet<string>, before: Highest, language: Language): Rows {
  const ids = giveIds(objectives, numbering, taken, before);
  const inLanguage = (table: Appendable, fields: Fields): Fields => {
    const said: Record<string, Fields[string]> = { ...fields };
    for (const { key, kind } of TABLES[table].filled) if (kind === 'choice' && said[key] !== undefined) said[key] = say(said[key] as Word, language);
    return said;
  };
  return {
    newest: ids.newest,
    objectives: objectives.flatMap(({ existing, fields }, index) => (existing === undefined ? [{ ...inLanguage('objectives', fields), id: ids.objectives[index] }] : [])),
    keyResults: objectives.flatMap(({ keyResults }, index) =>
      keyResults.map(({ fields }, place) => ({ ...inLanguage('keyResults', fields), id: ids.keyResults[index]?.[place], objective_id: ids.objectives[index] })),
    ),
  };
}

/** Without these columns a copied row would be lost among the others. */
function isWhole(table: Appendable, tab: Tab): boolean {
  const present = columnsIn(table, tab);
  return (table === 'objectives' ? ['id', 'objective'] : ['id', 'objective_id', 'key_result']).every((key) => present.has(key));
}

/** FNV-1a: enough to notice that a source is no longer what it was. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(36)}`;
}
