/** What was understood of a table: which column becomes what, the first rows of the outcome, and what was not understood. */
import type { AdoptProposal } from '../../src/app/api';
import { SelectField } from '../parts/Field';
import { useVoice } from '../voice';

interface Props {
  readonly proposal: AdoptProposal;
  readonly isBusy: boolean;
  readonly onMapping: (mapping: readonly string[]) => void;
  readonly onCopy: () => void;
}

export function Proposal({ proposal, isBusy, onMapping, onCopy }: Props) {
  const { say } = useVoice();
  const { mapping, headers, preview, objectives, keyResults, notUnderstood, choices = [] } = proposal;
  const options = [{ value: '', label: say('adopt.leaveOut') }, ...choices.map(({ key, label }) => ({ value: key, label }))];
  const counts = { objectives: say('count.objectives', { count: objectives }), keyResults: say('count.keyResults', { count: keyResults }) };
  return (
    <section aria-labelledby="proposal">
      <h2 id="proposal">{say('adopt.columns')}</h2>
      {headers.map((header, column) => (
        <SelectField
          key={column}
          label={header.trim() || say('adopt.column', { number: column + 1 })}
          value={mapping[column] ?? ''}
          options={options}
          onChange={(key) => onMapping(headers.map((_, at) => (at === column ? key : (mapping[at] ?? ''))))}
        />
      ))}
      <h2 id="preview">{say('adopt.preview')}</h2>
      <p role="status">{say('adopt.found', counts)}</p>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="preview">
        <table>
          <thead>
            <tr>
              {headers.map((header, column) => (
                <th key={column} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notUnderstood.length > 0 && (
        <>
          <h2>{say('adopt.notUnderstood')}</h2>
          <ul class="bullets">
            {notUnderstood.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        <button type="button" class="primary" disabled={isBusy || objectives + keyResults === 0} onClick={onCopy}>
          {say('adopt.copy')}
        </button>
      </div>
      <p class="quiet">{say('adopt.untouched')}</p>
    </section>
  );
}
