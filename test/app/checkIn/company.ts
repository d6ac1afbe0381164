/** A small workbook for checking in: every measure and reading, one current value that is a formula, one row of somebody else's. */
import { expect } from 'vitest';
import type { CheckInEntry, CheckInSaved, Refused } from '../../../src/app/api';
import type { Tables } from '../../../src/local/tables';
import type { Host, HostOptions } from '../../../src/local/types';
import { act, FEW_ROWS, fill, setUpHost } from '../workbook';

export const ANA = 'ana@example.com';

export const COMPANY: Tables = {
  Objectives: [
    ['id', 'objective', 'level', 'team', 'owner'],
    ['O1', 'Customers stay with us', 'Company', 'Product', ANA],
    ['O2', 'We are easy to buy from', 'Team', 'Sales', 'ben@example.com'],
  ],
  'Key Results': [
    ['id', 'objective_id', 'key_result', 'owner', 'measure', 'unit', 'start', 'target', 'current', 'reading'],
    ['O1.1', 'O1', 'Renewals rise from 0 to 100', ANA, 'Increase', '', 0, 100, 50, ''],
    ['O1.2', 'O1', 'Complaints fall from 40 to 20', ANA, 'Decrease', '', 40, 20, 30, ''],
    ['O1.3', 'O1', 'Interviews held rise to 20', ANA, 'Increase', '', 0, 20, '', 'sum'],
    ['O1.4', 'O1', 'Mean answer time falls from 9 to 3 hours', '', 'Decrease', 'h', 9, 3, '', 'average'],
    ['O2.1', 'O2', 'The price list is public', 'ben@example.com', 'Milestone', '', '', '', '', ''],
    ['O2.2', 'O2', 'Share of orders without a call', 'ben@example.com', 'Increase', '%', 10, 60, 20, ''],
    ['O2.3', 'O2', 'Orders per week, from the figures', 'ben@example.com', 'Increase', '', 0, 10, '', ''],
  ],
};

/** Where O2.3 takes its value from. */
export const FORMULA = '=SUM(1,2)';

export async function companyHost(options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await setUpHost({ ...FEW_ROWS, ...options });
  await fill(host, COMPANY);
  await act(host, (book, formula) => {
    book.getSheetByName('Key Results')!.getRange('I9').setFormula(formula);
  }, FORMULA);
  await host.settled();
  return host;
}

let refs = 0;
export const entry = (part: Partial<CheckInEntry>): CheckInEntry => {
  refs += 1;
  return { keyResultId: 'O1.1', value: '', confidence: null, progress: '', blockers: '', day: '', ref: `r${refs}`, ...part };
};

export async function save(host: Host, part: Partial<CheckInEntry>): Promise<CheckInSaved['saved']> {
  const answer = (await host.call('checkInSave', [entry(part)])) as CheckInSaved | Refused;
  expect(answer).toHaveProperty('saved');
  return (answer as CheckInSaved).saved;
}

export async function refused(host: Host, part: Partial<CheckInEntry>): Promise<Refused['refused']> {
  const answer = (await host.call('checkInSave', [entry(part)])) as CheckInSaved | Refused;
  expect(answer).toHaveProperty('refused');
  return (answer as Refused).refused;
}

/** The rows of the log, as people see them. */
export function log(host: Host): unknown[][] {
  return host.values('Check-ins', 'A3:H60').filter((row) => row.some((cell) => cell !== ''));
}

/** Current value and confidence of a key result, wherever its row stands. */
export function currentOf(host: Host, id: string): unknown[] {
  const row = host.values('Key Results', 'A3:J60').find((cells) => cells[0] === id);
  return row ? [row[8], row[9]] : [];
}


/** Puts values and log back to how they were, which is quicker than opening the document anew. */
export async function reset(host: Host): Promise<void> {
  await act(host, (book, formula) => {
    book.getSheetByName('Check-ins')!.getRange('A3:I60').clearContent();
    book.getSheetByName('Key Results')!.getRange('I3:J9').setValues([[50, ''], [30, ''], ['', ''], ['', ''], ['', ''], [20, ''], [formula, '']]);
  }, FORMULA);
}
