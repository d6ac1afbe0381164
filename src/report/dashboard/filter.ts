/** What the dashboard shows when people have chosen a team, an owner, a level or a priority. */
import type { ActionConclusion } from '../../rules/actions';
import type { KeyResultConclusion } from '../../rules/keyResults';
import type { KpiConclusion } from '../../rules/kpis';
import type { ObjectiveConclusion } from '../../rules/objectives';

/** Where people choose what the dashboard shows; '' is everything, and the current cycle. */
export interface DashboardFilter {
  readonly team: string;
  readonly owner: string;
  readonly level: string;
  readonly priority: string;
  readonly cycle: string;
}

export interface Shown {
  readonly objectives: readonly ObjectiveConclusion[];
  readonly keyResults: readonly KeyResultConclusion[];
  readonly actions: readonly ActionConclusion[];
  readonly kpis: readonly KpiConclusion[];
}

/**
 * A filter by owner keeps the objectives of others in which that person has a key result, and of actions those that are the person's own. KPIs have
 * neither level nor priority: such a filter leaves them as they are.
 */
export function filtered({ objectives, keyResults, actions, kpis }: Shown, { team, owner, level, priority }: DashboardFilter): Shown {
  const isMeant = (wanted: string, cell: string | undefined): boolean => wanted === '' || cell === wanted;
  const some = objectives.filter(({ objective }) => isMeant(team, objective.team) && isMeant(level, objective.level) && isMeant(priority, objective.priority));
  const ids = new Set(some.map(({ objective }) => objective.id));
  const isOpen = team === '' && level === '' && priority === '';
  const among = keyResults.filter(({ keyResult }) => isOpen || ids.has(keyResult.objectiveId));
  const own = among.filter((one) => isMeant(owner, one.owner));
  const owned = new Set(own.map(({ keyResult }) => keyResult.objectiveId));
  const amongIds = new Set(among.map(({ keyResult }) => keyResult.id));
  return {
    objectives: some.filter(({ objective }) => owner === '' || objective.owner === owner || owned.has(objective.id)),
    keyResults: own,
    actions: actions.filter(({ action }) => (isOpen || amongIds.has(action.keyResultId)) && isMeant(owner, action.owner)),
    kpis: kpis.filter(({ kpi }) => isMeant(team, kpi.team) && isMeant(owner, kpi.owner)),
  };
}
