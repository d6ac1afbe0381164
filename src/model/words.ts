/** The closed lists of words that cells may hold: measures, kinds, levels, states, statuses and the rest. */

export const MEASURES = ['Increase', 'Decrease', 'At least', 'At most', 'Milestone'] as const;
export type Measure = (typeof MEASURES)[number];

export const KINDS = ['Committed', 'Aspirational'] as const;
export type Kind = (typeof KINDS)[number];

export const LEVELS = ['Company', 'Department', 'Team', 'Individual'] as const;
export type Level = (typeof LEVELS)[number];

export const PRIORITIES = ['High', 'Medium', 'Low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How check-ins make the current value: the newest, their total, or their mean. */
export const READINGS = ['last', 'sum', 'average'] as const;
export type Reading = (typeof READINGS)[number];

export const STATES = ['To do', 'In progress', 'Blocked', 'Done'] as const;
export type State = (typeof STATES)[number];

export const FREQUENCIES = ['Daily', 'Weekly', 'Monthly', 'Quarterly', 'Yearly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const STATUSES = ['Complete', 'On track', 'At risk', 'Off track', 'Not started', 'No data'] as const;
export type Status = (typeof STATUSES)[number];

export const HEALTHS = ['Healthy', 'Watch', 'Unhealthy', 'No data'] as const;
export type Health = (typeof HEALTHS)[number];

/** What an objective's score is made of. */
export const ROLL_UPS = ['key results', 'supporting objectives', 'both'] as const;
export type RollUp = (typeof ROLL_UPS)[number];

/** What an objective's status is made of. */
export const STATUS_BASES = ['own score', 'worst key result'] as const;
export type StatusBasis = (typeof STATUS_BASES)[number];

export const LANGUAGES = ['en', 'th', 'vi', 'pl'] as const;
export type Language = (typeof LANGUAGES)[number];
