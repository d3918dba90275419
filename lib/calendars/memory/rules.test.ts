import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '@/lib/time-calendar'
import type { CalendarEntry } from '../rules'
import { type Said, tell } from './rules'

const now = Date.UTC(2027, 0, 1)
const entry = (id: string, title: string): CalendarEntry => ({
  ...{ id, title, description: '', place: '', link: '', startAt: now, endAt: null },
  ...{ wholeDays: false, timeZone: 'Asia/Kathmandu', busy: true, confidential: false },
})
const print = (one: CalendarEntry) => one.title
const short = ({ id, sequence, cancelled }: Said) => `${id} ${sequence}${cancelled ? ' off' : ''}`

test('what has not changed keeps its number, what has gets the next', () => {
  const first = tell([], [entry('a', 'IPC'), entry('b', 'MPC')], print, now)
  expect(first.said.map(short)).toEqual(['a 0', 'b 0'])
  const later = tell(first.said, [entry('a', 'IPC'), entry('b', 'FPC')], print, now + 5)
  expect(later.said.map(short)).toEqual(['a 0', 'b 1'])
  expect(later.told.map(one => one.changedAt)).toEqual([now, now + 5])
})

test('what is gone is cancelled for ninety days, with its times and title', () => {
  const first = tell([], [entry('a', 'IPC')], print, now)
  const off = tell(first.said, [], print, now + 1)
  expect(off.told).toMatchObject([{ id: 'a', title: 'IPC', startAt: now, sequence: 1, cancelled: true }])
  const later = tell(off.said, [], print, now + 89 * DAY)
  expect(later.said).toEqual(off.said)
  expect(tell(later.said, [], print, now + 1 + 90 * DAY).told).toEqual([])
})

test('what comes back goes on counting', () => {
  const first = tell([], [entry('a', 'IPC')], print, now)
  const off = tell(first.said, [], print, now)
  expect(tell(off.said, [entry('a', 'IPC')], print, now).said.map(short)).toEqual(['a 2'])
})

test('through any history no number falls, and asking again changes nothing', () => {
  const plans = fc.array(
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('IPC', 'MPC', 'FPC'), {
      noNullPrototype: true,
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(plans, history => {
      let said: Said[] = []
      for (const [at, plan] of history.entries()) {
        const entries = Object.entries(plan).map(([id, title]) => entry(id, title))
        const next = tell(said, entries, print, now + at)
        for (const was of said) {
          const is = next.said.find(one => one.id === was.id)
          expect(is?.sequence).toBeGreaterThanOrEqual(was.sequence)
          const same = is?.print === was.print && is.cancelled === was.cancelled
          expect(is?.sequence === was.sequence).toBe(same)
        }
        expect(tell(next.said, entries, print, now + at + 1).said).toEqual(next.said)
        expect(next.told.filter(one => !one.cancelled).map(one => one.id)).toEqual(entries.map(one => one.id))
        said = next.said
      }
    }),
  )
})
