/** The list of findings, each with its place; a click shows the cell. What was just put right stands above. */
import type { Place } from '../../src/app/api';
import { isFixable } from '../../src/rules/fixable';
import type { Panel, PanelFinding } from '../../src/app/panel';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork } from '../work';

interface Props {
  readonly panel: Panel;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onFixed: () => void;
  readonly onShow: (place: Place) => void;
}

const SIGNS = { error: '✖', warning: '△', advice: '◇' } as const;

export function Findings({ panel, isBusy, onCheck, onFixed, onShow }: Props) {
  const { say } = useVoice();
  const work = useWork();
  const { error, warning, advice } = panel.totals;
  const total = error + warning + advice;

  function fix({ code, sheetId, row, column }: PanelFinding): void {
    void work.run(() => call('findingFix', code, sheetId, row, column), onFixed);
  }
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
      <Report work={work} running={say('saving')} />
      <ul class="findings">
        {panel.findings.map((finding) => (
          <li key={`${finding.sheet}!${finding.cell} ${finding.text}`}>
            <button type="button" class={`finding ${finding.severity}`} title={say('show')} onClick={() => onShow(finding)}>
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
            {isFixable(finding.code) && (
              <button type="button" class="small" aria-disabled={work.isRunning || isBusy} aria-label={`${say('findings.fix')}: ${finding.text}`} onClick={() => fix(finding)}>
                {say('findings.fix')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {total > panel.findings.length && <p class="quiet">{say('more', { count: total - panel.findings.length })}</p>}
      <button type="button" aria-disabled={isBusy} onClick={onCheck}>
        {say('refresh')}
      </button>
    </section>
  );
}
