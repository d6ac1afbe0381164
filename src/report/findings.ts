/** Findings as people read them: one sentence each, the most severe first. */
import { mostSevereFirst, severityOf, type Finding, type FindingCode, type Severity } from '../model/finding';
import type { Language } from '../model/words';
import type { MessageArgs } from './generated/messages';
import { speak, type Speak } from './messages';

/** ✖ is an error, △ a warning, ○ a piece of advice. */
export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '△', advice: '○' };

type FindingMessage = `finding.${FindingCode}` & keyof MessageArgs;

/** The sentence of a finding, without its place. */
export function sentence(finding: Finding, language: Language): string {
  // Facts are gathered where the finding is made; the catalogue's test calls every code with its facts.
  const say = speak(language) as unknown as (key: FindingMessage, facts: object) => string;
  return say(`finding.${finding.code}`, readable(finding, speak(language)));
}

/** Keys of columns read as their labels where the sentence names a part of a row. */
function readable(finding: Finding, say: Speak): object {
  if (finding.code !== 'kpiPartMissing') return finding.facts;
  const part = finding.facts['part'] as 'target' | 'from' | 'to' | 'source' | 'frequency';
  return { part: say(`label.${part}`) };
}

/** What the findings column shows for a row: `✖ No start value, so there is no score · △ No owner`; '' when all is well. */
export function findingsText(findings: readonly Finding[], language: Language): string {
  if (findings.length === 0) return '';
  return mostSevereFirst(findings)
    .map((finding) => `${SEVERITY_SIGNS[severityOf(finding)]} ${sentence(finding, language)}`)
    .join(' · ');
}
