/** A data validation in Google's terms, and its translation into Univer's rule and back. */
import { DataValidationErrorStyle, DataValidationOperator, DataValidationRenderMode, DataValidationType, numfmt } from '@univerjs/core';
import type { ISheetDataValidationRule } from '@univerjs/core';
import { enumeration } from '../../services/enumeration';
import { columnName, readArea, splitSheetName } from '../a1';
import type { Area } from '../a1';
import type { Book, Place } from '../book';

export const DataValidationCriteria = enumeration('SpreadsheetApp.DataValidationCriteria', [
  'DATE_AFTER', 'DATE_BEFORE', 'DATE_BETWEEN', 'DATE_EQUAL_TO', 'DATE_IS_VALID_DATE', 'DATE_NOT_BETWEEN', 'DATE_ON_OR_AFTER', 'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN', 'NUMBER_EQUAL_TO', 'NUMBER_GREATER_THAN', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', 'NUMBER_LESS_THAN', 'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN', 'NUMBER_NOT_EQUAL_TO', 'TEXT_CONTAINS', 'TEXT_DOES_NOT_CONTAIN', 'TEXT_EQUAL_TO', 'TEXT_IS_VALID_EMAIL', 'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST', 'VALUE_IN_RANGE', 'CUSTOM_FORMULA', 'CHECKBOX',
]);
export type CriteriaType = keyof typeof DataValidationCriteria;

/** What a rule asks for. Values are numbers, texts or dates; a range stands as a place. */
export interface Criteria {
  readonly type: CriteriaType;
  readonly values: readonly unknown[];
}

export interface Validation {
  readonly criteria: Criteria | undefined;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

/** Kept on Univer's own rule, so that it moves, is copied and is saved with it. */
interface GoogleMark {
  readonly type: CriteriaType;
  readonly values: readonly unknown[];
  readonly helpText: string | null;
  /** For a list from a range: which of `beside.lists` it is. */
  readonly list?: number;
}
export type MarkedRule = ISheetDataValidationRule & { google?: GoogleMark };

const OPERATORS: Record<string, DataValidationOperator> = {
  BETWEEN: DataValidationOperator.BETWEEN, NOT_BETWEEN: DataValidationOperator.NOT_BETWEEN,
  EQUAL_TO: DataValidationOperator.EQUAL, NOT_EQUAL_TO: DataValidationOperator.NOT_EQUAL,
  GREATER_THAN: DataValidationOperator.GREATER_THAN, GREATER_THAN_OR_EQUAL_TO: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LESS_THAN: DataValidationOperator.LESS_THAN, LESS_THAN_OR_EQUAL_TO: DataValidationOperator.LESS_THAN_OR_EQUAL,
  AFTER: DataValidationOperator.GREATER_THAN, ON_OR_AFTER: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  BEFORE: DataValidationOperator.LESS_THAN, ON_OR_BEFORE: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

type Rule = Pick<ISheetDataValidationRule, 'type' | 'operator' | 'formula1' | 'formula2' | 'showDropDown' | 'renderMode'>;

function univerRule(book: Book, { type, values }: Criteria, corner: string): Rule {
  const [first, second] = values;
  const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value));
  const operator = OPERATORS[type.replace(/^(NUMBER|DATE)_/, '')];
  if (type.startsWith('NUMBER_')) return { type: DataValidationType.DECIMAL, operator: operator!, formula1: text(first), formula2: text(second) };
  if (type === 'DATE_IS_VALID_DATE') return { type: DataValidationType.DATE, operator: DataValidationOperator.GREATER_THAN_OR_EQUAL, formula1: '1' };
  if (type.startsWith('DATE_')) {
    const serial = (value: unknown) => (value instanceof Date ? String(Math.floor(book.clock().toSerial(value))) : undefined);
    return { type: DataValidationType.DATE, operator: operator!, formula1: serial(first), formula2: serial(second) };
  }
  const quoted = `"${String(first).replace(/"/g, '""')}"`;
  const custom = (formula1: string): Rule => ({ type: DataValidationType.CUSTOM, formula1 });
  switch (type) {
    case 'VALUE_IN_LIST': return { ...dropDown(second), formula1: JSON.stringify((first as unknown[]).map(String)) };
    case 'VALUE_IN_RANGE': return { ...dropDown(second), formula1: `=${book.fullName(first as Place)}` };
    case 'CHECKBOX': return { type: DataValidationType.CHECKBOX, formula1: text(first), formula2: text(second) };
    case 'CUSTOM_FORMULA': return custom(String(first));
    case 'TEXT_CONTAINS': return custom(`=ISNUMBER(SEARCH(${quoted},${corner}))`);
    case 'TEXT_DOES_NOT_CONTAIN': return custom(`=ISERROR(SEARCH(${quoted},${corner}))`);
    case 'TEXT_EQUAL_TO': return custom(`=EXACT(${corner},${quoted})`);
    case 'TEXT_IS_VALID_EMAIL': return custom(`=AND(ISNUMBER(FIND("@",${corner})),ISERROR(FIND(" ",${corner})))`);
    default: throw new Error(`The criteria ${type} are not modelled by the embedded host.`);
  }
}

const dropDown = (shown: unknown) => ({
  type: DataValidationType.LIST, showDropDown: shown !== false, renderMode: shown === false ? DataValidationRenderMode.TEXT : DataValidationRenderMode.ARROW,
});

const plainDate = (value: unknown) => (value instanceof Date ? { date: value.getTime() } : value);
const realDate = (value: unknown) =>
  typeof value === 'object' && value !== null && 'date' in value ? new Date((value as { date: number }).date) : value;

export function toUniver(book: Book, validation: Validation, area: Area, uid: string): MarkedRule {
  const { criteria, allowInvalid, helpText } = validation;
  if (!criteria) throw new Error('A data validation rule needs criteria.');
  const corner = `${columnName(area.startColumn)}${area.startRow + 1}`;
  // The range itself is kept beside, where it follows its cells.
  const values = criteria.type === 'VALUE_IN_RANGE' ? [null, criteria.values[1]] : criteria.values.map(plainDate);
  return {
    uid,
    ranges: [{ ...area }],
    ...univerRule(book, criteria, corner),
    allowBlank: true,
    errorStyle: allowInvalid ? DataValidationErrorStyle.WARNING : DataValidationErrorStyle.STOP,
    showErrorMessage: true,
    ...(helpText ? { error: helpText } : {}),
    google: { type: criteria.type, values, helpText, ...(criteria.type === 'VALUE_IN_RANGE' ? { list: book.beside.addList(criteria.values[0] as Place) } : {}) },
  };
}

export function fromUniver(book: Book, sheetId: string, rule: MarkedRule): Validation {
  return {
    criteria: criteriaOf(book, sheetId, rule),
    allowInvalid: rule.errorStyle !== DataValidationErrorStyle.STOP,
    helpText: rule.google?.helpText ?? rule.error ?? null,
  };
}

function criteriaOf(book: Book, sheetId: string, rule: MarkedRule): Criteria {
  const mark = rule.google;
  if (mark) {
    if (rule.type === DataValidationType.LIST && mark.type === 'VALUE_IN_RANGE' && rule.formula1?.startsWith('=')) {
      const place = book.beside.lists.get(mark.list!);
      return { type: mark.type, values: [place && book.workbook.getSheetBySheetId(place.sheetId) ? place : undefined, mark.values[1]] };
    }
    if (mark.type === 'CUSTOM_FORMULA' && rule.type === DataValidationType.CUSTOM) return { type: mark.type, values: [rule.formula1] };
    const criteria = { type: mark.type, values: mark.values.map(realDate) };
    if (mark.type !== 'VALUE_IN_RANGE' && mark.type !== 'CUSTOM_FORMULA' && stillFits(book, criteria, rule)) return criteria;
  }
  return foreign(book, sheetId, rule);
}

/** A person may have changed the rule in the grid since a script made it. */
function stillFits(book: Book, criteria: Criteria, rule: MarkedRule): boolean {
  const made = univerRule(book, criteria, 'A1');
  if (made.type !== rule.type) return false;
  // Formulas move with their cells, so only their kind can be compared.
  if (made.type === DataValidationType.CUSTOM) return true;
  const read = made.type === DataValidationType.DATE ? serialIn : (formula: string | undefined) => formula;
  return made.operator === rule.operator && read(made.formula1) === read(rule.formula1) && read(made.formula2) === read(rule.formula2);
}

/** The day in a date rule of Univer's, which writes days as text or as serial numbers. */
function serialIn(formula: string | undefined): number | undefined {
  if (formula === undefined || formula === '') return undefined;
  const serial = Number.isNaN(Number(formula)) ? Number(numfmt.parseDate(formula)?.v) : Number(formula);
  return Math.floor(serial);
}

const DATES: Record<string, CriteriaType> = {
  BETWEEN: 'DATE_BETWEEN', NOT_BETWEEN: 'DATE_NOT_BETWEEN', EQUAL_TO: 'DATE_EQUAL_TO', GREATER_THAN: 'DATE_AFTER',
  GREATER_THAN_OR_EQUAL_TO: 'DATE_ON_OR_AFTER', LESS_THAN: 'DATE_BEFORE', LESS_THAN_OR_EQUAL_TO: 'DATE_ON_OR_BEFORE',
};

/** A rule that was made in the grid, in Google's terms. */
function foreign(book: Book, sheetId: string, rule: MarkedRule): Criteria {
  const { type, operator, formula1 = '', formula2 } = rule;
  const name = Object.keys(OPERATORS).find((key) => OPERATORS[key] === operator && !/AFTER|BEFORE/.test(key)) ?? 'BETWEEN';
  if (type === DataValidationType.DECIMAL || type === DataValidationType.WHOLE) {
    return { type: `NUMBER_${name}` as CriteriaType, values: [formula1, ...(formula2 === undefined ? [] : [formula2])].map(Number) };
  }
  if (type === DataValidationType.DATE) {
    const days = [formula1, formula2].map(serialIn).filter((serial) => serial !== undefined);
    return { type: DATES[name] ?? 'DATE_EQUAL_TO', values: days.map((serial) => book.clock().toDate(serial)) };
  }
  if (type === DataValidationType.CHECKBOX) return { type: 'CHECKBOX', values: [formula1, formula2].filter((value) => value !== undefined && value !== '') };
  if (type === DataValidationType.LIST || type === DataValidationType.LIST_MULTIPLE) {
    if (formula1.startsWith('=')) return { type: 'VALUE_IN_RANGE', values: [placeOf(book, sheetId, formula1), rule.showDropDown !== false] };
    return { type: 'VALUE_IN_LIST', values: [listOf(formula1), rule.showDropDown !== false] };
  }
  if (type === DataValidationType.CUSTOM) return { type: 'CUSTOM_FORMULA', values: [formula1] };
  throw new Error(`A data validation of the grid's kind ${type} is not modelled by the embedded host.`);
}

function listOf(formula: string): string[] {
  if (!formula.startsWith('[')) return formula.split(',').filter(Boolean);
  return (JSON.parse(formula) as string[]).filter(Boolean);
}

function placeOf(book: Book, sheetId: string, formula: string): Place | undefined {
  const { sheet, rest } = splitSheetName(formula.slice(1));
  const target = sheet === undefined ? sheetId : book.workbook.getSheetBySheetName(sheet)?.getSheetId();
  if (target === undefined) return undefined;
  const area = readArea(rest, book.size(target));
  return area && { sheetId: target, area };
}

