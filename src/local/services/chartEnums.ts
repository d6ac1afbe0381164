/** The Charts global: only the names that charts in sheets need; pictures of charts are not modelled. */
import { enumeration } from './enumeration';

export const ChartType = enumeration('Charts.ChartType', ['AREA', 'BAR', 'COLUMN', 'LINE', 'PIE']);
export const ChartMergeStrategy = enumeration('Charts.ChartMergeStrategy', ['MERGE_COLUMNS', 'MERGE_ROWS']);
export const ChartHiddenDimensionStrategy = enumeration('Charts.ChartHiddenDimensionStrategy', ['IGNORE_BOTH', 'IGNORE_ROWS', 'IGNORE_COLUMNS', 'SHOW_BOTH']);
export const Position = enumeration('Charts.Position', ['TOP', 'RIGHT', 'BOTTOM', 'NONE']);

const GLOBAL = { ChartType, ChartMergeStrategy, ChartHiddenDimensionStrategy, Position };

export function chartEnums(): object {
  return new Proxy(Object.freeze(GLOBAL), {
    get(target, property) {
      if (typeof property === 'symbol' || property === 'then' || property === 'toJSON') return undefined;
      if (!Object.prototype.hasOwnProperty.call(target, property)) throw new Error(`Charts.${property} is not modelled by the embedded host.`);
      return target[property as keyof typeof GLOBAL];
    },
  });
}
