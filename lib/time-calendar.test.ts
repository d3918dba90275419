import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarDateAt,
  calendarDateOf,
  columnOfDate,
  dateOfEpochDay,
  daysBetween,
  epochDayAt,
  epochDayOf,
  epochDayOrNull,
  wallAt,
} from './time-calendar'

const utc = (text: string) => Date.parse(`${text}Z`)

describe('A calendar date', () => {
  test.each([
    '2027-02-31',
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '2027-1-1',
    '27-01-01',
    '',
  ])('%j is none', text => {
    expect(epochDayOrNull(text)).toBeNull()
    expect(() => epochDayOf(text)).toThrow(RangeError)
  })

  test('is a day since 1970, leap years included, and back', () => {
    expect(epochDayOf('1970-01-01')).toBe(0)
    expect(epochDayOf('1969-12-31')).toBe(-1)
    expect(epochDayOf('2028-03-01') - epochDayOf('2028-02-28')).toBe(2)
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 90_000 }), day => {
        expect(epochDayOf(dateOfEpochDay(day))).toBe(day)
      }),
    )
  })

  test('goes on and back by days', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(daysBetween('2027-04-20', '2026-11-22')).toBe(-149)
  })

  test('of an instant is that of the zone', () => {
    const at = utc('2027-03-23T22:30')
    expect(calendarDateAt(at, 'UTC')).toBe('2027-03-23')
    expect(calendarDateAt(at, 'Europe/Tallinn')).toBe('2027-03-24')
    expect(calendarDateAt(utc('2027-03-23T03:59:59.999'), 'America/New_York')).toBe('2027-03-22')
    expect(epochDayAt(-1, 'UTC')).toBe(-1)
  })

  test('goes to the database and comes back as midnight in UTC, whatever zone the machine is in', () => {
    expect(columnOfDate('2027-03-23').getTime()).toBe(utc('2027-03-23T00:00'))
    expect(calendarDateOf(columnOfDate('2027-03-23'))).toBe('2027-03-23')
    expect(() => columnOfDate('2027-02-31')).toThrow(RangeError)
  })
})

test('A wall shows date and whole minutes', () => {
  expect(wallAt(utc('2027-03-23T07:00:59.999'), 'Europe/Tallinn')).toEqual({
    date: '2027-03-23',
    minute: 540,
  })
  expect(wallAt(utc('2027-03-23T22:00'), 'Europe/Tallinn')).toEqual({ date: '2027-03-24', minute: 0 })
  expect(wallAt(-1, 'UTC')).toEqual({ date: '1969-12-31', minute: 1439 })
})
