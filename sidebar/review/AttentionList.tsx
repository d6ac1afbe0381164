/** "Needs attention first": the key results that somebody should talk about, each with the reason. */
import type { FormStart } from '../../src/app/api';
import { useVoice, type Voice } from '../voice';
import { needAttention, type Reason } from './attention';
import { KeyResultRow } from './KeyResultRow';
import type { Acts } from './Review';

/** As many as a team gets through in one review. */
const MOST = 7;

export function AttentionList({ start, acts }: { readonly start: FormStart; readonly acts: Acts }) {
  const voice = useVoice();
  const { say } = voice;
  const found = needAttention(start, MOST);
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">{say('attention')}</h2>
      {found.length === 0 ? (
        <p>{say('attention.none')}</p>
      ) : (
        <ul class="rows">
          {found.map(({ item, reason }) => (
            <li key={item.id}>
              <KeyResultRow item={item} reason={reasonText(reason, voice)} acts={acts} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function reasonText(reason: Reason, { say, score }: Voice): string {
  switch (reason.why) {
    case 'behind':
      return say('attention.behind', { gap: score(reason.gap) });
    case 'unsure':
      return say('attention.unsure', { confidence: reason.confidence });
    case 'old':
      return say('attention.old', { count: reason.days });
    case 'noValue':
      return say('attention.noValue');
  }
}
