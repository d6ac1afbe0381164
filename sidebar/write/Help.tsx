/** Help to begin with: examples by department, KPIs, the "OKR or KPI?" helper, questions, and wordings side by side. */
import { useState } from 'preact/hooks';
import { libraryFor, type Department, type KpiExample, type ObjectiveExample } from '../library/library';
import { SelectField } from '../parts/Field';
import { useVoice } from '../voice';
import type { KeyResultIdea } from './draft';
import { OkrOrKpi } from './OkrOrKpi';

interface Props {
  readonly onExample: (example: ObjectiveExample) => void;
  readonly onKeyResult: (idea: KeyResultIdea) => void;
}

export function Help({ onExample, onKeyResult }: Props) {
  const { say, language } = useVoice();
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="help" onToggle={(event) => event.target === event.currentTarget && setOpen(event.currentTarget.open)}>
      <summary>{say('help')}</summary>
      {isOpen && <Topics key={language} onExample={onExample} onKeyResult={onKeyResult} />}
    </details>
  );
}

function Topics({ onExample, onKeyResult }: Props) {
  const { say, language } = useVoice();
  const { departments, guidance } = libraryFor(language);
  const [id, setId] = useState<string>(departments[0]?.id ?? '');
  const [used, setUsed] = useState('');
  const department = departments.find((one) => one.id === id);
  return (
    <div class="inside">
      <SelectField label={say('help.department')} value={id} options={departments.map((one) => ({ value: one.id, label: one.name }))} onChange={setId} />
      <p class="done" role="status">
        {used !== '' && say('help.used', { text: used })}
      </p>
      {department && <Examples department={department} onExample={onExample} />}
      {department && (
        <Kpis
          department={department}
          onUse={(kpi) => {
            onKeyResult({ ...kpi, start: null });
            setUsed(kpi.text);
          }}
        />
      )}
      <OkrOrKpi helper={guidance.helper} />
      <details>
        <summary>{say('help.questions')}</summary>
        <Questions title={say('help.objective')} questions={guidance.questions.objective} />
        <Questions title={say('help.keyResults')} questions={guidance.questions.keyResults} />
        <Questions title={say('help.forKpis')} questions={guidance.questions.kpis} />
      </details>
      <details>
        <summary>{say('help.wordings')}</summary>
        <ul class="plain">
          {guidance.pairs.map(({ id: key, bad, good, why }) => (
            <li key={key} class="pairing">
              <p class="bad">
                <b>✖ {say('help.instead')}</b> {bad}
              </p>
              <p class="good">
                <b>✔ {say('help.better')}</b> {good}
              </p>
              <p class="quiet">{why}</p>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Examples({ department, onExample }: { readonly department: Department; readonly onExample: (example: ObjectiveExample) => void }) {
  const { say } = useVoice();
  return (
    <details>
      <summary>{say('help.examples')}</summary>
      <ul class="plain">
        {department.objectives.map((example) => (
          <li key={example.id} class="card">
            <b>{example.text}</b>
            <ul class="bullets">
              {example.keyResults.map((keyResult) => (
                <li key={keyResult.id}>{keyResult.text}</li>
              ))}
            </ul>
            <button type="button" aria-label={`${say('help.use')}: ${example.text}`} onClick={() => onExample(example)}>
              {say('help.use')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each with its four parts: target, time frame, source and frequency. */
function Kpis({ department, onUse }: { readonly department: Department; readonly onUse: (kpi: KpiExample) => void }) {
  const { say, word, number } = useVoice();
  return (
    <details>
      <summary>{say('help.kpis')}</summary>
      <ul class="plain">
        {department.kpis.map((kpi) => (
          <li key={kpi.id} class="card">
            <b>{kpi.text}</b>
            <dl class="facts">
              <dt>{say('kpi.target')}</dt>
              <dd>{`${word(kpi.measure)} ${number(kpi.target)} ${kpi.unit}`}</dd>
              <dt>{say('kpi.timeFrame')}</dt>
              <dd>{kpi.timeFrame}</dd>
              <dt>{say('kpi.source')}</dt>
              <dd>{kpi.source}</dd>
              <dt>{say('kpi.frequency')}</dt>
              <dd>{word(kpi.frequency)}</dd>
            </dl>
            <button type="button" aria-label={`${say('help.useKpi')}: ${kpi.text}`} onClick={() => onUse(kpi)}>
              {say('help.useKpi')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Questions({ title, questions }: { readonly title: string; readonly questions: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul class="bullets">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </>
  );
}
