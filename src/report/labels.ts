/** The labels of columns in a language. */
import type { Language } from '../model/words';
import type { MessageKey } from './generated/messages';
import { speak } from './messages';

type LabelKey = Extract<MessageKey, `label.${string}`>;

/** The label of a column by its key; a test proves that every declared column has one in every language. */
export function labelOf(key: string, language: Language): string {
  return speak(language)(`label.${key}` as LabelKey);
}
