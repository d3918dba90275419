import { DAY, epochDayAt, epochDayOf, localMillis, MINUTE, SECOND, type Wall } from './time-calendar'
import { type Clock, exerciseTimeAt, resolveOffset, runningClock } from './time-clock'
import { localToInstant, startOfEpochDay, type WallResolution } from './time-wall'
import type { Instant } from './time-zones'

export { currentInstant } from './time-now'
export type { Instant } from './time-zones'

/**
 * A planned point in time, as planners think of it. `fixed` never moves by itself; `dday` counts calendar days from
 * STARTEX's home date and keeps its wall time (`minute` after midnight in its own zone, null for the whole day);
 * `ttime` rides on the exercise clock, in whole seconds from STARTEX.
 */
export type Moment =
  | { anchor: 'fixed'; at: Instant; timeZone: string }
  | { anchor: 'dday'; day: number; minute: number | null; timeZone: string }
  | { anchor: 'ttime'; offset: number }

export type Anchor = Moment['anchor']

/** What moments are counted from. Without a clock it runs through from STARTEX. */
export type StartexFrame = { startexAt: Instant; timeZone: string; clock?: Clock }

/** Days and seconds reach ten years either way; instants run from 1970 to the end of 2199. */
export const momentLimits = {
  day: 3660,
  offset: 3660 * 86_400,
  earliest: Date.UTC(1970, 0, 1),
  latest: Date.UTC(2200, 0, 1) - 1,
} as const

export function instantOf(date: Date): Instant {
  return date.getTime()
}

export function dateOf(instant: Instant): Date {
  return new Date(instant)
}

/** Throws a RangeError for what is no date or no zone. */
export function wallToInstant(wall: Wall, timeZone: string): WallResolution {
  return localToInstant(epochDayOf(wall.date) * DAY + wall.minute * MINUTE, timeZone)
}

/** `held`: the exercise clock stands and no resume is known, so `at` is the earliest it could be. */
export type Resolved = { at: Instant; adjusted: null | 'skipped' | 'repeated'; held: boolean }

function clockOf(frame: StartexFrame): Clock {
  return frame.clock ?? runningClock(frame.startexAt)
}

/**
 * The instant of a moment. Where its wall time is skipped or repeated, the later instant, flagged; a T-time that the
 * clock jumps over is put at the jump, one it shows twice at the first showing.
 */
export function resolveMoment(moment: Moment, frame: StartexFrame): Resolved {
  if (moment.anchor === 'fixed') return { at: moment.at, adjusted: null, held: false }
  if (moment.anchor === 'ttime') return resolveOffset(clockOf(frame), moment.offset)
  const day = epochDayAt(frame.startexAt, frame.timeZone) + moment.day
  if (moment.minute === null) {
    return { at: startOfEpochDay(day, moment.timeZone), adjusted: null, held: false }
  }
  const wall = localToInstant(day * DAY + moment.minute * MINUTE, moment.timeZone)
  return wall.kind === 'one'
    ? { at: wall.at, adjusted: null, held: false }
    : { at: wall.later, adjusted: wall.kind, held: false }
}

/** As in a row: at most one of the two. Seconds are real time, whatever the exercise clock does meanwhile. */
export type Length = { durationSeconds: number | null; days: number | null }

/**
 * The first instant no longer part of it. Whole days end as the day after the last begins in the moment's zone
 * (home for a T-time), so a day of 23 or 25 hours counts as one. Without a length, the start.
 */
export function endOfMoment(start: Moment, length: Length, frame: StartexFrame): Instant {
  const { at } = resolveMoment(start, frame)
  if (length.days === null) return at + (length.durationSeconds ?? 0) * SECOND
  const timeZone = start.anchor === 'ttime' ? frame.timeZone : start.timeZone
  return startOfEpochDay(epochDayAt(at, timeZone) + length.days, timeZone)
}

/** Which day it is in that zone, counted in calendar dates from STARTEX's date at home: 0 on D-day. */
export function dayNumberOf(at: Instant, timeZone: string, frame: StartexFrame): number {
  return epochDayAt(at, timeZone) - epochDayAt(frame.startexAt, frame.timeZone)
}

/** `kept` is false where the anchor cannot say that instant (seconds in a D-day time, the first of two 03:30s, a paused clock). */
export type Reanchored = { moment: Moment; kept: boolean }

/** The same instant under another anchor, in `timeZone`; where that cannot be said, the nearest the anchor says, not `kept`. */
export function reanchor(moment: Moment, to: Anchor, frame: StartexFrame, timeZone: string): Reanchored {
  if (moment.anchor === to && (moment.anchor === 'ttime' || moment.timeZone === timeZone)) {
    return { moment, kept: true }
  }
  const { at } = resolveMoment(moment, frame)
  const made = anchored(at, to, frame, timeZone)
  return { moment: made, kept: resolveMoment(made, frame).at === at }
}

function anchored(at: Instant, to: Anchor, frame: StartexFrame, timeZone: string): Moment {
  if (to === 'fixed') return { anchor: 'fixed', at, timeZone }
  if (to === 'ttime') return { anchor: 'ttime', offset: Math.floor(exerciseTimeAt(clockOf(frame), at)) }
  const local = localMillis(at, timeZone)
  const minute = Math.floor((((local % DAY) + DAY) % DAY) / MINUTE)
  return { anchor: 'dday', day: dayNumberOf(at, timeZone, frame), minute, timeZone }
}

type MomentValues<P extends string> = Record<`${P}At`, Date | null> &
  Record<`${P}Day`, number | null> &
  Record<`${P}Minute`, number | null> &
  Record<`${P}Offset`, number | null> &
  Record<`${P}TimeZone`, string | null>

/** The six columns of a moment whose names begin with P: `startAnchor`, `startAt`, … */
export type MomentColumns<P extends string> = Record<`${P}Anchor`, Anchor> & MomentValues<P>

/** The columns of a start and of an end, to select. */
export const startColumns = {
  startAnchor: true,
  startAt: true,
  startDay: true,
  startMinute: true,
  startOffset: true,
  startTimeZone: true,
} as const
export const endColumns = {
  endAnchor: true,
  endAt: true,
  endDay: true,
  endMinute: true,
  endOffset: true,
  endTimeZone: true,
} as const

/** The same where a row may have no such moment: then all six are null. */
export type OptionalMomentColumns<P extends string> = Record<`${P}Anchor`, Anchor | null> & MomentValues<P>

function cell<K extends string, V>(row: Record<K, V>, column: K): V {
  return row[column]
}

/** The moment of a row, null where it has none. Throws an Error for columns that the database's CHECK refuses. */
export function optionalMomentOf<P extends string>(row: OptionalMomentColumns<P>, prefix: P): Moment | null {
  const anchor = cell<`${P}Anchor`, Anchor | null>(row, `${prefix}Anchor`)
  const at = cell<`${P}At`, Date | null>(row, `${prefix}At`)
  const day = cell<`${P}Day`, number | null>(row, `${prefix}Day`)
  const minute = cell<`${P}Minute`, number | null>(row, `${prefix}Minute`)
  const offset = cell<`${P}Offset`, number | null>(row, `${prefix}Offset`)
  const timeZone = cell<`${P}TimeZone`, string | null>(row, `${prefix}TimeZone`)
  if (anchor === 'fixed' && at && timeZone && day === null && minute === null && offset === null) {
    return { anchor, at: instantOf(at), timeZone }
  }
  if (anchor === 'dday' && day !== null && timeZone && at === null && offset === null) {
    return { anchor, day, minute, timeZone }
  }
  const onlyOffset = at === null && day === null && minute === null && timeZone === null
  if (anchor === 'ttime' && offset !== null && onlyOffset) return { anchor, offset }
  if (anchor === null && offset === null && onlyOffset) return null
  throw new Error(`Impossible moment in the columns ${prefix}…: ${anchor}`)
}

/** As `optionalMomentOf`, for a row that always has the moment. */
export function momentOf<P extends string>(row: MomentColumns<P>, prefix: P): Moment {
  const moment = optionalMomentOf<P>(row, prefix)
  if (!moment) throw new Error(`No moment in the columns ${prefix}…`)
  return moment
}

/** All six columns, so that an update clears what the former anchor left. */
export function momentColumns<P extends string>(prefix: P, moment: Moment): MomentColumns<P>
export function momentColumns<P extends string>(prefix: P, moment: Moment | null): OptionalMomentColumns<P>
export function momentColumns(prefix: string, moment: Moment | null): Record<string, unknown> {
  return {
    [`${prefix}Anchor`]: moment?.anchor ?? null,
    [`${prefix}At`]: moment?.anchor === 'fixed' ? dateOf(moment.at) : null,
    [`${prefix}Day`]: moment?.anchor === 'dday' ? moment.day : null,
    [`${prefix}Minute`]: moment?.anchor === 'dday' ? moment.minute : null,
    [`${prefix}Offset`]: moment?.anchor === 'ttime' ? moment.offset : null,
    [`${prefix}TimeZone`]: moment && moment.anchor !== 'ttime' ? moment.timeZone : null,
  }
}
