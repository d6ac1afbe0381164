/** What the forms and the tree begin with: objectives with their key results, and what there is to choose from. */
import { recognise } from '../../report/vocabulary';
import { isBlank } from '../../rows/grid';
import { readActions } from '../../rows/read';
import type { FormStart } from '../api';
import { quarterOf } from '../cycle';
import { placeOfSetting } from '../settingRows';
import { keyResultItems, objectiveItems, openBook, type Opened } from './items';
import type { Here, Tables } from './tables';
import { decimalMarkOf } from './typed';

export function openForm(tables: Tables, here: Here): FormStart {
  const opened = openBook(tables, here);
  const { settings, kpis } = opened.book;
  const quarter = quarterOf(opened.asOf);
  const keyResults = keyResultItems(opened);
  const objectives = objectiveItems(opened, keyResults);
  const known = new Set(objectives.map(({ id }) => id));
  return {
    language: settings.language,
    me: here.me(),
    asOf: opened.asOf,
    cycle: { name: settings.cycleName || quarter.name, start: settings.cycleStart ?? quarter.start, end: settings.cycleEnd ?? quarter.end },
    teams: teamsOf(opened),
    people: inOrder([...opened.book.objectives.map((one) => one.objective.owner), ...opened.book.keyResults.map((one) => one.keyResult.owner), here.me()]),
    objectives,
    orphans: keyResults.filter(({ id, objectiveId }) => id !== '' && !known.has(objectiveId)).map(({ id }) => id),
    kpis: kpis.filter(({ kpi }) => kpi.id !== '').map(({ kpi }) => ({ id: kpi.id, text: kpi.kpi })),
    actions: readActions(tables.open('actions')?.values ?? [], recognise).rows.map(({ keyResultId }) => keyResultId),
    limits: { objectives: settings.maxObjectives, keyResults: settings.maxKeyResults },
    statusLimits: { onTrackGap: settings.onTrackGap, checkInDays: settings.checkInDays },
    decimalMark: decimalMarkOf(here.locale()),
  };
}

/** Those of the settings first, then those that objectives name besides. */
export function teamsOf({ settings, book }: { readonly settings: Pick<Opened['settings'], 'values'>; readonly book: Pick<Opened['book'], 'objectives'> }): string[] {
  const said = placeOfSetting(settings.values, 'teams')?.cell;
  const listed = isBlank(said) ? [] : String(said).split(/[;\n]/);
  return inOrder([...listed, ...book.objectives.map((one) => one.objective.team)]);
}

/** Each text once, as it first comes. */
export function inOrder(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}
