/** Conditional format rules: the builder, the finished rule, and a sheet's list of them in Google's order. */
import { BooleanNumber } from '@univerjs/core';
import type { IStyleBase } from '@univerjs/core';
import {
  AddConditionalRuleMutation, CFNumberOperator, CFRuleType, CFSubRuleType, CFTextOperator, ConditionalFormattingRuleModel,
  createCfId, DeleteConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import type { IConditionFormattingRule } from '@univerjs/sheets-conditional-formatting';
import { enumeration } from '../services/enumeration';
import type { Book, Place } from './book';
import { builds, invalidArgument, kind, plain } from './objects';
import type { Member } from './objects';
import { colour } from './range/format';

export const BooleanCriteria = enumeration('SpreadsheetApp.BooleanCriteria', [
  'CELL_EMPTY', 'CELL_NOT_EMPTY', 'NUMBER_BETWEEN', 'NUMBER_EQUAL_TO', 'NUMBER_GREATER_THAN', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', 'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO', 'NUMBER_NOT_BETWEEN', 'NUMBER_NOT_EQUAL_TO', 'TEXT_CONTAINS', 'TEXT_DOES_NOT_CONTAIN', 'TEXT_ENDS_WITH',
  'TEXT_EQUAL_TO', 'TEXT_STARTS_WITH', 'CUSTOM_FORMULA',
]);
type CriteriaType = keyof typeof BooleanCriteria;
type UniverRule = IConditionFormattingRule['rule'];

interface Look {
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underline: boolean | null;
  readonly strikethrough: boolean | null;
}
const PLAIN: Look = { background: null, fontColor: null, bold: null, italic: null, underline: null, strikethrough: null };

interface Condition {
  readonly type: CriteriaType;
  readonly values: readonly (string | number)[];
}

/** A rule is either one of Google's conditions, or one that was made in the grid and is only passed along. */
interface RuleState {
  readonly book: Book;
  places: readonly Place[];
  condition: Condition | undefined;
  look: Look;
  readonly foreign?: { readonly id: string; readonly stopIfTrue: boolean; readonly rule: UniverRule };
}

const TEXTS: Partial<Record<CriteriaType, CFTextOperator>> = {
  TEXT_CONTAINS: CFTextOperator.containsText, TEXT_DOES_NOT_CONTAIN: CFTextOperator.notContainsText, TEXT_ENDS_WITH: CFTextOperator.endsWith,
  TEXT_EQUAL_TO: CFTextOperator.equal, TEXT_STARTS_WITH: CFTextOperator.beginsWith,
  CELL_EMPTY: CFTextOperator.containsBlanks, CELL_NOT_EMPTY: CFTextOperator.notContainsBlanks,
};
const NUMBERS: Partial<Record<CriteriaType, CFNumberOperator>> = {
  NUMBER_BETWEEN: CFNumberOperator.between, NUMBER_NOT_BETWEEN: CFNumberOperator.notBetween, NUMBER_EQUAL_TO: CFNumberOperator.equal,
  NUMBER_NOT_EQUAL_TO: CFNumberOperator.notEqual, NUMBER_GREATER_THAN: CFNumberOperator.greaterThan,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: CFNumberOperator.greaterThanOrEqual, NUMBER_LESS_THAN: CFNumberOperator.lessThan,
  NUMBER_LESS_THAN_OR_EQUAL_TO: CFNumberOperator.lessThanOrEqual,
};

function toUniver({ condition, look, foreign }: RuleState): UniverRule {
  if (foreign) return foreign.rule;
  if (!condition) throw new Error('A conditional format rule needs a condition.');
  const { type, values } = condition;
  const base = { type: CFRuleType.highlightCell as const, style: styleOf(look) };
  const text = TEXTS[type];
  if (text) return { ...base, subType: CFSubRuleType.text, operator: text, value: String(values[0] ?? '') } as UniverRule;
  const number = NUMBERS[type];
  if (number) return { ...base, subType: CFSubRuleType.number, operator: number, value: values.length === 2 ? values : values[0] } as UniverRule;
  return { ...base, subType: CFSubRuleType.formula, value: String(values[0]) } as UniverRule;
}

function fromUniver(rule: UniverRule): { condition: Condition; look: Look } | undefined {
  if (rule.type !== CFRuleType.highlightCell) return undefined;
  const { subType, operator, value, style } = rule as { subType: CFSubRuleType; operator?: string; value?: unknown; style: IStyleBase };
  const look = lookOf(style);
  const named = (names: Partial<Record<CriteriaType, string>>) => (Object.keys(names) as CriteriaType[]).find((key) => names[key] === operator);
  if (subType === CFSubRuleType.formula) return { condition: { type: 'CUSTOM_FORMULA', values: [String(value)] }, look };
  if (subType === CFSubRuleType.text) {
    const type = named(TEXTS);
    return type && { condition: { type, values: type.startsWith('CELL_') ? [] : [String(value ?? '')] }, look };
  }
  if (subType === CFSubRuleType.number) {
    const type = named(NUMBERS);
    return type && { condition: { type, values: (Array.isArray(value) ? value : [value]) as number[] }, look };
  }
  return undefined;
}

const flag = (on: boolean | null) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

function styleOf({ background, fontColor, bold, italic, underline, strikethrough }: Look): IStyleBase {
  return {
    ...(background === null ? {} : { bg: { rgb: background } }),
    ...(fontColor === null ? {} : { cl: { rgb: fontColor } }),
    ...(bold === null ? {} : { bl: flag(bold) }),
    ...(italic === null ? {} : { it: flag(italic) }),
    ...(underline === null ? {} : { ul: { s: flag(underline) } }),
    ...(strikethrough === null ? {} : { st: { s: flag(strikethrough) } }),
  };
}

function lookOf(style: IStyleBase): Look {
  const on = (value: BooleanNumber | undefined) => (value === undefined ? null : value === BooleanNumber.TRUE);
  return {
    background: style.bg?.rgb ?? null, fontColor: style.cl?.rgb ?? null, bold: on(style.bl), italic: on(style.it),
    underline: on(style.ul?.s), strikethrough: on(style.st?.s),
  };
}

const BooleanCondition = kind<RuleState>('BooleanCondition', {
  getCriteriaType: plain(({ condition }: RuleState) => BooleanCriteria[condition!.type]),
  getCriteriaValues: plain(({ condition }: RuleState) => [...condition!.values]),
  getBackground: plain(({ look }: RuleState) => look.background),
  getFontColor: plain(({ look }: RuleState) => look.fontColor),
  getBold: plain(({ look }: RuleState) => look.bold),
  getItalic: plain(({ look }: RuleState) => look.italic),
  getUnderline: plain(({ look }: RuleState) => look.underline),
  getStrikethrough: plain(({ look }: RuleState) => look.strikethrough),
});
const GradientCondition = kind<RuleState>('GradientCondition', {});

const shared: Record<string, Member<RuleState>> = {
  getRanges: plain(({ book, places }: RuleState) => places.map((place) => book.objects.range(place))),
  getBooleanCondition: plain((state: RuleState) => (state.condition ? BooleanCondition.offer(state.book.gate, state) : null)),
  getGradientCondition: plain((state: RuleState) =>
    state.foreign?.rule.type === CFRuleType.colorScale ? GradientCondition.offer(state.book.gate, state) : null),
  copy: plain(({ foreign, ...state }: RuleState) => {
    if (foreign && !state.condition) throw new Error('Copying a rule of this kind is not modelled by the embedded host.');
    return ConditionalFormatRuleBuilder.offer(state.book.gate, { ...state });
  }),
};

export const ConditionalFormatRule = kind<RuleState>('ConditionalFormatRule', shared);

const when = (type: CriteriaType, ...takes: string[]): Member<RuleState> =>
  builds((state: RuleState, ...values: (string | number)[]) => { state.condition = { type, values }; }, ...takes);

const looks = (change: (value: never) => Partial<Look>, takes: string): Member<RuleState> =>
  builds((state: RuleState, value: never) => { state.look = { ...state.look, ...change(value) }; }, takes);

export const ConditionalFormatRuleBuilder = kind<RuleState>('ConditionalFormatRuleBuilder', {
  ...shared,
  whenCellEmpty: when('CELL_EMPTY', ''),
  whenCellNotEmpty: when('CELL_NOT_EMPTY', ''),
  whenFormulaSatisfied: when('CUSTOM_FORMULA', 's'),
  whenTextContains: when('TEXT_CONTAINS', 's'),
  whenTextDoesNotContain: when('TEXT_DOES_NOT_CONTAIN', 's'),
  whenTextEndsWith: when('TEXT_ENDS_WITH', 's'),
  whenTextEqualTo: when('TEXT_EQUAL_TO', 's'),
  whenTextStartsWith: when('TEXT_STARTS_WITH', 's'),
  whenNumberBetween: when('NUMBER_BETWEEN', 'nn'),
  whenNumberNotBetween: when('NUMBER_NOT_BETWEEN', 'nn'),
  whenNumberEqualTo: when('NUMBER_EQUAL_TO', 'n'),
  whenNumberNotEqualTo: when('NUMBER_NOT_EQUAL_TO', 'n'),
  whenNumberGreaterThan: when('NUMBER_GREATER_THAN', 'n'),
  whenNumberGreaterThanOrEqualTo: when('NUMBER_GREATER_THAN_OR_EQUAL_TO', 'n'),
  whenNumberLessThan: when('NUMBER_LESS_THAN', 'n'),
  whenNumberLessThanOrEqualTo: when('NUMBER_LESS_THAN_OR_EQUAL_TO', 'n'),
  setBackground: looks((value: string | null) => ({ background: colour(value) }), '(s)'),
  setFontColor: looks((value: string | null) => ({ fontColor: colour(value) }), '(s)'),
  setBold: looks((bold: boolean | null) => ({ bold }), '(b)'),
  setItalic: looks((italic: boolean | null) => ({ italic }), '(b)'),
  setUnderline: looks((underline: boolean | null) => ({ underline }), '(b)'),
  setStrikethrough: looks((strikethrough: boolean | null) => ({ strikethrough }), '(b)'),
  setRanges: builds((state: RuleState, ranges: unknown[]) => {
    state.places = ranges.map((range) => {
      const place = state.book.objects.placeOf(range);
      if (!place) throw invalidArgument('ranges');
      return { sheetId: place.sheetId, area: place.area };
    });
  }, 'a'),
  build: plain((state: RuleState) => {
    toUniver(state);
    if (state.places.length === 0) throw new Error('Conditional format rule must be applied to at least one range.');
    return ConditionalFormatRule.offer(state.book.gate, { ...state });
  }),
});

export function newConditionalFormatRule(book: Book): object {
  return ConditionalFormatRuleBuilder.offer(book.gate, { book, places: [], condition: undefined, look: PLAIN });
}

const present = (book: Book, sheetId: string) =>
  book.injector.get(ConditionalFormattingRuleModel).getSubunitRules(book.unitId, sheetId) ?? [];

/** Univer's list and Google's have the same order: the first rule wins. */
export function conditionalRules(book: Book, sheetId: string): object[] {
  return present(book, sheetId).map(({ cfId, stopIfTrue, rule, ranges }) => {
    const known = fromUniver(rule);
    return ConditionalFormatRule.offer(book.gate, {
      book,
      places: ranges.map(({ startRow, startColumn, endRow, endColumn }) => ({ sheetId, area: { startRow, startColumn, endRow, endColumn } })),
      condition: known?.condition,
      look: known?.look ?? PLAIN,
      foreign: { id: cfId, stopIfTrue, rule },
    });
  });
}

/** Replaces the whole list, as Google does; a rule that is not passed along is gone. */
export function setConditionalRules(book: Book, sheetId: string, rules: readonly unknown[]): void {
  const states = rules.map((rule) => {
    const state = ConditionalFormatRule.stateOf(rule);
    if (!state) throw invalidArgument('rules');
    if (state.places.some((place) => place.sheetId !== sheetId)) throw new Error('Conditional format rule cannot reference a different sheet.');
    return state;
  });
  const at = { unitId: book.unitId, subUnitId: sheetId };
  for (const { cfId } of [...present(book, sheetId)]) book.run(DeleteConditionalRuleMutation.id, { ...at, cfId });
  const used = new Set<string>();
  // Each new rule is put on top, so the last comes first.
  for (const state of [...states].reverse()) {
    const id = state.foreign && !used.has(state.foreign.id) ? state.foreign.id : createCfId();
    used.add(id);
    // In Google only the first rule that is true shows.
    const rule = { cfId: id, stopIfTrue: state.foreign?.stopIfTrue ?? true, rule: toUniver(state), ranges: state.places.map(({ area }) => ({ ...area })) };
    book.run(AddConditionalRuleMutation.id, { ...at, rule });
  }
}
