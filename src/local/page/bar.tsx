/** The bar on top: the document and the add-on's menu on the left, the embedded host's own controls on the right. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../model/words';
import type { MenuItem } from '../types';
import { MenuButton, type Entry } from './menu';
import { WORDS, type Words } from './words';

/** Under Extensions, Google shows the name of the published add-on. */
const ADD_ON = 'OKR Sheets';
const HOUR = 3_600_000;

export interface BarProps {
  readonly name: string;
  readonly menu: readonly MenuItem[];
  readonly words: Words;
  readonly language: Language;
  readonly time: string;
  readonly mails: number;
  readonly people: readonly string[];
  readonly person: string;
  readonly busy: boolean;
  readonly click: (functionName: string) => void;
  readonly advance: (milliseconds: number) => void;
  readonly openOutbox: () => void;
  readonly openRuns: () => void;
  readonly become: (person: string, language: Language) => void;
  readonly toSample: () => void;
  readonly toEmpty: () => void;
}

export function Bar(props: BarProps): JSX.Element {
  const { words, language, person, become } = props;
  const bar = useRef<HTMLElement>(null);
  useWayOut(bar);
  return (
    <header class="bar" ref={bar}>
      <div class="document">
        <span class="mark" aria-hidden>
          ◎
        </span>
        <h1>{props.name}</h1>
        {props.menu.length > 0 && <MenuButton label={ADD_ON} entries={entriesOf(props.menu, props.click)} />}
        <span class="busy" role="status">
          {props.busy ? words.working : ''}
        </span>
      </div>
      <div class="host" role="group" aria-label={words.thisHost}>
        <Clock {...props} />
        <button type="button" onClick={props.openOutbox}>
          {words.outbox} ({props.mails})
        </button>
        <Choice
          label={words.person}
          value={person}
          options={props.people.map((each) => [each, each.split('@')[0] ?? each] as const)}
          choose={(each) => become(each, language)}
        />
        <Choice
          label={words.language}
          value={language}
          options={LANGUAGES.map((each) => [each, WORDS[each].languageName] as const)}
          choose={(each) => become(person, each as Language)}
        />
        <MenuButton
          label={words.document}
          align="right"
          entries={[
            { caption: words.runs, run: props.openRuns },
            { caption: words.sample, run: props.toSample },
            { caption: words.empty, run: props.toEmpty },
          ]}
        />
      </div>
    </header>
  );
}

/** Tab moves from cell to cell; whoever works without a mouse leaves the grid for the bar by Ctrl+Alt+Shift+M, as in Google Sheets. */
function useWayOut(bar: RefObject<HTMLElement>): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || !event.altKey || !event.shiftKey || event.code !== 'KeyM') return;
      event.preventDefault();
      event.stopPropagation();
      bar.current?.querySelector('button')?.focus();
    };
    window.addEventListener('keydown', leave, true);
    return () => window.removeEventListener('keydown', leave, true);
  }, []);
}

function Clock({ words, time, advance }: BarProps): JSX.Element {
  const steps: readonly (readonly [label: string, hours: number])[] = [
    [words.hour, 1],
    [words.day, 24],
    [words.week, 7 * 24],
  ];
  return (
    <div class="clock" role="group" aria-label={words.clock}>
      <time>{time}</time>
      {steps.map(([label, hours]) => (
        <button key={hours} type="button" onClick={() => advance(hours * HOUR)}>
          {label}
        </button>
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly choose: (value: string) => void;
}

function Choice({ label, value, options, choose }: ChoiceProps): JSX.Element {
  return (
    <select aria-label={label} title={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}

function entriesOf(items: readonly MenuItem[], click: (functionName: string) => void): Entry[] {
  return items.map((item) => ({
    caption: item.caption,
    run: () => click(item.functionName),
    ...(item.items ? { entries: entriesOf(item.items, click) } : {}),
  }));
}
