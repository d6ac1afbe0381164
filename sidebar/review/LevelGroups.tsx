/** Level, team and person as parts that open, each with the mean score, the status and the number of its objectives. */
import type { ComponentChildren } from 'preact';
import type { ObjectiveItem } from '../../src/app/api';
import { Sign } from '../parts/Sign';
import { useVoice } from '../voice';
import type { Figured, LevelGroup } from './groups';

interface Props {
  readonly levels: readonly LevelGroup[];
  /** When what is shown was searched for, everything is in sight. */
  readonly isOpen: boolean;
  readonly list: (items: readonly ObjectiveItem[]) => ComponentChildren;
}

export function LevelGroups({ levels, isOpen, list }: Props) {
  const { say, word } = useVoice();
  return (
    <>
      {levels.map((level) => (
        <Group key={level.name} name={level.name === '' ? say('objectives.noLevel') : word(level.name)} of={level} isOpen>
          {level.teams.map((team) => (
            <Group key={team.name} name={team.name || say('objectives.noTeam')} of={team} isOpen={isOpen}>
              {team.people.map((person) => (
                <Group key={person.name} name={person.name || say('objectives.noOwner')} of={person} isOpen>
                  {list(person.items)}
                </Group>
              ))}
            </Group>
          ))}
        </Group>
      ))}
    </>
  );
}

function Group({ name, of, isOpen, children }: { readonly name: string; readonly of: Figured; readonly isOpen: boolean; readonly children: ComponentChildren }) {
  const { say, score } = useVoice();
  const known = [of.score === null ? '' : score(of.score), say('count.objectives', { count: of.count })];
  return (
    <details class="group" open={isOpen}>
      <summary>
        {name}{' '}
        <span class="quiet">
          {known.filter(Boolean).join(' · ')} <Sign status={of.status} />
        </span>
      </summary>
      {children}
    </details>
  );
}
