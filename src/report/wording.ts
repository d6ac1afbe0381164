/** What is to be said about a wording, in sentences; the sidebar says the very same, so this stands on the wording's own catalogue alone. */
import type { Language } from '../model/words';
import type { WordingCode, WordingFinding, WordingSeverity } from '../rules/wording/advise';
import { messages, type MessageArgs } from './generated/wording/messages';
import { speakers } from './speaker';

const speak = speakers<MessageArgs>(messages);

/** ✖ must change, △ is advice. */
export const WORDING_SIGNS: Readonly<Record<WordingSeverity, string>> = { must: '✖', advice: '△' };

/** Enough to know the words again. */
const LONGEST_QUOTATION = 40;

/** One sentence: the rule in a few words, what breaks it, and how to put it. */
export function wordingText({ code, facts }: Pick<WordingFinding, 'code' | 'facts'>, language: Language): string {
  // Facts are gathered where the finding is made; the tests say every code with its facts.
  const say = speak(language) as unknown as (key: `wording.${WordingCode}`, facts: object) => string;
  const shown = Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' && fact.length > LONGEST_QUOTATION ? `${fact.slice(0, LONGEST_QUOTATION - 1)}…` : fact]);
  return say(`wording.${code}`, Object.fromEntries(shown) as object);
}

/** All findings of a text, each on its own line with its sign; '' when there is nothing to say. */
export function adviceText(findings: readonly WordingFinding[], language: Language): string {
  return findings.map((finding) => `${WORDING_SIGNS[finding.severity]} ${wordingText(finding, language)}`).join('\n');
}
