/** Adopting OKRs that stand elsewhere: choose a sheet or a CSV, look at what is understood, put it right, copy. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AdoptTables } from '../../src/app/api';
import { mapped, type Table } from '../../src/rows/foreign/mapping';
import { openTables, propose, withHeaderRow } from '../../src/rows/foreign/propose';
import { sourceOfRows, type Source } from '../../src/rows/foreign/source';
import { closeAttempt, refFor, useDraft } from '../drafts';
import { SelectField } from '../parts/Field';
import { Radios } from '../parts/Radios';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork } from '../work';
import { LONGEST_CELL, readTable } from './csv';
import { Pasted } from './Pasted';
import { Proposal } from './Proposal';
import { sentences } from './sentences';

type From = 'sheet' | 'csv';
type Sheets = readonly { readonly id: number; readonly name: string }[];

/** What was looked at: the sources with the workbook around them, and the tables as they are understood so far. */
interface Opened {
  readonly workbook: AdoptTables;
  readonly sources: readonly Source[];
  readonly tables: readonly Table[];
}

const KEY = 'adopt';

export function Adopt({ onCopied }: { readonly onCopied: () => void }) {
  const { say, language } = useVoice();
  const [from, setFrom] = useState<From>('sheet');
  const [sheets, setSheets] = useState<Sheets | undefined>(undefined);
  const [sheet, setSheet] = useState('');
  const text = useDraft(KEY, () => '');
  const [trouble, setTrouble] = useState('');
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const recognised = useMemo(() => opened && propose(opened.tables, opened.workbook), [opened]);
  const [done, setDone] = useState('');
  const loading = useWork();
  const looking = useWork();
  const copying = useWork();
  const choices = useRef(0); // so that a late answer to an earlier choice is not shown for the present one

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
    choices.current += 1;
    setOpened(undefined);
    setDone('');
    setTrouble('');
  }

  function look(): void {
    begin();
    const pasted = from === 'csv' ? readTable(text.value) : undefined;
    if (pasted && 'trouble' in pasted) return setTrouble(say(`adopt.${pasted.trouble}`, { limit: LONGEST_CELL }));
    const choice = choices.current;
    void looking.run(
      () => call('adoptTables', pasted ? null : Number(sheet)),
      (workbook) => {
        if (choice !== choices.current) return;
        const sources = pasted ? [sourceOfRows(pasted.rows)] : workbook.tables.map(({ name, rows }) => sourceOfRows(rows, name));
        setOpened({ workbook, sources, tables: openTables(sources) });
      },
    );
  }

  function copy(): void {
    if (!recognised) return;
    const rows = recognised.objectives;
    void copying.run(
      () => call('adoptCopy', rows, refFor(KEY, rows)),
      ({ objectives, keyResults }) => {
        closeAttempt(KEY);
        setOpened(undefined);
        if (from === 'csv') text.reset('');
        const counts = { objectives: say('count.objectives', { count: objectives }), keyResults: say('count.keyResults', { count: keyResults }) };
        setDone([say('adopt.copied', counts), ...sentences(recognised.problems.all(), language)].join(' '));
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
        <button type="button" class={opened ? '' : 'primary'} disabled={from === 'sheet' ? sheet === '' : text.value.trim() === ''} aria-disabled={looking.isRunning} onClick={look}>
          {say('adopt.look')}
        </button>
      </div>
      <Report work={looking} running={say('adopt.looking')} done={done} />
      {opened && recognised && (
        <Proposal
          tables={opened.tables}
          recognised={recognised}
          isBusy={looking.isRunning || copying.isRunning}
          onHeaderRow={(table, row) => setOpened({ ...opened, tables: withHeaderRow(opened.sources, opened.tables, table, row) })}
          onMapping={(at, mapping) => setOpened({ ...opened, tables: opened.tables.map((table, index) => (index === at ? mapped(table, mapping) : table)) })}
          onCopy={copy}
        />
      )}
      <Report work={copying} running={say('adopt.copying')} />
    </section>
  );
}
