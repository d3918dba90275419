import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateNames } from '@/lib/time-names'
import { DAY, dayOf, HOUR, ZULU } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import { gridOf } from './rules'

const { months, longMonths, weekdays } = dateNames.en
const words = { names: { months, longMonths, weekdays, quarter: 'Q{n}' }, now: 'now', clocks: 'Clocks {by}' }
const STARTEX = Date.UTC(2027, 3, 20, 6)
const moments = { now: STARTEX, startexAt: STARTEX, endexAt: STARTEX + 2 * DAY }
const zone = (timeZone: string) => wallZoneOf(timeZone, STARTEX - 400 * DAY, STARTEX + 400 * DAY)
const home = zone('Europe/Tallinn')

const daysIn = (from: number, span: number, width: number, timeZone: string) =>
  gridOf(
    { window: { from, to: from + span }, width },
    { shown: home, home, other: zone(timeZone) },
    words,
    moments,
  ).days

test('the days of another zone cover what is seen, each once and told apart by turns', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: STARTEX - 300 * DAY, max: STARTEX + 300 * DAY }),
      fc.integer({ min: HOUR, max: 20 * DAY }),
      fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Pacific/Chatham', 'America/St_Johns'),
      (from, span, timeZone) => {
        const days = daysIn(from, span, 1000, timeZone)
        expect(days[0]?.left).toBe(0)
        expect(days.at(-1)?.right).toBeCloseTo(1000, 6)
        for (const [at, day] of days.entries()) {
          const next = days[at + 1]
          if (!next) continue
          expect(next.left).toBeCloseTo(day.right, 6)
          expect(next.odd).toBe(!day.odd)
        }
        expect(days).toHaveLength(dayOf(zone(timeZone), from + span - 1) - dayOf(zone(timeZone), from) + 1)
      },
    ),
  )
})

test('the first says whose days they are, and far out there are none', () => {
  const [first, second] = daysIn(STARTEX + 10 * DAY, 4 * DAY, 1000, 'Asia/Tokyo')
  expect(first?.text).toBe('Tokyo Fri 30')
  expect(second?.text).toBe('Sat 1')
  // Where the words of STARTEX stand, no other do.
  expect(daysIn(STARTEX, 4 * DAY, 1000, 'Asia/Tokyo')[0]?.text).toBe('')
  expect(daysIn(STARTEX, 90 * DAY, 1000, 'Asia/Tokyo')).toEqual([])
  const alone = gridOf(
    { window: { from: STARTEX, to: STARTEX + DAY }, width: 900 },
    { shown: ZULU, home, other: null },
    words,
    moments,
  )
  expect(alone.days).toEqual([])
})
