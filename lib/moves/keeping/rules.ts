import type { ExerciseStatus } from '@/lib/exercises/schema'
import { gateAt, resolvePhase } from '@/lib/schedule/rules'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { Gathering } from '../gathering/rules'
import { isPinned, type PlanItem } from '../plan/rules'

/** Why STARTEX cannot move there: once it has happened it stays, and a move must move something. */
export function startexProblem(status: ExerciseStatus, from: StartexFrame, to: StartexFrame): string | null {
  if (hasStartexHappened(status)) return 'startex_has_happened'
  const same = from.startexAt === to.startexAt && from.timeZone === to.timeZone
  return same ? 'startex_same' : null
}

export const hasStartexHappened = (status: ExerciseStatus): boolean =>
  status === 'conduct' || status === 'closed'

type Side = 'start' | 'end'

/** The instant that counts: an opening or a start as it begins, a closing or an end of a whole day as that day ends. */
function standsAt({ gate }: PlanItem, side: Side, moment: Moment, frame: StartexFrame): Instant {
  if (gate !== null) return gateAt(gate, moment, frame)
  return side === 'end'
    ? resolvePhase({ start: moment, end: moment }, frame).endAt
    : resolveMoment(moment, frame).at
}

/** What has happened as what it now is, a stored instant; null for what is to come, and for what is fixed anyhow. */
function kept(item: PlanItem, side: Side, { plan: { frame }, now }: Gathering): Moment | null {
  const moment = item[side]
  if (moment === null || moment.anchor === 'fixed') return null
  const at = standsAt(item, side, moment, frame)
  const timeZone = moment.anchor === 'ttime' ? frame.timeZone : moment.timeZone
  return at < now ? { anchor: 'fixed', at, timeZone } : null
}

/** Where STARTEX moves, and everything that is counted from it: what has taken place stays, where that is asked for. */
export function keepPast(into: Gathering, item: PlanItem): void {
  const [start, end] = [kept(item, 'start', into), kept(item, 'end', into)]
  if (start === null && end === null) {
    if (isPinned(item)) into.stays.set(item, { item, why: 'pinned' })
    return
  }
  // A gate is kept as the instant at which it opened or shut, which lasts no day.
  const { durationSeconds, days } = item.gate === null ? item : { durationSeconds: null, days: null }
  const moments = { start: start ?? item.start, end: end ?? item.end }
  into.moved.set(item, { item, ...moments, durationSeconds, days, adjusted: null })
}
