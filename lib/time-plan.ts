import { type Moment, resolveMoment, type StartexFrame } from './time'
import { buildClock, type ClockMark, type ClockMarkKind } from './time-clock'
import type { Instant } from './time-zones'

/** What is to be done to the exercise clock, planned as a moment: a stop at D+0 18:00 moves with STARTEX's date. */
export type PlannedMark = { kind: ClockMarkKind; moment: Moment; offset?: number | null }

/**
 * The frame of an exercise whose clock is planned, with what has really happened to it. Planned marks take effect in
 * the order given; a T-time among them rides on the clock as the marks before it and the real ones make it.
 */
export function plannedFrame(
  startexAt: Instant,
  timeZone: string,
  planned: readonly PlannedMark[],
  actual: readonly ClockMark[],
): StartexFrame & Required<Pick<StartexFrame, 'clock'>> {
  const marks: ClockMark[] = [...actual]
  for (const { kind, moment, offset } of planned) {
    const clock = buildClock(startexAt, marks)
    const { at } = resolveMoment(moment, { startexAt, timeZone, clock })
    marks.push({ kind, basis: 'planned', at, offset: offset ?? null })
  }
  return { startexAt, timeZone, clock: buildClock(startexAt, marks) }
}
