import { type Instant, type Moment, resolveMoment } from '@/lib/time'
import { DAY, epochDayOf } from '@/lib/time-calendar'

export const home = 'Europe/Tallinn'

const tuesday = 2

/** The dates that the demo's year hangs on, all from the day of seeding. Instants; `now` is that day's 00:00 UTC. */
export type DemoDates = {
  now: Instant
  /** the main exercise, in its registration: 150 to 156 days ahead */
  main: Instant
  /** its last edition */
  previous: Instant
  coalition: Instant
  offensive: Instant
}

export function demoDates(today: string): DemoDates {
  const day = epochDayOf(today)
  const main = next(day + 150, tuesday)
  return {
    now: day * DAY,
    main: startexOn(main),
    previous: startexOn(main - 364),
    coalition: startexOn(next(day + 65, tuesday)),
    offensive: startexOn(main + 168),
  }
}

/** The first day of that weekday (0 is Sunday), that day included. 1970-01-01 was a Thursday. */
function next(day: number, weekday: number): number {
  return day + ((((weekday - day - 4) % 7) + 7) % 7)
}

/** 09:00 at home. */
function startexOn(day: number): Instant {
  const frame = { startexAt: day * DAY + DAY / 2, timeZone: home }
  return resolveMoment(at(0, '09:00'), frame).at
}

/** D-day moment: `at(-28, '09:00')`; without a time the whole day. */
export function at(day: number, wall: string | null, timeZone = home): Moment {
  if (wall === null) return { anchor: 'dday', day, minute: null, timeZone }
  const [hours = 0, minutes = 0] = wall.split(':').map(Number)
  return { anchor: 'dday', day, minute: hours * 60 + minutes, timeZone }
}

/** T-time in hours from STARTEX. */
export function t(hours: number): Moment {
  return { anchor: 'ttime', offset: Math.round(hours * 3600) }
}

/** A fixed moment, where a D-day one would be today. */
export function fixedAt(moment: Moment, startexAt: Instant): Moment {
  const timeZone = moment.anchor === 'ttime' ? home : moment.timeZone
  return { anchor: 'fixed', at: resolveMoment(moment, { startexAt, timeZone: home }).at, timeZone }
}
