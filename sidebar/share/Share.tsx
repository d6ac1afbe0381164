/** Sharing: who is in, who is added after a preview, what is protected, what stakeholders see, and what only Google itself can do. */
import { useEffect, useState } from 'preact/hooks';
import type { ShareStart } from '../../src/app/share/api';
import { isSamePerson, sharesOf, type Role, type Shares } from '../../src/rules/sharing';
import { TextField } from '../parts/Field';
import { Paged } from '../parts/Paged';
import { Question } from '../parts/Question';
import { Radios } from '../parts/Radios';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useResource, useWork, type Work } from '../work';
import { changeFor, gains, removalOf } from './sharing';

export function Share() {
  const { say } = useVoice();
  const share = useResource(() => call('shareOpen'));
  useEffect(() => share.load(), []);
  return (
    <>
      <Report work={share.work} running={say('loading')} />
      {share.value && (
        <>
          <People share={share.value} put={share.put} />
          <Add share={share.value} put={share.put} />
          <Switches share={share.value} put={share.put} />
          <h2>{say('share.limits')}</h2>
          <p>{say('share.limits.text')}</p>
        </>
      )}
    </>
  );
}

interface Props {
  readonly share: ShareStart;
  readonly put: (share: ShareStart) => void;
}

function People({ share, put }: Props) {
  const { say } = useVoice();
  const work = useWork();
  const [asked, setAsked] = useState<{ readonly address: string; readonly role: Role } | undefined>(undefined);
  const [done, setDone] = useState('');
  const remove = (address: string, role: Role) =>
    void work.run(
      () => call('shareChange', removalOf(address, role)),
      (value) => {
        put(value);
        setDone(say('share.removed', { address }));
      },
    );
  const list = (role: Role, people: readonly string[]) => (
    <>
      <h3>{say(role === 'editor' ? 'share.editors' : 'share.viewers', { count: people.length })}</h3>
      {people.length === 0 && <p class="quiet">{say('share.nobody')}</p>}
      <Paged items={people} keyOf={(address) => address}>
        {(address) => (
          <div class="person">
            <span>{isSamePerson(address, share.me) ? `${address} (${say('share.you')})` : address}</span>
            {!isSamePerson(address, share.me) && (
              <button type="button" class="small" aria-disabled={work.isRunning} aria-label={say('share.removeOne', { address })} onClick={() => setAsked({ address, role })}>
                {say('share.remove')}
              </button>
            )}
          </div>
        )}
      </Paged>
    </>
  );
  return (
    <section>
      <h2>{say('share.people')}</h2>
      <h3>{say('share.owner')}</h3>
      <p>{share.owner === '' ? say('share.noOwner') : isSamePerson(share.owner, share.me) ? `${share.owner} (${say('share.you')})` : share.owner}</p>
      {list('editor', share.editors)}
      {list('viewer', share.viewers)}
      <Report work={work} done={done} />
      {asked && <Question text={say('share.askRemove', asked)} yes={say('share.remove')} onYes={() => remove(asked.address, asked.role)} onNo={() => setAsked(undefined)} />}
    </section>
  );
}

/** A preview, with all that it was made of. */
interface Asked {
  readonly typed: string;
  readonly role: Role;
  readonly share: ShareStart;
  readonly shares: Shares;
}

function Add({ share, put }: Props) {
  const { say } = useVoice();
  const work = useWork();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const [done, setDone] = useState('');
  // Whatever differs from what was asked for takes the preview away in the same moment: only what is on the screen can be confirmed.
  const preview = asked && asked.typed === typed && asked.role === role && asked.share === share ? asked : undefined;
  const give = ({ shares, role: promised }: Asked) =>
    void work.run(
      () => call('shareChange', changeFor(shares, promised)),
      (value) => {
        put(value);
        setTyped('');
        setDone(say('share.given', { count: gains(shares).length }));
      },
    );
  return (
    <section>
      <h2>{say('share.add')}</h2>
      <TextField label={say('share.addresses')} value={typed} onInput={setTyped} rows={3} hint={say('share.addressesHint')} />
      <Radios legend={say('share.role')} value={role} options={(['viewer', 'editor'] as const).map((one) => ({ value: one, label: say(`share.role.${one}`) }))} onChange={(one) => setRole(one as Role)} />
      <button type="button" disabled={typed.trim() === ''} aria-disabled={work.isRunning} onClick={() => setAsked({ typed, role, share, shares: sharesOf(typed, role, share) })}>
        {say('share.preview')}
      </button>
      <div role="status">{preview && <Preview shares={preview.shares} role={preview.role} />}</div>
      <Report work={work} done={done} />
      {preview && gains(preview.shares).length > 0 && (
        <button type="button" class="primary" aria-disabled={work.isRunning} onClick={() => give(preview)}>
          {say('share.give', { count: gains(preview.shares).length })}
        </button>
      )}
    </section>
  );
}

function Preview({ shares, role }: { readonly shares: Shares; readonly role: Role }) {
  const { say } = useVoice();
  const { added, raised, already, invalid } = shares;
  const group = (title: string, people: readonly string[]) =>
    people.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul class="bullets">
          {people.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </>
    );
  return (
    <div class="card">
      {gains(shares).length === 0 && <p>{say('share.nothing')}</p>}
      {group(say(role === 'editor' ? 'share.willEdit' : 'share.willView'), added)}
      {group(say('share.willRise'), raised)}
      {group(say('share.already'), already.map(({ address, as }) => `${address} (${say(`share.as.${as}`)})`))}
      {group(say('share.invalid'), invalid)}
    </div>
  );
}

function Switches({ share, put }: Props) {
  const { say } = useVoice();
  const locking = useWork();
  const viewing = useWork();
  const isOwner = share.owner !== '' && isSamePerson(share.owner, share.me);
  return (
    <>
      <h2>{say('share.lock')}</h2>
      <p>{say(share.isLocked ? 'share.lock.on' : 'share.lock.off')}</p>
      <p class="quiet">{say('share.lock.cost')}</p>
      {isOwner ? (
        <Switch work={locking} text={say(share.isLocked ? 'share.lock.turnOff' : 'share.lock.turnOn')} onClick={() => void locking.run(() => call('shareLock', !share.isLocked), put)} />
      ) : (
        <p class="quiet">{say('share.lock.ownerOnly')}</p>
      )}
      <h2>{say('share.view')}</h2>
      <p>{say(share.isStakeholderView ? 'share.view.on' : 'share.view.off')}</p>
      <Switch work={viewing} text={say(share.isStakeholderView ? 'share.view.turnOff' : 'share.view.turnOn')} onClick={() => void viewing.run(() => call('shareView', !share.isStakeholderView), put)} />
    </>
  );
}

function Switch({ work, text, onClick }: { readonly work: Work; readonly text: string; readonly onClick: () => void }) {
  return (
    <>
      <Report work={work} />
      <button type="button" aria-disabled={work.isRunning} onClick={onClick}>
        {text}
      </button>
    </>
  );
}
