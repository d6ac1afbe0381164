/** Lets conditional formats see spilled cells, which Univer 0.25.1 hides from all but custom formulas. */
import { ICommandService, IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import type { ICellData, Injector, Workbook } from '@univerjs/core';
import { FormulaDataModel, SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import { ConditionalFormattingRuleModel, ConditionalFormattingViewModel } from '@univerjs/sheets-conditional-formatting';

/** The private parts used; there is no public way to tell a rule what a cell holds. */
interface Unit {
  _context: { getCellValue(row: number, column: number): ICellData };
}
interface View {
  _createRuleCalculateUnitInstance(unitId: string, sheetId: string, rule: unknown): Unit | undefined;
}

export function showSpilledCellsToFormats(injector: Injector): void {
  const data = injector.get(FormulaDataModel);
  const view = injector.get(ConditionalFormattingViewModel) as unknown as View;
  const create = view._createRuleCalculateUnitInstance;
  if (typeof create !== 'function') throw new Error('This version of Univer has no _createRuleCalculateUnitInstance; the embedded host needs 0.25.1.');
  view._createRuleCalculateUnitInstance = function (unitId, sheetId, rule) {
    const unit = create.call(view, unitId, sheetId, rule);
    if (!unit) return unit;
    const stored = unit._context.getCellValue;
    unit._context.getCellValue = (row, column) => data.getArrayFormulaCellData()[unitId]?.[sheetId]?.[row]?.[column] ?? stored(row, column);
    return unit;
  };
  repaintAfterSpills(injector);
}

/** A new spill changes cells below and beside its formula; Univer looks only at the formula's own cell. */
function repaintAfterSpills(injector: Injector): void {
  const rules = injector.get(ConditionalFormattingRuleModel);
  const view = injector.get(ConditionalFormattingViewModel);
  const workbooks = injector.get(IUniverInstanceService);
  injector.get(ICommandService).onCommandExecuted((command) => {
    if (command.id !== SetArrayFormulaDataMutation.id) return;
    for (const workbook of workbooks.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
      const unitId = workbook.getUnitId();
      for (const sheet of workbook.getSheets()) {
        const sheetId = sheet.getSheetId();
        for (const rule of rules.getSubunitRules(unitId, sheetId) ?? []) view.markRuleDirty(unitId, sheetId, rule.cfId);
      }
    }
  });
}
