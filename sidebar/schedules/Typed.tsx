/** The field for a schedule in plain words: what is not understood is told while typing, with what could be meant. */
import { toDay } from '../../src/model/day';
import { dayOf } from '../../src/model/schedule';
import type { Language } from '../../src/model/words';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { problemText } from '../../src/report/schedule';
import { readTyped, type Typed } from '../../src/rules/schedule/typed/readTyped';
import { TextField } from '../parts/Field';
import { useVoice } from '../voice';
import { nowOf } from './list';

export function understand(text: string, start: RhythmStart, language: Language): Typed {
  const now = nowOf(start);
  return readTyped(text, { language, today: toDay(dayOf(now)) ?? dayOf(now), now, teams: start.teams });
}

interface Props {
  readonly text: string;
  readonly typed: Typed;
  /** Somebody wanted to save it: what is missing is an error by now, not just a hint. */
  readonly isTried: boolean;
  readonly onText: (text: string) => void;
}

export function TypedField({ text, typed, isTried, onText }: Props) {
  const { say, language } = useVoice();
  const problem = 'problem' in typed ? problemText(typed.problem, language) : '';
  return (
    <TextField
      label={say('rhythm.words')}
      value={text}
      rows={3}
      onInput={onText}
      hint={say('rhythm.example', { first: say('example.remind'), second: say('example.digest') })}
      error={isTried && problem !== '' ? problem : undefined}
      below={text.trim() !== '' && problem !== '' && !isTried ? <p class="advice" role="status">{problem}</p> : undefined}
    />
  );
}
