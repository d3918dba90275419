import type { StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { Followed } from '../follows/rules'
import type { Moved } from '../gathering/rules'
import type { Outcome } from '../outcome/rules'
import { type PlanIndex, type PlanItem, type PlanTable, type Span, spanAs } from '../plan/rules'

/** A row that a move writes or takes along, as its letter and its numbers need it. */
export type Went = { item: PlanItem; from: Span | null; to: Span | null; adjusted: Span['adjusted'] }

export type Survey = {
  /** at another time, or lasting otherwise */
  changed: Went[]
  /** only written otherwise */
  same: Went[]
  followed: Went[]
  touched: Went[]
  adjusted: Went[]
  overtaken: Went[]
  counts: { table: PlanTable; count: number }[]
  approved: number
  /** the first and the last instant of all of it */
  least: Instant
  most: Instant
}

/** All that is said of the moved, in one pass: to look at ten thousand rows a dozen times is what costs. */
export function surveyOf(
  plan: PlanIndex,
  { moved, frame }: Outcome,
  follows: readonly Followed[],
  now: Instant,
): Survey {
  const found: Survey = {
    ...{ changed: [], same: [], followed: [], touched: [], adjusted: [], overtaken: [], counts: [] },
    ...{ approved: 0, least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY },
  }
  const counts = new Map<PlanTable, { table: PlanTable; count: number }>()
  for (const row of moved) {
    const one = went(row, plan, frame)
    if (isSame(one)) {
      found.same.push(one)
      continue
    }
    const { table, state } = one.item
    found.changed.push(one)
    const count = counts.get(table)
    if (count) count.count++
    else counts.set(table, { table, count: 1 })
    if ((state === 'approved' || state === 'synchronised') && one.from?.startAt !== one.to?.startAt)
      found.approved++
    noted(found, one, now)
  }
  for (const one of follows) {
    const going = { ...one, adjusted: newlyAdjusted(one) }
    found.followed.push(going)
    noted(found, going, now)
  }
  found.counts = [...counts.values()]
  return found
}

function noted(found: Survey, one: Went, now: Instant): void {
  const { from, to, adjusted } = one
  found.touched.push(one)
  if (adjusted !== null) found.adjusted.push(one)
  if (from && to && from.startAt >= now && to.startAt < now) found.overtaken.push(one)
  for (const span of [from, to]) {
    if (!span) continue
    found.least = Math.min(found.least, span.startAt)
    found.most = Math.max(found.most, span.startAt)
  }
}

export function went(moved: Moved, plan: PlanIndex, after: StartexFrame): Went {
  const { item, adjusted } = moved
  return { item, from: plan.span(item), to: spanAs(item.table, moved, after), adjusted }
}

/** A date of registration is an instant, whether it is written as a day or not. */
const isSame = ({ item, from, to }: Went): boolean =>
  from !== null &&
  to !== null &&
  from.startAt === to.startAt &&
  (from.endAt === to.endAt || item.gate !== null)

function newlyAdjusted({ from, to }: Followed): Span['adjusted'] {
  return to?.adjusted && (from?.startAt !== to.startAt || from.endAt !== to.endAt) ? to.adjusted : null
}
