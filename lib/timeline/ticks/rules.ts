import type { Instant } from '@/lib/time'
import { spanOf, type Window } from '@/lib/timeline/axis/rules'
import {
  civil,
  DAY,
  dayNumber,
  dayOf,
  firstInstantOf,
  HOUR,
  MINUTE,
  startOfDay,
  stretches,
  type WallZone,
} from '@/lib/timeline/wall/rules'

export type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute'

/** A division of the axis: a mark every `step` units, given only where marks stand `room` pixels apart at least. */
export type Level = { unit: Unit; step: number; room: number }

const LENGTH: Record<Unit, number> = {
  year: 365 * DAY,
  quarter: 90 * DAY,
  month: 28 * DAY,
  week: 7 * DAY,
  day: DAY,
  hour: HOUR,
  minute: MINUTE,
}

/** From far to near. The room is that of the widest label of the level in the axis's type. */
export const LEVELS: readonly Level[] = [
  { unit: 'year', step: 1, room: 40 },
  { unit: 'quarter', step: 1, room: 34 },
  { unit: 'month', step: 1, room: 46 },
  { unit: 'week', step: 1, room: 56 },
  { unit: 'day', step: 1, room: 50 },
  { unit: 'hour', step: 12, room: 48 },
  { unit: 'hour', step: 6, room: 48 },
  { unit: 'hour', step: 3, room: 48 },
  { unit: 'hour', step: 1, room: 48 },
  { unit: 'minute', step: 15, room: 48 },
  { unit: 'minute', step: 5, room: 48 },
  { unit: 'minute', step: 1, room: 48 },
]

/** The finest level whose labels have room; years when none has. `width` in pixels. */
export function levelFor(window: Window, width: number): Level {
  const far = LEVELS[0] ?? { unit: 'year', step: 1, room: 40 }
  const pixels = width / spanOf(window)
  return LEVELS.findLast(level => LENGTH[level.unit] * level.step * pixels >= level.room) ?? far
}

/** The level that names the stretch in which marks of a level stand: hours stand in a day, days in a month. */
export function contextOf(level: Level): Level | null {
  if (level.unit === 'year') return null
  if (level.unit === 'quarter' || level.unit === 'month') return { unit: 'year', step: 1, room: 0 }
  if (level.unit === 'week' || level.unit === 'day') return { unit: 'month', step: 1, room: 0 }
  return { unit: 'day', step: 1, room: 0 }
}

/** The instants of a level inside a window, at the boundaries of the zone's own wall clock, in order. */
export function ticksOf(zone: WallZone, window: Window, level: Level): Instant[] {
  return LENGTH[level.unit] >= DAY ? dateTicks(zone, window, level.unit) : clockTicks(zone, window, level)
}

function dateTicks(zone: WallZone, window: Window, unit: Unit): Instant[] {
  const ticks: Instant[] = []
  for (let number = floorTo(unit, dayOf(zone, window.from)); ; number = next(unit, number)) {
    const at = startOfDay(zone, number)
    if (at > window.to) return ticks
    // A zone that skips a whole day (Samoa, 2011) would otherwise mark one instant twice.
    if (at >= window.from && at !== ticks.at(-1)) ticks.push(at)
  }
}

/** The day on which the unit that holds a day begins; weeks begin on Monday (ISO 8601). */
function floorTo(unit: Unit, number: number): number {
  const { year, month, weekday } = civil(number)
  if (unit === 'year') return dayNumber(year, 1, 1)
  if (unit === 'quarter') return dayNumber(year, month - ((month - 1) % 3), 1)
  if (unit === 'month') return dayNumber(year, month, 1)
  if (unit === 'week') return number - ((weekday + 6) % 7)
  return number
}

function next(unit: Unit, number: number): number {
  const { year, month } = civil(number)
  if (unit === 'year') return dayNumber(year + 1, 1, 1)
  if (unit === 'quarter') return dayNumber(year, month + 3, 1)
  if (unit === 'month') return dayNumber(year, month + 1, 1)
  return number + (unit === 'week' ? 7 : 1)
}

/** Hours and minutes, stretch by stretch of one offset: a repeated hour is marked twice, a skipped one not at all. */
function clockTicks(zone: WallZone, window: Window, { unit, step }: Level): Instant[] {
  const length = LENGTH[unit] * step
  const ticks: Instant[] = []
  for (const { from, to, offset } of stretches(zone)) {
    const start = Math.max(from, window.from)
    const end = Math.min(to, window.to + 1)
    for (let at = Math.ceil((start + offset) / length) * length - offset; at < end; at += length)
      ticks.push(at)
  }
  return ticks
}

export type Stretch = { from: Instant; to: Instant }

/** What the ticks of a context name: whole years, months or days, as far as they touch the window. */
export function contextsOf(zone: WallZone, window: Window, level: Level): Stretch[] {
  const first = startOfDay(zone, floorTo(level.unit, dayOf(zone, window.from)))
  const starts = ticksOf(zone, { from: first, to: window.to }, level)
  return starts
    .map((from, index) => ({ from, to: starts[index + 1] ?? window.to }))
    .filter(s => s.to > s.from)
}

/** Saturdays and Sundays of a zone as one band each. */
export function weekends(zone: WallZone, window: Window): Stretch[] {
  const bands: Stretch[] = []
  const monday = floorTo('week', dayOf(zone, window.from))
  for (let number = monday; ; number += 7) {
    const band = { from: startOfDay(zone, number + 5), to: startOfDay(zone, number + 7) }
    if (band.from > window.to) return bands
    if (band.to > window.from) bands.push(band)
  }
}

const DUSK = 20
const DAWN = 6

/** The nights of a zone, 20:00 to 06:00 on the wall. */
export function nights(zone: WallZone, window: Window): Stretch[] {
  const bands: Stretch[] = []
  for (let number = dayOf(zone, window.from) - 1; ; number += 1) {
    const from = firstInstantOf(zone, number * DAY + DUSK * HOUR)
    const to = firstInstantOf(zone, (number + 1) * DAY + DAWN * HOUR)
    if (from > window.to) return bands
    if (to > window.from) bands.push({ from, to })
  }
}

/** A change of the zone's offset; `by` in seconds, positive when clocks go forward. */
export type ClockChange = { at: Instant; by: number }

export function clockChanges(zone: WallZone, window: Window): ClockChange[] {
  return zone.spans.flatMap((span, index) => {
    const before = zone.spans[index - 1]
    if (!before || before.offset === span.offset || span.from < window.from || span.from > window.to)
      return []
    return [{ at: span.from, by: span.offset - before.offset }]
  })
}
