/** Made-up tables of any size, the same every time: four key results to an objective, all measures, every cell as Google hands it over. */

export type Cell = string | number | Date;
export interface Company {
  readonly keyResults: Cell[][];
  readonly objectives: Cell[][];
  readonly settings: Cell[][];
}

const KEY_RESULT_KEYS = 'id objective_id key_result owner measure unit start target current confidence weight start_date due_date plan reading source note'.split(' ');
const OBJECTIVE_KEYS = 'id objective level team owner parent kind priority weight start_date due_date note'.split(' ');
const MEASURES = ['Increase', 'Decrease', 'At least', 'At most', 'Milestone', ''];
const FIRST = new Date(Date.UTC(2026, 9, 1));
const LAST = new Date(Date.UTC(2026, 11, 31));

export function company(keyResultCount: number): Company {
  const keyResults: Cell[][] = [KEY_RESULT_KEYS, [...KEY_RESULT_KEYS]];
  for (let i = 0; i < keyResultCount; i += 1) keyResults.push(keyResult(i));
  const objectives: Cell[][] = [OBJECTIVE_KEYS, [...OBJECTIVE_KEYS]];
  for (let i = 0; i < Math.ceil(keyResultCount / 4); i += 1) objectives.push(objective(i));
  const settings = [
    ['key', 'value', 'help'],
    ['', '', ''],
    ['as_of', '2026-11-15', ''],
    ['cycle_start', '2026-10-01', ''],
    ['cycle_end', '2026-12-31', ''],
  ];
  return { keyResults, objectives, settings };
}

function keyResult(i: number): Cell[] {
  const measure = MEASURES[i % MEASURES.length] ?? '';
  const [start, target] = measure === 'Decrease' || measure === 'At most' ? [100, 0] : [0, 100];
  const current = measure === 'Milestone' ? 0.5 : i % 101;
  const id = `O${i >> 2}`;
  return [`${id}.${i % 4}`, id, `Raise figure number ${i} from its start to its target`, `person${i % 300}@example.com`, measure, '%', start, target, current, 1 + (i % 5), i % 3 ? '' : 2, FIRST, LAST, '', '', 'CRM', ''];
}

function objective(i: number): Cell[] {
  return [`O${i}`, `Delight the customers of region ${i}`, 'Team', `Team ${i % 200}`, `person${i % 300}@example.com`, i ? `O${i >> 2}` : '', i % 2 ? 'Committed' : 'Aspirational', 'High', '', FIRST, LAST, ''];
}
