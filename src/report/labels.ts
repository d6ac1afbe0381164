/** The labels of columns in a language. */
import type { Language } from '../model/words';
import { speak, type AnyKey } from './onDemand';

type LabelKey = Extract<AnyKey, `label.${string}`>;

/** The label of a column by its key; a test proves that every declared column has one in every language. */
export function labelOf(key: string, language: Language): string {
  return speak(language)(`label.${key}` as LabelKey);
}
