import type { Instant } from '@/lib/time'
import { spanOf, type Window } from '@/lib/timeline/axis/rules'
import type { Unit } from '@/lib/timeline/ticks/rules'
import { DAY, spanAt, type Wall, type WallZone, wallAt } from '@/lib/timeline/wall/rules'

/** A language's names (`lib/time-names.ts`), handed to the browser with the zones. `quarter` holds `{n}`. */
export type Names = {
  months: readonly string[]
  longMonths: readonly string[]
  weekdays: readonly string[]
  quarter: string
}

const two = (value: number) => String(value).padStart(2, '0')

const monthOf = (names: Names, { month }: Wall) => names.months[month - 1] ?? ''
const longMonthOf = (names: Names, { month }: Wall) => names.longMonths[month - 1] ?? ''
const weekdayOf = (names: Names, { weekday }: Wall) => names.weekdays[weekday] ?? ''
const clockOf = ({ hour, minute }: Wall) => `${two(hour)}:${two(minute)}`

/** What stands at a tick: `2027`, `Q2`, `Mar`, `23 Mar`, `Tue 23`, `09:00`. */
export function tickText(names: Names, zone: WallZone, at: Instant, unit: Unit): string {
  const wall = wallAt(zone, at)
  if (unit === 'year') return String(wall.year)
  if (unit === 'quarter') return names.quarter.replace('{n}', String(Math.ceil(wall.month / 3)))
  if (unit === 'month') return monthOf(names, wall)
  if (unit === 'week') return `${wall.day} ${monthOf(names, wall)}`
  if (unit === 'day') return `${weekdayOf(names, wall)} ${wall.day}`
  return clockOf(wall)
}

/** What stands over ticks: `2027`, `March 2027`, `Tue 23 March 2027`; shorter ones, for little room, after the long. */
export function contextTexts(names: Names, zone: WallZone, at: Instant, unit: Unit): string[] {
  const wall = wallAt(zone, at)
  if (unit === 'year') return [String(wall.year)]
  const month = monthOf(names, wall)
  if (unit === 'month') return [`${longMonthOf(names, wall)} ${wall.year}`, month]
  const day = `${weekdayOf(names, wall)} ${wall.day}`
  return [`${day} ${longMonthOf(names, wall)} ${wall.year}`, `${day} ${month}`, `${wall.day} ${month}`]
}

/** `20 Apr 09:00 EEST`, for the mark of STARTEX. */
export function markText(names: Names, zone: WallZone, at: Instant): string {
  const wall = wallAt(zone, at)
  return `${wall.day} ${monthOf(names, wall)} ${clockOf(wall)} ${spanAt(zone, at).name}`
}

/** What is in sight, as finely as it is worth saying: months of years, days of weeks, minutes of a day. */
export function rangeText(names: Names, zone: WallZone, window: Window): string {
  const from = wallAt(zone, window.from)
  const to = wallAt(zone, window.to)
  const span = spanOf(window)
  const say = (wall: Wall) => {
    if (span > 70 * DAY) return `${monthOf(names, wall)} ${wall.year}`
    if (span > 3 * DAY) return `${wall.day} ${monthOf(names, wall)} ${wall.year}`
    return `${wall.day} ${monthOf(names, wall)} ${clockOf(wall)}`
  }
  return `${say(from)} – ${say(to)}`
}
