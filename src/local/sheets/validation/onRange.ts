/** The data validations of a Range: setting, reading and clearing them. */
import { generateRandomId } from '@univerjs/core';
import { AddSheetDataValidationCommand, ClearRangeDataValidationCommand, SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import type { Area } from '../a1';
import { changes, invalidArgument, reads } from '../objects';
import type { Member } from '../objects';
import { checkShape } from '../range/content';
import { checkOnSheet, eachCell } from '../range/place';
import type { RangeState } from '../range/place';
import { DataValidation } from './builder';
import type { ValidationState } from './builder';
import { fromUniver, toUniver } from './rule';
import type { MarkedRule, Validation } from './rule';

function validationOf(rule: unknown): Validation | null {
  if (rule === null) return null;
  const state: ValidationState | undefined = DataValidation.stateOf(rule);
  if (!state) throw invalidArgument('rule');
  return state.validation;
}

function set({ book, sheetId }: RangeState, area: Area, validation: Validation | null): void {
  const at = { unitId: book.unitId, subUnitId: sheetId };
  if (validation) book.run(AddSheetDataValidationCommand.id, { ...at, rule: toUniver(book, validation, area, generateRandomId(8)) });
  else if (anyRule(book, sheetId, area)) book.run(ClearRangeDataValidationCommand.id, { ...at, ranges: [{ ...area }] });
}

function anyRule(book: RangeState['book'], sheetId: string, area: Area): boolean {
  return book.injector.get(SheetDataValidationModel).getRules(book.unitId, sheetId).some((rule) =>
    rule.ranges.some((range) => range.startRow <= area.endRow && range.endRow >= area.startRow && range.startColumn <= area.endColumn && range.endColumn >= area.startColumn));
}

function validations(range: RangeState): (object | null)[][] {
  checkOnSheet(range);
  const { book, sheetId } = range;
  const model = book.injector.get(SheetDataValidationModel);
  const seen = new Map<string, Validation>();
  return eachCell(range, (row, column) => {
    const rule = model.getRuleByLocation(book.unitId, sheetId, row, column) as MarkedRule | undefined;
    if (!rule) return null;
    if (!seen.has(rule.uid)) seen.set(rule.uid, fromUniver(book, sheetId, rule));
    return DataValidation.offer(book.gate, { book, validation: seen.get(rule.uid)! });
  });
}

export const validationMembersOfRange: Record<string, Member<RangeState>> = {
  setDataValidation: changes((range: RangeState, rule: object | null) => {
    checkOnSheet(range);
    set(range, range.area, validationOf(rule));
  }, '(o)'),
  setDataValidations: changes((range: RangeState, data: unknown[]) => {
    checkOnSheet(range);
    checkShape(range, data, 'setDataValidations');
    data.forEach((line, r) => line.forEach((rule, c) => {
      const [row, column] = [range.area.startRow + r, range.area.startColumn + c];
      set(range, { startRow: row, endRow: row, startColumn: column, endColumn: column }, validationOf(rule ?? null));
    }));
  }, 'a'),
  getDataValidation: reads((range: RangeState) => validations(range)[0]![0]),
  getDataValidations: reads(validations),
  clearDataValidations: changes((range: RangeState) => {
    checkOnSheet(range);
    set(range, range.area, null);
  }),
};
