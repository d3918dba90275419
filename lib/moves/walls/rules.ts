import { addDays, DAY, localMillis, SECOND } from '@/lib/time-calendar'
import { startOfDay } from '@/lib/time-wall'
import { type Instant, transitionsBetween } from '@/lib/time-zones'
import type { Outcome } from '../outcome/rules'
import type { PlanIndex, Span } from '../plan/rules'
import type { Operation } from '../schema'

/** By how much a row was asked to go on the wall at home, in milliseconds; null where each goes its own way. */
type Nominal = (from: Instant) => number | null

function nominalShift(plan: PlanIndex, outcome: Outcome, operation: Operation): Nominal {
  const { timeZone } = plan.frame
  if (operation.kind === 'stretch_day') {
    const after = startOfDay(addDays(operation.on, 1), timeZone)
    return from => (from >= after ? operation.bySeconds * SECOND : null)
  }
  const same = sameForAll(plan, outcome, operation)
  return () => same
}

function sameForAll(plan: PlanIndex, { frame }: Outcome, operation: Operation): number | null {
  if ('bySeconds' in operation && !('pinTo' in operation && operation.pinTo !== undefined))
    return operation.bySeconds * SECOND
  if (operation.kind === 'slip_startex')
    return (
      localMillis(frame.startexAt, frame.timeZone) - localMillis(plan.frame.startexAt, plan.frame.timeZone)
    )
  return operation.kind === 'home_zone' || operation.kind === 'skip_weekend' ? 0 : null
}

/**
 * By how many seconds a row's time on the wall shifts beyond what was asked. In whole days it is expected to stay; in
 * hours, to go by as many. Null where no clock changes between the first and the last of the times, and nothing shifts.
 */
export function wallShifts(
  plan: PlanIndex,
  outcome: Outcome,
  operation: Operation,
  { least, most }: { least: Instant; most: Instant },
): ((from: Span | null, to: Span | null) => number) | null {
  const before = plan.frame
  const after = outcome.frame
  const nominalOf = nominalShift(plan, outcome, operation)
  const changes = least < most && transitionsBetween(before.timeZone, least, most).length > 0
  if (after === before && !changes) return null
  return (from, to) => {
    const nominal = from && nominalOf(from.startAt)
    if (!from || !to || nominal === null || from.startAt === to.startAt) return 0
    const gone = localMillis(to.startAt, after.timeZone) - localMillis(from.startAt, before.timeZone)
    const beyond = (((gone - nominal) % DAY) + DAY) % DAY
    return (beyond > DAY / 2 ? beyond - DAY : beyond) / SECOND
  }
}
