/** The form's content: blank, from what is in the workbook, from an example, and as a copy. */
import type { FormStart, KeyResultDraft, KeyResultItem, ObjectiveDraft, ObjectiveItem, Refused } from '../../src/app/api';
import type { KeyResultExample, ObjectiveExample } from '../library/library';

/** A KPI says all of it but the start. */
export type KeyResultIdea = Omit<KeyResultExample, 'id' | 'start'> & { readonly start: number | null };

/** A number as somebody would type it in this spreadsheet. `1.234` might be read as thousands elsewhere; `1.2340` is read alike everywhere. */
export function typedNumber(value: number | null, mark: string): string {
  if (value === null) return '';
  const text = String(value);
  return (/^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text).replace('.', mark);
}

/** From 1 October to 31 December: what is written on 10 November begins that day and not 40 days ago; before and after the cycle, with it. */
function startDay({ asOf, cycle }: FormStart): string {
  return asOf > cycle.start && asOf <= cycle.end ? asOf : cycle.start;
}

export function blankObjective(start: FormStart): ObjectiveDraft {
  const { cycle, me } = start;
  return { id: '', text: '', team: '', level: '', owner: me, parent: '', kind: 'Committed', priority: '', startDate: startDay(start), dueDate: cycle.end, keyResults: [blankKeyResult()] };
}

/** One more for an objective that has begun begins today, or it would have been waiting for its check-ins since then; else with its objective. */
export function nextKeyResult(start: FormStart, { startDate, dueDate }: ObjectiveDraft): KeyResultDraft {
  const today = startDay(start);
  const hasBegun = today > (startDate || start.cycle.start) && today <= (dueDate || start.cycle.end);
  return { ...blankKeyResult(), startDate: hasBegun ? today : '' };
}

/** A start of 0 is what most counts begin with: a suggestion that stands in the field for everyone to see. */
export function blankKeyResult(): KeyResultDraft {
  return { id: '', text: '', owner: '', measure: '', unit: '', start: '0', target: '', weight: '', startDate: '', dueDate: '', plan: '', reading: 'last', source: '', kpi: '' };
}

export function draftOf(item: ObjectiveItem, mark: string): ObjectiveDraft {
  const { id, text, team, level, owner, parent, kind, priority, startDate, dueDate, keyResults } = item;
  return { id, text, team, level, owner, parent, kind, priority, startDate, dueDate, keyResults: keyResults.map((one) => keyResultDraftOf(one, mark)) };
}

function keyResultDraftOf(item: KeyResultItem, mark: string): KeyResultDraft {
  const { id, text, owner, measure, unit, startDate, dueDate, plan, reading, source } = item;
  return { id, text, owner, measure, unit, start: typedNumber(item.start, mark), target: typedNumber(item.target, mark), weight: typedNumber(item.weight, mark), startDate, dueDate, plan, reading, source, kpi: item.kpi ?? '' };
}

/** The same once more, to be saved as something new. */
export function copyOf(draft: ObjectiveDraft): ObjectiveDraft {
  return { ...draft, id: '', keyResults: draft.keyResults.map((one) => ({ ...one, id: '' })) };
}

/** An example replaces what is said, and leaves who, when and for what. */
export function withExample(draft: ObjectiveDraft, example: ObjectiveExample, mark: string): ObjectiveDraft {
  return { ...draft, text: example.text, kind: example.kind, keyResults: example.keyResults.map((one) => keyResultOfExample(one, mark)) };
}

/** An example goes where the form is still blank, or to the end. */
export function withKeyResult(draft: ObjectiveDraft, example: KeyResultIdea, mark: string, startDate = ''): ObjectiveDraft {
  const kept = draft.keyResults.filter(({ id, text, target }) => id !== '' || text !== '' || target !== '');
  return { ...draft, keyResults: [...kept, { ...keyResultOfExample(example, mark), startDate }] };
}

function keyResultOfExample({ text, measure, unit, start, target, source }: KeyResultIdea, mark: string): KeyResultDraft {
  const isMilestone = measure === 'Milestone';
  return { ...blankKeyResult(), text, measure, unit, source, start: isMilestone ? '' : typedNumber(start, mark), target: isMilestone ? '' : typedNumber(target, mark) };
}

/** Whether there is something in the form that would be lost. */
export function isTouched(draft: ObjectiveDraft): boolean {
  return draft.text !== '' || draft.keyResults.some(({ text, target }) => text !== '' || target !== '');
}

export function withoutKeyResult(draft: ObjectiveDraft, index: number): ObjectiveDraft {
  return { ...draft, keyResults: draft.keyResults.filter((_, at) => at !== index) };
}

export function withChanged(draft: ObjectiveDraft, index: number, change: Partial<KeyResultDraft>): ObjectiveDraft {
  return { ...draft, keyResults: draft.keyResults.map((one, at) => (at === index ? { ...one, ...change } : one)) };
}

export function withDuplicate(draft: ObjectiveDraft, index: number): ObjectiveDraft {
  const { keyResults } = draft;
  const copied = keyResults[index];
  return copied ? { ...draft, keyResults: [...keyResults.slice(0, index + 1), { ...copied, id: '' }, ...keyResults.slice(index + 1)] } : draft;
}

/** What is in the form, and what it was opened with; null for something new. */
export interface Opened {
  readonly draft: ObjectiveDraft;
  readonly base: ObjectiveDraft | null;
}

/** The base after a refusal: a field that somebody else changed says what the sheet says by now, so that the next save is a decision. */
export function withWhatIsThere({ draft, base }: Opened, refused: Refused['refused']): ObjectiveDraft | null {
  return refused.reduce<ObjectiveDraft | null>((known, { field, now }) => {
    if (known === null || now === undefined) return known;
    const [, index, own] = /^keyResults\.(\d+)\.(\w+)$/.exec(field) ?? [];
    if (own === undefined) return { ...known, [field]: now };
    const { id } = draft.keyResults[Number(index)] ?? {};
    return { ...known, keyResults: known.keyResults.map((one) => (one.id === id ? { ...one, [own]: now } : one)) };
  }, base);
}
