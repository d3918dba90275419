import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shifted } from '@/lib/moves/shifting/rules'
import { type Moment, resolveMoment } from '@/lib/time'
import { formatInstant } from '@/lib/time-format'
import { itemsOf } from '@/lib/timeline/changes/rules'
import { columnsOf, type TimelineItem, tableOf } from '@/lib/timeline/columns/rules'
import { planOf } from '@/lib/timeline/plan.fixture'
import { byDays } from '@/lib/timeline/snap/rules'
import { DAY, HOUR } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import { type Held, operationOf, whenDropped } from './moving'

const home = 'Europe/Tallinn'
const STARTEX = Date.UTC(2027, 3, 20, 6)
const zone = wallZoneOf(home, STARTEX - 800 * DAY, STARTEX + 800 * DAY)
const year = { window: { from: STARTEX - 300 * DAY, to: STARTEX + 60 * DAY }, width: 1200 }
const hours = { window: { from: STARTEX, to: STARTEX + 6 * HOUR }, width: 1200 }

/** One item in the hand, so far from its place. */
function held(given: Pick<TimelineItem, 'kind' | 'startAt'> & Partial<TimelineItem>, by: number): Held {
  const { shapes, words } = planOf({ injects: 1, shifts: 0, people: 0 })
  const [any] = itemsOf(shapes, words).items
  if (!any) throw new Error('an empty plan')
  const items = [{ ...any, endAt: null, wholeDays: false, ...given }]
  const { cursor, startexAt, endexAt, lists } = shapes
  const only = columnsOf({ cursor, home, startexAt, endexAt, lists }, items, [])
  return {
    of: { table: tableOf(only.shapes), said: only.words, places: new Map() },
    ...{ items: [0], grip: 'whole', by },
  }
}

/** 10:00 in Tallinn, on a day before the clocks go forward. */
const ten: Moment = { anchor: 'dday', day: -60, minute: 600, timeZone: home }
const frame = { startexAt: STARTEX, timeZone: home }
const { at: startAt } = resolveMoment(ten, frame)
const clockAt = (at: number) => formatInstant(at, { timeZone: home, locale: 'en', style: 'clock' })

it('a conference at ten that is dragged from afar stands at ten, whatever the clocks do between', () => {
  fc.assert(
    fc.property(fc.double({ min: -200 * DAY, max: 200 * DAY, noNaN: true }), pulled => {
      const by = byDays(pulled, year)
      expect(Math.abs((by ?? Number.NaN) - pulled)).toBeLessThanOrEqual(DAY / 2)
      const hand = held({ kind: 'conference', startAt, endAt: startAt + 6 * HOUR }, by ?? 0)
      const operation = operationOf(hand)
      if (by === 0) {
        expect(operation).toBeNull()
        return
      }
      if (operation?.kind !== 'items') throw new Error('not moved as a whole')
      expect(operation.pinTo).toBeUndefined()
      const moved = shifted(ten, operation.bySeconds, frame)
      expect(moved?.moment).toEqual({ ...ten, day: ten.day + Math.round((by ?? 0) / DAY) })
      // What is said in the hand is what the drop makes of it.
      const { from, to } = whenDropped(hand, 0, zone)
      expect(from).toBe(resolveMoment(moved?.moment ?? ten, frame).at)
      expect([clockAt(from), to - from]).toEqual(['10:00', 6 * HOUR])
    }),
  )
})

it('from nearby it goes where it is dropped', () => {
  expect(byDays(90 * 60_000, hours)).toBeNull()
  expect(operationOf(held({ kind: 'conference', startAt }, 1.5 * HOUR))).toMatchObject({
    ...{ kind: 'items', bySeconds: 5400, pinTo: startAt + 1.5 * HOUR },
  })
})

it('days over which the clocks go forward stay days, and an inject keeps its seconds from STARTEX', () => {
  const midnight = Date.UTC(2027, 1, 21, 22)
  const days = { kind: 'conference', startAt: midnight, endAt: midnight + 2 * DAY, wholeDays: true } as const
  const { from, to } = whenDropped(held(days, 34 * DAY), 0, zone)
  // Sunday 28 March has 23 hours.
  expect([clockAt(from), clockAt(to), to - from]).toEqual(['00:00', '00:00', 2 * DAY - HOUR])
  expect(whenDropped(held({ kind: 'inject', startAt }, 60 * DAY), 0, zone).from).toBe(startAt + 60 * DAY)
})
