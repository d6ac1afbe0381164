/** Adopting OKRs that stand elsewhere: choose a sheet or a CSV, look at what is understood, put it right, copy. */
import { useEffect, useState } from 'preact/hooks';
import type { AdoptProposal, AdoptSource } from '../../src/app/api';
import { closeAttempt, refFor, useDraft } from '../drafts';
import { SelectField } from '../parts/Field';
import { Radios } from '../parts/Radios';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork } from '../work';
import { readTable } from './csv';
import { Pasted } from './Pasted';
import { Proposal } from './Proposal';

type From = 'sheet' | 'csv';
type Sheets = readonly { readonly id: number; readonly name: string }[];

const KEY = 'adopt';

export function Adopt({ onCopied }: { readonly onCopied: () => void }) {
  const { say } = useVoice();
  const [from, setFrom] = useState<From>('sheet');
  const [sheets, setSheets] = useState<Sheets | undefined>(undefined);
  const [sheet, setSheet] = useState('');
  const text = useDraft(KEY, () => '');
  const [trouble, setTrouble] = useState('');
  const [proposed, setProposed] = useState<{ readonly source: AdoptSource; readonly proposal: AdoptProposal } | undefined>(undefined);
  const [done, setDone] = useState('');
  const loading = useWork();
  const looking = useWork();
  const copying = useWork();

  const loadSheets = () =>
    void loading.run(
      () => call('adoptSheets'),
      (found) => {
        setSheets(found);
        setSheet(String(found[0]?.id ?? ''));
        if (found.length === 0) setFrom('csv');
      },
    );
  useEffect(loadSheets, []);

  function begin(): void {
    setProposed(undefined);
    setDone('');
    setTrouble('');
  }

  function propose(source: AdoptSource, mapping: readonly string[] | null): void {
    void looking.run(
      () => call('adoptPropose', source, mapping),
      (proposal) => setProposed({ source, proposal }),
    );
  }

  function look(): void {
    begin();
    if (from === 'sheet') return propose({ sheetId: Number(sheet), rows: [] }, null);
    const table = readTable(text.value);
    if ('trouble' in table) setTrouble(say(`adopt.${table.trouble}`));
    else propose({ sheetId: null, rows: table.rows }, null);
  }

  function copy(): void {
    if (!proposed) return;
    const { source, proposal } = proposed;
    const content = { source, mapping: proposal.mapping };
    void copying.run(
      () => call('adoptCopy', source, proposal.mapping, refFor(KEY, content)),
      ({ objectives, keyResults, notUnderstood }) => {
        closeAttempt(KEY);
        setProposed(undefined);
        if (from === 'csv') text.reset('');
        const counts = { objectives: say('count.objectives', { count: objectives }), keyResults: say('count.keyResults', { count: keyResults }) };
        setDone([say('adopt.copied', counts), ...notUnderstood].join(' '));
        onCopied();
      },
    );
  }

  return (
    <section>
      <p>{say('adopt.intro')}</p>
      <Radios
        legend={say('adopt.from')}
        value={from}
        options={[
          { value: 'sheet', label: say('adopt.sheet') },
          { value: 'csv', label: say('adopt.csv') },
        ]}
        onChange={(value) => {
          setFrom(value as From);
          begin();
        }}
      />
      <Report work={loading} running={say('loading')} />
      {from === 'csv' ? (
        <Pasted text={text.value} error={trouble} onText={(value) => { text.set(value); begin(); }} />
      ) : sheets?.length === 0 ? (
        <p>{say('adopt.noSheets')}</p>
      ) : (
        sheets && <SelectField label={say('adopt.which')} value={sheet} options={sheets.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={(value) => { setSheet(value); begin(); }} />
      )}
      <div class="buttons">
        <button type="button" class={proposed ? '' : 'primary'} disabled={looking.isRunning || (from === 'sheet' ? sheet === '' : text.value.trim() === '')} onClick={look}>
          {say('adopt.look')}
        </button>
      </div>
      <Report work={looking} running={say('adopt.looking')} done={done} />
      {proposed && <Proposal proposal={proposed.proposal} isBusy={looking.isRunning || copying.isRunning} onMapping={(mapping) => propose(proposed.source, mapping)} onCopy={copy} />}
      <Report work={copying} running={say('adopt.copying')} />
    </section>
  );
}
