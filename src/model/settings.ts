/** What a workbook is set to when nobody has said otherwise, with the reason for each value. */
import type { Settings } from './okr';

export const DEFAULT_SETTINGS: Settings = {
  cycleName: '',
  cycleStart: undefined,
  cycleEnd: undefined,
  asOf: undefined,
  asOfPinned: false,
  language: 'en',
  // Peers ask for 0.05 to 0.25 before they warn; a tenth is about nine days of a quarter.
  onTrackGap: 0.1,
  atRiskGap: 0.25,
  // Published advice is 2 to 5 objectives and at most 4 to 6 key results; past five nobody remembers them.
  maxObjectives: 5,
  maxKeyResults: 5,
  // Users ask to see what nobody touched for two weeks.
  checkInDays: 14,
  kpiWatchBand: 0.1,
  rollUp: 'key results',
  objectiveStatus: 'own score',
  // One may have been a holiday.
  missedReviews: 2,
  reviewStarted: undefined,
};
