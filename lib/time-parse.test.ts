import { describe, expect, test } from 'vitest'
import type { Moment } from './time'
import { formatMoment } from './time-format'
import { type ParseContext, parseDuration, parseMoment } from './time-parse'

const timeZone = 'Europe/Tallinn'
const context: ParseContext = { frame: { startexAt: Date.UTC(2027, 3, 20, 6), timeZone }, timeZone }

function read(text: string, where = context): string {
  const parsed = parseMoment(text, where)
  return parsed.ok ? formatMoment(parsed.moment, where.timeZone) : parsed.problem
}

describe('A fixed moment is understood as', () => {
  test.each([
    ['2027-02-11 17:00', '2027-02-11 17:00'],
    ['2027-2-1 17:00', '2027-02-01 17:00'],
    ['2027-02-11T17:00', '2027-02-11 17:00'],
    ['2027-02-11 1700', '2027-02-11 17:00'],
    ['2027-02-11 17h', '2027-02-11 17:00'],
    ['2027-02-11 23:59:59', '2027-02-11 23:59:59'],
    ['2027-02-11 9h30', '2027-02-11 09:30'],
    ['2027-02-11 17:00:05', '2027-02-11 17:00:05'],
    ['2027-02-11 17:00:05,5', '2027-02-11 17:00:05.500'],
    ['2027-02-11 17:00 Asia/Tokyo', '2027-02-11 17:00 Asia/Tokyo'],
    ['2027-02-11 17:00[Asia/Tokyo]', '2027-02-11 17:00 Asia/Tokyo'],
    ['2027-02-11 17:00 [asia/tokyo]', '2027-02-11 17:00 Asia/Tokyo'],
    ['2027-02-11 17:00 america/new york', '2027-02-11 17:00 America/New_York'],
    ['2027-02-11T15:00Z', '2027-02-11 15:00 UTC'],
    ['2027-02-11T15:00:00.000Z', '2027-02-11 15:00 UTC'],
    ['2027-02-11 15:00 Z', '2027-02-11 15:00 UTC'],
    ['2027-02-11T15:00Z[Asia/Tokyo]', '2027-02-12 00:00 Asia/Tokyo'],
    ['2027-02-11T17:00+02:00', '2027-02-11 17:00'],
    ['2027-02-11T10:00-0500', '2027-02-11 10:00 Etc/GMT+5'],
    ['2027-02-11T10:00-05', '2027-02-11 10:00 Etc/GMT+5'],
    ['2027-02-11T20:30+05:30', '2027-02-11 17:00'],
    ['2027-02-11T15:00+00:00', '2027-02-11 15:00 UTC'],
    ['2027-02-11T17:00+02:00[Europe/Tallinn]', '2027-02-11 17:00'],
    ['11 Feb 2027 17:00', '2027-02-11 17:00'],
    ['11 february 2027, 17:00', '2027-02-11 17:00'],
    ['1st Sept 2027 17:00', '2027-09-01 17:00'],
    ['Thu 11 Feb 2027 17:00 UTC', '2027-02-11 17:00 UTC'],
    ['Thursday, 11 Feb 2027 17:00', '2027-02-11 17:00'],
    ['jeu. 11 févr. 2027 17h00', '2027-02-11 17:00'],
    ['1er août 2027 9h', '2027-08-01 09:00'],
    ['mar. 23 mars 2027 09:00 UTC', '2027-03-23 09:00 UTC'],
    ['  2027–02–11\u00a017:00  ', '2027-02-11 17:00'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('A DTG is understood as', () => {
  test.each([
    ['221430ZNOV26', '2026-11-22 14:30 UTC'],
    ['221430znov26', '2026-11-22 14:30 UTC'],
    ['22 1430 Z Nov 26', '2026-11-22 14:30 UTC'],
    ['221430Z NOV 2026', '2026-11-22 14:30 UTC'],
    ['221430BNOV26', '2026-11-22 14:30'],
    ['221430CNOV26', '2026-11-22 14:30 Etc/GMT-3'],
    ['221430RNOV26', '2026-11-22 14:30 Etc/GMT+5'],
    ['221430YNOV26', '2026-11-22 14:30 Etc/GMT+12'],
    ['221430ZNOV26 Asia/Tokyo', '2026-11-22 23:30 Asia/Tokyo'],
    ['221430JNOV26 Asia/Kolkata', '2026-11-22 14:30 Asia/Kolkata'],
    ['221430jnov26 [Europe/Tallinn]', '2026-11-22 14:30'],
    ['221430JNOV26', 'zone_needed'],
    ['221430ZNOV26 Europe/Atlantis', 'unknown_zone'],
    ['310000ZNOV26', 'invalid_date'],
    ['222430ZNOV26', 'invalid_time'],
    ['221460ZNOV26', 'invalid_time'],
    ['221430ZNEU26', 'unknown_notation'],
    ['280330JMAR27 Europe/Tallinn', 'skipped_hour'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('of the century nearest to now, else to STARTEX', () => {
    expect(read('010000ZJAN76')).toBe('2076-01-01 00:00 UTC')
    expect(read('010000ZJAN78')).toBe('1978-01-01 00:00 UTC')
    expect(read('010000ZJAN20', { ...context, now: Date.UTC(2095, 0, 1) })).toBe('2120-01-01 00:00 UTC')
  })
})

describe('A D-day moment is understood as', () => {
  test.each([
    ['D-240 09:00', 'D-240 09:00'],
    ['d - 240 0900', 'D-240 09:00'],
    ['D−240 09:00', 'D-240 09:00'],
    ['D+1', 'D+1'],
    ['D+1 (whole day)', 'D+1'],
    ['D+1 Asia/Tokyo (whole day)', 'D+1 Asia/Tokyo'],
    ['D+1 (journée entière)', 'D+1'],
    ['D+1 all day', 'D+1'],
    ['D+1 Asia/Tokyo', 'D+1 Asia/Tokyo'],
    ['D+1 09:30 [Asia/Tokyo]', 'D+1 09:30 Asia/Tokyo'],
    ['D+1 0930Z', 'D+1 09:30 UTC'],
    ['D-DAY 09:00', 'D-DAY 09:00'],
    ['D-Day', 'D-DAY'],
    ['D-day+2 09:00', 'D+2 09:00'],
    ['D-0 09:00', 'D-DAY 09:00'],
    ['J-240 9h', 'D-240 09:00'],
    ['Jour J 09:00', 'D-DAY 09:00'],
    ['D+3660', 'D+3660'],
    ['D+3661', 'out_of_range'],
    ['D-99999', 'out_of_range'],
    ['D+1 25:00', 'invalid_time'],
    ['D+1 09:00:30', 'invalid_time'],
    ['D+1 09:00 (whole day)', 'invalid_time'],
    ['D+1 09:00+02:00', 'unknown_notation'],
    ['D+1 09:00 Europe/Atlantis', 'unknown_zone'],
    ['D240 09:00', 'unknown_notation'],
    ['D+', 'unknown_notation'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('A T-time is understood as', () => {
  test.each([
    ['T+45m', 'T+00:45:00'],
    ['t+45 min', 'T+00:45:00'],
    ['T+02:10:00', 'T+02:10:00'],
    ['T+02:10', 'T+02:10:00'],
    ['T-1d2h', 'T-1d 02:00:00'],
    ['T-1d 02:00', 'T-1d 02:00:00'],
    ['T − 90 s', 'T-00:01:30'],
    ['T+1h30', 'T+01:30:00'],
    ['STARTEX', 'T+00:00:00'],
    ['Startex + 45m', 'T+00:45:00'],
    ['STARTEX-2h', 'T-02:00:00'],
    ['T', 'T+00:00:00'],
    ['T+0', 'T+00:00:00'],
    ['T-0', 'T+00:00:00'],
    ['T+90', 'unit_missing'],
    ['T+3660d', 'T+3660d 00:00:00'],
    ['T+3661d', 'out_of_range'],
    ['T+45m Europe/Tallinn', 'unknown_notation'],
    ['T+', 'unknown_notation'],
    ['T+-45m', 'unknown_notation'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('with zero that has no sign', () => {
    for (const text of ['T-0', 'T-0m', 'D-0']) {
      const parsed = parseMoment(text, context)
      const zero =
        parsed.ok &&
        (parsed.moment.anchor === 'ttime'
          ? parsed.moment.offset
          : parsed.moment.anchor === 'dday' && parsed.moment.day)
      expect(Object.is(zero, 0)).toBe(true)
    }
  })
})

describe('Refused, with the reason:', () => {
  test.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['soon', 'unknown_notation'],
    ['2027-02-11', 'time_missing'],
    ['11 Feb 2027', 'time_missing'],
    ['2027-02-11 Asia/Tokyo', 'time_missing'],
    ['2027-02-31 10:00', 'invalid_date'],
    ['2027-02-29 10:00', 'invalid_date'],
    ['2027-13-01 10:00', 'invalid_date'],
    ['31 Apr 2027 10:00', 'invalid_date'],
    ['0 Apr 2027 10:00', 'invalid_date'],
    ['2027-02-11 24:00', 'invalid_time'],
    ['2027-02-11 17:60', 'invalid_time'],
    ['2027-02-11 17', 'invalid_time'],
    ['2027-02-11 900', 'invalid_time'],
    ['2027-02-11 17:00x', 'invalid_time'],
    ['Fri 11 Feb 2027 17:00', 'wrong_weekday'],
    ['Foo 11 Feb 2027 17:00', 'unknown_notation'],
    ['11 Foo 2027 17:00', 'unknown_notation'],
    ['11/02/2027 17:00', 'unknown_notation'],
    ['02.11.2027 17:00', 'unknown_notation'],
    ['2027-02-11 17:00 EEST', 'unknown_zone'],
    ['2027-02-11 17:00 [Asia/Tokyo', 'unknown_zone'],
    ['2027-02-11 17:00+03:00 Europe/Tallinn', 'offset_mismatch'],
    ['2027-03-28 03:30', 'skipped_hour'],
    ['2027-10-31 03:30', 'repeated_hour'],
    ['2027-10-31 03:30+02:00', '2027-10-31 03:30+02:00'],
    ['2027-10-31 03:30+03:00 Europe/Tallinn', '2027-10-31 03:30+03:00'],
    ['1969-12-31 23:59Z', 'out_of_range'],
    ['2200-01-01 00:00Z', 'out_of_range'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('a text too long for any notation', () => {
    expect(read(`T+${'1d'.repeat(200)}`)).toBe('unknown_notation')
    expect(parseDuration('1d'.repeat(200))).toEqual({ ok: false, problem: 'unknown_notation' })
    expect(read(`D+1${' '.repeat(300)}09:00`)).toBe('D+1 09:00')
  })

  const wall = (year: number, month: number, day: number, hour: number, minute: number) =>
    Date.UTC(year, month - 1, day, hour, minute)
  const fixed = (at: number): Moment => ({ anchor: 'fixed', at, timeZone })
  const dday = (day: number, minute: number): Moment => ({ anchor: 'dday', day, minute, timeZone })

  test('a repeated hour, with both instants to choose from', () => {
    const choices = [wall(2027, 10, 31, 0, 30), wall(2027, 10, 31, 1, 30)] as const
    expect(parseMoment('2027-10-31 03:30', context)).toEqual({
      ok: false,
      problem: 'repeated_hour',
      choices,
      offers: choices.map(fixed),
    })
    expect(parseMoment('D+194 03:30', context)).toEqual({
      ok: false,
      problem: 'repeated_hour',
      choices,
      offers: [fixed(choices[0]), dday(194, 210)],
    })
  })

  test('a skipped hour, with the times either side of the gap', () => {
    const choices = [wall(2027, 3, 28, 0, 30), wall(2027, 3, 28, 1, 30)] as const
    expect(parseMoment('2027-03-28 03:30', context)).toEqual({
      ok: false,
      problem: 'skipped_hour',
      choices,
      offers: choices.map(fixed),
    })
    expect(parseMoment('D-23 03:30', context)).toEqual({
      ok: false,
      problem: 'skipped_hour',
      choices,
      offers: [dday(-23, 150), dday(-23, 270)],
    })
  })
})

describe('A duration is understood as', () => {
  test.each([
    ['1h30', 5400, null],
    ['90m', 5400, null],
    ['3d', 259_200, 3],
    ['2 weeks', 1_209_600, 14],
    ['3 jours', 259_200, 3],
    ['1w 1d', 691_200, 8],
    ['24h', 86_400, null],
    ['1:30', 5400, null],
    ['02:10:05', 7805, null],
    ['1d 02:00:00', 93_600, null],
    ['1.5 h', 5400, null],
    ['1,5h', 5400, null],
    ['0.5d', 43_200, null],
    ['0.1h', 360, null],
    ['0.7m', 42, null],
    ['45min30', 2730, null],
    ['0', 0, null],
    ['1 minute', 60, null],
    ['2 heures 5 minutes 1 seconde', 7501, null],
    ['1 hour 2 mins 3 secs', 3723, null],
    ['1 semaine', 604_800, 7],
  ])('%s', (text, seconds, days) => {
    expect(parseDuration(text)).toEqual({ ok: true, seconds, days })
  })

  test.each([
    ['', 'empty'],
    ['90', 'unit_missing'],
    ['-3h', 'unknown_notation'],
    ['3x', 'unknown_notation'],
    ['1h90', 'unknown_notation'],
    ['3d4', 'unknown_notation'],
    ['30s5', 'unknown_notation'],
    ['5m1h', 'unknown_notation'],
    ['1h1h', 'unknown_notation'],
    ['1:60', 'unknown_notation'],
    ['0.0001s', 'unknown_notation'],
    ['3661d', 'out_of_range'],
    ['999999999w', 'out_of_range'],
  ])('%j is refused', (text, problem) => {
    expect(parseDuration(text)).toEqual({ ok: false, problem })
  })
})
