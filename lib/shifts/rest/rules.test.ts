import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localMillis, MINUTE } from '@/lib/time-calendar'
import { type DutySpan, dutyFigures, type RestRules, restProblems, usualRest } from './rules'

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Monday 5 April 2027, midnight in Zulu. */
const monday = Date.UTC(2027, 3, 5)

/** A duty of `hours` from so many hours after Monday's midnight, Zulu. */
function span(shiftId: string, from: number, hours: number): DutySpan {
  const startAt = monday + from * HOUR
  return { id: `duty of ${shiftId}`, shiftId, startAt, endAt: startAt + hours * HOUR }
}

const found = (spans: DutySpan[], rules: Partial<RestRules> = {}, timeZone = 'UTC') =>
  restProblems(spans, { ...usualRest, ...rules }, timeZone)

describe('rest between two duties', () => {
  test('is enough at the very least that is asked for, and short a minute under it', () => {
    expect(found([span('a', 8, 6), span('b', 25, 6)])).toEqual([])
    expect(found([span('b', 24.5, 6), span('a', 8, 6)])).toEqual([
      {
        kind: 'rest_short',
        shifts: ['a', 'b'],
        minutes: 630,
        limit: 660,
        startAt: monday + 14 * HOUR,
        endAt: monday + 24.5 * HOUR,
      },
    ])
  })

  test('is not what lies between two shifts that overlap or touch: that is one long duty', () => {
    expect(found([span('a', 8, 4), span('b', 11, 4), span('c', 15, 4)])).toEqual([])
    expect(found([span('a', 6, 7), span('b', 12, 7)]).map(problem => problem.kind)).toEqual(['duty_long'])
  })

  test('reckons from the longer of two that end differently', () => {
    const [problem] = found([span('long', 8, 10), span('short', 9, 2), span('next', 28, 1)])
    expect(problem).toMatchObject({ kind: 'rest_short', shifts: ['long', 'next'], minutes: 600 })
  })
})

describe('duty within 24 hours', () => {
  const rested = { leastRestMinutes: 0, mostNights: 30 }

  test('is counted over any 24 hours and not over calendar days', () => {
    expect(found([span('late', 18, 6), span('early', 30, 7)], rested)).toEqual([
      {
        kind: 'duty_long',
        shifts: ['late', 'early'],
        minutes: 13 * 60,
        limit: 720,
        startAt: monday + 18 * HOUR,
        endAt: monday + 42 * HOUR,
      },
    ])
    expect(found([span('late', 18, 6), span('next', 36, 6)], rested)).toEqual([])
  })

  test('tells of each pair of days that is too long once', () => {
    const week = Array.from({ length: 4 }, (_, day) => span(`day ${day}`, day * 24, 8))
    const evenings = Array.from({ length: 4 }, (_, day) => span(`evening ${day}`, day * 24 + 12, 6))
    const problems = found([...week, ...evenings], rested)
    expect(problems.every(problem => problem.kind === 'duty_long' && problem.minutes === 14 * 60)).toBe(true)
    expect(problems.map(problem => problem.shifts)).toEqual(
      Array.from({ length: 7 }, (_, i) => {
        const name = (at: number) => `${at % 2 === 0 ? 'day' : 'evening'} ${Math.floor(at / 2)}`
        return [name(i), name(i + 1)]
      }),
    )
  })
})

describe('nights in a row', () => {
  const calm = { leastRestMinutes: 0, mostDutyMinutes: 1440 }
  const nights = (count: number, from = 22) =>
    Array.from({ length: count }, (_, i) => span(`n${i}`, i * 24 + from, 4))

  test('are warned of from the one that is too many', () => {
    expect(found(nights(3), calm)).toEqual([])
    const [problem, ...more] = found(nights(4), calm)
    expect(problem).toMatchObject({
      kind: 'nights_many',
      nights: 4,
      limit: 3,
      shifts: ['n0', 'n1', 'n2', 'n3'],
    })
    expect(more).toEqual([])
  })

  test('end with a night off', () => {
    expect(found([...nights(3), ...nights(7).slice(4)], calm)).toEqual([])
  })

  test('are those of the zone of the person, not of the exercise', () => {
    // 22:00 to 02:00 in Zulu is 07:00 to 11:00 in Tokyo.
    expect(found(nights(4), calm, 'Asia/Tokyo')).toEqual([])
    expect(found(nights(4, 14), calm)).toEqual([])
    expect(found(nights(4, 14), calm, 'Asia/Tokyo')).toMatchObject([{ nights: 4 }])
  })

  test('follow the wall clock through the change to summer time', () => {
    // Tallinn leaps from 03:00 to 04:00 on 28 March 2027, 01:00 in Zulu: the night ends at 06:00, 03:00 in Zulu.
    const before = {
      id: '',
      shiftId: 'x',
      startAt: Date.UTC(2027, 2, 28, 3),
      endAt: Date.UTC(2027, 2, 28, 4),
    }
    expect(found([before], { ...calm, mostNights: 0 }, 'Europe/Tallinn')).toEqual([])
    const within = { ...before, startAt: before.startAt - MINUTE }
    expect(found([within], { ...calm, mostNights: 0 }, 'Europe/Tallinn')).toHaveLength(1)
    // The hour that is skipped is nobody's night; the change falls inside one duty.
    const skipped = { nightFromMinute: 190, nightToMinute: 230 }
    expect(
      found(
        [{ ...before, startAt: before.startAt - 4 * HOUR }],
        { ...calm, ...skipped, mostNights: 0 },
        'Europe/Tallinn',
      ),
    ).toEqual([])
  })

  test('a night that lies within one day is one too', () => {
    const early = { ...calm, mostNights: 0, nightFromMinute: 60, nightToMinute: 300 }
    expect(found([span('a', 0, 1)], early)).toEqual([])
    expect(found([span('a', 0, 2)], early)).toHaveLength(1)
    expect(found([span('a', 5, 20)], early)).toEqual([])
  })
})

test('the figures of a person count shared hours once', () => {
  expect(dutyFigures([span('a', 8, 8), span('b', 15, 8), span('c', 40, 8)], usualRest, 'UTC')).toEqual({
    dutyMinutes: 23 * 60,
    nights: 1,
    shortestRestMinutes: 17 * 60,
  })
  expect(dutyFigures([], usualRest, 'UTC')).toEqual({ dutyMinutes: 0, nights: 0, shortestRestMinutes: null })
})

describe('for any roster', () => {
  const zones = ['UTC', 'Europe/Tallinn', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/St_Johns']
  /** Around both changes of a year, in quarters of an hour. */
  const roster = fc
    .array(fc.record({ from: fc.nat(14 * 96), length: fc.integer({ min: 1, max: 120 }) }), { maxLength: 14 })
    .chain(raw =>
      fc.constantFrom(Date.UTC(2027, 2, 24), Date.UTC(2027, 9, 27), Date.UTC(2027, 3, 1)).map(base =>
        raw.map(({ from, length }, i): DutySpan => {
          const startAt = base + from * 15 * MINUTE
          return { id: `d${i}`, shiftId: `s${i}`, startAt, endAt: startAt + length * 15 * MINUTE }
        }),
      ),
    )
  const rules = fc.record<RestRules>({
    leastRestMinutes: fc.integer({ min: 0, max: 96 }).map(n => n * 15),
    mostDutyMinutes: fc.integer({ min: 4, max: 96 }).map(n => n * 15),
    mostNights: fc.integer({ min: 0, max: 4 }),
    nightFromMinute: fc.integer({ min: 72, max: 95 }).map(n => n * 15),
    nightToMinute: fc.integer({ min: 4, max: 32 }).map(n => n * 15),
  })
  const ticks = (spans: DutySpan[]) => {
    const on = new Set<number>()
    for (const { startAt, endAt } of spans) for (let at = startAt; at < endAt; at += 15 * MINUTE) on.add(at)
    return on
  }

  test('there is too much duty within 24 hours where a count of quarters of an hour finds some, and nowhere else', () => {
    fc.assert(
      fc.property(roster, rules, (spans, asked) => {
        const on = ticks(spans)
        let most = 0
        for (const from of on) {
          let minutes = 0
          for (let at = from; at < from + DAY; at += 15 * MINUTE) if (on.has(at)) minutes += 15
          most = Math.max(most, minutes)
        }
        const told = restProblems(spans, asked, 'UTC').flatMap(p =>
          p.kind === 'duty_long' ? [p.minutes] : [],
        )
        expect(told.length > 0).toBe(most > asked.mostDutyMinutes)
        if (told.length > 0) expect(Math.max(...told)).toBe(most)
      }),
      { numRuns: 60 },
    )
  })

  test('rest is short exactly where a gap between quarters on duty is', () => {
    fc.assert(
      fc.property(roster, rules, (spans, asked) => {
        const on = [...ticks(spans)].sort((a, b) => a - b)
        const gaps = on
          .slice(1)
          .map((at, i) => (at - (on[i] ?? at)) / MINUTE - 15)
          .filter(gap => gap > 0)
        const told = restProblems(spans, asked, 'UTC').flatMap(p =>
          p.kind === 'rest_short' ? [p.minutes] : [],
        )
        expect(told).toEqual(gaps.filter(gap => gap < asked.leastRestMinutes))
        const shortest = dutyFigures(spans, asked, 'UTC').shortestRestMinutes
        expect(shortest).toBe(gaps.length === 0 ? null : Math.min(...gaps))
      }),
    )
  })

  test('the nights are those in which the wall clock of the zone says night while somebody stands', () => {
    fc.assert(
      fc.property(roster, rules, fc.constantFrom(...zones), (spans, asked, zone) => {
        const nights = new Set<number>()
        for (const at of ticks(spans)) {
          const local = localMillis(at, zone)
          const day = Math.floor(local / DAY)
          const minute = (local - day * DAY) / MINUTE
          if (minute >= asked.nightFromMinute) nights.add(day)
          if (minute < asked.nightToMinute) nights.add(day - 1)
        }
        expect(dutyFigures(spans, asked, zone).nights).toBe(nights.size)
        let longest = 0
        for (const night of nights) {
          let run = 1
          while (nights.has(night + run)) run++
          longest = Math.max(longest, run)
        }
        const told = restProblems(spans, asked, zone).flatMap(p =>
          p.kind === 'nights_many' ? [p.nights] : [],
        )
        expect(Math.max(0, ...told)).toBe(longest > asked.mostNights ? longest : 0)
      }),
    )
  })

  test('the order in which duties are given changes nothing', () => {
    fc.assert(
      fc.property(roster, rules, (spans, asked) => {
        expect(restProblems([...spans].reverse(), asked, 'UTC')).toEqual(restProblems(spans, asked, 'UTC'))
      }),
    )
  })
})
