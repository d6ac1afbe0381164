/** "My key results": one after the other is opened, gets its new value and is saved; the next one opens by itself. */
import { useEffect, useState } from 'preact/hooks';
import type { CheckInSaved, CheckInStart, KeyResultItem } from '../../src/app/api';
import { Radios } from '../parts/Radios';
import { Report } from '../parts/Report';
import { matches } from '../parts/find';
import { Sign } from '../parts/Sign';
import { TextField } from '../parts/Field';
import { useVoice } from '../voice';
import type { Resource } from '../work';
import { CheckInForm } from './CheckInForm';
import { afterCheckIn } from './after';
import { ageOf, valueOf } from './facts';
import { afterSaving, oldestFirst } from './order';

interface Props {
  readonly start: Resource<CheckInStart>;
  readonly onSaved: () => void;
  readonly onShow: (item: KeyResultItem) => void;
  /** A key result that another panel sent the person to. */
  readonly wanted: string;
}

export function CheckIn({ start, onSaved, onShow, wanted }: Props) {
  const { say } = useVoice();
  return (
    <>
      <Report work={start.work} running={say('loading')} />
      {start.value && <KeyResults start={start.value} onSaved={onSaved} onShow={onShow} wanted={wanted} onReload={start.load} isLoading={start.work.isRunning} />}
    </>
  );
}

/** So many are listed at once; the search finds the others. */
const MOST = 40;

type Scope = 'mine' | 'all';

interface ListProps extends Omit<Props, 'start'> {
  readonly start: CheckInStart;
  readonly onReload: () => void;
  readonly isLoading: boolean;
}

function KeyResults({ start, onSaved, onShow, wanted, onReload, isLoading }: ListProps) {
  const { say } = useVoice();
  const [scope, setScope] = useState<Scope>(start.mine.length > 0 ? 'mine' : 'all');
  const [text, setText] = useState('');
  const [changed, setChanged] = useState<ReadonlyMap<string, KeyResultItem>>(new Map());
  const [open, setOpen] = useState({ id: '', byPerson: false });
  const [done, setDone] = useState(''); // speaks of the list in sight, so another list takes it away

  // Data that was loaded anew knows what was saved.
  useEffect(() => setChanged(new Map()), [start]);
  useEffect(() => {
    if (wanted === '') return;
    if (!start.mine.some(({ id }) => id === wanted)) setScope('all');
    setOpen({ id: wanted, byPerson: true });
  }, [wanted]);

  const items = oldestFirst(scope === 'mine' ? start.mine : start.all).map((item) => changed.get(item.id) ?? item);
  const fitting = matches(items, text);
  const shown = fitting.slice(0, MOST);
  const wantedItem = shown.some(({ id }) => id === open.id) ? undefined : items.find(({ id }) => id === open.id);

  function saved(item: KeyResultItem, answer: CheckInSaved['saved']): void {
    const next = afterSaving(shown, new Set([...changed.keys(), item.id]), item.id);
    setChanged(new Map([...changed, [item.id, afterCheckIn(item, answer, start)]]));
    const sentence = answer.wasRepeated ? 'checkIn.repeated' : answer.leftFormula ? 'checkIn.formula' : 'checkIn.saved';
    setDone([say(sentence, { id: item.id }), next ? '' : say('checkIn.allDone')].filter(Boolean).join(' '));
    setOpen({ id: next?.id ?? '', byPerson: true });
    onSaved();
  }

  if (start.all.length === 0) return <p>{say('checkIn.none')}</p>;
  return (
    <section>
      <Radios
        legend={say('checkIn.whose')}
        value={scope}
        options={[
          { value: 'mine', label: say('checkIn.mine', { count: start.mine.length }) },
          { value: 'all', label: say('checkIn.all', { count: start.all.length }) },
        ]}
        onChange={(value) => { setScope(value as Scope); setDone(''); }}
        hint={scope === 'mine' && start.mine.length === 0 && (start.me === '' ? say('checkIn.unknownMe') : say('checkIn.noneMine', { me: start.me }))}
      />
      {items.length > 8 && <TextField label={say('search')} value={text} onInput={(sought) => { setText(sought); setDone(''); }} field={{ type: 'search' }} />}
      <p class="done" role="status">
        {done}
      </p>
      <ul class="rows">
        {(wantedItem ? [wantedItem, ...shown] : shown).map((item) => (
          <li key={item.id} class={changed.has(item.id) ? 'saved' : undefined}>
            <Row item={item} isSaved={changed.has(item.id)} isOpen={open.id === item.id} onToggle={() => setOpen({ id: open.id === item.id ? '' : item.id, byPerson: true })} />
            {open.id === item.id && (
              <CheckInForm
                key={item.id}
                item={item}
                start={start}
                takesFocus={open.byPerson}
                onSaved={(answer) => saved(item, answer)}
                onSkip={() => setOpen({ id: afterSaving(shown, new Set(changed.keys()), item.id)?.id ?? '', byPerson: true })}
                onShow={() => onShow(item)}
              />
            )}
          </li>
        ))}
      </ul>
      {fitting.length > MOST && <p class="quiet">{say('more', { count: fitting.length - MOST })}</p>}
      {text !== '' && fitting.length === 0 && <p>{say('search.none')}</p>}
      <button type="button" aria-disabled={isLoading} onClick={onReload}>
        {say('reload')}
      </button>
    </section>
  );
}

function Row({ item, isSaved, isOpen, onToggle }: { readonly item: KeyResultItem; readonly isSaved: boolean; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const voice = useVoice();
  return (
    <button type="button" class="row" aria-expanded={isOpen} onClick={onToggle}>
      <span>{item.text || item.id}</span>
      <span class="quiet">
        {isSaved && <b>✔ {voice.say('checkIn.justNow')} · </b>}
        {[item.id, valueOf(item.current, item, voice), isSaved ? '' : ageOf(item, voice)].filter(Boolean).join(' · ')} <Sign status={item.status} />
      </span>
    </button>
  );
}
