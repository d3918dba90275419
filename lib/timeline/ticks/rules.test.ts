import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, type WallZone, wallAt } from '@/lib/timeline/wall/rules'
import {
  clockChanges,
  contextOf,
  contextsOf,
  LEVELS,
  levelFor,
  nights,
  ticksOf,
  type Unit,
  weekends,
} from './rules'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const level = (unit: Unit, step = 1) => ({ unit, step, room: 0 })

const TALLINN: WallZone = {
  timeZone: 'Europe/Tallinn',
  city: 'Tallinn',
  spans: [
    { from: at('2025-10-26T01:00Z'), offset: 7200, name: 'EET' },
    { from: at('2026-03-29T01:00Z'), offset: 10800, name: 'EEST' },
    { from: at('2026-10-25T01:00Z'), offset: 7200, name: 'EET' },
    { from: at('2027-03-28T01:00Z'), offset: 10800, name: 'EEST' },
    { from: at('2027-10-31T01:00Z'), offset: 7200, name: 'EET' },
    { from: at('2028-03-26T01:00Z'), offset: 10800, name: 'EEST' },
  ],
}
/** What no two neighbouring marks may be apart, a change of the clocks included. */
const LONGEST: Record<Unit, number> = {
  year: 368 * DAY,
  quarter: 94 * DAY,
  month: 32 * DAY,
  week: 8 * DAY,
  day: 26 * HOUR,
  hour: 2.1 * HOUR,
  minute: 2 * 60_000,
}
const wall = (instants: number[]) =>
  instants.map(instant =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Tallinn'),
  )
const clock = (instants: number[]) => wall(instants).map(zoned => zoned.toPlainTime().toString().slice(0, 5))

const anyWindow = fc
  .tuple(
    fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  // Lengths from ten minutes to three years, evenly over the orders of magnitude.
  .map(([from, size]) => ({ from, to: from + 600_000 * 150_000 ** size }))

describe('the ticks', () => {
  it('stand at the beginning of their unit on the wall clock, in order, none forgotten', () => {
    fc.assert(
      fc.property(anyWindow, fc.integer({ min: 300, max: 2000 }), (window, width) => {
        const chosen = levelFor(window, width)
        const ticks = ticksOf(TALLINN, window, chosen)
        for (const [index, tick] of ticks.entries()) {
          const { month, day, weekday, hour, minute } = wallAt(TALLINN, tick)
          if (chosen.unit === 'minute') expect(minute % chosen.step).toBe(0)
          else expect(minute).toBe(0)
          if (chosen.unit === 'hour') expect(hour % chosen.step).toBe(0)
          else if (chosen.unit !== 'minute') expect(hour).toBe(0)
          if (chosen.unit === 'week') expect(weekday).toBe(1)
          if (['month', 'quarter', 'year'].includes(chosen.unit)) expect(day).toBe(1)
          if (chosen.unit === 'quarter') expect((month - 1) % 3).toBe(0)
          if (chosen.unit === 'year') expect(month).toBe(1)
          expect(tick).toBeGreaterThanOrEqual(window.from)
          expect(tick).toBeLessThanOrEqual(window.to)
          const before = ticks[index - 1]
          if (before === undefined) continue
          expect(tick).toBeGreaterThan(before)
          expect(tick - before).toBeLessThan(LONGEST[chosen.unit] * chosen.step)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('leave room for their labels at every level, and are never fewer than a screen needs', () => {
    fc.assert(
      fc.property(anyWindow, fc.integer({ min: 300, max: 2000 }), (window, width) => {
        const chosen = levelFor(window, width)
        const pixels = width / (window.to - window.from)
        const ticks = ticksOf(TALLINN, window, chosen)
        for (const [index, tick] of ticks.entries()) {
          const before = ticks[index - 1]
          // The hour that spring takes away brings two marks closer once a year.
          if (before !== undefined && chosen !== LEVELS[0])
            expect((tick - before) * pixels).toBeGreaterThanOrEqual(chosen.room * 0.66)
        }
        expect(ticks.length).toBeLessThan(width / 20)
      }),
      { numRuns: 500 },
    )
  })

  it('go from years to minutes as the window narrows', () => {
    const from = at('2026-11-01T00:00Z')
    const units = [3000, 1000, 300, 90, 20, 4, 0.5, 0.02].map(
      days => levelFor({ from, to: from + days * DAY }, 1000).unit,
    )
    expect(units).toEqual(['year', 'quarter', 'month', 'week', 'day', 'hour', 'hour', 'minute'])
  })

  it('mark the repeated hour twice and the skipped hour not at all', () => {
    const autumn = { from: at('2027-10-30T23:30Z'), to: at('2027-10-31T03:30Z') }
    expect(clock(ticksOf(TALLINN, autumn, level('hour')))).toEqual(['03:00', '03:00', '04:00', '05:00'])
    const spring = { from: at('2027-03-27T23:30Z'), to: at('2027-03-28T03:30Z') }
    expect(clock(ticksOf(TALLINN, spring, level('hour')))).toEqual(['02:00', '04:00', '05:00', '06:00'])
  })

  it('keep six-hour marks on the wall clock over a change', () => {
    const day = { from: at('2027-03-27T22:00Z'), to: at('2027-03-28T21:00Z') }
    expect(clock(ticksOf(TALLINN, day, level('hour', 6)))).toEqual([
      '00:00',
      '06:00',
      '12:00',
      '18:00',
      '00:00',
    ])
  })

  it('begin weeks on Monday', () => {
    const ticks = ticksOf(
      TALLINN,
      { from: at('2027-01-01T00:00Z'), to: at('2027-01-20T00:00Z') },
      level('week'),
    )
    expect(wall(ticks).map(zoned => zoned.toPlainDate().toString())).toEqual([
      '2027-01-04',
      '2027-01-11',
      '2027-01-18',
    ])
  })
})

describe('the names above the ticks', () => {
  it('cover the whole window without a gap, whatever the level', () => {
    fc.assert(
      fc.property(anyWindow, fc.constantFrom(...LEVELS), (window, chosen) => {
        const context = contextOf(chosen)
        fc.pre(context !== null && (chosen.unit !== 'minute' || window.to - window.from < 90 * DAY))
        if (!context) return
        const stretches = contextsOf(TALLINN, window, context)
        expect(stretches[0]?.from).toBeLessThanOrEqual(window.from)
        expect(stretches.at(-1)?.to).toBe(window.to)
        for (const [index, stretch] of stretches.entries()) {
          const before = stretches[index - 1]
          if (before) expect(stretch.from).toBe(before.to)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('say month and year over days', () => {
    const window = { from: at('2027-03-20T00:00Z'), to: at('2027-04-10T00:00Z') }
    const months = contextsOf(TALLINN, window, level('month')).map(
      stretch => wallAt(TALLINN, stretch.from).month,
    )
    expect(months).toEqual([3, 4])
  })
})

describe('bands and marks', () => {
  it('shade each weekend from Saturday 00:00 to Monday 00:00, an hour shorter when clocks go forward', () => {
    const window = { from: at('2027-03-15T00:00Z'), to: at('2027-04-12T00:00Z') }
    const hours = weekends(TALLINN, window).map(band => (band.to - band.from) / HOUR)
    expect(hours).toEqual([48, 47, 48, 48])
    for (const band of weekends(TALLINN, window))
      expect(wallAt(TALLINN, band.from)).toMatchObject({ weekday: 6, hour: 0 })
  })

  it('shade each night from 20:00 to 06:00', () => {
    const window = { from: at('2027-03-27T00:00Z'), to: at('2027-03-29T00:00Z') }
    const bands = nights(TALLINN, window)
    expect(bands.map(band => wallAt(TALLINN, band.from).hour)).toEqual([20, 20, 20])
    expect(bands.map(band => wallAt(TALLINN, band.to).hour)).toEqual([6, 6, 6])
    expect(bands.map(band => (band.to - band.from) / HOUR)).toEqual([10, 9, 10])
  })

  it('mark each change of the clocks with its size and direction', () => {
    expect(clockChanges(TALLINN, { from: at('2027-01-01T00:00Z'), to: at('2028-01-01T00:00Z') })).toEqual([
      { at: at('2027-03-28T01:00Z'), by: 3600 },
      { at: at('2027-10-31T01:00Z'), by: -3600 },
    ])
    expect(clockChanges(TALLINN, { from: at('2027-06-01T00:00Z'), to: at('2027-07-01T00:00Z') })).toEqual([])
  })
})
