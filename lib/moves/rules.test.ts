import { expect, it } from 'vitest'
import { DAY, dday, frame, HOUR, ids, item, planOf, tTime } from './plan.fixture'
import { outcomeOf } from './rules'
import { inRange } from './shifting/rules'

const now = Date.UTC(2026, 0, 1)

it('an edge moves one end, and never past the other', () => {
  const plan = planOf([
    item('Phase', 1, { start: dday(0, null), end: dday(2, null) }),
    item('Shift', 2, { start: tTime(0), durationSeconds: 8 * HOUR }),
    item('Activity', 3, { start: dday(0, null), days: 2 }),
  ])
  const edge = (kind: 'phase' | 'shift' | 'activity', n: number, which: 'start' | 'end', hours: number) =>
    outcomeOf(
      plan,
      { kind: 'edge', item: { kind, id: ids(n) }, edge: which, at: frame.startexAt + hours * HOUR * 1000 },
      now,
    )
  // Midnight at home is fifteen hours after STARTEX.
  expect(edge('phase', 1, 'end', 15).moved).toMatchObject([{ start: dday(0, null), end: dday(0, null) }])
  expect(edge('shift', 2, 'start', 2).moved).toMatchObject([
    { start: tTime(2 * HOUR), durationSeconds: 6 * HOUR },
  ])
  expect(edge('shift', 2, 'end', 9).moved).toMatchObject([{ start: tTime(0), durationSeconds: 9 * HOUR }])
  expect(edge('activity', 3, 'end', 15 + 48).moved).toMatchObject([{ days: 3 }])
  expect(edge('shift', 2, 'end', -1).problem).toBe('end_before_start')
  expect(edge('phase', 1, 'end', -48).problem).toBe('end_before_start')
})

it('nothing is moved to where the database cannot follow', () => {
  const plan = planOf([item('Activity', 1, { start: dday(3600) })])
  const { moved, problem } = outcomeOf(
    plan,
    { kind: 'items', items: [{ kind: 'activity', id: ids(1) }], bySeconds: 90 * DAY },
    now,
  )
  expect(problem).toBe('out_of_range')
  expect(moved.every(({ start }) => start && inRange(start))).toBe(false)
})
