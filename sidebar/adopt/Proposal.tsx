/** What was understood of one table, or of two that belong together, and what was not. */
import { useMemo } from 'preact/hooks';
import type { Table } from '../../src/rows/foreign/mapping';
import type { Recognised } from '../../src/rows/foreign/recognise';
import { useVoice } from '../voice';
import { ForeignTable } from './ForeignTable';
import { sentences } from './sentences';

interface Props {
  readonly tables: readonly Table[];
  readonly recognised: Recognised;
  readonly isBusy: boolean;
  readonly onHeaderRow: (table: number, row: number) => void;
  readonly onMapping: (table: number, mapping: readonly string[]) => void;
  readonly onCopy: () => void;
}

export function Proposal({ tables, recognised, isBusy, onHeaderRow, onMapping, onCopy }: Props) {
  const { say, language } = useVoice();
  const { objectives, keyResults } = countsOf(recognised);
  const counts = { objectives: say('count.objectives', { count: objectives }), keyResults: say('count.keyResults', { count: keyResults }) };
  const notUnderstood = useMemo(() => sentences(recognised.problems.all(), language), [recognised, language]);
  return (
    <>
      {tables.map((table, at) => (
        <ForeignTable key={at} table={table} onHeaderRow={(row) => onHeaderRow(at, row)} onMapping={(mapping) => onMapping(at, mapping)} />
      ))}
      <p role="status">{say('adopt.found', counts)}</p>
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
        <button type="button" class="primary" disabled={objectives + keyResults === 0} aria-disabled={isBusy} onClick={onCopy}>
          {say('adopt.copy')}
        </button>
      </div>
      <p class="quiet">{say('adopt.untouched')}</p>
    </>
  );
}

/** Objectives that the workbook has already are not counted. */
function countsOf({ objectives }: Recognised): { readonly objectives: number; readonly keyResults: number } {
  return {
    objectives: objectives.filter(({ existing }) => existing === undefined).length,
    keyResults: objectives.reduce((sum, { keyResults }) => sum + keyResults.length, 0),
  };
}
