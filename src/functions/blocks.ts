/** The computed blocks that the table functions spill: a row of labels, then one row for each row of the sheet. */
import { FIRST_DATA_ROW, KEY_ROW, TABLES, type KeyedTable } from '../rows/columns';
import type { Findings } from '../model/finding';
import type { Language } from '../model/words';
import type { ActionConclusion } from '../rules/actions';
import type { KeyResultConclusion } from '../rules/keyResults';
import type { KpiConclusion } from '../rules/kpis';
import type { ObjectiveConclusion } from '../rules/objectives';
import { bar } from '../report/bar';
import { findingsText } from '../report/findings';
import { labelOf } from '../report/labels';
import { speak } from '../report/messages';
import { badge } from '../report/vocabulary';

export type BlockCell = string | number;
export type Block = BlockCell[][];

/** What a block needs of a table: how many rows of data it has, what was found in it, and what is wrong with the whole sheet. */
export interface BlockInput<Conclusion> {
  readonly count: number;
  /** Hands out the conclusions in the order of their rows; the findings of a row are complete when it is handed out. */
  readonly each: (use: (conclusion: Conclusion) => void) => void;
  readonly findings: Findings;
  readonly language: Language;
}

const blank = <Value extends string | number>(value: Value | undefined): Value | '' => (value === undefined ? '' : value);

/** `cells` answers the columns of the block, given the text of the last one; a list made in one piece takes a third of the space of one that grew. */
function block<Conclusion>(
  table: KeyedTable,
  input: BlockInput<Conclusion>,
  rowOf: (conclusion: Conclusion) => number,
  cells: (conclusion: Conclusion, found: string) => BlockCell[],
): Block {
  const { count, each, findings, language } = input;
  const labels: BlockCell[] = TABLES[table].computed.map((column) => labelOf(column.key, language));
  const aboutTheSheet = findingsText(findings.of(KEY_ROW), language);
  if (aboutTheSheet !== '') labels[labels.length - 1] = `${String(labels[labels.length - 1])}: ${aboutTheSheet}`;
  const answer: Block = [labels];
  const width = labels.length;
  each((conclusion) => {
    const row = rowOf(conclusion);
    while (answer.length < row - FIRST_DATA_ROW + 1) answer.push(new Array<BlockCell>(width).fill(''));
    answer.push(cells(conclusion, findingsText(findings.of(row), language)));
  });
  while (answer.length <= count) answer.push(new Array<BlockCell>(width).fill(''));
  return answer;
}

export function objectivesBlock(input: BlockInput<ObjectiveConclusion>): Block {
  const say = speak(input.language);
  return block('objectives', input, (one) => one.objective.row, (one, found) => [
    blank(one.score),
    one.score === undefined ? '' : bar(one.score),
    one.total === 0 ? '' : say('coverage', { scored: one.scored, total: one.total }),
    blank(one.expected),
    one.status === undefined ? '' : badge(one.status, input.language),
    blank(one.confidence),
    '', // the chance comes with the forecast
    found,
  ]);
}

export function keyResultsBlock(input: BlockInput<KeyResultConclusion>): Block {
  const badges = new Map<string, string>();
  return block('keyResults', input, (one) => one.keyResult.row, (one, found) => {
    let status = '';
    if (one.status !== undefined) {
      status = badges.get(one.status) ?? badge(one.status, input.language);
      badges.set(one.status, status);
    }
    return [
      blank(one.score),
      one.score === undefined ? '' : bar(one.score),
      blank(one.expected),
      status,
      '', // the forecast has a rule of its own to come
      '',
      blank(one.needed),
      blank(one.lastCheckIn),
      found,
    ];
  });
}

export function actionsBlock(input: BlockInput<ActionConclusion>): Block {
  return block('actions', input, (one) => one.action.row, (one, found) => [one.waitsFor.join(', '), found]);
}

export function kpisBlock(input: BlockInput<KpiConclusion>): Block {
  return block('kpis', input, (one) => one.kpi.row, (one, found) => [badge(one.health, input.language), blank(one.nextDue), found]);
}
