/** All objectives to browse: by what they support or by level, team and person, filtered, each with its key results. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FormStart, ObjectiveItem } from '../../src/app/api';
import { PRIORITIES, STATUSES, type Priority, type Status } from '../../src/model/words';
import { SelectField } from '../parts/Field';
import { Radios } from '../parts/Radios';
import { Sign } from '../parts/Sign';
import { useVoice } from '../voice';
import { groupsOf } from './groups';
import { KeyResultRow } from './KeyResultRow';
import { LevelGroups } from './LevelGroups';
import type { Acts } from './Review';
import { choices, countHits, CYCLES, hitOf, NO_FILTER, pruned, treeOf, type Branch, type Cycle, type Filter, type Hit } from './tree';

interface Props {
  readonly start: FormStart;
  readonly acts: Acts;
}

/** So many rows of one level are shown; filters find the others. */
const MOST = 50;

export function Objectives({ start, acts }: Props) {
  const { say } = useVoice();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [order, setOrder] = useState('tree');
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  const branches = order === 'tree' ? pruned(treeOf(start.objectives), filter, start.cycle) : [];
  const levels = order === 'tree' ? [] : groupsOf(start.objectives, filter, start.cycle);
  const isEmpty = branches.length === 0 && levels.length === 0;
  const hits = countHits(start.objectives, filter, start.cycle);
  const [one, other] = [say('count.objectives', { count: hits.objectives }), say('count.keyResults', { count: hits.keyResults })];
  const what = filter.owner === '' && filter.status === '' ? one : `${one}, ${other}`;
  // What a filter finds is opened to; with another filter the rows begin anew.
  const found = isFiltered ? (item: ObjectiveItem) => hitOf(item, filter, start.cycle) : undefined;
  const sought = isFiltered ? JSON.stringify(filter) : '';
  const list = (items: readonly ObjectiveItem[]) => <Level branches={items.map((item) => ({ item, below: [] }))} found={found} acts={acts} />;
  return (
    <section aria-labelledby="objectives">
      <h2 id="objectives">{say('objectives')}</h2>
      <Radios
        legend={say('objectives.order')}
        value={order}
        options={[
          { value: 'tree', label: say('objectives.tree') },
          { value: 'teams', label: say('objectives.teams') },
        ]}
        onChange={setOrder}
      />
      <details>
        <summary>{say('objectives.filter')}</summary>
        <Filters start={start} filter={filter} onChange={setFilter} />
        {isFiltered && (
          <button type="button" onClick={() => setFilter(NO_FILTER)}>
            {say('objectives.all')}
          </button>
        )}
      </details>
      <p class="quiet" role="status">
        {isEmpty
          ? say(isFiltered ? 'objectives.noneFit' : 'existing.none')
          : isFiltered && say('objectives.fit', { what })}
      </p>
      <div key={sought}>
        <Level branches={branches} found={found} acts={acts} />
        <LevelGroups levels={levels} isOpen={isFiltered} list={list} />
      </div>
    </section>
  );
}

function Filters({ start, filter, onChange }: { readonly start: FormStart; readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const { say, word } = useVoice();
  const { teams, owners } = choices(start.objectives);
  const any = { value: '', label: say('objectives.any') };
  const plain = (names: readonly string[]) => [any, ...names.map((name) => ({ value: name, label: name }))];
  return (
    <>
      <SelectField label={say('label.team')} value={filter.team} options={plain(teams)} onChange={(team) => onChange({ ...filter, team })} />
      <SelectField label={say('label.owner')} value={filter.owner} options={plain(owners)} onChange={(owner) => onChange({ ...filter, owner })} />
      <SelectField label={say('label.priority')} value={filter.priority} options={[any, ...PRIORITIES.map((one) => ({ value: one, label: word(one) }))]} onChange={(priority) => onChange({ ...filter, priority: priority as Priority | '' })} />
      <SelectField label={say('label.status')} value={filter.status} options={[any, ...STATUSES.map((one) => ({ value: one, label: word(one) }))]} onChange={(status) => onChange({ ...filter, status: status as Status | '' })} />
      <SelectField
        label={say('objectives.cycle')}
        value={filter.cycle}
        options={[any, ...CYCLES.map((one) => ({ value: one, label: one === 'this' ? say('objectives.cycle.this', { name: start.cycle.name }) : say(`objectives.cycle.${one}`) }))]}
        onChange={(cycle) => onChange({ ...filter, cycle: cycle as Cycle | '' })}
      />
    </>
  );
}

type Found = ((item: ObjectiveItem) => Hit | undefined) | undefined;

function Level({ branches, found, acts }: { readonly branches: readonly Branch[]; readonly found: Found; readonly acts: Acts }): JSX.Element | null {
  const { say } = useVoice();
  if (branches.length === 0) return null;
  return (
    <ul class="rows">
      {branches.slice(0, MOST).map(({ item, below }) => (
        <li key={item.id}>
          <ObjectiveRow item={item} below={below} found={found} acts={acts} />
        </li>
      ))}
      {branches.length > MOST && <li class="quiet">{say('more', { count: branches.length - MOST })}</li>}
    </ul>
  );
}

function ObjectiveRow({ item, below, found, acts }: { readonly item: ObjectiveItem; readonly below: readonly Branch[]; readonly found: Found; readonly acts: Acts }) {
  const { say, score, word } = useVoice();
  const hits = found?.(item)?.keyResults;
  const [isOpen, setOpen] = useState(found !== undefined && (below.length > 0 || (hits?.size ?? 0) > 0));
  const level = item.level === '' ? '' : word(item.level);
  const known = [item.id, level, item.team === level ? '' : item.team, item.score === null ? '' : score(item.score)];
  return (
    <>
      <button type="button" class="row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>
          <span class="arrow" aria-hidden="true">
            {isOpen ? '▾' : '▸'}
          </span>{' '}
          <b>{item.text || item.id}</b>
        </span>
        <span class="quiet">
          {known.filter(Boolean).join(' · ')} <Sign status={item.status} />
        </span>
      </button>
      {isOpen && (
        <div class="inside">
          <p class="quiet">{item.owner} <span class="nowrap">{item.startDate && `${item.startDate} – ${item.dueDate}`}</span></p>
          <div class="buttons">
            <button type="button" class="small" onClick={() => acts.onEdit(item.id)}>
              {say('existing.edit')}
            </button>
            <button type="button" class="small" onClick={() => acts.onShow(item.place)}>
              {say('show')}
            </button>
          </div>
          <KeyResults items={item.keyResults} hits={hits} acts={acts} />
          {below.length > 0 && <h3>{say('objectives.supportedBy')}</h3>}
          <Level branches={below} found={found} acts={acts} />
        </div>
      )}
    </>
  );
}

/** Where a filter found some of them, those come alone at first. */
function KeyResults({ items, hits, acts }: { readonly items: ObjectiveItem['keyResults']; readonly hits: Hit['keyResults'] | undefined; readonly acts: Acts }) {
  const { say } = useVoice();
  const [isWhole, setWhole] = useState(false);
  const shown = hits === undefined || hits.size === 0 || isWhole ? items : items.filter(({ id }) => hits.has(id));
  return (
    <>
      <ul class="rows">
        {shown.map((keyResult) => (
          <li key={keyResult.id}>
            <KeyResultRow item={keyResult} acts={acts} />
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {say('more', { count: items.length - shown.length })}
        </button>
      )}
    </>
  );
}
