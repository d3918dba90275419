import { crowdedStretches } from '@/lib/clashes/stretches/rules'
import { isSure } from '@/lib/clashes/whole/people/rules'
import type { Clash, PlanActivity, PlanSeat, PlanShift } from '@/lib/clashes/whole/plan/rules'
import { folded } from '@/lib/rosters/fields/rules'

/** What people write, folded, where there is no room that two could need at once. */
const online = new Set(
  ['online', 'virtual', 'remote', 'vtc', 'video conference', 'videoconference'].concat([
    'en ligne',
    'virtuel',
    'a distance',
    'visioconference',
  ]),
)
const undecided = new Set(['tbc', 'tbd', 'to be confirmed', 'to be decided', 'a confirmer', 'a preciser'])

/** Whether a place says that people meet at none: a link, or a word for it. */
export function saysOnline(place: string): boolean {
  return /^[a-z]+:\/\//i.test(place.trim()) || online.has(folded(place))
}

/** The place of an activity as it is compared, null where it takes none: a deadline, a point in time, a link. */
export function placeOf({ kind, place, endAt }: PlanActivity): string | null {
  if (kind === 'deadline' || endAt === null || saysOnline(place)) return null
  const name = folded(place)
  return name === '' || undecided.has(name) ? null : name
}

/** The stretches during which one place is needed twice. `activities` are those that need it. */
export function placeClashes(place: string, activities: readonly PlanActivity[]): Clash[] {
  const tasks = activities.map(({ id, startAt, endAt }) => ({ id, startAt, endAt: endAt ?? startAt }))
  return crowdedStretches(tasks, 1).map(({ fromAt, untilAt, pushedBy, most, ids }) => ({
    key: `place_twice:${pushedBy}`,
    kind: 'place_twice',
    about: [
      { kind: 'place', id: activities.find(({ id }) => id === pushedBy)?.place ?? place },
      ...ids.map(id => ({ kind: 'activity', id }) as const),
    ],
    ...{ startAt: fromAt, endAt: untilAt },
    evidence: { fromAt, untilAt, most, count: ids.length },
    mend: 'move_or_name_room',
  }))
}

/** Only those count who can be counted on. */
export function shiftClashes({ id, teamId, places, duties, startAt, endAt }: PlanShift): Clash[] {
  const filled = new Set(duties.filter(isSure).map(({ person }) => person)).size
  if (filled >= places) return []
  return [
    {
      key: `shift_short:${id}`,
      kind: 'shift_short',
      about: [
        { kind: 'shift', id },
        { kind: 'team', id: teamId },
      ],
      ...{ startAt, endAt },
      evidence: { fromAt: startAt, untilAt: endAt, filled, places, missing: places - filled },
      mend: 'fill_shift',
    },
  ]
}

export function seatClashes({ teamId, roleId, least, used }: PlanSeat): Clash[] {
  if (used >= least) return []
  return [
    {
      key: `seat_short:${teamId}:${roleId}`,
      kind: 'seat_short',
      about: [
        { kind: 'team', id: teamId },
        { kind: 'role', id: roleId },
      ],
      ...{ startAt: null, endAt: null },
      evidence: { used, least, missing: least - used },
      mend: 'fill_seats',
    },
  ]
}
