/** The list of findings, each with its place; a click shows the cell. What was just put right stands above. */
import type { Panel, PanelFinding } from '../src/app/panel';
import type { Speak } from './speak';

interface Props {
  readonly panel: Panel;
  readonly say: Speak;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onShow: (finding: PanelFinding) => void;
}

const SIGNS = { error: '✖', warning: '△', advice: '◇' } as const;

export function Findings({ panel, say, isBusy, onCheck, onShow }: Props) {
  const { error, warning, advice } = panel.totals;
  const total = error + warning + advice;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{say('findings')}</h2>
      {panel.repairs.length > 0 && (
        <div class="repairs">
          <h3>{say('repaired')}</h3>
          <ul>
            {panel.repairs.map((repair) => (
              <li key={repair}>{repair}</li>
            ))}
          </ul>
        </div>
      )}
      {total === 0 ? (
        <p>{say('noFindings')}</p>
      ) : (
        <p class="quiet">
          {[error > 0 && say('errors', { count: error }), warning > 0 && say('warnings', { count: warning }), advice > 0 && say('advice', { count: advice })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <ul class="findings">
        {panel.findings.map((finding) => (
          <li key={`${finding.sheet}!${finding.cell} ${finding.text}`}>
            <button type="button" class={finding.severity} title={say('show')} onClick={() => onShow(finding)}>
              <span class="sign" aria-hidden="true">
                {SIGNS[finding.severity]}
              </span>
              <span>
                {finding.text}
                <span class="quiet place">
                  {finding.sheet} {finding.cell}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total > panel.findings.length && <p class="quiet">{say('more', { count: total - panel.findings.length })}</p>}
      <button type="button" disabled={isBusy} onClick={onCheck}>
        {say('refresh')}
      </button>
    </section>
  );
}
