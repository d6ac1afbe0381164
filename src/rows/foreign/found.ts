/** What was found in a table that somebody else made: objectives with their key results, ready to be given a place and an ID. */
/** By column key; what is blank is left out. Choices are the canonical English words, days ISO text, numbers in the unit of their row. */
export type Fields = Record<string, string | number>;

export interface FoundObjective {
  /** The ID it has in the source; '' when there is none, or one that another row has. */
  readonly sourceId: string;
  readonly fields: Fields;
  readonly keyResults: readonly FoundKeyResult[];
  /** Set for an objective that is in the workbook already: only its key results are new. */
  readonly existing?: string;
}

export interface FoundKeyResult {
  readonly sourceId: string;
  readonly fields: Fields;
}
