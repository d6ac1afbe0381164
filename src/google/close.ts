/** The plan of a close in properties of the document, piece by piece; and the list of cycles on the dashboard. */
import { PAGE_NAME } from '../app/names';
import type { CyclePage } from '../app/close/plan';
import type { CloseStore, Memory } from '../app/close/store';

import { FILTER_COLUMNS, FILTER_ROW } from '../report/dashboard';
import { activeSpreadsheet } from './active';
import { applyCheck } from './checks';

const PROPERTY = 'okr-sheets-close';
const pieceName = (index: number): string => `${PROPERTY}-${index}`;

export function openCloseStore(): CloseStore {
  const properties = PropertiesService.getDocumentProperties();
  return {
    read: () => {
      const all: Readonly<Record<string, string>> = properties.getProperties();
      const text = all[PROPERTY];
      const pieces: string[] = [];
      for (let piece = all[pieceName(0)]; piece !== undefined; piece = all[pieceName(pieces.length)]) pieces.push(piece);
      return { memory: text ? (JSON.parse(text) as Memory) : { done: [] }, pieces };
    },
    remember: (memory, pieces = []) => {
      properties.setProperties({ ...Object.fromEntries(pieces.map((piece, index) => [pieceName(index), piece])), [PROPERTY]: JSON.stringify(memory) });
    },
    forget: (pieces) => {
      for (let index = pieces - 1; index >= 0; index -= 1) properties.deleteProperty(pieceName(index));
    },
  };
}

export const openCyclePage = (): CyclePage => ({
  listCycles: (values, checkHelp) => {
    const page = activeSpreadsheet().getRangeByName(PAGE_NAME);
    if (page) applyCheck(page.getCell(FILTER_ROW, FILTER_COLUMNS.cycle), { check: { kind: 'list', values }, checkHelp });
  },
});
