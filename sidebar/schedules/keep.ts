/** Storing schedules and recipients, which are kept together: nothing is overwritten that somebody else has changed, and nothing dropped without a question. */
import { useState } from 'preact/hooks';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { audienceText, readRecipients } from '../../src/rules/schedule/audience';
import { call } from '../server';
import { useWork, type Work } from '../work';

/** Where in the panel somebody wanted it, so that the answer is shown there. */
export type At = 'list' | 'form' | 'recipients';

export interface Wanted {
  readonly at: At;
  readonly lines: readonly string[];
  readonly recipients: readonly string[];
  /** Told when it is stored. */
  readonly done: string;
  /** Answers a refusal by its fields, `schedules.0` and `recipients.0`. */
  readonly onRefused?: (texts: Readonly<Record<string, string>>) => void;
  readonly onStored?: () => void;
}

export interface Keeper {
  readonly work: Work;
  readonly at: At | undefined;
  /** What came of the last try: stored, refused, or somebody else was quicker. */
  readonly told: { readonly done: string } | 'changed' | undefined;
  readonly store: (wanted: Wanted) => void;
  /** A change that would drop what cannot be read waits for an answer. */
  readonly asked: Wanted | undefined;
  readonly answer: (yes: boolean) => void;
}

/** What was stored or is there now, or why it was refused, by field. */
type Answer = { readonly start: RhythmStart; readonly isStored: boolean } | { readonly refused: Readonly<Record<string, string>> };

export function useKeeper(start: RhythmStart, put: (start: RhythmStart) => void): Keeper {
  const work = useWork();
  const [told, setTold] = useState<Keeper['told']>(undefined);
  const [at, setAt] = useState<At | undefined>(undefined);
  const [asked, setAsked] = useState<Wanted | undefined>(undefined);

  function keep(wanted: Wanted): void {
    setTold(undefined);
    setAt(wanted.at);
    void work.run(
      async (): Promise<Answer> => {
        const there = await call('rhythmOpen');
        // An earlier try whose answer was lost may have stored it already.
        if (isAs(there, wanted)) return { start: there, isStored: true };
        if (contentOf(there) !== contentOf(start)) return { start: there, isStored: false };
        const answer = await call('rhythmSave', [...wanted.lines], [...wanted.recipients]);
        return 'refused' in answer ? { refused: Object.fromEntries(answer.refused.map(({ field, text }) => [field, text])) } : { start: answer, isStored: true };
      },
      (answer) => {
        if ('refused' in answer) return wanted.onRefused?.(answer.refused);
        put(answer.start);
        setTold(answer.isStored ? { done: wanted.done } : 'changed');
        if (answer.isStored) wanted.onStored?.();
      },
    );
  }

  return {
    work,
    at,
    told,
    asked,
    store: (wanted) => (start.problems.length + start.unreadableRecipients.length > 0 ? setAsked(wanted) : keep(wanted)),
    answer(yes) {
      if (yes && asked) keep(asked);
      setAsked(undefined);
    },
  };
}

const contentOf = ({ schedules, problems, recipients, unreadableRecipients }: RhythmStart): string => JSON.stringify([schedules.map(({ line }) => line), problems, recipients, unreadableRecipients]);

function isAs(there: RhythmStart, { lines, recipients }: Wanted): boolean {
  const inOrder = readRecipients(recipients.join('\n')).recipients.map(audienceText);
  return contentOf(there) === JSON.stringify([lines, [], inOrder, []]);
}
