/** Objectives and key results as rows of History: how they ended, what was learned, and what a score of a past day is worked out from. */
import type { Day } from '../../model/day';
import type { Objective, Settings } from '../../model/okr';
import { speak } from '../../report/onDemand';
import { say as sayWord } from '../../report/vocabulary';
import type { KeyResultConclusion } from '../../rules/keyResults';
import type { ObjectiveConclusion } from '../../rules/objectives';
import type { RowCells } from './tables';

/** What people say about an end; the keys of their columns. */
export const NOTES = ['cause', 'helped', 'learning', 'win'] as const;
export type Notes = { readonly [K in (typeof NOTES)[number]]?: string };

export interface Ended {
  readonly closedOn: Day;
  readonly settings: Pick<Settings, 'language' | 'cycleName' | 'cycleStart' | 'cycleEnd'>;
  readonly nextStep: string;
  readonly notes?: Notes | undefined;
}

export function objectiveRow({ objective, score }: ObjectiveConclusion, ended: Ended): RowCells {
  const { language, cycleStart, cycleEnd } = ended.settings;
  return {
    ...common('form.typeObjective', objective, objective.objective, objective.id, ended),
    team: objective.team, kind: sayWord(objective.kind, language), start: '', target: '', final: '', score: score ?? '', unit: '', measure: '', reading: '',
    weight: objective.weight, start_date: objective.startDate ?? cycleStart ?? '', due_date: objective.dueDate ?? cycleEnd ?? '',
  };
}

export function keyResultRow({ keyResult, owner, score }: KeyResultConclusion, objective: Objective | undefined, ended: Ended): RowCells {
  const { language, cycleStart, cycleEnd } = ended.settings;
  const { start, target, current, unit, measure, reading, weight } = keyResult;
  return {
    ...common('form.typeKeyResult', { id: keyResult.id, owner }, keyResult.keyResult, keyResult.objectiveId, ended),
    team: objective?.team ?? '', kind: objective ? sayWord(objective.kind, language) : '', start: start ?? '', target: target ?? '', final: current ?? '', score: score ?? '',
    unit, measure: measure ? sayWord(measure, language) : '', reading: sayWord(reading, language), weight,
    start_date: keyResult.startDate ?? objective?.startDate ?? cycleStart ?? '', due_date: keyResult.dueDate ?? objective?.dueDate ?? cycleEnd ?? '',
  };
}

interface Row {
  readonly id: string;
  readonly owner: string;
}

function common(type: 'form.typeObjective' | 'form.typeKeyResult', { id, owner }: Row, text: string, objectiveId: string, ended: Ended): RowCells {
  const { closedOn, settings, nextStep, notes } = ended;
  return {
    ...Object.fromEntries(NOTES.map((key) => [key, notes?.[key] ?? ''])),
    closed_on: closedOn, cycle: settings.cycleName, type: speak(settings.language)(type), id, objective_id: objectiveId, text, owner,
    next_step: nextStep,
  };
}
