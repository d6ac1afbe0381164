/** The figures on top: as-of day, overall score against the plan, and how many key results have which status. */
import type { Panel } from '../../src/app/panel';
import { useVoice } from '../voice';

export function Figures({ panel }: { readonly panel: Panel }) {
  const { say, score: shown } = useVoice();
  const counts = panel.counts.filter(({ count }) => count > 0);
  return (
    <section aria-labelledby="overall">
      <p class="quiet">
        {panel.asOf !== '' && say('asOf', { day: panel.asOf })}
        {panel.daysLeft !== null && ` · ${say('daysLeft', { count: panel.daysLeft })}`}
      </p>
      <h2 id="overall">{say('overall')}</h2>
      {panel.score === null ? (
        <p>{say('noScore')}</p>
      ) : (
        <>
          <p class="score">
            <strong>{shown(panel.score)}</strong>
            {panel.expected !== null && <span class="quiet">{say('expected', { score: shown(panel.expected) })}</span>}
          </p>
          <div class="meter" aria-hidden="true">
            <div class="meter-fill" style={{ width: `${panel.score * 100}%` }} />
            {panel.expected !== null && <div class="meter-mark" style={{ left: `${panel.expected * 100}%` }} />}
          </div>
        </>
      )}
      {counts.length > 0 && (
        <>
          <h2>{say('byStatus')}</h2>
          <ul class="counts">
            {counts.map(({ status, label, count }) => (
              <li key={status} data-status={status}>
                <span>{label}</span>
                <strong>{count}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
