import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { civil, DAY, dayNumber, dayOf, firstInstantOf, startOfDay, type WallZone, wallAt } from './rules'

const FROM = Temporal.Instant.from('2020-01-01T00:00Z').epochMilliseconds
const TO = Temporal.Instant.from('2036-01-01T00:00Z').epochMilliseconds

/** Offsets read from an independent oracle, hour by hour where they change. */
function zoneOf(timeZone: string): WallZone {
  const spans = []
  let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(timeZone)
  while (at.epochMilliseconds < TO) {
    spans.push({ from: at.epochMilliseconds, offset: at.offsetNanoseconds / 1e9, name: at.offset })
    const next = at.getTimeZoneTransition('next')
    if (!next) break
    at = next
  }
  return { timeZone, city: timeZone, spans }
}

// Clocks that change at midnight (Cairo, Santiago, Havana), by half an hour (Lord Howe), twice round Ramadan (Casablanca).
const ZONES = [
  'Europe/Tallinn',
  'Asia/Tokyo',
  'America/New_York',
  'Africa/Cairo',
  'America/Santiago',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'UTC',
].map(zoneOf)
const anyZone = fc.constantFrom(...ZONES)
const anyInstant = fc.integer({ min: FROM, max: TO - 1 })

describe('the wall clock', () => {
  it('shows what an independent oracle shows, in every zone and at every instant', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const oracle = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone.timeZone)
        expect(wallAt(zone, at)).toEqual({
          year: oracle.year,
          month: oracle.month,
          day: oracle.day,
          weekday: oracle.dayOfWeek % 7,
          hour: oracle.hour,
          minute: oracle.minute,
        })
      }),
      { numRuns: 2000 },
    )
  })

  it('starts each day where the oracle starts it, midnight or not', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 18_300, max: 24_000 }), (zone, number) => {
        const { year, month, day } = civil(number)
        const oracle = Temporal.PlainDate.from({ year, month, day }).toZonedDateTime({
          timeZone: zone.timeZone,
        })
        expect(startOfDay(zone, number)).toBe(oracle.epochMilliseconds)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes the earlier of a repeated time and the end of a gap', () => {
    const tallinn = zoneOf('Europe/Tallinn')
    const gap = dayNumber(2027, 3, 28) * DAY + 3.5 * 3_600_000
    expect(firstInstantOf(tallinn, gap)).toBe(Temporal.Instant.from('2027-03-28T01:00Z').epochMilliseconds)
    const twice = dayNumber(2027, 10, 31) * DAY + 3.5 * 3_600_000
    expect(firstInstantOf(tallinn, twice)).toBe(Temporal.Instant.from('2027-10-31T00:30Z').epochMilliseconds)
  })

  it('counts days to dates and back for four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -70_000, max: 80_000 }), number => {
        const { year, month, day } = civil(number)
        expect(dayNumber(year, month, day)).toBe(number)
        expect(Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString()).toBe(
          Temporal.PlainDate.from({ year, month, day }).toString(),
        )
      }),
    )
  })

  it('rolls a thirteenth month into the next year', () => {
    expect(dayNumber(2026, 13, 1)).toBe(dayNumber(2027, 1, 1))
    expect(dayNumber(2027, -1, 1)).toBe(dayNumber(2026, 11, 1))
  })

  it('knows on which home day an instant falls', () => {
    expect(dayOf(zoneOf('Asia/Tokyo'), Temporal.Instant.from('2027-04-19T15:00Z').epochMilliseconds)).toBe(
      dayNumber(2027, 4, 20),
    )
  })
})
