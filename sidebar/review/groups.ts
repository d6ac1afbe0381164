/** Objectives below their level, team and owner, from the company down to the person, each group with its figures. */
import type { FormStart, ObjectiveItem } from '../../src/app/api';
import { LEVELS, type Level, type Status } from '../../src/model/words';
import { Mean } from '../../src/rules/rollUp';
import { worst } from '../../src/rules/status';
import { fits, type Filter } from './tree';

export interface Figured<Name extends string = string> {
  /** '' for what says none; it comes last. */
  readonly name: Name;
  readonly count: number;
  readonly score: number | null;
  readonly status: Status | '';
}

export interface PersonGroup extends Figured {
  readonly items: readonly ObjectiveItem[];
}

export interface TeamGroup extends Figured {
  readonly people: readonly PersonGroup[];
}

export interface LevelGroup extends Figured<Level | ''> {
  readonly teams: readonly TeamGroup[];
}

export function groupsOf(items: readonly ObjectiveItem[], filter: Filter, cycle: Pick<FormStart['cycle'], 'start' | 'end'>): LevelGroup[] {
  const kept = items.filter((item) => fits(item, filter, cycle));
  const levels: readonly (Level | '')[] = [...LEVELS, ''];
  return levels.flatMap((level) => {
    const own = kept.filter((item) => item.level === level);
    return own.length === 0 ? [] : [{ ...figuresOf(level, own), teams: teamsOf(own) }];
  });
}

function teamsOf(items: readonly ObjectiveItem[]): TeamGroup[] {
  return by(items, ({ team }) => team).map(([team, own]) => ({ ...figuresOf(team, own), people: peopleOf(own) }));
}

function peopleOf(items: readonly ObjectiveItem[]): PersonGroup[] {
  return by(items, ({ owner }) => owner).map(([owner, own]) => ({ ...figuresOf(owner, own), items: own }));
}

/**
 * The weighted mean of those that have a score, as the dashboard's of a team, and the worst status, as an objective takes that of its worst key
 * result: 0.4 Off track with weight 1, 0.8 On track with weight 3 and one without data give (0.4 + 2.4) / 4 = 0.70, Off track, 3 objectives.
 */
function figuresOf<Name extends string>(name: Name, items: readonly ObjectiveItem[]): Figured<Name> {
  const mean = new Mean();
  for (const { score, weight } of items) mean.add(score ?? undefined, weight);
  const statuses = items.flatMap(({ status }) => (status === '' ? [] : [status]));
  return { name, count: items.length, score: mean.value() ?? null, status: worst(statuses) ?? statuses[0] ?? '' };
}

function by(items: readonly ObjectiveItem[], nameOf: (item: ObjectiveItem) => string): [string, ObjectiveItem[]][] {
  const groups = new Map<string, ObjectiveItem[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b));
}
