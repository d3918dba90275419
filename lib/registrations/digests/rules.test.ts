import { expect, it } from 'vitest'
import { gather, gathering, isGathered, isStillTrue, namesPerWord } from './rules'

const person = (what: 'confirmed' | 'declined', n: number) => ({
  id: `${what}${n}`,
  name: `Expert ${n}`,
  what,
})

it('waits until the first news is ten minutes old, however much comes after it', () => {
  const first = Date.UTC(2027, 2, 20, 10)
  expect(isGathered(first, first + gathering - 1)).toBe(false)
  expect(isGathered(first, first + gathering)).toBe(true)
})

it('counts everybody, and names as many as a letter can carry', () => {
  const confirmed = Array.from({ length: 100 }, (_, n) => person('confirmed', n))
  const letter = gather([person('declined', 1), ...confirmed])
  expect(letter).toMatchObject({ total: 101, counts: { confirmed: 100, declined: 1 } })
  expect(Object.keys(letter.counts)).toEqual(['confirmed', 'declined'])
  expect(letter.people).toHaveLength(namesPerWord + 1)
  expect(gather([])).toEqual({ total: 0, counts: {}, people: [] })
})

it('does not tell what is no longer so', () => {
  expect(isStillTrue('confirmed', 'checked_in')).toBe(true)
  expect(isStillTrue('confirmed', 'withdrawn')).toBe(false)
  expect(isStillTrue('came_in', 'endorsed')).toBe(true)
  expect(isStillTrue('came_in', 'confirmed')).toBe(false)
})
