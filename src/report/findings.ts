/** Findings as people read them: one sentence each, the most severe first. */
import { mostSevereFirst, severityOf, type Finding, type FindingCode, type Severity } from '../model/finding';
import type { Language, Measure } from '../model/words';
import { isWordingCode } from '../rules/wording/advise';
import { labelOf } from './labels';
import { speak } from './onDemand';
import { decimal } from './numbers';
import { say } from './vocabulary';
import { wordingText } from './wording';

/** ✖ is an error, △ a warning, ◇ a piece of advice. */
export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '△', advice: '◇' };

/** The sentence of a finding, without its place. */
export function sentence(finding: Finding, language: Language): string {
  const { code, facts } = finding;
  // The length of an objective is said shorter here, where it stands in a cell.
  if (isWordingCode(code) && code !== 'objectiveTooLong') return wordingText({ code, facts }, language);
  // Facts are gathered where the finding is made; the catalogue's test calls every code with its facts.
  const sayFinding = speak(language) as unknown as (key: `finding.${FindingCode}`, facts: object) => string;
  return sayFinding(`finding.${code}`, readable(finding, language));
}

/** Enough of a cell's text to know it again; a cell cannot hold ten long quotations. */
const LONGEST_QUOTATION = 80;
const quoted = (text: string): string => (text.length > LONGEST_QUOTATION ? `${text.slice(0, LONGEST_QUOTATION - 1)}…` : text);

/** Facts in the reader's language: a part of a row by its label, a word of a closed list translated, decimals with the right mark. */
function readable({ facts }: Finding, language: Language): object {
  const entries = Object.entries(facts).map(([name, fact]) => {
    if (name === 'part') return [name, labelOf(String(fact), language)];
    if (name === 'measure') return [name, say(fact as Measure, language)];
    if (typeof fact === 'string') return [name, quoted(fact)];
    return [name, Number.isInteger(fact) ? fact : decimal(fact, language)];
  });
  return Object.fromEntries(entries) as object;
}

/** More than anybody reads in a cell; one action may depend on a thousand unknown ones. */
const MOST_FINDINGS = 30;

/** What the findings column shows for a row: `✖ No start value, so there is no score · △ No owner`; '' when all is well. */
export function findingsText(findings: readonly Finding[], language: Language): string {
  if (findings.length === 0) return '';
  const sentences = mostSevereFirst(findings)
    .slice(0, MOST_FINDINGS)
    .map((finding) => `${SEVERITY_SIGNS[severityOf(finding)]} ${sentence(finding, language)}`);
  return [...sentences, ...(findings.length > MOST_FINDINGS ? ['…'] : [])].join(' · ');
}
