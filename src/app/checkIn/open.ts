/** What the check-in panel begins with, and the history of one key result. */
import type { CheckInStart, HistoryPoint, KeyResultItem } from '../api';
import { readHeader } from '../../rows/grid';
import { keyResultItems, openBook, textOf } from '../form/items';
import { openTable, type Here, type Tables } from '../form/tables';
import { checkInsOf } from './log';

export function openCheckIn(tables: Tables, here: Here): CheckInStart {
  const opened = openBook(tables, here);
  const me = here.me();
  const { settings } = opened.book;
  const { onTrackGap, atRiskGap, checkInDays } = settings;
  const all = keyResultItems(opened).filter((one) => one.id !== '');
  return {
    language: settings.language,
    me,
    asOf: opened.asOf,
    mine: all.filter((one) => isMine(one, me)),
    all,
    objectives: opened.book.objectives.map(({ objective }) => ({ id: objective.id, text: objective.objective, team: objective.team, kind: objective.kind, dueDate: objective.dueDate ?? settings.cycleEnd ?? '' })),
    thresholds: { onTrackGap, atRiskGap, checkInDays },
    known: { me, timeZone: here.timeZone(), locale: here.locale(), checkIns: opened.checkIns.corner().sheetId },
  };
}

const isMine = ({ responsible }: KeyResultItem, me: string): boolean => me !== '' && responsible.toLowerCase() === me.toLowerCase();

/** The check-ins of a key result, oldest first. */
export function historyOf(tables: Tables, here: Here, keyResultId: string): HistoryPoint[] {
  const { values } = openTable(tables, 'checkIns', here);
  const { at } = readHeader(values, 'checkIns');
  return checkInsOf(values, keyResultId).map((one) => {
    const text = (key: string): string => textOf(values[one.row - 1]?.[at.get(key) ?? -1]);
    return {
      at: /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(one.at) && !one.at.endsWith('Z') ? one.at : one.day, // a date cell tells the day, not the hour
      author: text('author'),
      value: one.value ?? null,
      confidence: one.confidence ?? null,
      progress: text('progress'),
      blockers: text('blockers'),
    };
  });
}
