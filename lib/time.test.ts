import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  currentInstant,
  dateOf,
  dayNumberOf,
  endOfMoment,
  instantOf,
  type Moment,
  reanchor,
  resolveMoment,
  type StartexFrame,
  wallToInstant,
} from './time'
import { addDays, calendarDateAt, wallAt } from './time-calendar'
import { buildClock } from './time-clock'
import { momentSchema } from './time-schema'

// Thousands of runs take seconds on a machine that is busy with the rest of the tests.
vi.setConfig({ testTimeout: 30_000 })

const utc = (text: string) => Date.parse(`${text}Z`)
const tallinn = (startexAt: string): StartexFrame => ({
  startexAt: utc(startexAt),
  timeZone: 'Europe/Tallinn',
})
// 20 April 2027, 09:00 in Tallinn, in summer time.
const frame = tallinn('2027-04-20T06:00')
const dday = (day: number, minute: number | null, timeZone = 'Europe/Tallinn'): Moment => ({
  anchor: 'dday',
  day,
  minute,
  timeZone,
})
const ttime = (offset: number): Moment => ({ anchor: 'ttime', offset })
const at = (moment: Moment, where = frame) =>
  new Date(resolveMoment(moment, where).at).toISOString().slice(0, 16)

const anyZone = fc.constantFrom(
  ...['Europe/Tallinn', 'Asia/Tokyo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
  ...['Pacific/Chatham', 'America/St_Johns', 'Africa/Casablanca', 'Africa/Cairo', 'America/Havana', 'UTC'],
)
const anyInstant = fc.integer({ min: utc('2020-01-01T00:00') / 1000, max: utc('2036-01-01T00:00') / 1000 })
const anyFrame = fc.record({ startexAt: anyInstant.map(second => second * 1000), timeZone: anyZone })

describe('A D-day moment', () => {
  test('keeps its wall time on either side of a DST change', () => {
    expect(at(dday(0, 540))).toBe('2027-04-20T06:00')
    expect(at(dday(-60, 540))).toBe('2027-02-19T07:00')
    expect(at(dday(-240, 540))).toBe('2026-08-23T06:00')
  })

  test('counts calendar dates at home and takes the wall time in its own zone', () => {
    expect(at(dday(1, 570, 'Asia/Tokyo'))).toBe('2027-04-21T00:30')
    // STARTEX at 01:00 in Tallinn is still the day before in New York: home decides what D-day is.
    expect(at(dday(0, 540, 'America/New_York'), tallinn('2027-04-19T22:00'))).toBe('2027-04-20T13:00')
  })

  test('for a whole day begins with the first instant of the date, which is not always midnight', () => {
    expect(at(dday(1, null))).toBe('2027-04-20T21:00')
    // In Havana 14 March 2027 begins at 01:00, in the Azores 31 October has two midnights.
    expect(at(dday(-37, null, 'America/Havana'))).toBe('2027-03-14T05:00')
    expect(at(dday(194, null, 'Atlantic/Azores'))).toBe('2027-10-31T00:00')
    expect(resolveMoment(dday(-37, null, 'America/Havana'), frame).adjusted).toBeNull()
  })

  test('in a skipped or repeated hour takes the later instant and says so', () => {
    // Tallinn skips 03:00 to 04:00 on 28 March 2027 and repeats it on 31 October.
    expect(resolveMoment(dday(-23, 210), frame)).toEqual({
      at: utc('2027-03-28T01:30'),
      adjusted: 'skipped',
      held: false,
    })
    expect(resolveMoment(dday(194, 210), frame)).toEqual({
      at: utc('2027-10-31T01:30'),
      adjusted: 'repeated',
      held: false,
    })
    expect(resolveMoment(dday(194, 179), frame).adjusted).toBeNull()
    expect(resolveMoment(dday(194, 240), frame).adjusted).toBeNull()
  })

  test('shows its own wall time on its own date wherever STARTEX lies, or says that no clock does', () => {
    fc.assert(
      fc.property(
        anyFrame,
        fc.integer({ min: -3660, max: 3660 }),
        fc.integer({ min: 0, max: 1439 }),
        anyZone,
        (where, day, minute, timeZone) => {
          const found = resolveMoment(dday(day, minute, timeZone), where)
          const wall = { date: addDays(calendarDateAt(where.startexAt, where.timeZone), day), minute }
          expect(found.adjusted).toBe(
            { one: null, skipped: 'skipped', repeated: 'repeated' }[wallToInstant(wall, timeZone).kind],
          )
          if (found.adjusted !== 'skipped') expect(wallAt(found.at, timeZone)).toEqual(wall)
          else expect(wallAt(found.at, timeZone).minute).toBeGreaterThan(minute)
          expect(dayNumberOf(found.at, timeZone, where)).toBe(day)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('A T-time', () => {
  test('follows STARTEX to the second, across DST too', () => {
    expect(at(ttime(2700))).toBe('2027-04-20T06:45')
    expect(at(ttime(-30 * 86_400))).toBe('2027-03-21T06:00')
  })

  test('rides on the clock: a pause moves what comes after, and no D-day briefing', () => {
    const clock = buildClock(frame.startexAt, [
      { kind: 'pause', basis: 'actual', at: utc('2027-04-20T07:00') },
      { kind: 'resume', basis: 'actual', at: utc('2027-04-20T07:45') },
    ])
    const paused = { ...frame, clock }
    expect(at(ttime(3600), paused)).toBe('2027-04-20T07:00')
    expect(at(ttime(3660), paused)).toBe('2027-04-20T07:46')
    expect(at(dday(1, 540), paused)).toBe(at(dday(1, 540)))
  })
})

test('A fixed moment is its instant, whatever STARTEX does', () => {
  const moment: Moment = { anchor: 'fixed', at: utc('2027-02-11T15:00'), timeZone: 'Europe/Tallinn' }
  expect(at(moment)).toBe('2027-02-11T15:00')
  expect(at(moment, tallinn('2028-01-01T00:00'))).toBe('2027-02-11T15:00')
})

describe('What lasts', () => {
  const length = (durationSeconds: number | null, days: number | null) => ({ durationSeconds, days })

  test('seconds ends after so much real time, across a DST change and a paused clock', () => {
    expect(endOfMoment(dday(-24, 1380), length(4 * 3600, null), frame)).toBe(utc('2027-03-28T01:00'))
    const clock = buildClock(frame.startexAt, [{ kind: 'pause', basis: 'actual', at: frame.startexAt }])
    expect(endOfMoment(ttime(0), length(60, null), { ...frame, clock })).toBe(frame.startexAt + 60_000)
  })

  test('days ends as the day after the last begins in its zone, though a day have 23 or 25 hours', () => {
    const start = dday(-23, null)
    expect(endOfMoment(start, length(null, 1), frame) - resolveMoment(start, frame).at).toBe(23 * 3_600_000)
    const autumn = dday(194, null)
    expect(endOfMoment(autumn, length(null, 1), frame) - resolveMoment(autumn, frame).at).toBe(25 * 3_600_000)
    expect(endOfMoment(dday(0, 540), length(null, 3), frame)).toBe(utc('2027-04-22T21:00'))
    expect(endOfMoment(dday(0, null, 'Asia/Tokyo'), length(null, 2), frame)).toBe(utc('2027-04-21T15:00'))
    expect(endOfMoment(ttime(0), length(null, 1), frame)).toBe(utc('2027-04-20T21:00'))
  })

  test('nothing ends where it starts', () => {
    expect(endOfMoment(dday(0, 540), length(null, null), frame)).toBe(frame.startexAt)
  })

  test('one whole day ends where the next begins', () => {
    fc.assert(
      fc.property(anyFrame, fc.integer({ min: -3660, max: 3600 }), anyZone, (where, day, timeZone) => {
        const end = endOfMoment(dday(day, null, timeZone), length(null, 1), where)
        expect(end).toBe(resolveMoment(dday(day + 1, null, timeZone), where).at)
      }),
    )
  })
})

test('The day of an instant is counted from STARTEX’s date at home, in the zone asked for', () => {
  expect(dayNumberOf(utc('2027-04-20T20:59'), 'Europe/Tallinn', frame)).toBe(0)
  expect(dayNumberOf(utc('2027-04-20T21:00'), 'Europe/Tallinn', frame)).toBe(1)
  expect(dayNumberOf(utc('2027-04-20T20:59'), 'Asia/Tokyo', frame)).toBe(1)
  expect(dayNumberOf(utc('2026-11-22T12:00'), 'Europe/Tallinn', frame)).toBe(-149)
})

describe('Another anchor', () => {
  test('says the same instant', () => {
    const meeting = dday(-60, 540)
    expect(reanchor(meeting, 'fixed', frame, 'Asia/Tokyo')).toEqual({
      moment: { anchor: 'fixed', at: utc('2027-02-19T07:00'), timeZone: 'Asia/Tokyo' },
      kept: true,
    })
    expect(reanchor(meeting, 'dday', frame, 'Asia/Tokyo').moment).toEqual(dday(-60, 960, 'Asia/Tokyo'))
    expect(reanchor(ttime(2700), 'dday', frame, 'UTC').moment).toEqual(dday(0, 405, 'UTC'))
    expect(reanchor(dday(1, 540), 'ttime', frame, 'UTC').moment).toEqual(ttime(86_400))
  })

  test('that is the same one leaves a whole day whole', () => {
    expect(reanchor(dday(1, null), 'dday', frame, 'Europe/Tallinn')).toEqual({
      moment: dday(1, null),
      kept: true,
    })
    expect(reanchor(ttime(5), 'ttime', frame, 'UTC')).toEqual({ moment: ttime(5), kept: true })
  })

  test('that cannot say the instant does not pretend to', () => {
    const first: Moment = { anchor: 'fixed', at: utc('2027-10-31T00:30'), timeZone: 'Europe/Tallinn' }
    expect(reanchor(first, 'dday', frame, 'Europe/Tallinn')).toEqual({ moment: dday(194, 210), kept: false })
    expect(reanchor(ttime(30), 'dday', frame, 'UTC').kept).toBe(false)
    const clock = buildClock(frame.startexAt, [{ kind: 'pause', basis: 'actual', at: frame.startexAt }])
    expect(reanchor(dday(0, 600), 'ttime', { ...frame, clock }, 'UTC').kept).toBe(false)
  })

  test('keeps the instant, unless it says that it could not', () => {
    const anyMoment = fc.oneof(
      fc.record({
        anchor: fc.constant('fixed' as const),
        at: anyInstant.map(s => s * 1000),
        timeZone: anyZone,
      }),
      fc.record({
        anchor: fc.constant('dday' as const),
        day: fc.integer({ min: -3660, max: 3660 }),
        minute: fc.option(fc.integer({ min: 0, max: 1439 })),
        timeZone: anyZone,
      }),
      fc.record({ anchor: fc.constant('ttime' as const), offset: fc.integer({ min: -1e7, max: 1e7 }) }),
    )
    const anyAnchor = fc.constantFrom<Moment['anchor']>('fixed', 'dday', 'ttime')
    fc.assert(
      fc.property(anyMoment, anyAnchor, anyFrame, anyZone, (moment, to, where, timeZone) => {
        const { moment: made, kept } = reanchor(moment, to, where, timeZone)
        expect(made.anchor).toBe(to)
        expect(kept).toBe(resolveMoment(made, where).at === resolveMoment(moment, where).at)
        if (to === 'fixed' || (to === 'ttime' && moment.anchor !== 'ttime')) expect(kept).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('A moment from outside', () => {
  test('is taken as it is', () => {
    for (const moment of [
      { anchor: 'fixed', at: utc('2027-02-11T15:00'), timeZone: 'Europe/Kiev' },
      dday(-3660, null),
      dday(3660, 1439, 'UTC'),
      ttime(-3660 * 86_400),
    ]) {
      expect(momentSchema.parse(moment)).toEqual(moment)
    }
  })

  test.each([
    [{ ...dday(0, 540), timeZone: 'Europe/Atlantis' }, 'unknown_zone'],
    [{ ...dday(0, 540), timeZone: '+02:00' }, 'unknown_zone'],
    [{ ...dday(0, 540), timeZone: `Europe/${'x'.repeat(100)}` }, 'unknown_zone'],
    [dday(-3661, 0), 'out_of_range'],
    [dday(0, 1440), 'out_of_range'],
    [dday(0, -1), 'out_of_range'],
    [dday(0.5, 0), 'out_of_range'],
    [ttime(3660 * 86_400 + 1), 'out_of_range'],
    [{ anchor: 'fixed', at: utc('2200-01-01T00:00'), timeZone: 'UTC' }, 'out_of_range'],
    [{ anchor: 'fixed', at: -1, timeZone: 'UTC' }, 'out_of_range'],
    [{ anchor: 'fixed', at: Number.NaN, timeZone: 'UTC' }, 'out_of_range'],
  ])('is refused: %j', (moment, reason) => {
    expect(momentSchema.safeParse(moment).error?.issues[0]?.message).toBe(reason)
  })

  test('without an anchor, or with the fields of another, is none', () => {
    expect(momentSchema.safeParse({ at: 0, timeZone: 'UTC' }).success).toBe(false)
    expect(momentSchema.safeParse({ anchor: 'ttime', day: 1 }).success).toBe(false)
  })
})

test('Instants and the database’s dates are the same to the millisecond', () => {
  expect(instantOf(dateOf(1_234_567_890_123))).toBe(1_234_567_890_123)
  const before = Date.now()
  expect(currentInstant()).toBeGreaterThanOrEqual(before)
  expect(Number.isInteger(currentInstant())).toBe(true)
})
