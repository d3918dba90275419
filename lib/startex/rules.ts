import type { ExerciseStatus } from '@/lib/exercises/schema'
import { gateAt, resolvePhase } from '@/lib/schedule/rules'
import type { Gate } from '@/lib/schedule/schema'
import { type Moment, moveStartexReport, resolveMoment, type StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'

/** A moment of the plan and the row it stands in: `nation` names whose own date it is. */
export type PlannedMoment = {
  id: string
  what: 'phase_start' | 'phase_end' | 'activity' | 'own_date'
  title: string
  nation: { kind: 'nation' | 'organisation' | 'fictional'; code: string; name: string } | null
  gate: Gate | null
  moment: Moment
}

/** `happened`: it lies behind `now` and is kept where it was. `follows`: it rides on the exercise clock. */
export type MoveEffect = 'moves' | 'follows' | 'stays' | 'happened'

export type MovedMoment = PlannedMoment & {
  from: Instant
  to: Instant
  effect: MoveEffect
  /** the move itself brings it into a wall time that DST skips or repeats; the later instant is taken */
  adjusted: 'skipped' | 'repeated' | null
}

/** What moving STARTEX does to the plan, in the order in which it stands now. */
export function moveReport(
  rows: readonly PlannedMoment[],
  from: StartexFrame,
  to: StartexFrame,
  { now, keepPast }: { now: Instant; keepPast: boolean },
): MovedMoment[] {
  const moves = moveStartexReport(
    rows.map(row => row.moment),
    from,
    to,
  )
  const report = rows.map((row, index): MovedMoment => {
    const before = standsAt(row, from)
    if (keepPast && hasHappened(row, from, now)) {
      return { ...row, from: before, to: before, effect: 'happened', adjusted: null }
    }
    const after = standsAt(row, to)
    const moving = row.moment.anchor === 'ttime' ? 'follows' : 'moves'
    const effect = before === after ? 'stays' : moving
    return { ...row, from: before, to: after, effect, adjusted: moves[index]?.adjusted ?? null }
  })
  return report.sort((a, b) => a.from - b.from)
}

/** The instant that counts: an opening or a start as it begins, a closing or an end of a whole day as that day ends. */
export function standsAt({ what, gate, moment }: PlannedMoment, frame: StartexFrame): Instant {
  if (gate !== null) return gateAt(gate, moment, frame)
  if (what === 'phase_end') return resolvePhase({ start: moment, end: moment }, frame).endAt
  return resolveMoment(moment, frame).at
}

/** Fixed moments never move, so they need no keeping. */
export function hasHappened(row: PlannedMoment, frame: StartexFrame, now: Instant): boolean {
  return row.moment.anchor !== 'fixed' && standsAt(row, frame) < now
}

/** What has happened as what it now is: a stored instant. */
export function pinned(row: PlannedMoment, frame: StartexFrame): Moment {
  const timeZone = row.moment.anchor === 'ttime' ? frame.timeZone : row.moment.timeZone
  return { anchor: 'fixed', at: standsAt(row, frame), timeZone }
}

/** Why STARTEX cannot move there: once it has happened it stays, and a move must move something. */
export function moveProblem(status: ExerciseStatus, from: StartexFrame, to: StartexFrame): string | null {
  if (status === 'conduct' || status === 'closed') return 'startex_has_happened'
  const same = from.startexAt === to.startexAt && from.timeZone === to.timeZone
  return same ? 'startex_same' : null
}
