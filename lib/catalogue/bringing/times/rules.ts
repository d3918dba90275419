import { type Moment, reanchor, type StartexFrame } from '@/lib/time'

/** Spacing in per cent: a tenth to ten times as wide. */
export const leastSpacing = 10
export const mostSpacing = 1000

/** A distance in seconds at so many per cent. What was whole minutes stays so: nobody plans 37 minutes and a half. */
export function stretched(seconds: number, spacing: number): number {
  if (spacing === 100) return seconds
  const grain = seconds % 60 === 0 ? 60 : 1
  // The sign of a zero is nothing that JSON or a person can tell.
  return Math.round((seconds * spacing) / 100 / grain) * grain + 0
}

/** Seconds of the exercise said in the way of `like`: T-time, D-day or fixed. T-time where D-day cannot say seconds. */
export function momentAt(seconds: number, like: Moment, frame: StartexFrame): Moment {
  const moment: Moment = { anchor: 'ttime', offset: seconds }
  if (like.anchor === 'ttime') return moment
  const said = reanchor(moment, like.anchor, frame, like.timeZone)
  return said.kept ? said.moment : moment
}
