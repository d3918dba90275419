import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someItems } from '@/lib/timeline/columns/columns.fixture'
import type { TimelineItem } from '@/lib/timeline/columns/rules'
import { presentAt, windowAround } from './rules'

const MINUTE = 60_000
const base = fc.sample(
  someItems.filter(items => items.length > 0),
  { numRuns: 1, seed: 3 },
)[0]?.[0]

function item(given: Partial<TimelineItem>): TimelineItem {
  if (!base) throw new Error('no item')
  return { ...base, kind: 'inject', startAt: 0, endAt: null, beganAt: null, endedAt: null, ...given }
}
const ids = (items: readonly TimelineItem[]) => items.map(({ id }) => id)

test('what lasts is going on from its start to just before its end, a moment for five minutes', () => {
  const items = [item({ id: 'hour', endAt: 60 * MINUTE }), item({ id: 'moment' })]
  const running = (now: number) => ids(presentAt(items, now, 9).running)
  expect(running(-1)).toEqual([])
  expect(running(0)).toEqual(['moment', 'hour'])
  expect(running(5 * MINUTE)).toEqual(['hour'])
  expect(running(60 * MINUTE)).toEqual([])
})

test('what really happened counts before what was planned', () => {
  const late = item({ id: 'late', startAt: 0, endAt: 10, beganAt: 20 })
  const early = item({ id: 'early', startAt: 0, endAt: 100, beganAt: 0, endedAt: 40 })
  expect(ids(presentAt([late, early], 30, 9).running)).toEqual(['late', 'early'])
  expect(ids(presentAt([late, early], 40, 9).running)).toEqual(['late'])
})

test('a long list is cut, and says how many there are; phases stand apart', () => {
  const many = Array.from({ length: 7 }, (_, n) => item({ id: `n${n}`, startAt: (n + 1) * MINUTE }))
  const found = presentAt([...many, item({ id: 'play', kind: 'phase', endAt: MINUTE })], 0, 3)
  expect(ids(found.phases)).toEqual(['play'])
  expect(ids(found.next)).toEqual(['n0', 'n1', 'n2'])
  expect(found.todayCount).toBe(7)
})

test('nothing stands twice, and nothing that is over stands at all', () => {
  fc.assert(
    fc.property(someItems, fc.integer({ min: -2e9, max: 2e9 }), (items, now) => {
      const { phases, running, next } = presentAt(
        items.toSorted((a, b) => a.startAt - b.startAt),
        now,
        99,
      )
      const shown = ids([...phases, ...running, ...next])
      expect(new Set(shown).size).toBe(shown.length)
      for (const { endedAt } of [...phases, ...running]) expect(endedAt === null || endedAt > now).toBe(true)
    }),
  )
})

test('a board that follows now shows hours while it is played and weeks before, or as much as somebody chose', () => {
  const DAY = 1440 * MINUTE
  const play = { startexAt: 100 * DAY, endexAt: 104 * DAY }
  const span = (now: number, chosen: number | null = null) => {
    const { from, to } = windowAround(now, play, chosen)
    expect(from).toBe(now - (to - from) / 4)
    return (to - from) / DAY
  }
  expect([0, 99.5 * DAY, 103.9 * DAY, 104 * DAY].map(now => span(now))).toEqual([28, 1 / 3, 1 / 3, 28])
  expect(span(0, 2 * DAY)).toBe(2)
})
