import { expect, it } from 'vitest'
import { dueDates } from './rules'

it('needs go thirty days after ENDEX, names after the exercise’s own time, and both move with STARTEX', () => {
  const DAY = 86_400_000
  const startexAt = Date.UTC(2027, 3, 20, 6)
  const exercise = { startexAt, endexOffset: 3 * 86_400, retentionDays: 365 }
  expect(dueDates(exercise)).toEqual({ needs: startexAt + 33 * DAY, identities: startexAt + 368 * DAY })
  expect(dueDates({ ...exercise, startexAt: startexAt + DAY, retentionDays: 30 })).toEqual({
    needs: startexAt + 34 * DAY,
    identities: startexAt + 34 * DAY,
  })
})
