import { expect, test } from 'vitest'
import { actualProblem } from './rules'

const now = Date.UTC(2027, 3, 20, 6)

test('what is over began, and ended no earlier than that', () => {
  expect(actualProblem({ beganAt: now - 2, endedAt: now - 1 }, now)).toBeNull()
  expect(actualProblem({ beganAt: now, endedAt: now }, now)).toBeNull()
  expect(actualProblem({ beganAt: null, endedAt: now }, now)).toEqual({
    field: 'began',
    reason: 'ended_without_beginning',
  })
  expect(actualProblem({ beganAt: now, endedAt: now - 1 }, now)?.reason).toBe('ended_before_it_began')
})

test('nothing is noted before it happens', () => {
  expect(actualProblem({ beganAt: now + 1, endedAt: null }, now)?.field).toBe('began')
  expect(actualProblem({ beganAt: now - 1, endedAt: now + 1 }, now)?.field).toBe('ended')
  expect(actualProblem({ beganAt: null, endedAt: null }, now)).toBeNull()
})
