/** One cell of a source as the value of a column of ours. */
import type { AdoptKey } from './headings';
import type { Reader } from './reader';

/** Undefined for what is blank or cannot be read. */
export function valueOf(reader: Reader, row: number, column: number, key: AdoptKey): string | number | undefined {
  if (reader.isNothing(row, column)) return undefined;
  switch (key) {
    case 'level':
    case 'kind':
    case 'priority':
    case 'reading':
      return reader.choice(row, column, key);
    case 'confidence':
      return reader.confidence(row, column);
    case 'start_date':
      return reader.day(row, column, 'first');
    case 'due_date':
      return reader.day(row, column, 'last');
    case 'weight': {
      const amount = reader.amount(row, column);
      return amount?.isPercent ? amount.value / 100 : amount?.value;
    }
    default:
      return reader.text(row, column);
  }
}
