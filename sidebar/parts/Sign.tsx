/** A status as shape and word, so that it can be told without colour. */
import type { Status } from '../../src/model/words';
import { useVoice } from '../voice';

export const SHAPES: Readonly<Record<Status, string>> = { Complete: '✔', 'On track': '●', 'At risk': '▲', 'Off track': '■', 'Not started': '◇', 'No data': '–' };

export function Sign({ status }: { readonly status: Status | '' }) {
  const { word } = useVoice();
  if (status === '') return null;
  return (
    <span class="sign" data-status={status}>
      <span aria-hidden="true">{SHAPES[status]}</span> {word(status)}
    </span>
  );
}
