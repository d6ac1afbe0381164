/** Three texts decide about a field: what the form was opened with, what it says now, and what the sheet says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObjectiveDraft } from '../../../src/app/api';
import { objectiveCells, type DraftReader } from '../../../src/app/form/draft';
import { ownChanges } from '../../../src/app/form/meanwhile';
import { speak } from '../../../src/report/onDemand';
import type { RowCells } from '../../../src/app/form/tables';

const draft = (text: string, team: string, dueDate: string): ObjectiveDraft => ({
  id: 'O1', text, team, level: '', owner: '', parent: '', kind: 'Committed', priority: '', startDate: '', dueDate, keyResults: [],
});
const texts = fc.constantFrom('One', 'Two', ' One ', 'Three');
const days = fc.constantFrom('', '2026-10-01', '2026-12-31');
const drafts = fc.tuple(texts, texts, days).map((three) => draft(...three));

function decide(opened: ObjectiveDraft, now: ObjectiveDraft, sheet: ObjectiveDraft): { readonly written: RowCells; readonly told: string[] } {
  const told: string[] = [];
  const reader: DraftReader = { mark: '.', language: 'en', say: speak('en'), kpiIds: new Set(), refuse: (field) => void told.push(field) };
  const cells: RowCells = { objective: sheet.text, team: sheet.team, due_date: sheet.dueDate === '' ? '' : new Date(`${sheet.dueDate}T00:00:00Z`) };
  return { written: ownChanges(now, opened, (key) => cells[key], '', reader, objectiveCells), told };
}

test('a field is written when it was touched, and told when the sheet says neither what it was opened with nor what it says now', () => {
  fc.assert(
    fc.property(drafts, drafts, drafts, (opened, now, sheet) => {
      const { written, told } = decide(opened, now, sheet);
      for (const [field, key] of [['text', 'objective'], ['team', 'team'], ['dueDate', 'due_date']] as const) {
        const [before, own, theirs] = [opened[field].trim(), now[field].trim(), sheet[field].trim()];
        expect(key in written).toBe(own !== before);
        expect(told.includes(field)).toBe(own !== before && theirs !== before && theirs !== own);
      }
    }),
  );
});

test('a form that was not touched writes nothing and is never refused, whatever the sheet says', () => {
  fc.assert(
    fc.property(drafts, drafts, (opened, sheet) => {
      expect(decide(opened, opened, sheet)).toEqual({ written: {}, told: [] });
    }),
  );
});
