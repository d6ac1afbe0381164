/** What is known of a chart in a sheet; the options are Google's, by their dotted names. */
import type { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType } from '../../services/chartEnums';
import type { Place } from '../book';

export type TypeName = keyof typeof ChartType;
export type OptionValue = string | number | boolean | null | readonly OptionValue[] | { readonly [name: string]: OptionValue };

export interface Chart {
  readonly type: TypeName;
  /** The anchor cell, 0-based, and how far from its corner, in pixels; undefined until a script says where. */
  readonly anchor: { readonly row: number; readonly column: number; readonly offsetX: number; readonly offsetY: number } | undefined;
  readonly places: readonly Place[];
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Rows of the data that are headings; -1 leaves it to the data. */
  readonly headers: number;
  readonly merge: keyof typeof ChartMergeStrategy;
  readonly hidden: keyof typeof ChartHiddenDimensionStrategy;
  readonly transposed: boolean;
}

/** One that lies on a sheet, as it is saved. */
export interface ChartState extends Chart {
  readonly id: number;
  readonly sheetId: string;
}

export const NEW_CHART: Chart = {
  type: 'COLUMN', anchor: undefined, places: [], options: {}, headers: -1, merge: 'MERGE_COLUMNS', hidden: 'IGNORE_BOTH', transposed: false,
};
