import { isId } from '@/lib/text'
import type { TimelineItem } from '@/lib/timeline/columns/rules'

/** Whose part of a plan is asked for: the reader's own, or a nation's by its participation. */
export type Slice = { of: 'own' } | { of: 'nation'; participationId: string }

/** As an address says it; null for what it cannot mean. */
export function sliceFrom(text: string): Slice | null {
  if (text === 'own') return { of: 'own' }
  return isId(text) ? { of: 'nation', participationId: text } : null
}

export const sliceText = (slice: Slice) => (slice.of === 'own' ? 'own' : slice.participationId)

/** Who they are whose part it is. Narrows what somebody may see, and never widens it. */
export type Whose = {
  /** By their keys in the lists: `registration:…`, `account:…`. */
  people: ReadonlySet<string>
  teamIds: ReadonlySet<string>
  roleIds: ReadonlySet<string>
  /** Whether every shift of the teams is theirs, and not only those that the people stand. */
  teamShifts: boolean
  /** Activities that one signs up for: theirs only where one of the people goes. */
  signUps: ReadonlySet<string>
}

/** Phases are everybody's: they say where in the arc one is. */
export function isTheirs(
  item: TimelineItem,
  { people, teamIds, roleIds, teamShifts, signUps }: Whose,
): boolean {
  const byName = item.personIds.some(id => people.has(id))
  const byTeam = item.teamIds.some(id => teamIds.has(id))
  switch (item.kind) {
    case 'phase':
      return true
    case 'registration':
      return byTeam
    case 'shift':
      return byName || (teamShifts && byTeam)
    case 'inject':
      return (
        byName ||
        byTeam ||
        people.has(`account:${item.controllerId}`) ||
        item.roleIds.some(id => roleIds.has(id))
      )
    default:
      return byName || byTeam || (item.teamIds.length === 0 && !signUps.has(item.id))
  }
}
