/** The plan of a close in properties of the document, piece by piece. */
import type { CloseStore, Memory } from '../app/close/store';

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
    writePieces: (pieces) => {
      properties.setProperties(Object.fromEntries(pieces.map((piece, index) => [pieceName(index), piece])));
    },
    remember: (memory) => {
      properties.setProperty(PROPERTY, JSON.stringify(memory));
    },
    forget: (pieces) => {
      for (let index = pieces - 1; index >= 0; index -= 1) properties.deleteProperty(pieceName(index));
    },
  };
}
