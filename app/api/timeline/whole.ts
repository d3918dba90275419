import { nationName } from '@/lib/countries/rules'
import { getPlayed } from '@/lib/exercises/queries'
import { endexAt } from '@/lib/exercises/rules'
import { listTimedInjects, type TimedInjects } from '@/lib/injects/timed/queries'
import type { Locale } from '@/lib/locale'
import { type Actor, can } from '@/lib/policy'
import { listPlan } from '@/lib/schedule/queries'
import { listShifts } from '@/lib/shifts/queries'
import { listTeams } from '@/lib/teams/queries'
import type { Instant } from '@/lib/time'
import { groupOf } from '@/lib/timeline/changes/rules'
import type { Frame, Link, TimelineItem } from '@/lib/timeline/columns/rules'
import {
  activityItem,
  injectItem,
  type May,
  phaseItem,
  registrationItem,
  registrationOf,
  shiftItem,
  teamLists,
} from '@/lib/timeline/items/rules'
import { listGoing, listNamedPeople, listRoleNames } from '@/lib/timeline/queries'
import { getWhose } from '@/lib/timeline/slices/queries'
import { isTheirs, type Slice, type Whose } from '@/lib/timeline/slices/rules'

/** What to read: injects that changed, with what follows from them, or all; shifts likewise; the plan or not; and whose. */
type Asked = {
  injects: 'all' | readonly string[]
  shifts: 'all' | readonly string[]
  plan: boolean
  /** Null for all that the viewer may see. */
  slice: Slice | null
}

export const everything: Asked = { injects: 'all', shifts: 'all', plan: true, slice: null }

export type Whole = {
  frame: Omit<Frame, 'cursor'>
  items: TimelineItem[]
  links: Link[]
  /** Injects and shifts asked for that this viewer has no time of, or never saw. */
  without: string[]
}

/** Everything with a time that the actor may see of an exercise; null for whoever has no part in it, or in the slice. */
export async function readWhole(
  actor: Actor,
  exerciseId: string,
  asked: Asked,
  locale: Locale,
): Promise<Whole | null> {
  const played = await getPlayed(actor, exerciseId)
  if (!played) return null
  const exercise = { ...played, endexAt: endexAt(played) }
  const { startexAt, timeZone } = exercise
  const { slice } = asked
  const [whose, plan, teams, roles, going, shifts, injects] = await Promise.all([
    slice && getWhose(actor, exerciseId, slice),
    listPlan(actor, exerciseId),
    listTeams(actor, exerciseId),
    listRoleNames(actor, exerciseId),
    asked.plan ? listGoing(actor, exerciseId) : [],
    asked.shifts.length === 0 ? [] : listShifts(actor, exerciseId, shiftsOnly(asked.shifts)),
    asked.injects.length === 0
      ? null
      : listTimedInjects(actor, exerciseId, { startexAt, timeZone }, only(asked.injects)),
  ])
  if (slice && !whose) return null
  const may = {
    schedule: can(actor, 'schedule.edit', { exerciseId }),
    scenario: can(actor, 'scenario.edit', { exerciseId }),
  }
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const teamName = (id: string) => names.get(id) ?? ''
  const all = [
    ...(asked.plan ? planItems(plan, going, teams, exercise, may) : []),
    ...shifts.map(shift => shiftItem(shift, teamName(shift.teamId), may, timeZone)),
    ...(injects?.injects ?? []).map(inject => injectItem(inject, may)),
  ]
  const [items, others] = whose ? parted(all, whose) : [all, []]
  const lists = teamLists(teams, code => nationName(code, locale) ?? code)
  return {
    frame: {
      ...{ home: timeZone, startexAt, endexAt: exercise.endexAt },
      lists: {
        ...lists,
        ...namesOf(injects),
        roles,
        phases: plan.phases.map(({ id, name }) => ({ id, name })),
        people: await peopleIn(actor, exerciseId, items, lists.nations),
      },
    },
    items,
    links: injects?.links ?? [],
    // What is theirs no more, since it was told, is told as gone.
    without: [
      ...(injects?.without ?? []),
      ...gone(asked.shifts, shifts),
      ...others.flatMap(item => (groupOf(item) === 'plan' ? [] : item.id)),
    ],
  }
}

const shiftsOnly = (which: 'all' | readonly string[]) =>
  which === 'all' ? null : ({ column: 'id', in: which } as const)
function parted(
  all: readonly TimelineItem[],
  whose: Whose,
): [theirs: TimelineItem[], others: TimelineItem[]] {
  const [theirs, others]: [TimelineItem[], TimelineItem[]] = [[], []]
  for (const item of all) (isTheirs(item, whose) ? theirs : others).push(item)
  return [theirs, others]
}

const only = (which: 'all' | readonly string[]) => (which === 'all' ? null : which)

function gone(which: 'all' | readonly string[], found: readonly { id: string }[]): string[] {
  const there = new Set(found.map(({ id }) => id))
  return which === 'all' ? [] : which.filter(id => !there.has(id))
}

type Plan = Awaited<ReturnType<typeof listPlan>>
type Going = readonly { activityId: string; registrationId: string }[]
type Teams = Awaited<ReturnType<typeof listTeams>>
type Arc = { startexAt: Instant; endexAt: Instant; timeZone: string }

function planItems(
  { phases, activities }: Plan,
  going: Going,
  teams: Teams,
  arc: Arc,
  may: May,
): TimelineItem[] {
  const goers = new Map<string, string[]>()
  for (const { activityId, registrationId } of going) {
    const key = `registration:${registrationId}`
    const others = goers.get(activityId)
    if (others) others.push(key)
    else goers.set(activityId, [key])
  }
  const registration = registrationOf(activities, arc)
  const play = { from: arc.startexAt, to: arc.endexAt }
  return [
    ...phases.map(phase => phaseItem(phase, may, play, registration, arc.timeZone)),
    ...activities.map(activity => activityItem(activity, goers.get(activity.id) ?? [], may, arc.timeZone)),
    ...(registration ? teams.flatMap(team => registrationItem(team, registration)) : []),
  ]
}

function namesOf(injects: TimedInjects | null) {
  return { storylines: injects?.storylines ?? [], controllers: injects?.controllers ?? [] }
}

/** The people whom items name, of those whom the actor may know. */
async function peopleIn(
  actor: Actor,
  exerciseId: string,
  items: readonly TimelineItem[],
  nations: readonly { code: string }[],
) {
  const keys = new Set<string>()
  for (const { personIds } of items) for (const key of personIds) keys.add(key)
  const ids = (kind: string) =>
    [...keys].flatMap(key => (key.startsWith(kind) ? [key.slice(kind.length)] : []))
  const people = await listNamedPeople(actor, exerciseId, {
    registrationIds: ids('registration:'),
    accountIds: ids('account:'),
  })
  const placeOf = new Map(nations.map(({ code }, place) => [code, place]))
  return people.map(({ id, name, nation }) => ({ id, name, nation: placeOf.get(nation ?? '') ?? -1 }))
}
