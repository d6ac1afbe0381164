/** Findings as people read them: one sentence each, the most severe first. */
import { mostSevereFirst, severityOf, type Finding, type FindingCode, type Severity } from '../model/finding';
import type { Language, Measure } from '../model/words';
import type { MessageArgs } from './generated/messages';
import { labelOf } from './labels';
import { speak } from './messages';
import { decimal } from './numbers';
import { say } from './vocabulary';

/** ✖ is an error, △ a warning, ○ a piece of advice. */
export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '△', advice: '○' };

type FindingMessage = `finding.${FindingCode}` & keyof MessageArgs;

/** The sentence of a finding, without its place. */
export function sentence(finding: Finding, language: Language): string {
  // Facts are gathered where the finding is made; the catalogue's test calls every code with its facts.
  const sayFinding = speak(language) as unknown as (key: FindingMessage, facts: object) => string;
  return sayFinding(`finding.${finding.code}`, readable(finding, language));
}

/** Facts in the reader's language: a part of a row by its label, a word of a closed list translated, decimals with the right mark. */
function readable({ facts }: Finding, language: Language): object {
  const entries = Object.entries(facts).map(([name, fact]) => {
    if (name === 'part') return [name, labelOf(String(fact), language)];
    if (name === 'measure') return [name, say(fact as Measure, language)];
    return [name, typeof fact === 'number' && !Number.isInteger(fact) ? decimal(fact, language) : fact];
  });
  return Object.fromEntries(entries) as object;
}

/** What the findings column shows for a row: `✖ No start value, so there is no score · △ No owner`; '' when all is well. */
export function findingsText(findings: readonly Finding[], language: Language): string {
  if (findings.length === 0) return '';
  return mostSevereFirst(findings)
    .map((finding) => `${SEVERITY_SIGNS[severityOf(finding)]} ${sentence(finding, language)}`)
    .join(' · ');
}
