import { describe, expect, test } from 'vitest'
import {
  isTimeZone,
  listTimeZones,
  machineTimeZone,
  offsetSecondsAt,
  stretchStart,
  timeZoneNamed,
  transitionsBetween,
  zoneCity,
} from './time-zones'

const utc = (text: string) => Date.parse(`${text}Z`)

describe('A zone', () => {
  test.each([
    'Europe/Tallinn',
    'Europe/Kiev',
    'Europe/Kyiv',
    'Asia/Calcutta',
    'US/Eastern',
    'UTC',
    'Etc/GMT-2',
  ])('%s is known, link names included', name => {
    expect(isTimeZone(name)).toBe(true)
  })

  test.each([
    '',
    ' ',
    '+02:00',
    '-05',
    'GMT+2',
    'UTC+2',
    'Europe/Atlantis',
    'Tallinn',
    'Europe/Tallinn ',
    'Z',
    '../etc',
  ])('%j is refused', name => {
    expect(isTimeZone(name)).toBe(false)
  })

  test('is listed under its present name, once, and every listed one is valid', () => {
    const zones = listTimeZones()
    expect(zones[0]).toBe('UTC')
    expect(zones.length).toBeGreaterThan(400)
    expect(new Set(zones).size).toBe(zones.length)
    expect(zones).toEqual(
      expect.arrayContaining(['Europe/Kyiv', 'Asia/Kolkata', 'Asia/Tokyo', 'Africa/Asmara']),
    )
    expect(zones).not.toContain('Europe/Kiev')
    expect(zones.filter(zone => !isTimeZone(zone))).toEqual([])
  })

  test('is understood as people type it', () => {
    expect(timeZoneNamed('europe/tallinn')).toBe('Europe/Tallinn')
    expect(timeZoneNamed(' America/New York ')).toBe('America/New_York')
    expect(timeZoneNamed('z')).toBe('UTC')
    expect(timeZoneNamed('Europe/Kiev')).toBe('Europe/Kiev')
    expect(timeZoneNamed('EEST')).toBeNull()
    expect(timeZoneNamed('')).toBeNull()
  })

  test('has a city to show, and a fixed one its offset with the sign that people expect', () => {
    expect(zoneCity('Europe/Tallinn')).toBe('Tallinn')
    expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
    expect(zoneCity('UTC')).toBe('UTC')
    expect(zoneCity('Etc/GMT-2')).toBe('UTC+2')
    expect(zoneCity('Etc/GMT+11')).toBe('UTC-11')
  })

  test('of the machine is a valid one', () => {
    expect(isTimeZone(machineTimeZone())).toBe(true)
  })
})

describe('The offset of a zone', () => {
  test('changes with DST, half an hour at Lord Howe', () => {
    expect(offsetSecondsAt('Europe/Tallinn', utc('2027-03-28T00:59:59.999'))).toBe(7200)
    expect(offsetSecondsAt('Europe/Tallinn', utc('2027-03-28T01:00'))).toBe(10_800)
    expect(offsetSecondsAt('Australia/Lord_Howe', utc('2027-01-01T00:00'))).toBe(39_600)
    expect(offsetSecondsAt('Australia/Lord_Howe', utc('2027-07-01T00:00'))).toBe(37_800)
    expect(offsetSecondsAt('Asia/Kathmandu', utc('2027-07-01T00:00'))).toBe(20_700)
    expect(offsetSecondsAt('America/St_Johns', utc('2027-01-01T00:00'))).toBe(-12_600)
  })

  test('is told within an instant, not within a second, before 1970 too', () => {
    expect(offsetSecondsAt('Europe/Tallinn', -1)).toBe(10_800)
    expect(offsetSecondsAt('Europe/London', utc('2027-03-28T00:59:59.500'))).toBe(0)
  })

  test('of an unknown zone is an error', () => {
    expect(() => offsetSecondsAt('Europe/Atlantis', 0)).toThrow(RangeError)
  })

  test('keeps from the start of its stretch', () => {
    const change = utc('2027-03-28T01:00')
    expect(stretchStart('Europe/Tallinn', change)).toBe(change)
    expect(stretchStart('Europe/Tallinn', change + 1)).toBe(change)
    expect(stretchStart('Europe/Tallinn', change - 1)).toBeLessThan(change)
  })
})

describe('The changes of a zone', () => {
  const spring = { at: utc('2027-03-28T01:00'), before: 7200, after: 10_800 }
  const autumn = { at: utc('2027-10-31T01:00'), before: 10_800, after: 7200 }

  test('are listed in order', () => {
    expect(transitionsBetween('Europe/Tallinn', utc('2027-01-01T00:00'), utc('2028-01-01T00:00'))).toEqual([
      spring,
      autumn,
    ])
    expect(
      transitionsBetween('Europe/Tallinn', utc('2000-01-01T00:00'), utc('2030-01-01T00:00')),
    ).toHaveLength(60 - 4)
  })

  test('count from the first instant on and up to the last, not with it', () => {
    expect(transitionsBetween('Europe/Tallinn', spring.at, autumn.at)).toEqual([spring])
    expect(transitionsBetween('Europe/Tallinn', spring.at + 1, autumn.at)).toEqual([])
    expect(transitionsBetween('Europe/Tallinn', spring.at + 1, autumn.at + 1)).toEqual([autumn])
  })

  test('are none where there is no DST, and none backwards', () => {
    expect(transitionsBetween('Asia/Tokyo', utc('2000-01-01T00:00'), utc('2040-01-01T00:00'))).toEqual([])
    expect(transitionsBetween('Europe/Tallinn', autumn.at + 1, spring.at)).toEqual([])
  })

  test('include the break that Morocco made for Ramadan and the day that Samoa skipped', () => {
    const morocco = transitionsBetween('Africa/Casablanca', utc('2025-01-01T00:00'), utc('2026-01-01T00:00'))
    expect(morocco.map(({ before, after }) => [before, after])).toEqual([
      [3600, 0],
      [0, 3600],
    ])
    expect(transitionsBetween('Pacific/Apia', utc('2011-12-01T00:00'), utc('2012-01-01T00:00'))).toEqual([
      { at: utc('2011-12-30T10:00'), before: -36_000, after: 50_400 },
    ])
  })
})
