/** One foreign table as it is understood: its row of headings, what each column becomes, and its first rows. */
import { useId, useMemo } from 'preact/hooks';
import { ADOPT_KEYS } from '../../src/rows/foreign/headings';
import type { Table } from '../../src/rows/foreign/mapping';
import { previewOf } from '../../src/rows/foreign/propose';
import { textAt, type Source } from '../../src/rows/foreign/source';
import { SelectField, type Option } from '../parts/Field';
import { useVoice } from '../voice';
import { labelOf } from './sentences';

interface Props {
  readonly table: Table;
  readonly onHeaderRow: (row: number) => void;
  readonly onMapping: (mapping: readonly string[]) => void;
}

export function ForeignTable({ table, onHeaderRow, onMapping }: Props) {
  const { say, language } = useVoice();
  const id = useId();
  const { source, headerRow, headings, mapping } = table;
  const preview = useMemo(() => previewOf(table), [table]);
  const keys = [{ value: '', label: say('adopt.leaveOut') }, ...ADOPT_KEYS.map((key) => ({ value: key, label: labelOf(key, language) }))];
  const names = headings.map((heading, column) => heading || say('adopt.column', { number: column + 1 }));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{source.name || say('adopt.columns')}</h2>
      <SelectField
        label={say('adopt.headerRow')}
        value={String(headerRow)}
        options={[{ value: '-1', label: say('adopt.noHeaderRow') }, ...rowsToChoose(source, headerRow)]}
        onChange={(row) => onHeaderRow(Number(row))}
      />
      {names.map((name, column) => (
        <SelectField
          key={column}
          label={name}
          value={mapping[column] ?? ''}
          options={keys}
          onChange={(key) => onMapping(mapping.map((held, at) => (at === column ? key : held)))}
        />
      ))}
      <h3 id={`${id}-preview`}>{say('adopt.preview')}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby={`${id}-preview`}>
        <table>
          <thead>
            <tr>
              {names.map((name, column) => (
                <th key={column} scope="col">
                  {name}
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
    </section>
  );
}

/** Headings stand near the top; what was recognised further down can be chosen again. */
const ROWS_OFFERED = 20;
const LONGEST_ROW = 40;

/** Each row with its number and what it begins with: `4: Team · Objective · Key Result`. */
function rowsToChoose(source: Source, headerRow: number): Option[] {
  const offered = source.cells.map((_, row) => row).filter((row) => row < ROWS_OFFERED || row === headerRow);
  return offered.map((row) => {
    const texts = (source.cells[row] ?? []).map((_, column) => textAt(source, row, column).replace(/\s+/g, ' ')).filter((text) => text !== '');
    const line = [...`${row + 1}: ${texts.join(' · ')}`];
    return { value: String(row), label: line.length > LONGEST_ROW ? `${line.slice(0, LONGEST_ROW - 1).join('')}…` : line.join('') };
  });
}
