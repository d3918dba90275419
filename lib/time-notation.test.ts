import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dtgLetterOf,
  dtgLetterOffset,
  formatDday,
  formatDtg,
  formatDuration,
  formatMoment,
  formatOffset,
  formatRelativeDays,
} from './time-format'

const utc = (text: string) => Date.parse(`${text}Z`)

describe('A date-time group', () => {
  test('is DDHHMM, letter, English month and year', () => {
    expect(formatDtg(utc('2026-11-22T14:30'))).toBe('221430ZNOV26')
    expect(formatDtg(utc('2026-11-22T14:30:59.999'))).toBe('221430ZNOV26')
    expect(formatDtg(utc('2027-01-01T00:05'))).toBe('010005ZJAN27')
  })

  test('has the wall time of its letter', () => {
    expect(formatDtg(utc('2026-11-30T22:30'), 'B')).toBe('010030BDEC26')
    expect(formatDtg(utc('2026-11-22T14:30'), 'R')).toBe('220930RNOV26')
    expect(formatDtg(utc('2026-11-22T14:30'), 'M')).toBe('230230MNOV26')
    expect(formatDtg(utc('2026-11-22T14:30'), 'Y')).toBe('220230YNOV26')
  })

  test.each(['J', 'z', '', 'AB', '1'])('with %j is an error', letter => {
    expect(() => formatDtg(0, letter)).toThrow(RangeError)
  })

  test('letters are A to I and K to M eastward, N to Y westward', () => {
    const hours = [...'ABCDEFGHIKLMNOPQRSTUVWXYZ'].map(
      letter => (dtgLetterOffset(letter) ?? Number.NaN) / 3600,
    )
    expect(hours).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      ...[-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, 0],
    ])
    for (const hour of hours) expect(dtgLetterOffset(dtgLetterOf(hour * 3600) ?? '')).toBe(hour * 3600)
    expect([19_800, 46_800, -43_201, 900].map(dtgLetterOf)).toEqual([null, null, null, null])
  })
})

describe('Exercise time', () => {
  test('is hours, minutes and seconds, with whole days in front', () => {
    expect([0, 2700, 7800, 86_400, -93_600, -60].map(formatOffset)).toEqual([
      'T+00:00:00',
      'T+00:45:00',
      'T+02:10:00',
      'T+1d 00:00:00',
      'T-1d 02:00:00',
      'T-00:01:00',
    ])
  })

  test('within a second is the second that began', () => {
    expect([0.999, -0.001, 59.5].map(formatOffset)).toEqual(['T+00:00:00', 'T-00:00:01', 'T+00:00:59'])
  })
})

describe('A D-day', () => {
  const dday = (day: number, minute: number | null) =>
    ({ anchor: 'dday', day, minute, timeZone: 'Europe/Tallinn' }) as const

  test('counts from STARTEX', () => {
    expect(formatDday(dday(-240, 540))).toBe('D-240 09:00')
    expect(formatDday(dday(1, null))).toBe('D+1 (whole day)')
    expect(formatDday(dday(1, null), 'fr')).toBe('D+1 (journée entière)')
    expect(formatDday(dday(0, 0))).toBe('D-DAY 00:00')
  })

  test('of today changes at midnight of the zone', () => {
    const startex = utc('2027-04-20T06:00')
    const on = (now: string) => formatRelativeDays(startex, utc(now), 'Europe/Tallinn')
    expect(on('2026-11-22T12:00')).toBe('D-149')
    expect([on('2027-04-19T20:59'), on('2027-04-19T21:00'), on('2027-04-20T21:00')]).toEqual([
      'D-1',
      'D-DAY',
      'D+1',
    ])
  })
})

describe('A moment', () => {
  test('has one notation, without the zone at home', () => {
    const at = utc('2027-02-11T15:00')
    expect(formatMoment({ anchor: 'fixed', at, timeZone: 'Europe/Tallinn' })).toBe(
      '2027-02-11 17:00 Europe/Tallinn',
    )
    expect(formatMoment({ anchor: 'fixed', at, timeZone: 'Asia/Tokyo' }, 'Asia/Tokyo')).toBe(
      '2027-02-12 00:00',
    )
    const tokyo = { anchor: 'dday', day: 1, minute: 570, timeZone: 'Asia/Tokyo' } as const
    expect(formatMoment(tokyo, 'Europe/Tallinn')).toBe('D+1 09:30 Asia/Tokyo')
    expect(formatMoment({ ...tokyo, minute: null }, 'Asia/Tokyo')).toBe('D+1')
    expect(formatMoment({ anchor: 'ttime', offset: -5 })).toBe('T-00:00:05')
  })

  test('says seconds where there are any, and which of two it is in a repeated hour', () => {
    const fixed = (at: number) =>
      formatMoment({ anchor: 'fixed', at, timeZone: 'Europe/Tallinn' }, 'Europe/Tallinn')
    expect(fixed(utc('2027-02-11T15:00:05'))).toBe('2027-02-11 17:00:05')
    expect(fixed(utc('2027-02-11T15:00:05.020'))).toBe('2027-02-11 17:00:05.020')
    expect(fixed(utc('2027-10-31T00:30'))).toBe('2027-10-31 03:30+03:00')
    expect(fixed(utc('2027-10-31T01:30'))).toBe('2027-10-31 03:30+02:00')
  })
})

describe('A duration', () => {
  const plain = (seconds: number, locale: 'en' | 'fr') =>
    formatDuration(seconds, locale).replaceAll('\u00a0', '_')

  test('leaves out what is nothing and keeps number and unit on one line', () => {
    expect([0, 45, 5400, 86_400, 93_784, -60].map(seconds => plain(seconds, 'en'))).toEqual([
      '0_min',
      '45_s',
      '1_h 30_min',
      '1_d',
      '1_d 2_h 3_min 4_s',
      '-1_min',
    ])
    expect(plain(259_200, 'fr')).toBe('3_j')
  })

  test('adds up to its seconds', () => {
    const sizes: Record<string, number> = { d: 86_400, h: 3600, min: 60, s: 1 }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), seconds => {
        const parts = plain(seconds, 'en')
          .split(' ')
          .map(part => part.split('_'))
        expect(
          parts.reduce((sum, [count, unit]) => sum + Number(count) * (sizes[unit ?? ''] ?? Number.NaN), 0),
        ).toBe(seconds)
      }),
    )
  })
})
