import { type Moment, momentLimits, reanchor, resolveMoment, type StartexFrame } from '@/lib/time'
import { DAY, localMillis, MINUTE, SECOND } from '@/lib/time-calendar'
import { localToInstant } from '@/lib/time-wall'
import type { Instant } from '@/lib/time-zones'

/** `adjusted`: DST skips or repeats the wall time that it would keep; the later instant is taken. */
export type Shifted = { moment: Moment; adjusted: 'skipped' | 'repeated' | null }

const isWholeDay = (moment: Moment) => moment.anchor === 'dday' && moment.minute === null

/**
 * A moment so much later, under the anchor that it has. Whole days are days of the calendar, so that the wall time stays
 * whatever DST does between; everything else is time that passes, so that a bar lands where it is dropped. A T-time
 * counts seconds either way. A whole day moves by whole days, the nearest; null where that is none.
 */
export function shifted(moment: Moment, bySeconds: number, frame: StartexFrame): Shifted | null {
  if (moment.anchor === 'ttime') {
    return { moment: { ...moment, offset: moment.offset + bySeconds }, adjusted: null }
  }
  const days = Math.round((bySeconds * SECOND) / DAY)
  if (moment.anchor === 'dday' && (isWholeDay(moment) || days * DAY === bySeconds * SECOND)) {
    if (days === 0) return null
    const next = { ...moment, day: moment.day + days }
    return { moment: next, adjusted: adjustedBy(moment, next, frame) }
  }
  const { at } = resolveMoment(moment, frame)
  if (days * DAY !== bySeconds * SECOND) {
    return { moment: placed(moment, at + bySeconds * SECOND, frame), adjusted: null }
  }
  const wall = localToInstant(localMillis(at, moment.timeZone) + days * DAY, moment.timeZone)
  return wall.kind === 'one'
    ? { moment: placed(moment, wall.at, frame), adjusted: null }
    : { moment: placed(moment, wall.later, frame), adjusted: wall.kind }
}

function adjustedBy(from: Moment, to: Moment, frame: StartexFrame): Shifted['adjusted'] {
  const { at, adjusted } = resolveMoment(to, frame)
  return resolveMoment(from, frame).at === at ? null : adjusted
}

/** The moment at an instant, under the anchor that it has: to the minute for a D-day, to the nearest day for a whole one. */
export function placed(moment: Moment, at: Instant, frame: StartexFrame): Moment {
  if (moment.anchor === 'fixed') return { ...moment, at }
  const timeZone = moment.anchor === 'dday' ? moment.timeZone : frame.timeZone
  if (isWholeDay(moment)) {
    const said = reanchor({ anchor: 'fixed', at: at + DAY / 2, timeZone }, 'dday', frame, timeZone).moment
    return said.anchor === 'dday' ? { ...said, minute: null } : said
  }
  const near = moment.anchor === 'dday' ? at + MINUTE / 2 : at
  return reanchor({ anchor: 'fixed', at: near, timeZone }, moment.anchor, frame, timeZone).moment
}

/** Whether the database can hold it. */
export function inRange(moment: Moment): boolean {
  if (moment.anchor === 'dday') return Math.abs(moment.day) <= momentLimits.day
  if (moment.anchor === 'ttime') return Math.abs(moment.offset) <= momentLimits.offset
  return moment.at >= momentLimits.earliest && moment.at <= momentLimits.latest
}
