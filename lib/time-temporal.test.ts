import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { wallToInstant } from './time'
import { addDays, calendarDateAt, daysBetween, wallAt } from './time-calendar'
import { startOfDay } from './time-wall'
import { listTimeZones, offsetSecondsAt, transitionsBetween } from './time-zones'

const anyZone = fc.constantFrom(...listTimeZones())
const anyInstant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) })
const anyDate = fc
  .integer({ min: 0, max: 47_000 })
  .map(day => Temporal.PlainDate.from('1972-01-01').add({ days: day }).toString())

/** A wall time that Temporal resolves both ways; the same instant twice where only one clock shows it. */
function temporal(date: string, minute: number, timeZone: string) {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime({
    hour: Math.floor(minute / 60),
    minute: minute % 60,
  })
  const take = (disambiguation: 'earlier' | 'later') => plain.toZonedDateTime(timeZone, { disambiguation })
  const [earlier, later] = [take('earlier').epochMilliseconds, take('later').epochMilliseconds]
  if (earlier === later) return { kind: 'one', at: earlier }
  const shown = take('earlier').toPlainDateTime().equals(plain)
  return { kind: shown ? 'repeated' : 'skipped', earlier, later }
}

function ours(date: string, minute: number, timeZone: string) {
  const found = wallToInstant({ date, minute }, timeZone)
  if (found.kind !== 'skipped') return found
  return { kind: found.kind, earlier: found.earlier, later: found.later }
}

const [from, to] = [Date.UTC(2020, 0, 1), Date.UTC(2036, 0, 1)]

/** The changes of a zone's offset as Temporal finds them, in order. */
function temporalChanges(timeZone: string): { at: number; before: number; after: number }[] {
  const found: { at: number; before: number; after: number }[] = []
  let last = Temporal.Instant.fromEpochMilliseconds(from - 1).toZonedDateTimeISO(timeZone)
  for (;;) {
    const next = last.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= to) return found
    found.push({
      at: next.epochMilliseconds,
      before: last.offsetNanoseconds / 1e9,
      after: next.offsetNanoseconds / 1e9,
    })
    last = next
  }
}

describe(`As Temporal has it with the zone data ${process.versions.tz},`, () => {
  test('every zone there is changes when and by what it does, from 2020 to 2035', () => {
    for (const timeZone of listTimeZones())
      expect({ timeZone, changes: transitionsBetween(timeZone, from, to) }).toEqual({
        timeZone,
        changes: temporalChanges(timeZone),
      })
  })

  test('any wall time in any zone is shown once, skipped or repeated, at the same instants', () => {
    fc.assert(
      fc.property(anyZone, anyDate, fc.integer({ min: 0, max: 1439 }), (timeZone, date, minute) => {
        expect(ours(date, minute, timeZone)).toEqual(temporal(date, minute, timeZone))
      }),
      { numRuns: 2000 },
    )
  })

  test('so is each wall time about the changes of every zone there is, from 2020 to 2035', () => {
    let changed = 0
    for (const timeZone of listTimeZones()) {
      for (const { at, before } of transitionsBetween(timeZone, from, to)) {
        for (const minutes of [-61, -60, -1, 0, 29, 30, 59, 60, 61]) {
          const wall = wallAt(at + before * 1000 + minutes * 60_000, 'UTC')
          const expected = temporal(wall.date, wall.minute, timeZone)
          expect({ timeZone, wall, ...ours(wall.date, wall.minute, timeZone) }).toEqual({
            timeZone,
            wall,
            ...expected,
          })
          if (expected.kind !== 'one') changed += 1
        }
      }
    }
    expect(changed).toBeGreaterThan(1000)
  })

  test('an instant has the same offset and date', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (timeZone, at) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
        expect(offsetSecondsAt(timeZone, at)).toBe(zoned.offsetNanoseconds / 1e9)
        expect(calendarDateAt(at, timeZone)).toBe(zoned.toPlainDate().toString())
        expect(wallAt(at, timeZone).minute).toBe(zoned.hour * 60 + zoned.minute)
      }),
      { numRuns: 1000 },
    )
  })

  test('a day starts at the same instant, though midnight be skipped or repeated', () => {
    fc.assert(
      fc.property(anyZone, anyDate, (timeZone, date) => {
        const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
        expect(startOfDay(date, timeZone)).toBe(start)
      }),
      { numRuns: 2000 },
    )
    for (const [timeZone, date] of [
      ['America/Havana', '2027-03-14'],
      ['America/Santiago', '2027-09-05'],
      ['Asia/Beirut', '2027-03-28'],
      ['Atlantic/Azores', '2027-10-31'],
      ['America/Havana', '2027-11-07'],
      ['Pacific/Apia', '2011-12-30'],
    ] as const) {
      const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
      expect([timeZone, startOfDay(date, timeZone)]).toEqual([timeZone, start])
    }
  })

  test('days are added and counted alike', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3660, max: 3660 }), (date, days) => {
        const there = Temporal.PlainDate.from(date).add({ days }).toString()
        expect(addDays(date, days)).toBe(there)
        expect(daysBetween(date, there)).toBe(days)
      }),
    )
  })
})
