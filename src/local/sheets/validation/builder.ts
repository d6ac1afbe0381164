/** SpreadsheetApp.newDataValidation(): the builder, and the finished DataValidation. */
import { nameIn } from '../../services/enumeration';
import type { Book, Place } from '../book';
import { builds, invalidArgument, kind, plain } from '../objects';
import type { Member } from '../objects';
import { DataValidationCriteria } from './rule';
import type { CriteriaType, Validation } from './rule';

export interface ValidationState {
  readonly book: Book;
  validation: Validation;
}

const ask = (state: ValidationState, type: CriteriaType, ...values: unknown[]) => {
  state.validation = { ...state.validation, criteria: { type, values } };
};

const compares = (prefix: 'NUMBER' | 'DATE', name: string, letter: string, count: 1 | 2): Member<ValidationState> =>
  builds((state: ValidationState, ...values: unknown[]) => ask(state, `${prefix}_${name}` as CriteriaType, ...values), letter.repeat(count));

const asksText = (type: CriteriaType): Member<ValidationState> => builds((state: ValidationState, text: string) => ask(state, type, text), 's');

const shared: Record<string, Member<ValidationState>> = {
  copy: plain(({ book, validation }: ValidationState) => DataValidationBuilder.offer(book.gate, { book, validation })),
  getAllowInvalid: plain(({ validation }: ValidationState) => validation.allowInvalid),
  getHelpText: plain(({ validation }: ValidationState) => validation.helpText),
  getCriteriaType: plain(({ validation }: ValidationState) => (validation.criteria ? DataValidationCriteria[validation.criteria.type] : null)),
  getCriteriaValues: plain(({ book, validation }: ValidationState) => {
    const { type, values } = validation.criteria ?? { type: undefined, values: [] };
    if (type === 'VALUE_IN_RANGE') return [values[0] ? book.objects.range(values[0] as Place) : null, values[1]];
    if (type === 'VALUE_IN_LIST') return [[...(values[0] as unknown[])], values[1]];
    return [...values];
  }),
};

export const DataValidation = kind<ValidationState>('DataValidation', shared);

export const DataValidationBuilder = kind<ValidationState>('DataValidationBuilder', {
  ...shared,
  requireValueInList: builds((state: ValidationState, values: unknown[], showDropdown = true) => {
    if (values.length > 500) throw new Error('The data validation rule has more items than the limit of 500. Use the “List from a range” criteria instead.');
    ask(state, 'VALUE_IN_LIST', values.map(String), showDropdown);
  }, 'a', 'ab'),
  requireValueInRange: builds((state: ValidationState, range: object, showDropdown = true) => {
    const place = state.book.objects.placeOf(range);
    if (!place) throw invalidArgument('range');
    ask(state, 'VALUE_IN_RANGE', { sheetId: place.sheetId, area: place.area }, showDropdown);
  }, 'o', 'ob'),
  requireNumberBetween: compares('NUMBER', 'BETWEEN', 'n', 2),
  requireNumberNotBetween: compares('NUMBER', 'NOT_BETWEEN', 'n', 2),
  requireNumberEqualTo: compares('NUMBER', 'EQUAL_TO', 'n', 1),
  requireNumberNotEqualTo: compares('NUMBER', 'NOT_EQUAL_TO', 'n', 1),
  requireNumberGreaterThan: compares('NUMBER', 'GREATER_THAN', 'n', 1),
  requireNumberGreaterThanOrEqualTo: compares('NUMBER', 'GREATER_THAN_OR_EQUAL_TO', 'n', 1),
  requireNumberLessThan: compares('NUMBER', 'LESS_THAN', 'n', 1),
  requireNumberLessThanOrEqualTo: compares('NUMBER', 'LESS_THAN_OR_EQUAL_TO', 'n', 1),
  requireDate: builds((state: ValidationState) => ask(state, 'DATE_IS_VALID_DATE')),
  requireDateAfter: compares('DATE', 'AFTER', 'd', 1),
  requireDateBefore: compares('DATE', 'BEFORE', 'd', 1),
  requireDateBetween: compares('DATE', 'BETWEEN', 'd', 2),
  requireDateNotBetween: compares('DATE', 'NOT_BETWEEN', 'd', 2),
  requireDateEqualTo: compares('DATE', 'EQUAL_TO', 'd', 1),
  requireDateOnOrAfter: compares('DATE', 'ON_OR_AFTER', 'd', 1),
  requireDateOnOrBefore: compares('DATE', 'ON_OR_BEFORE', 'd', 1),
  requireCheckbox: builds((state: ValidationState, ...values: unknown[]) => ask(state, 'CHECKBOX', ...values), '', 'v', 'vv'),
  requireFormulaSatisfied: builds((state: ValidationState, formula: string) => ask(state, 'CUSTOM_FORMULA', formula), 's'),
  requireTextIsEmail: builds((state: ValidationState) => ask(state, 'TEXT_IS_VALID_EMAIL')),
  requireTextContains: asksText('TEXT_CONTAINS'),
  requireTextDoesNotContain: asksText('TEXT_DOES_NOT_CONTAIN'),
  requireTextEqualTo: asksText('TEXT_EQUAL_TO'),
  withCriteria: builds((state: ValidationState, criteria: object, args: unknown[]) => {
    const type = nameIn(DataValidationCriteria, criteria);
    if (!type) throw invalidArgument('criteria');
    ask(state, type, ...args.map((value) => state.book.objects.placeOf(value) ?? value));
  }, 'oa'),
  setAllowInvalid: builds((state: ValidationState, allowInvalid: boolean) => {
    state.validation = { ...state.validation, allowInvalid };
  }, 'b'),
  setHelpText: builds((state: ValidationState, helpText: string | null) => {
    state.validation = { ...state.validation, helpText };
  }, '(s)'),
  build: plain(({ book, validation }: ValidationState) => DataValidation.offer(book.gate, { book, validation })),
});

export function newDataValidation(book: Book): object {
  return DataValidationBuilder.offer(book.gate, { book, validation: { criteria: undefined, allowInvalid: true, helpText: null } });
}
