import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { spanAt } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from './rules'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const FROM = at('2025-06-01T00:00Z')
const TO = at('2030-06-01T00:00Z')

describe('the zones of a timeline', () => {
  it('have at each instant the offset that the oracle has', () => {
    const zones = [
      'Europe/Tallinn',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Tokyo',
      'America/Santiago',
      'UTC',
    ]
    const made = new Map(zones.map(zone => [zone, wallZoneOf(zone, FROM, TO)]))
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: FROM, max: TO - 1 }), (zone, instant) => {
        const oracle = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
        const wallZone = made.get(zone)
        expect(wallZone && spanAt(wallZone, instant).offset).toBe(oracle.offsetNanoseconds / 1e9)
      }),
      { numRuns: 500 },
    )
  })

  it('name the place and each half of the year', () => {
    const { city, spans } = wallZoneOf('Europe/Tallinn', at('2027-01-01T00:00Z'), at('2027-12-31T00:00Z'))
    expect(city).toBe('Tallinn')
    expect(spans.map(span => span.name)).toEqual(['EET', 'EEST', 'EET'])
    expect(spans[1]?.from).toBe(at('2027-03-28T01:00Z'))
  })

  it('refuse a zone that is none', () => {
    expect(() => wallZoneOf('Europe/Atlantis', FROM, TO)).toThrow(RangeError)
  })
})
