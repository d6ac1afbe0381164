/** Start of a review: the day goes into the settings, and the cells of confidence ask for one; a check-in takes the note away again. */
import type { Day } from '../../model/day';
import { reviewNote } from '../../report/mail/reminder';
import { speak } from '../../report/onDemand';
import { recognise } from '../../report/vocabulary';
import { FIRST_DATA_ROW } from '../../rows/columns';
import { readSettings } from '../../rows/readSettings';
import { columnOf, type TableRows } from '../form/tables';
import { placeOfSetting } from '../settingRows';
import { openDesk, type Desk } from './desk';
import type { NotesPort, Services } from './ports';

/** Writes the day, and into what was read too, so that everything understood from it knows of the review. */
export function startReview({ here }: Pick<Services, 'here'>, settings: TableRows, today: Day): void {
  const place = placeOfSetting(settings.values, 'review_started');
  if (!place) throw new Error(speak(here.language())('rhythm.noRow', { key: 'review_started' }));
  settings.write(place.row, place.column, [[today]]);
  const row = settings.values[place.row - 1];
  if (row) row[place.column - 1] = today;
}

/** Every line of ours begins with it, so that people's own lines in the same note stay. */
const SIGN = '◷ ';

/** Gives the key results in review their note and takes it from the others; answers whether any is left. */
export function markReview(notes: NotesPort, { book, keyResults }: Desk): boolean {
  const { reviewStarted, language } = book.settings;
  const column = columnOf(keyResults, 'keyResults', 'confidence');
  const rows = keyResults.values.length - FIRST_DATA_ROW + 1;
  if (column === undefined || rows < 1) return false;
  const inReview = new Set(book.findings.filter(({ code }) => code === 'inReview').map(({ row }) => row));
  const wanted = new Map<number, string>();
  for (const one of book.keyResults) {
    const { row } = one.keyResult;
    if (reviewStarted !== undefined && inReview.has(row)) wanted.set(row - FIRST_DATA_ROW, SIGN + reviewNote(one, reviewStarted, language).replace(/\n/g, `\n${SIGN}`));
  }
  notes.change(column, rows, (present) => present.map((note, index) => noteWith(note, wanted.get(index))));
  return wanted.size > 0;
}

/** After a check-in: takes our notes from the key results that it answered. Where no review was ever started, nothing is read but the settings. */
export function takeBackNotes(services: Services): void {
  const settings = services.tables.open('settings');
  if (!settings || readSettings(settings.values, recognise).settings.reviewStarted === undefined) return;
  services.alone(() => markReview(services.notes, openDesk(services, settings)));
}

function noteWith(present: string, ours: string | undefined): string {
  const own = present.split('\n').filter((line) => !line.startsWith(SIGN));
  if (ours === undefined) return own.length === present.split('\n').length ? present : own.join('\n');
  return [...own.filter((line) => line !== ''), ours].join('\n');
}
