/** Advice on a wording beside its field while typing: the very rules and words of OKR_CHECK. It never blocks. */
import { useEffect, useState } from 'preact/hooks';
import { WORDING_SIGNS, wordingText } from '../../src/report/wording';
import { adviseOn, type Beside, type WordingKind } from '../../src/rules/wording/advise';
import { useVoice } from '../voice';

interface Props {
  readonly text: string;
  readonly kind: WordingKind;
  /** What other fields say; the text need not repeat it. */
  readonly beside?: Beside;
}

/** Advice in the middle of a word would be a nuisance, most of all when it is read out. */
const PAUSE = 500; // milliseconds

export function Advice({ text, kind, beside }: Props) {
  const { language } = useVoice();
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const findings = adviseOn(settled, kind, beside);
  return (
    <div role="status">
      {findings.length > 0 && (
        <ul class="advice">
          {findings.map((finding) => (
            <li key={finding.code}>
              <span aria-hidden="true">{WORDING_SIGNS[finding.severity]}</span> {wordingText(finding, language)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
