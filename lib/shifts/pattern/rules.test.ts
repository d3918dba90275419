import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { wallAt } from '@/lib/time-calendar'
import { mostShifts, type Pattern, patternProblem, shiftsOf, spanOf } from './rules'

const HOUR = 3600
const home = 'Europe/Tallinn'
/** STARTEX Friday 26 March 2027, 09:00 in Tallinn: the clocks change in the night to Sunday. */
const frame: StartexFrame = { startexAt: Date.UTC(2027, 2, 26, 7), timeZone: home }
const dday = (day: number, minute: number | null): Moment => ({ anchor: 'dday', day, minute, timeZone: home })
const tTime = (offset: number): Moment => ({ anchor: 'ttime', offset })
const daily = { lengthSeconds: 8 * HOUR, handoverSeconds: 0, crews: 3 }

test('a day of three watches', () => {
  const pattern = { start: tTime(0), end: tTime(24 * HOUR), ...daily }
  expect(shiftsOf(pattern, frame)).toEqual(
    [0, 8, 16].map((hour, i) => ({
      start: tTime(hour * HOUR),
      startAt: frame.startexAt + hour * HOUR * 1000,
      durationSeconds: 8 * HOUR,
      crew: i + 1,
    })),
  )
})

test('the last watch is cut, and what a hand-over is long is stood by the one before', () => {
  const lasting = (hours: number) =>
    shiftsOf(
      { start: tTime(0), end: tTime(hours * HOUR), lengthSeconds: 8 * HOUR, handoverSeconds: HOUR, crews: 2 },
      frame,
    ).map(shift => [shift.durationSeconds / HOUR, shift.crew])
  expect(lasting(20)).toEqual([
    [8, 1],
    [8, 2],
    [6, 1],
  ])
  expect(lasting(15)).toEqual([
    [8, 1],
    [8, 2],
  ])
  expect(lasting(14.5)).toEqual([
    [8, 1],
    [7.5, 2],
  ])
  expect(lasting(0.5)).toEqual([[0.5, 1]])
})

test('the watch changes at the same hours of the wall, in the week in which the clocks change too', () => {
  const shifts = shiftsOf({ start: dday(0, 8 * 60), end: dday(4, 8 * 60), ...daily }, frame)
  const walls = shifts.map(shift => wallAt(shift.startAt, home).minute / 60)
  expect(walls).toEqual([8, 16, 0, 8, 16, 0, 8, 16, 0, 8, 16, 0])
  expect(shifts.map(shift => shift.durationSeconds / HOUR)).toEqual([8, 8, 8, 8, 8, 7, 8, 8, 8, 8, 8, 8])
})

test('of hours from STARTEX the wall knows nothing', () => {
  const shifts = shiftsOf({ start: tTime(0), end: tTime(96 * HOUR), ...daily }, frame)
  expect(new Set(shifts.map(shift => shift.durationSeconds))).toEqual(new Set([8 * HOUR]))
  expect(wallAt(shifts[9]?.startAt ?? 0, home).minute / 60).toBe(10)
})

test('a phase of whole days is covered from its first midnight to its last', () => {
  const shifts = shiftsOf({ start: dday(0, null), end: dday(0, null), ...daily }, frame)
  expect(shifts.map(shift => shift.start)).toEqual([dday(0, 0), dday(0, 480), dday(0, 960)])
})

describe('a rota is refused', () => {
  const usual: Pattern = { start: tTime(0), end: tTime(24 * HOUR), ...daily }
  test.each([
    ['when it ends before it begins', { end: tTime(-1) }, { field: 'end', reason: 'end_before_start' }],
    ['with shifts of minutes', { lengthSeconds: 600 }, { field: 'length', reason: 'shift_length_between' }],
    [
      'with shifts of days',
      { lengthSeconds: 50 * HOUR },
      { field: 'length', reason: 'shift_length_between' },
    ],
    ['with seconds', { lengthSeconds: 930 }, { field: 'length', reason: 'whole_minutes_only' }],
    [
      'when a third would stand beside two',
      { handoverSeconds: 4 * HOUR + 60 },
      { field: 'handover', reason: 'handover_too_long' },
    ],
    [
      'with more shifts than anybody reads',
      { end: tTime((mostShifts + 1) * 8 * HOUR) },
      { field: 'end', reason: 'too_many_shifts' },
    ],
    ['never otherwise', {}, null],
  ])('%s', (_, given, problem) => {
    expect(patternProblem({ ...usual, ...given }, frame)).toEqual(problem)
  })
})

describe('for any rota, over any change of clocks', () => {
  const zone = fc.constantFrom('UTC', home, 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca')
  const pattern = fc
    .record({
      zone,
      anchor: fc.constantFrom('fixed', 'dday', 'ttime'),
      from: fc.integer({ min: -4000, max: 4000 }),
      lasts: fc.integer({ min: 1, max: 7 * 1440 }),
      length: fc.integer({ min: 15, max: 1440 }),
      share: fc.integer({ min: 0, max: 100 }),
      crews: fc.integer({ min: 1, max: 6 }),
      startexAt: fc.constantFrom(Date.UTC(2027, 2, 26, 7), Date.UTC(2027, 9, 29, 7), Date.UTC(2027, 3, 2)),
    })
    .map(({ zone, anchor, from, lasts, length, share, crews, startexAt }) => {
      const at = startexAt + from * 60_000
      const start: Moment =
        anchor === 'fixed'
          ? { anchor: 'fixed', at, timeZone: zone }
          : anchor === 'ttime'
            ? tTime(from * 60)
            : {
                anchor: 'dday',
                day: Math.floor(from / 1440),
                minute: ((from % 1440) + 1440) % 1440,
                timeZone: zone,
              }
      const frame = { startexAt, timeZone: home }
      const startAt = resolveMoment(start, frame).at
      const end: Moment = { anchor: 'fixed', at: startAt + lasts * 60_000, timeZone: 'UTC' }
      const handoverSeconds = Math.floor((length * share) / 200) * 60
      return { frame, pattern: { start, end, lengthSeconds: length * 60, handoverSeconds, crews } }
    })
  const made = (
    check: (shifts: ReturnType<typeof shiftsOf>, given: { frame: StartexFrame; pattern: Pattern }) => void,
  ) => fc.assert(fc.property(pattern, given => check(shiftsOf(given.pattern, given.frame), given)))

  test('somebody stands from the first moment to the last, and nobody beyond', () => {
    made((shifts, { pattern, frame }) => {
      const { startAt, endAt } = spanOf(pattern, frame)
      expect(shifts[0]?.startAt).toBe(startAt)
      const last = shifts.at(-1)
      expect(last && last.startAt + last.durationSeconds * 1000).toBe(endAt)
      for (const shift of shifts) expect(shift.durationSeconds).toBeGreaterThanOrEqual(60)
    })
  })

  test('two shifts stand side by side for exactly the hand-over, and never three', () => {
    made((shifts, { pattern }) => {
      const ends = shifts.map(shift => shift.startAt + shift.durationSeconds * 1000)
      shifts.slice(1).forEach((next, i) => {
        expect((ends[i] ?? 0) - next.startAt).toBe(pattern.handoverSeconds * 1000)
      })
      for (const [i, third] of shifts.slice(2).entries())
        expect(third.startAt).toBeGreaterThanOrEqual(ends[i] ?? 0)
    })
  })

  test('each crew stands as often as any other, but for one', () => {
    made((shifts, { pattern }) => {
      const times = Array.from(
        { length: pattern.crews },
        (_, i) => shifts.filter(shift => shift.crew === i + 1).length,
      )
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
    })
  })

  test('each start is what its moment resolves to, counted as the rota’s own', () => {
    made((shifts, { pattern, frame }) => {
      for (const { start, startAt } of shifts) {
        expect(resolveMoment(start, frame).at).toBe(startAt)
        expect(start.anchor).toBe(pattern.start.anchor)
      }
    })
  })

  test('there are no more shifts than it takes', () => {
    made((shifts, { pattern, frame }) => {
      if (pattern.start.anchor === 'dday') return
      const { startAt, endAt } = spanOf(pattern, frame)
      const seconds = (endAt - startAt) / 1000
      const { lengthSeconds, handoverSeconds } = pattern
      // So many shifts cover at most this much; one less would not do.
      const reach = (count: number) => count * (lengthSeconds - handoverSeconds) + handoverSeconds
      expect(reach(shifts.length)).toBeGreaterThanOrEqual(seconds)
      if (shifts.length > 1) expect(reach(shifts.length - 1)).toBeLessThan(seconds)
    })
  })
})
