import { describe, expect, test, vi } from 'vitest'
import {
  formatDate,
  formatInstant,
  formatIso,
  formatMinute,
  formatThree,
  formatUtcOffset,
  type InstantStyle,
  type TimeLocale,
  zoneAbbreviation,
} from './time-format'
import { formatSpan } from './time-spans'
import { listTimeZones, offsetSecondsAt } from './time-zones'

// Thousands of runs take seconds on a machine that is busy with the rest of the tests.
vi.setConfig({ testTimeout: 30_000 })

const utc = (text: string) => Date.parse(`${text}Z`)
const morning = utc('2027-03-23T07:00:30')
const show = (style: InstantStyle, locale: TimeLocale = 'en', timeZone = 'Europe/Tallinn', at = morning) =>
  formatInstant(at, { timeZone, locale, style })

describe('An instant', () => {
  test('is written on the 24-hour clock and names its zone wherever it has a time of day', () => {
    expect(show('dateTime')).toBe('Tue 23 Mar 2027 09:00 EET')
    expect(show('dateTimeSeconds')).toBe('Tue 23 Mar 2027 09:00:30 EET')
    expect(show('dayTime')).toBe('Tue 23 Mar 09:00 EET')
    expect(show('time')).toBe('09:00 EET')
    expect(show('timeSeconds')).toBe('09:00:30 EET')
    expect(show('time', 'en', 'Europe/Tallinn', utc('2027-03-23T22:05'))).toBe('00:05 EET')
    expect(show('time', 'en', 'America/New_York', utc('2027-03-23T22:05'))).toBe('18:05 EDT')
  })

  test('is a date in each length, without a zone', () => {
    const dates = [
      'date',
      'longDate',
      'weekdayDayMonth',
      'dayMonth',
      'dayMonthYear',
      'monthYear',
      'month',
      'year',
    ] as const
    expect(dates.map(style => show(style))).toEqual([
      'Tue 23 Mar 2027',
      'Tuesday 23 March 2027',
      'Tue 23 Mar',
      '23 Mar',
      '23 Mar 2027',
      'March 2027',
      'Mar',
      '2027',
    ])
    expect(show('clock')).toBe('09:00')
  })

  test('is French in French, the first of a month included', () => {
    expect(show('dateTime', 'fr')).toBe('mar. 23 mars 2027 09:00 EET')
    expect(show('longDate', 'fr')).toBe('mardi 23 mars 2027')
    expect(show('longDate', 'fr', 'UTC', utc('2027-02-01T00:00'))).toBe('lundi 1er février 2027')
    expect(show('dayMonth', 'fr', 'UTC', utc('2027-08-01T00:00'))).toBe('1er août')
    expect(show('dayMonth', 'en', 'UTC', utc('2027-08-01T00:00'))).toBe('1 Aug')
  })

  test('has the date of its zone, either side of the date line and on quarter hours', () => {
    expect(show('dateTime', 'en', 'Pacific/Chatham')).toBe('Tue 23 Mar 2027 20:45 UTC+13:45')
    expect(show('dateTime', 'en', 'Asia/Kathmandu')).toBe('Tue 23 Mar 2027 12:45 UTC+5:45')
    expect(show('dateTime', 'en', 'Pacific/Pago_Pago')).toBe('Mon 22 Mar 2027 20:00 UTC-11')
    expect(show('dateTime', 'en', 'UTC', utc('2027-12-31T23:59:59.999'))).toBe('Fri 31 Dec 2027 23:59 UTC')
    expect(show('dateTime', 'en', 'UTC', utc('1969-12-31T23:59:59.999'))).toBe('Wed 31 Dec 1969 23:59 UTC')
  })

  test('is given at home, at the reader’s and in Zulu together', () => {
    expect(
      formatThree(utc('2027-04-20T22:00'), { home: 'Europe/Tallinn', viewer: 'Asia/Tokyo', locale: 'en' }),
    ).toEqual({
      home: 'Wed 21 Apr 2027 01:00 EEST',
      viewer: 'Wed 21 Apr 2027 07:00 JST',
      zulu: 'Tue 20 Apr 2027 22:00 Z',
    })
  })

  test('in an unknown zone is an error', () => {
    expect(() => show('time', 'en', 'Europe/Atlantis')).toThrow(RangeError)
  })

  test('is the same text whatever zone the machine is in', () => {
    const before = process.env.TZ
    const texts = ['UTC', 'Pacific/Chatham', 'America/St_Johns', 'Asia/Tokyo'].map(zone => {
      process.env.TZ = zone
      // Else this test could not fail.
      expect(new Date(morning).getTimezoneOffset() * -60 + 0).toBe(offsetSecondsAt(zone, morning))
      return [
        show('dateTimeSeconds'),
        show('longDate', 'fr'),
        formatDate('2027-03-23', 'en'),
        formatIso(morning),
      ].join()
    })
    process.env.TZ = before
    expect(new Set(texts)).toEqual(
      new Set(['Tue 23 Mar 2027 09:00:30 EET,mardi 23 mars 2027,Tue 23 Mar 2027,2027-03-23T07:00:30.000Z']),
    )
  })
})

describe('The name of a zone', () => {
  test('follows DST', () => {
    expect(zoneAbbreviation(utc('2027-03-28T00:59'), 'Europe/Tallinn')).toBe('EET')
    expect(zoneAbbreviation(utc('2027-03-28T01:00'), 'Europe/Tallinn')).toBe('EEST')
    expect(zoneAbbreviation(utc('2027-01-01T00:00'), 'Europe/London')).toBe('GMT')
    expect(zoneAbbreviation(utc('2027-07-01T00:00'), 'Europe/London')).toBe('BST')
  })

  test('is an offset where the abbreviation could mean another, or there is none', () => {
    const at = utc('2027-07-01T00:00')
    const zones = [
      'Asia/Kolkata',
      'Asia/Jerusalem',
      'Europe/Dublin',
      'Asia/Shanghai',
      'Asia/Manila',
      'Asia/Singapore',
    ]
    expect(zones.map(zone => zoneAbbreviation(at, zone))).toEqual([
      'UTC+5:30',
      'UTC+3',
      'UTC+1',
      'UTC+8',
      'UTC+8',
      'UTC+8',
    ])
    expect(zoneAbbreviation(at, 'America/Sao_Paulo')).toBe('UTC-3')
    expect(zoneAbbreviation(at, 'Etc/GMT-2')).toBe('UTC+2')
    expect([0, 1800, -12_600, 50_400].map(formatUtcOffset)).toEqual(['UTC', 'UTC+0:30', 'UTC-3:30', 'UTC+14'])
  })

  test('never means two offsets', () => {
    const offsets = new Map<string, number>()
    for (const zone of listTimeZones()) {
      for (let month = 0; month < 24; month++) {
        const at = Date.UTC(2026, month, 15)
        const name = zoneAbbreviation(at, zone)
        const offset = offsetSecondsAt(zone, at)
        expect([name, zone, offsets.get(name) ?? offset]).toEqual([name, zone, offset])
        offsets.set(name, offset)
      }
    }
    expect([...offsets.keys()]).toEqual(
      expect.arrayContaining([
        'EET',
        'EEST',
        'CET',
        'CEST',
        'JST',
        'KST',
        'EST',
        'AEDT',
        'NZDT',
        'GMT',
        'MSK',
      ]),
    )
  })
})

describe('A span', () => {
  const tallinn = { timeZone: 'Europe/Tallinn', locale: 'en' } as const

  test('says date and zone once where it can', () => {
    expect(formatSpan(morning, utc('2027-03-23T15:00'), tallinn)).toBe('Tue 23 Mar 2027 09:00–17:00 EET')
    expect(formatSpan(morning, utc('2027-03-25T15:00'), tallinn)).toBe(
      'Tue 23 Mar 2027 09:00 – Thu 25 Mar 2027 17:00 EET',
    )
    expect(formatSpan(morning, morning, tallinn)).toBe('Tue 23 Mar 2027 09:00 EET')
  })

  test('over a DST change names both', () => {
    expect(formatSpan(utc('2027-03-28T00:00'), utc('2027-03-28T03:00'), tallinn)).toBe(
      'Sun 28 Mar 2027 02:00 EET – 06:00 EEST',
    )
    expect(formatSpan(utc('2027-03-27T07:00'), utc('2027-03-28T15:00'), tallinn)).toBe(
      'Sat 27 Mar 2027 09:00 EET – Sun 28 Mar 2027 18:00 EEST',
    )
  })

  test('of whole days shows the last one, not the midnight after it', () => {
    const days = { ...tallinn, wholeDays: true }
    const from = utc('2027-03-22T22:00')
    expect(formatSpan(from, utc('2027-03-23T22:00'), days)).toBe('Tue 23 Mar 2027')
    expect(formatSpan(from, utc('2027-03-25T22:00'), days)).toBe('Tue 23 Mar – Thu 25 Mar 2027')
    expect(formatSpan(from, utc('2028-01-01T22:00'), days)).toBe('Tue 23 Mar 2027 – Sat 1 Jan 2028')
    expect(formatSpan(from, from, days)).toBe('Tue 23 Mar 2027')
  })

  test('of whole days is dates where days begin and end with them, and times elsewhere', () => {
    const say = (from: number, to: number, timeZone: string) =>
      formatSpan(from, to, { timeZone, locale: 'en', wholeDays: true })
    // Three days in Tallinn, of which Sunday has 23 hours.
    const [from, to] = [utc('2027-03-25T22:00'), utc('2027-03-28T21:00')]
    expect(say(from, to, 'Europe/Tallinn')).toBe('Fri 26 Mar – Sun 28 Mar 2027')
    expect(say(from, to, 'Europe/Helsinki')).toBe('Fri 26 Mar – Sun 28 Mar 2027')
    expect(say(from, to, 'Asia/Tokyo')).toBe('Fri 26 Mar 2027 07:00 – Mon 29 Mar 2027 06:00 JST')
    // In Johannesburg, two hours from UTC all year, they begin with a day but end in one.
    expect(say(from, to, 'Africa/Johannesburg')).toBe('Fri 26 Mar 2027 00:00 – Sun 28 Mar 2027 23:00 SAST')
  })
})

test('A calendar date has no zone', () => {
  expect(formatDate('2027-03-01', 'fr', 'longDate')).toBe('lundi 1er mars 2027')
  expect(formatDate('2028-02-29', 'en')).toBe('Tue 29 Feb 2028')
  expect(() => formatDate('2027-02-31', 'en')).toThrow(RangeError)
  expect(formatMinute(545)).toBe('09:05')
})
