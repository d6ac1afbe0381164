/** A whole year of a small company, with every number that must come out, worked out by hand. */

/** Weekly values of one key result in one quarter, by the day they were checked in; the last one is the final value. */
export interface Quarter {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly closedOn: string;
  /** Values of the three key results on some of the 13 Mondays of the quarter; '' is a week in which nobody checked in. */
  readonly weeks: readonly (readonly [day: string, orders: number | '', complaints: number | '', interviews: number | ''])[];
  readonly finals: readonly [orders: number, complaints: number, interviews: number];
  /** Where the quarter began: orders from there to 400, complaints from there to 10, interviews from 0 to 12. */
  readonly starts: readonly [orders: number, complaints: number];
  readonly scores: readonly [orders: number, complaints: number, interviews: number];
  readonly objectives: readonly [growth: number, listening: number];
  readonly mean: number;
  /** The mean as people see it, half up. */
  readonly shown: string;
}

/*
 * Orders rise from 100 to 400, complaints fall from 50 to 10, both belong to "growth"; interviews are added up to 12 and belong to "listening".
 *
 * Q1  orders 100 → 160: (160 - 100) / (400 - 100) = 0.2     complaints 50 → 40: (50 - 40) / (50 - 10) = 0.25    growth (0.2 + 0.25) / 2 = 0.225
 *     interviews 2 + 3 + 1 = 6 of 12 = 0.5                                                                       mean (0.225 + 0.5) / 2 = 0.3625
 * Q2  orders 160 → 280: 120 / 240 = 0.5                     complaints 40 → 25: 15 / 30 = 0.5                    growth 0.5
 *     interviews 4 + 4 + 1 = 9 of 12 = 0.75                                                                      mean 0.625
 * Q3  orders 280 → 250, backwards: 0                        complaints 25 → 22: 3 / 15 = 0.2                     growth 0.1
 *     interviews 3 of 12 = 0.25                                                                                  mean 0.175
 * Q4  orders 250 → 400: reached, 1                          complaints 22 → 13: 9 / 12 = 0.75                    growth 0.875
 *     interviews 6 + 6 = 12 of 12 = 1                                                                            mean 0.9375
 */
export const QUARTERS: readonly Quarter[] = [
  {
    name: '2026-Q1', start: '2026-01-01', end: '2026-03-31', closedOn: '2026-04-01',
    weeks: [['2026-01-12', 110, 48, 2], ['2026-01-26', 120, 47, ''], ['2026-02-09', 130, '', 3], ['2026-02-23', '', 43, ''], ['2026-03-16', 160, 40, 1]],
    finals: [160, 40, 6], starts: [100, 50], scores: [0.2, 0.25, 0.5], objectives: [0.225, 0.5], mean: 0.3625, shown: '0.36',
  },
  {
    name: '2026-Q2', start: '2026-04-01', end: '2026-06-30', closedOn: '2026-07-01',
    weeks: [['2026-04-13', 190, 38, 4], ['2026-05-11', 220, 30, 4], ['2026-06-22', 280, 25, 1]],
    finals: [280, 25, 9], starts: [160, 40], scores: [0.5, 0.5, 0.75], objectives: [0.5, 0.75], mean: 0.625, shown: '0.63',
  },
  {
    name: '2026-Q3', start: '2026-07-01', end: '2026-09-30', closedOn: '2026-10-01',
    weeks: [['2026-07-13', 270, 24, ''], ['2026-08-24', 250, 22, 3]],
    finals: [250, 22, 3], starts: [280, 25], scores: [0, 0.2, 0.25], objectives: [0.1, 0.25], mean: 0.175, shown: '0.18',
  },
  {
    name: '2026-Q4', start: '2026-10-01', end: '2026-12-31', closedOn: '2027-01-01',
    weeks: [['2026-10-12', 300, 18, 6], ['2026-11-16', 350, 15, 6], ['2026-12-28', 400, 13, '']],
    finals: [400, 13, 12], starts: [250, 22], scores: [1, 0.75, 1], objectives: [0.875, 1], mean: 0.9375, shown: '0.94',
  },
];

/**
 * Check-ins are due every 14 days from the first day of a quarter. Q1 has 90 days and six spans, begun on 1, 15, 29 January, 12, 26 February and
 * 12 March. Orders: 12, 26 January, 9 February, 16 March are in spans 1, 2, 3, 6: four; complaints: 12, 26 January, 23 February, 16 March in 1, 2, 4, 6:
 * four; interviews: 12 January, 9 February, 16 March in 1, 3, 6: three. So 11 of 18.
 */
export const DISCIPLINE_Q1 = 11 / 18;

/** On 15 February 2026 orders were 130 (0.1), complaints 47 (3 / 40 = 0.075), interviews 5 of 12: growth 0.0875, listening 5 / 12. */
export const ON_15_FEBRUARY = { growth: 0.0875, listening: 5 / 12, mean: (0.0875 + 5 / 12) / 2 };
