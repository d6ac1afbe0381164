/** The past: cycle over cycle by team and objective, aims over several cycles, moved goalposts, and the score on any day. */
import { useEffect, useState } from 'preact/hooks';
import type { HistoryStart } from '../../src/app/history/api';
import type { PastRow } from '../../src/model/past';
import { toDay } from '../../src/model/day';
import { chainsOf, dayBefore, pastCycles, pictureOn, scoreOf, teamLines, type DayPicture, type PastCycle, type PastTeam, type TeamLine } from '../../src/rules/past';
import { Paged } from '../parts/Paged';
import { Report } from '../parts/Report';
import { TextField } from '../parts/Field';
import { call } from '../server';
import { useVoice } from '../voice';
import { useResource } from '../work';

/** `stamp` changes when the workbook did, so that the past is read anew. */
export function History({ stamp }: { readonly stamp: number }) {
  const { say } = useVoice();
  const past = useResource(() => call('historyOpen'));
  useEffect(() => past.load(), [stamp]);
  return (
    <>
      <Report work={past.work} running={say('loading')} />
      {past.value && <Past past={past.value} />}
    </>
  );
}

function Past({ past }: { readonly past: HistoryStart }) {
  const { say } = useVoice();
  const closed = past.closed.filter(({ row }) => !past.archived.includes(row));
  const cycles = pastCycles(closed, past.checkIns, past.settings.checkInDays);
  const lines = teamLines(cycles);
  const chains = chainsOf(closed).filter(({ length }) => length > 1);
  return (
    <>
      {past.isCut && <p class="note">{say('past.cut')}</p>}
      <h2>{say('past.cycles')}</h2>
      {cycles.length === 0 && <p>{say('past.none')}</p>}
      {[...cycles].reverse().map((cycle, index) => (
        <Cycle key={cycle.name} cycle={cycle} isOpen={index === 0} every={past.settings.checkInDays} />
      ))}
      {lines.length > 0 && <Teams lines={lines} />}
      {chains.length > 0 && <Chains chains={chains} />}
      <Moved past={past} />
      <OnDay past={past} />
    </>
  );
}

function Cycle({ cycle, isOpen, every }: { readonly cycle: PastCycle; readonly isOpen: boolean; readonly every: number }) {
  const { say, score: shown } = useVoice();
  const percent = usePercent();
  return (
    <details open={isOpen}>
      <summary>
        {cycle.name} · {cycle.score === undefined ? say('past.noScore') : say('past.score', { score: shown(cycle.score) })}
      </summary>
      {cycle.discipline !== undefined && (
        <p>
          {say('past.discipline', { share: percent(cycle.discipline) })} <span class="quiet">{say('past.disciplineHint', { days: every })}</span>
        </p>
      )}
      <h3>{say('past.byTeam')}</h3>
      <ul class="counts">
        {cycle.teams.map((one) => (
          <Line key={one.team} one={one} />
        ))}
      </ul>
      <h3>{say('past.byObjective')}</h3>
      <Paged items={cycle.objectives} keyOf={({ row }) => String(row)}>
        {(one) => (
          <>
            <span>
              {one.id} · {one.text} · <b>{one.score === undefined ? say('close.noScore') : shown(one.score)}</b>
            </span>
            <Notes row={one} />
          </>
        )}
      </Paged>
    </details>
  );
}

/** 0.83 as people of the language write it: 83%. */
function usePercent(): (share: number) => string {
  const { language } = useVoice();
  return (share) => new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}

function Line({ one }: { readonly one: PastTeam }) {
  const { say, score: shown } = useVoice();
  const percent = usePercent();
  return (
    <li>
      <span>
        {one.team || say('past.noTeam')}
        {one.discipline !== undefined && <small class="quiet"> · {say('past.discipline', { share: percent(one.discipline) })}</small>}
      </span>
      <strong>{one.score === undefined ? say('close.noScore') : shown(one.score)}</strong>
    </li>
  );
}

/** A line per team, as the aims have one: `2026-Q3 0.40 → 2026-Q4 0.70`. */
function Teams({ lines }: { readonly lines: readonly TeamLine[] }) {
  const { say, score: shown } = useVoice();
  const percent = usePercent();
  const ofEach = (cycles: TeamLine['cycles'], text: (one: TeamLine['cycles'][number]) => string): string => cycles.map((one) => `${one.cycle} ${text(one)}`).join(' → ');
  return (
    <>
      <h2>{say('past.teams')}</h2>
      <Paged items={lines} keyOf={({ team }) => team}>
        {({ team, cycles }) => (
          <>
            <b>{team || say('past.noTeam')}</b>
            <p class="quiet">{ofEach(cycles, ({ score }) => (score === undefined ? say('close.noScore') : shown(score)))}</p>
            {cycles.some(({ discipline }) => discipline !== undefined) && (
              <p class="quiet">{say('past.discipline', { share: ofEach(cycles, ({ discipline }) => (discipline === undefined ? '–' : percent(discipline))) })}</p>
            )}
          </>
        )}
      </Paged>
    </>
  );
}

function Notes({ row }: { readonly row: PastRow }) {
  const { say } = useVoice();
  const notes = [['close.learning', row.learning], ['close.wins', row.win], ['close.cause', row.cause]] as const;
  return (
    <>
      {[row.nextStep, ...notes.flatMap(([key, text]) => (text === '' ? [] : [`${say(key)}: ${text}`]))].filter(Boolean).map((text) => (
        <p class="quiet" key={text}>
          {text}
        </p>
      ))}
    </>
  );
}

function Chains({ chains }: { readonly chains: readonly (readonly PastRow[])[] }) {
  const { say, score: shown } = useVoice();
  const ending = ({ score, cycle }: PastRow): string => `${cycle} ${score === undefined ? say('close.noScore') : shown(score)}`;
  return (
    <>
      <h2>{say('past.chains')}</h2>
      <Paged items={chains} keyOf={([first]) => String(first?.row)}>
        {(chain) => (
          <>
            <b>{chain[chain.length - 1]?.text}</b>
            <p class="quiet">{chain.map(ending).join(' → ')}</p>
          </>
        )}
      </Paged>
    </>
  );
}

function Moved({ past }: { readonly past: HistoryStart }) {
  const { say, number } = useVoice();
  return (
    <>
      <h2>{say('past.moved')}</h2>
      {past.moved.length === 0 ? (
        <p>{say('past.movedNone')}</p>
      ) : (
        <Paged items={[...past.moved].reverse()} keyOf={({ day, keyResultId, from, to }) => [day, keyResultId, from, to].join()}>
          {({ day, keyResultId, author, from, to }) => <>{say('past.movedBy', { day, id: keyResultId, from: number(from), to: number(to), author: author || say('past.unknown') })}</>}
        </Paged>
      )}
      <p class="quiet">{say('past.movedHint')}</p>
    </>
  );
}

/** Worked out here, whenever the day changes: the server is not asked again. */
function OnDay({ past }: { readonly past: HistoryStart }) {
  const { say, score: shown } = useVoice();
  const [text, setText] = useState<string>(dayBefore(past.asOf));
  const day = toDay(text);
  const picture = day && day <= past.asOf ? pictureOn(day, past) : undefined;
  const score = picture && scoreOf(picture);
  return (
    <>
      <h2>{say('past.onDay')}</h2>
      <TextField label={say('past.day')} value={text} onInput={setText} field={{ type: 'date', max: past.asOf }} hint={say('past.onDayHint')} />
      {picture && <Basis picture={picture} />}
      <p role="status">{picture && (score === undefined ? say('past.nothingOn', { day: text }) : say('past.scoreOn', { day: text, score: shown(score) }))}</p>
      {score !== undefined && picture && (
        <Paged items={picture.objectives.filter((one) => one.score !== undefined)} keyOf={({ objective }) => `${objective.id} ${objective.row}`}>
          {(one) => (
            <>
              {one.objective.id} · {one.objective.objective} · <b>{shown(one.score ?? 0)}</b>
            </>
          )}
        </Paged>
      )}
    </>
  );
}

/** Where a score comes from, since the sheets, the log and the history may each say something else. */
function Basis({ picture: { isToday, closed, logged } }: { readonly picture: DayPicture }) {
  const { say } = useVoice();
  const texts = [
    isToday && say('past.onToday'),
    closed > 0 && say('past.onClose'),
    logged.total > 0 && say('past.measured', logged),
    logged.measured < logged.total && say('past.unmeasured'),
  ];
  return <p class="quiet">{texts.filter(Boolean).join(' ')}</p>;
}
