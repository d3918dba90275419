import { type Grouping, type Looks, noneId } from '@/lib/injects/views/rules'
import type { Scenario, Sheet } from './sheet'

const listOf: Record<Grouping, 'storylines' | 'phases' | 'teams' | 'members' | 'objectives'> = {
  storyline: 'storylines',
  phase: 'phases',
  team: 'teams',
  controller: 'members',
  objective: 'objectives',
}

/** The ids of each list in its own order, in which groups stand. */
export function groupOrder(scenario: Scenario): Looks['order'] {
  const ids = (by: Grouping) => scenario[listOf[by]].map(({ id }) => id)
  return {
    storyline: ids('storyline'),
    phase: ids('phase'),
    team: ids('team'),
    controller: ids('controller'),
    objective: ids('objective'),
  }
}

/** What a group is called; injects that belong nowhere stand together. */
export function groupName(id: string, group: Grouping | null, sheet: Sheet): string {
  const name = group === null || id === noneId ? undefined : sheet.label(listOf[group], id)
  return name ?? sheet.say('noGroup')
}
