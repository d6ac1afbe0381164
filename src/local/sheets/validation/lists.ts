/** Drop-downs that take their list from a range: the range is followed here, and Univer's rule is told where it went. */
import { CommandType, DataValidationType } from '@univerjs/core';
import type { ICommandInfo } from '@univerjs/core';
import { UpdateDataValidationMutation, UpdateRuleType } from '@univerjs/data-validation';
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation, SetWorksheetNameMutation } from '@univerjs/sheets';
import type { Book } from '../book';
import { rulesOf } from './check';

const MOVING = new Set([InsertRowMutation.id, InsertColMutation.id, RemoveRowMutation.id, RemoveColMutation.id, SetWorksheetNameMutation.id]);

/**
 * Univer moves such a list only when its sheet is the one on screen, and only without `$`. So after each command that
 * moved something, and once at the start for the new workbook's id, the rules are written anew where they differ.
 */
export function followLists(book: Book): void {
  let moved = false;
  rewriteLists(book);
  book.commands.onCommandExecuted((command: Readonly<ICommandInfo>) => {
    if (MOVING.has(command.id)) moved = true;
    else if (moved && command.type === CommandType.COMMAND) {
      moved = false;
      rewriteLists(book);
    }
  });
}

function rewriteLists(book: Book): void {
  for (const sheet of book.workbook.getSheets()) {
    const sheetId = sheet.getSheetId();
    for (const rule of rulesOf(book, sheetId)) {
      const place = rule.google?.list === undefined ? undefined : book.beside.lists.get(rule.google.list);
      if (rule.type !== DataValidationType.LIST || !place || !book.workbook.getSheetBySheetId(place.sheetId)) continue;
      const formula1 = `=${book.fullName(place)}`;
      if (rule.formula1 === formula1) continue;
      const payload = { type: UpdateRuleType.ALL, payload: { ranges: rule.ranges, formula1, formula2: rule.formula2 } };
      book.commands.syncExecuteCommand(UpdateDataValidationMutation.id, { unitId: book.unitId, subUnitId: sheetId, ruleId: rule.uid, payload });
    }
  }
}
