/** Whom something is for: a list in which everybody can have a language, and a field to add addresses, teams and groups. */
import { useRef, useState } from 'preact/hooks';
import { LANGUAGE_NAMES } from '../../src/model/language';
import { LANGUAGES, type Language } from '../../src/model/words';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { audienceText, readAudience } from '../../src/rules/schedule/audience';
import { TextField } from '../parts/Field';
import { useVoice } from '../voice';
import { nameOf, readPeople, suggestionsOf, withLanguage, withPeople, type Group } from './audience';

interface Props {
  readonly label: string;
  /** As in a schedule's line: `team Sales, th`. */
  readonly value: readonly string[];
  readonly groups: readonly Group[];
  readonly start: RhythmStart;
  readonly error?: string | undefined;
  /** What was refused, by place in the list. */
  readonly refused?: readonly (string | undefined)[];
  readonly hint?: string;
  readonly onChange: (value: readonly string[]) => void;
}

/** Of 3,000 recipients nobody reads more at once; the rest is one click away. */
const MOST = 30;

export function People({ label, value, groups, start, error, refused = [], hint, onChange }: Props) {
  const { say, language } = useVoice();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [isAll, setAll] = useState(false);
  const root = useRef<HTMLFieldSetElement>(null);
  const shown = isAll ? value : value.slice(0, MOST);

  function add(): void {
    const { found, unknown: left } = readPeople(text, groups, start.teams, language);
    if (found.length > 0) onChange(withPeople(value, found));
    setText(left.join('; '));
    setUnknown(left);
  }
  function remove(at: number): void {
    onChange(value.filter((_, index) => index !== at));
    root.current?.querySelector<HTMLElement>('.adder input')?.focus(); // the button that had the focus is gone
  }
  const choices = [{ value: '', label: say('rhythm.bookLanguage') }, ...LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))];

  return (
    <fieldset class="field people" ref={root}>
      <legend>{label}</legend>
      <ul>
        {shown.map((line, at) => {
          const one = readAudience(line);
          const name = one ? nameOf(one, language) : line;
          return (
            <li key={`${at} ${name}`}>
              <span class="name">{name}</span>
              <button type="button" class="small" aria-label={say('rhythm.remove', { who: name })} onClick={() => remove(at)}>
                ✕
              </button>
              {one && (
                <select
                  aria-label={say('rhythm.languageOf', { who: name })}
                  value={one.language ?? ''}
                  onChange={(event) => onChange(value.map((text, index) => (index === at ? audienceText(withLanguage(one, (event.currentTarget.value || undefined) as Language | undefined)) : text)))}
                >
                  {choices.map((choice) => (
                    <option key={choice.value} value={choice.value} selected={choice.value === (one.language ?? '')}>
                      {choice.label}
                    </option>
                  ))}
                </select>
              )}
              {refused[at] && <p class="error">{refused[at]}</p>}
            </li>
          );
        })}
      </ul>
      {value.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {say('more', { count: value.length - shown.length })}
        </button>
      )}
      <div class="adder">
        <TextField
          label={say('rhythm.addPeople')}
          value={text}
          suggestions={suggestionsOf(groups, start.teams, start.people, language)}
          hint={hint ?? say('rhythm.addPeopleHint')}
          error={unknown.length > 0 ? say('rhythm.unknownPeople', { who: unknown.join(', ') }) : error}
          onInput={(typed) => {
            setText(typed);
            setUnknown([]);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || text.trim() === '') return;
            event.preventDefault(); // adds, and does not save the form around it
            add();
          }}
        />
        <button type="button" class="small" disabled={text.trim() === ''} onClick={add}>
          {say('rhythm.add')}
        </button>
      </div>
    </fieldset>
  );
}
