/** Settings as read: what is missing or cannot be used has its usual value, the latter with a finding. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/model/settings';
import { recognise } from '../../src/report/vocabulary';
import { readSettings } from '../../src/rows/readSettings';
import { settingRows, sheet, type Row } from '../examples/sheets';

const read = (values: Row) => readSettings(sheet('settings', settingRows(values)), recognise);

test('no settings at all are the usual ones', () => {
  for (const cells of [[], [['']], sheet('settings', [])]) {
    expect(readSettings(cells, recognise)).toMatchObject({ settings: DEFAULT_SETTINGS });
    expect(readSettings(cells, recognise).findings.all()).toEqual([]);
  }
});

test.each<[Row, object]>([
  [{ as_of: '2026-11-15' }, { asOf: '2026-11-15' }],
  [{ as_of: new Date('2026-11-14T17:00:00Z') }, { asOf: '2026-11-15' }],
  [{ ' AS_OF ': '2026-11-15' }, { asOf: '2026-11-15' }],
  [{ cycle_name: '2026-Q4', cycle_start: '2026-10-01', cycle_end: '2026-12-31' }, { cycleName: '2026-Q4', cycleStart: '2026-10-01', cycleEnd: '2026-12-31' }],
  [{ language: 'Polski' }, { language: 'pl' }],
  [{ language: 'th_TH' }, { language: 'th' }],
  [{ on_track_gap: 0, at_risk_gap: 0.3, kpi_watch_band: 0.05 }, { onTrackGap: 0, atRiskGap: 0.3, kpiWatchBand: 0.05 }],
  [{ max_objectives: 3, max_key_results: 1, check_in_days: 7 }, { maxObjectives: 3, maxKeyResults: 1, checkInDays: 7 }],
  [{ roll_up: 'both' }, { rollUp: 'both' }],
  [{ roll_up: 'cele wspierające' }, { rollUp: 'supporting objectives' }],
  [{ objective_status: 'Worst key result' }, { objectiveStatus: 'worst key result' }],
  [{ on_track_gap: '', language: ' ', as_of: null }, {}],
  [{ as_of_pinned: 'yes' }, { asOfPinned: true }],
  [{ as_of_pinned: true }, { asOfPinned: true }],
  [{ as_of_pinned: 'x' }, { asOfPinned: true }],
  [{ as_of_pinned: false }, {}],
  [{ as_of_pinned: ' Nie ' }, {}],
  [{ as_of_pinned: 0 }, {}],
  [{ something_else: 5 }, {}],
])('%o', (values, wanted) => {
  expect(read(values).settings).toEqual({ ...DEFAULT_SETTINGS, ...wanted });
  expect(read(values).findings.all()).toEqual([]);
});

describe('what cannot be used', () => {
  test.each<[Row, string]>([
    [{ on_track_gap: -0.1 }, 'notASetting'],
    [{ on_track_gap: 'wide' }, 'notANumber'],
    [{ max_objectives: 0 }, 'notASetting'],
    [{ check_in_days: 0.5 }, 'notASetting'],
    [{ language: 'Klingon' }, 'notASetting'],
    [{ roll_up: 'everything' }, 'notAChoice'],
    [{ objective_status: 5 }, 'notAChoice'],
    [{ as_of: 'today' }, 'notADay'],
    [{ as_of: '2026-02-31' }, 'notADay'],
    [{ cycle_end: '2569-12-31' }, 'buddhistYear'],
    [{ as_of: '#REF!' }, 'errorValue'],
  ])('%o has its usual value and the finding %s', (values, code) => {
    const { settings, findings } = read(values);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(findings.all()).toMatchObject([{ code, table: 'settings', row: 3, column: 'value' }]);
  });
});

test('the first row of a key counts, and its place is known', () => {
  const cells = sheet('settings', [{}, { key: 'language', value: 'pl' }, { key: 'language', value: 'th' }]);
  const { settings, rowOf } = readSettings(cells, recognise);
  expect([settings.language, rowOf.get('language')]).toEqual(['pl', 4]);
});
