import type { Moment, StartexFrame } from '@/lib/time'
import { DAY, SECOND } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'
import { type PlanIndex, type PlanItem, spanOf } from '../plan/rules'
import { placed, type Shifted, shifted } from '../shifting/rules'

/** A row as the move leaves it. */
export type Moved = {
  item: PlanItem
  start: Moment | null
  end: Moment | null
  durationSeconds: number | null
  days: number | null
  adjusted: 'skipped' | 'repeated' | null
}

/**
 * Why something stays where the rest goes: it is a fixed moment, it has taken place, it is one shift of a rotation, a
 * whole day cannot move by hours, it has no time but what it waits for, a nation has a date of its own, or it is written
 * anew and means the same instant.
 */
const stayReasons = ['pinned', 'happened', 'rotation', 'whole_day', 'waits', 'own_date', 'same'] as const
export type StayReason = (typeof stayReasons)[number]
export type Stays = { item: PlanItem; why: StayReason }

/** What a move collects, each row once. */
export type Gathering = {
  plan: PlanIndex
  now: Instant
  withPinned: boolean
  moved: Map<PlanItem, Moved>
  stays: Map<PlanItem, Stays>
}

export const gathering = (plan: PlanIndex, now: Instant, withPinned: boolean): Gathering => ({
  ...{ plan, now, withPinned },
  moved: new Map(),
  stays: new Map(),
})

/** How a moment goes: null where it cannot. */
export type Way = (moment: Moment) => Shifted | null

export const byTime =
  (bySeconds: number, frame: StartexFrame): Way =>
  moment =>
    shifted(moment, bySeconds, frame)

/** A phase has two moments of its own, and so have a rota and a sign-up; all else keeps its length. */
export function put(into: Gathering, item: PlanItem, way: Way, part: { start: boolean; end: boolean }): void {
  if (into.moved.has(item)) return
  const start = part.start && item.start ? way(item.start) : null
  const end = part.end && item.end ? way(item.end) : null
  if (start === null && end === null) {
    if (item.start || item.end) into.stays.set(item, { item, why: 'whole_day' })
    return
  }
  into.stays.delete(item)
  into.moved.set(item, {
    item,
    start: start?.moment ?? item.start,
    end: end?.moment ?? item.end,
    durationSeconds: item.durationSeconds,
    days: item.days,
    adjusted: start?.adjusted ?? end?.adjusted ?? null,
  })
}

const both = { start: true, end: true }

/** Puts an item that somebody pointed at, with what is inside it: pinned or not, it goes where it is told. */
export function putWhole(into: Gathering, item: PlanItem, way: Way): void {
  if (item.start === null) {
    into.stays.set(item, { item, why: 'waits' })
    return
  }
  put(into, item, way, both)
  if (!into.moved.has(item)) return
  if (item.table === 'Activity') for (const part of into.plan.partsOf(item.id)) putPart(into, part, way)
  if (item.table === 'Phase') for (const inside of into.plan.inPhase(item.id)) putAlong(into, inside, way)
}

/** A programme and an itinerary are inside their activity. The dates of its sign-up are dates of their own. */
function putPart(into: Gathering, part: PlanItem, way: Way): void {
  if (part.table !== 'SignUp') {
    put(into, part, way, both)
    return
  }
  const free = (moment: Moment | null) => moment !== null && whyStays(into, part, moment) === null
  const which = { start: free(part.start), end: free(part.end) }
  if (which.start || which.end) put(into, part, way, which)
  else into.stays.set(part, { item: part, why: whyStays(into, part, part.end ?? part.start) ?? 'pinned' })
}

/** Puts what goes along with something else, unless it has a reason to stay. */
export function putAlong(into: Gathering, item: PlanItem, way: Way): void {
  // What is part of an activity goes or stays with it.
  if (item.table === 'AgendaItem' || item.table === 'Leg' || item.table === 'SignUp') return
  if (item.start === null) return
  const why = whyStays(into, item, item.start)
  if (why) into.stays.set(item, { item, why })
  else putWhole(into, item, way)
}

function whyStays(into: Gathering, item: PlanItem, moment: Moment | null): StayReason | null {
  if (moment?.anchor === 'fixed' && !into.withPinned) return 'pinned'
  const span = into.plan.span(item)
  return span && (span.endAt ?? span.startAt) <= into.now ? 'happened' : null
}

/** One end of a bar at an instant; null where nothing of it has two ends, or what is left would be nothing. */
export function stretched(
  item: PlanItem,
  edge: 'start' | 'end',
  at: Instant,
  frame: StartexFrame,
): Moved | null {
  const span = spanOf(item, frame)
  if (!span || !item.start) return null
  const kept = { item, start: item.start, end: item.end, adjusted: null }
  const { durationSeconds, days } = item
  if (item.end !== null) {
    const start = edge === 'start' ? placed(item.start, at, frame) : item.start
    // A last day that is whole ends as the next one begins.
    const whole = item.end.anchor === 'dday' && item.end.minute === null
    const end = edge === 'end' ? placed(item.end, whole ? at - DAY : at, frame) : item.end
    return { ...kept, start, end, durationSeconds, days }
  }
  const [from, to] = edge === 'start' ? [at, span.endAt ?? span.startAt] : [span.startAt, at]
  if (to <= from) return null
  const start = edge === 'start' ? placed(item.start, at, frame) : item.start
  if (days !== null) {
    const many = Math.max(1, Math.round((to - from) / DAY))
    return { ...kept, start, durationSeconds: null, days: many }
  }
  return { ...kept, start, durationSeconds: Math.round((to - from) / SECOND), days: null }
}
