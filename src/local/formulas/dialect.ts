/** Where Google's formula language and Univer's differ and a small addition closes the gap. */
import type { Injector } from '@univerjs/core';
import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets';
import { BaseFunction, ERROR_TYPE_SET, IFunctionService } from '@univerjs/engine-formula';
import type { BaseValueObject, ErrorType } from '@univerjs/engine-formula';
import { quickenLookupIndex } from './lookupIndex';
import { allowOpenRanges } from './openRanges';
import { showSpilledCellsToFormats } from './spilledFormats';

/** What a custom function's cell shows when it threw; to other formulas it is an error like any other. */
export const CUSTOM_ERROR = '#ERROR!';

/** Univer spills every array, so ARRAYFORMULA has nothing to do. */
class ArrayFormula extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;

  override calculate(array: BaseValueObject): BaseValueObject {
    return array;
  }
}

export function speakGoogleFormulas(injector: Injector): void {
  ERROR_TYPE_SET.add(CUSTOM_ERROR as ErrorType);
  allowOpenRanges(injector);
  quickenLookupIndex();
  injector.get(IFunctionService).registerExecutors(new ArrayFormula('ARRAYFORMULA' as never));
  showSpilledCellsToFormats(injector);
  showBlockedSpillAsReference(injector);
}

/** A spill that content is in the way of is `#REF!` in Google, and the grid should say so too. */
function showBlockedSpillAsReference(injector: Injector): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: 99, // after the spilled values came in
    effect: InterceptorEffectEnum.Value,
    handler: (cell, _location, next) => next(cell?.v === '#SPILL!' ? { ...cell, v: '#REF!' } : cell),
  });
}
