import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { formatMoment } from './time-format'
import { dayFirstIn, joinListed, type ListContext, type ListedTime, parseListed } from './time-parse-list'

const timeZone = 'Europe/Tallinn'
const context: ListContext = {
  frame: { startexAt: Date.UTC(2027, 3, 20, 6), timeZone },
  timeZone,
  dayFirst: true,
  bareUnit: 'hours',
  firstDay: 1,
}

function said(listed: ListedTime): string {
  switch (listed.kind) {
    case 'moment':
      return formatMoment(listed.moment, timeZone) + (listed.guess ? ` (${listed.guess})` : '')
    case 'clock':
      return `${listed.second / 60} min${listed.zone && ` ${listed.zone}`}${listed.until === null ? '' : ` until ${listed.until / 60}`}`
    case 'date':
      return listed.date + (listed.guess ? ` (${listed.guess})` : '')
    case 'day':
      return `day ${listed.day}`
    case 'problem':
      return listed.problem
  }
}
const read = (text: string, more: Partial<ListContext> = {}) =>
  said(parseListed(text, { ...context, ...more }))

describe('A cell of a list is understood as', () => {
  test.each([
    // Excel serials and fractions
    ['46348.604166667', '2026-11-22 14:30'],
    ['46348', '2026-11-22'],
    ['0.375', '540 min'],
    ['.5', '720 min'],
    ['0', '0 min'],
    // times of day
    ['0900', '540 min'],
    ['900', '540 min'],
    ['09h00', '540 min'],
    ['9H05', '545 min'],
    ['9h', '540 min'],
    ['9:00', '540 min'],
    ['09:00:30', '540.5 min'],
    ['9.30 Uhr', '570 min'],
    ['9 Uhr', '540 min'],
    ['kell 9.30', '570 min'],
    ['at 09:30', '570 min'],
    ['9:00 AM', '540 min'],
    ['12:05 a.m.', '5 min'],
    ['12 pm', '720 min'],
    ['0900Z', '540 min Z'],
    ['0900 hrs', '540 min'],
    ['0900L', '540 min'],
    ['09:00 Asia/Tokyo', '540 min Asia/Tokyo'],
    ['0900+03:00', '540 min +03:00'],
    ['2400', '1440 min'],
    ['09:00-09:30', '540 min until 570'],
    ['0900 – 0930', '540 min until 570'],
    ['25:00', 'unknown_notation'],
    ['0960', 'unknown_notation'],
    ['13 pm', 'unknown_notation'],
    // from STARTEX
    ['+ 02:10:00', 'T+02:10:00'],
    ['+ 1 02:10:00', 'T+1d 02:10:00'],
    ['- 00:10:00', 'T-00:10:00'],
    ['T+5', 'T+05:00:00 (unit)'],
    ['T+0', 'T+00:00:00'],
    ['T-90 min', 'T-01:30:00'],
    ['T+02:10', 'T+02:10:00'],
    ['STARTEX+15', 'T+15:00:00 (unit)'],
    ['STARTEX', 'T+00:00:00'],
    ['+90', 'T+3d 18:00:00 (unit)'],
    ['H+2', 'T+02:00:00'],
    ['H-1:30', 'T-01:30:00'],
    ['M-5', 'T-00:05:00'],
    ['J+1 H+2 M-5', 'T+1d 01:55:00'],
    ['D+1 H-2', 'T+22:00:00'],
    // from D-day
    ['J-60', 'D-60'],
    ['J-1 09h00', 'D-1 09:00'],
    ['D+1 0930Z', 'D+1 09:30 UTC'],
    ['Day 1', 'day 0'],
    ['DAY 2', 'day 1'],
    ['Tag 2', 'day 1'],
    ['Jour 3', 'day 2'],
    ['Día 2', 'day 1'],
    ['Dia 2', 'day 1'],
    ['Päev 2', 'day 1'],
    ['2. päev', 'day 1'],
    ['Day -1', 'day -1'],
    ['D2 0930', 'D+1 09:30'],
    ['Day 2, 09:30', 'D+1 09:30'],
    // dates and DTGs
    ['221430ZNOV26', '2026-11-22 14:30 UTC'],
    ['221430NOV26', '2026-11-22 14:30'],
    ['22/1430Z NOV 26', '2026-11-22 14:30 UTC'],
    ['2023-03-23T04:00:00.000Z', '2023-03-23 04:00 UTC'],
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22 0900', '2026-11-22 09:00'],
    ['26/06/2024 09h00', '2024-06-26 09:00'],
    ['6/26/2024 9:00 AM', '2024-06-26 09:00'],
    ['3/4/2027 09:00', '2027-04-03 09:00 (day_or_month_first)'],
    ['3.4.27 9.30', '2027-04-03 09:30'],
    ['23.03.2027', '2027-03-23'],
    ['23. März 2027, 9:30 Uhr', '2027-03-23 09:30'],
    ['Dienstag, 23. März 2027', '2027-03-23'],
    ['23 mars 2027 à 9h30', '2027-03-23 09:30'],
    ['23. märts 2027 kell 9.30', '2027-03-23 09:30'],
    ['23 de marzo de 2027', '2027-03-23'],
    ['23-Mar-27', '2027-03-23'],
    ['23 Mar 27 0930Z', '2027-03-23 09:30 UTC'],
    ['March 23, 2027 9:30 pm', '2027-03-23 21:30'],
    ['2027年3月23日 9:30', '2027-03-23 09:30'],
    ['0930 23 Mar 2027', '2027-03-23 09:30'],
    ['14:30, 22.11.2026', '2026-11-22 14:30'],
    ['22.11.2026 24:00', '2026-11-23 00:00'],
    ['31/02/2027', 'invalid_date'],
    ['23 March', 'year_missing'],
    ['28.3.2027 03:30', 'skipped_hour'],
    ['', 'empty'],
    ['on order', 'unknown_notation'],
    ['TBD', 'unknown_notation'],
    ['13', 'unknown_notation'],
    ['100', '60 min'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('the month first where the list is American, minutes or Day 0 where it counts so', () => {
    expect(read('3/4/2027 09:00', { dayFirst: false })).toBe('2027-03-04 09:00 (day_or_month_first)')
    expect(read('26/4/2027 09:00', { dayFirst: false })).toBe('2027-04-26 09:00')
    expect(read('T+5', { bareUnit: 'minutes' })).toBe('T+00:05:00 (unit)')
    expect(read('Day 1', { firstDay: 0 })).toBe('day 1')
    expect(dayFirstIn(['', '3/4/2027', '26/4/2027'])).toBe(true)
    expect(dayFirstIn(['3/4/2027', '4/26/2027 9:00'])).toBe(false)
    expect(dayFirstIn(['3/4/2027', '23.4.2027'])).toBeNull()
  })
})

describe('A day and a time of day from two cells are', () => {
  const joined = (day: string | null, time: string | null) =>
    said(
      joinListed(
        day === null ? null : parseListed(day, context),
        time === null ? null : parseListed(time, context),
        context,
      ),
    )
  test.each([
    ['22.11.2026', '0900', '2026-11-22 09:00'],
    ['2026-11-22', '09:00:30', '2026-11-22 09:00:30'],
    ['22 Nov 2026', '0900Z', '2026-11-22 09:00 UTC'],
    ['46348', '0.375', '2026-11-22 09:00'],
    ['3/4/2027', '0900', '2027-04-03 09:00 (day_or_month_first)'],
    ['Day 2', '09h00', 'D+1 09:00'],
    ['D+2', '09:00', 'D+2 09:00'],
    ['Day 1', '2400', 'D+1 00:00'],
    [null, '09:00', 'D-DAY 09:00'],
    ['22.11.2026', null, '2026-11-22 00:00 (no_time)'],
    [null, '22.11.2026', '2026-11-22 00:00 (no_time)'],
    ['Day 2', null, 'D+1'],
    ['Day 2', 'T+45m', 'T+00:45:00'],
    ['22.11.2026', '2026-11-23 10:00', '2026-11-23 10:00'],
    ['soon', '09:00', 'date_missing'],
    ['Day 2', 'soon', 'unknown_notation'],
    ['28.3.2027', '0330', 'skipped_hour'],
  ])('%s and %s: %s', (day, time, expected) => {
    expect(joined(day, time)).toBe(expected)
  })
})

describe('As Temporal has it,', () => {
  const anyMinute = fc
    .record({ day: fc.integer({ min: 0, max: 20_000 }), minute: fc.integer({ min: 0, max: 1439 }) })
    .map(({ day, minute }) =>
      Temporal.PlainDateTime.from('2000-03-01T00:00').add({ days: day, minutes: minute }),
    )
  const two = (value: number) => String(value).padStart(2, '0')
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const notations: [string, (at: Temporal.PlainDateTime) => string][] = [
    ['ISO', at => `${at.toString({ smallestUnit: 'minute' })}Z`],
    ['dotted', at => `${at.day}.${at.month}.${at.year} ${at.hour}:${two(at.minute)}Z`],
    ['French', at => `${two(at.day)}.${two(at.month)}.${at.year} ${two(at.hour)}h${two(at.minute)} UTC`],
    ['DTG', at => `${two(at.day)}${two(at.hour)}${two(at.minute)}Z${months[at.month - 1]}${at.year}`],
    ['textual', at => `${at.day} ${months[at.month - 1]} ${at.year} ${two(at.hour)}${two(at.minute)}Z`],
    [
      'American',
      at =>
        `${months[at.month - 1]} ${at.day}, ${at.year} ${at.hour % 12 || 12}:${two(at.minute)} ${at.hour < 12 ? 'AM' : 'PM'} UTC`,
    ],
  ]
  test.each(notations)('any minute in %s notation is that instant', (_, write) => {
    fc.assert(
      fc.property(anyMinute, at => {
        const listed = parseListed(write(at), context)
        expect(listed.kind === 'moment' && listed.moment).toEqual({
          anchor: 'fixed',
          at: at.toZonedDateTime('UTC').epochMilliseconds,
          timeZone: 'UTC',
        })
      }),
    )
  })
  test('any serial is the day and minute that a spreadsheet shows', () => {
    fc.assert(
      fc.property(anyMinute, at => {
        const epoch = Temporal.PlainDateTime.from('1899-12-30T00:00')
        const { days, hours, minutes } = epoch.until(at, { largestUnit: 'days' })
        const listed = parseListed(String(days + (hours * 60 + minutes) / 1440), {
          ...context,
          timeZone: 'UTC',
        })
        const date = at.toPlainDate().toString()
        expect(listed).toEqual(
          hours + minutes === 0
            ? { kind: 'date', date }
            : {
                kind: 'moment',
                moment: { anchor: 'fixed', at: at.toZonedDateTime('UTC').epochMilliseconds, timeZone: 'UTC' },
              },
        )
      }),
    )
  })
  test('any length from STARTEX is as many seconds', () => {
    const part = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(
        part(300),
        part(23),
        part(59),
        part(59),
        fc.constantFrom('+', '-'),
        (days, hours, minutes, seconds, sign) => {
          const total = Temporal.Duration.from({ days, hours, minutes, seconds }).total({ unit: 'seconds' })
          const listed = parseListed(`${sign} ${days} ${two(hours)}:${two(minutes)}:${two(seconds)}`, context)
          expect(listed).toEqual({
            kind: 'moment',
            moment: { anchor: 'ttime', offset: sign === '-' && total > 0 ? -total : total },
          })
        },
      ),
    )
  })
})
