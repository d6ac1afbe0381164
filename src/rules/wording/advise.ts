/** Advice on how an objective or a key result is worded: which rules it breaks, with the words that break them. */
import { SEVERITIES, type FindingCode } from '../../model/finding';
import type { KeyResult } from '../../model/okr';
import { adviseOnKeyResult } from './keyResult';
import { adviseOnObjective } from './objective';
import { Reading } from './read';

export const WORDING_CODES = [
  'objectiveSaysNothing',
  'objectiveIsTask',
  'objectiveHasMetric',
  'objectiveNamesMetric',
  'objectiveTooLong',
  'keyResultActivity',
  'keyResultNoNumber',
  'keyResultVague',
  'percentageNoBase',
  'keyResultNoBaseline',
] as const satisfies readonly FindingCode[];
export type WordingCode = (typeof WORDING_CODES)[number];

/** `must`: as it stands it is no objective or key result. `advice`: it would be better otherwise. */
export type WordingSeverity = 'must' | 'advice';

export interface WordingFinding {
  readonly code: WordingCode;
  readonly severity: WordingSeverity;
  /** `words`: what the finding is about, as written; `count` and `limit` for lengths. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export const WORDING_KINDS = ['objective', 'key result'] as const;
export type WordingKind = (typeof WORDING_KINDS)[number];

/** What the row says beside the text; where start and target stand there, the text need not repeat them. */
export type Beside = Partial<Pick<KeyResult, 'measure' | 'start' | 'target' | 'unit'>>;

/** What is to be said about a text, what must change first, as the rules stand in that order; nothing for a blank one. */
export function adviseOn(text: string, kind: WordingKind, beside: Beside = {}): WordingFinding[] {
  if (text.trim() === '') return [];
  const reading = new Reading(text);
  const found = kind === 'objective' ? adviseOnObjective(text, reading) : adviseOnKeyResult(reading, beside);
  return found.map(({ code, facts }): WordingFinding => ({ code, severity: SEVERITIES[code] === 'warning' ? 'must' : 'advice', facts }));
}

export function isWordingCode(code: FindingCode): code is WordingCode {
  return (WORDING_CODES as readonly FindingCode[]).includes(code);
}
