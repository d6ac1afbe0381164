/** What was taken into History before its cycle ended counts in none of its averages. */
import type { ClosedRow } from '../../model/past';
import { LANGUAGES } from '../../model/words';
import { speak } from '../../report/onDemand';

/** Told by the word in the row, in whichever language the workbook was then. */
export function archivedBy(): (row: Pick<ClosedRow, 'nextStep'>) => boolean {
  const words = new Set(LANGUAGES.map((language) => speak(language)('form.archived')));
  return ({ nextStep }) => words.has(nextStep);
}
