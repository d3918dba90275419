import fc from 'fast-check'
import nodeIcal from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'
import { expect, test } from 'vitest'
import { DAY } from '@/lib/time-calendar'
import { transitionsBetween } from '@/lib/time-zones'
import type { Told } from '../memory/rules'
import { calendarText } from './rules'

const now = Date.UTC(2027, 2, 1, 9)
const told = (more: Partial<Told>): Told => ({
  ...{
    id: 'a',
    title: 'Main planning conference',
    description: '',
    place: '',
    link: '',
    startAt: now,
    endAt: null,
  },
  ...{ wholeDays: false, timeZone: 'Europe/Tallinn', busy: true, confidential: false },
  ...{ sequence: 0, changedAt: now, cancelled: false, ...more },
})
const textOf = (...entries: Told[]) => calendarText({ name: 'Baltic Lynx', entries })

/** Neither parser is right about each hour next to a change: what our zones say of those is read in `zones`. */
const nearChange = (at: number, timeZone: string) =>
  transitionsBetween(timeZone, at - DAY, at + DAY).length > 0

type Read = { summary: string; description: string; start: number; end: number | undefined }

/** What two parsers that know nothing of each other make of the text, by the entries' ids. */
function readBack(text: string): { one: Map<string, Read>; other: Map<string, Read> } {
  const one = (convertIcsCalendar(undefined, text).events ?? []).map(
    ({ uid, summary, description = '', start, end }): [string, Read] => [
      uid,
      { summary, description, start: start.date.getTime(), end: end?.date.getTime() },
    ],
  )
  const other = Object.values(nodeIcal.sync.parseICS(text)).flatMap((found): [string, Read][] =>
    found?.type === 'VEVENT'
      ? [
          [
            found.uid,
            {
              ...{ summary: String(found.summary), description: String(found.description) },
              ...{ start: found.start.getTime(), end: found.end?.getTime() },
            },
          ],
        ]
      : [],
  )
  return { one: new Map(one), other: new Map(other) }
}

// Without Casablanca, whose two changes within a month one of the parsers looks past: `zones` reads it hour by hour.
const zones = [
  'Europe/Tallinn',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'UTC',
]
const entries = fc.record({
  title: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    .filter(text => /^[^\p{C}\p{Z}]+$/u.test(text)),
  startAt: fc
    .integer({ min: Date.UTC(2024, 0, 1) / 1000, max: Date.UTC(2034, 0, 1) / 1000 })
    .map(s => s * 1000),
  minutes: fc.option(fc.integer({ min: 1, max: 20_000 })),
  timeZone: fc.constantFrom(...zones),
})

test('two parsers read back the instants and the words of any plan, whatever the zone does', () => {
  fc.assert(
    fc.property(fc.array(entries, { minLength: 1, maxLength: 6 }), plan => {
      const all = plan.map(({ minutes, ...more }, at) =>
        told({ ...more, id: `n${at}`, endAt: minutes === null ? null : more.startAt + minutes * 60_000 }),
      )
      const { one, other } = readBack(textOf(...all))
      for (const { id, title, startAt, endAt, timeZone } of all) {
        const uid = `${id}@startex`
        for (const { summary, start, end } of [one.get(uid), other.get(uid)].flatMap(found => found ?? [])) {
          expect(summary).toBe(title)
          if (!nearChange(startAt, timeZone)) expect(start).toBe(startAt)
          if (endAt !== null && !nearChange(endAt, timeZone)) expect(end).toBe(endAt)
        }
        expect([one.has(uid), other.has(uid)]).toEqual([true, true])
      }
    }),
    { numRuns: 200 },
  )
})

test('an hour that the clock shows twice is told in Zulu, since readers disagree on which is meant', () => {
  const first = Date.UTC(2027, 9, 31, 0, 30)
  const text = textOf(told({ startAt: first, endAt: first + 7_200_000 }))
  expect(text).toContain('DTSTART:20271031T003000Z')
  expect(text).toContain('DTEND;TZID=Europe/Tallinn:20271031T043000')
})

test('whole days are dates, whatever zone the reader lives in, and the end is the day after', () => {
  const startAt = Date.UTC(2027, 3, 11, 21)
  const text = textOf(told({ wholeDays: true, startAt, endAt: startAt + 3 * DAY }))
  expect(text).toContain('DTSTART;VALUE=DATE:20270412\r\nDTEND;VALUE=DATE:20270415\r\n')
  expect(text).not.toContain('VTIMEZONE')
  expect(textOf(told({ wholeDays: true, startAt }))).toContain('DTEND;VALUE=DATE:20270413')
})

test('a cancelled entry says so with its number', () => {
  const text = textOf(told({ cancelled: true, sequence: 7 }))
  const [event] = convertIcsCalendar(undefined, text).events ?? []
  expect(event).toMatchObject({ status: 'CANCELLED', sequence: 7, summary: 'Main planning conference' })
})

test('lines are folded at 75 octets without breaking a letter, and nothing typed ends a line', () => {
  const description = `Bring: badge, laptop; adapter\\plug\r\n${'ëß日本🦊'.repeat(40)}\rSUMMARY:Mine\u0000\u0085`
  const text = textOf(told({ description, place: 'Filtri tee 12; Tallinn', title: 'Tour\u2028two' }))
  expect(text.match(/^BEGIN:VEVENT$/gm)).toHaveLength(1)
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n\0]/)
  }
  const { one, other } = readBack(text)
  const clean = `Bring: badge, laptop; adapter\\plug\n${'ëß日本🦊'.repeat(40)}\nSUMMARY:Mine`
  for (const read of [one, other]) expect(read.get('a@startex')?.description).toBe(clean)
})

test('the same plan gives the same text', () => {
  const plan = [told({}), told({ id: 'b', timeZone: 'Asia/Tokyo' })]
  expect(textOf(...plan)).toBe(textOf(...plan))
})
