import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyPlan } from '@/lib/clashes/whole/plan.fixture'
import { clashesOf } from '@/lib/clashes/whole/rules'
import type { PlanTable } from '../plan/rules'
import { clashEffect, lookedAt, type Moving } from './rules'

type Row = { id: string; startAt: number; endAt: number | null }

/** A move of these rows by a time, as the engine tells it. */
function movingOf(rows: readonly (Row & { table: PlanTable })[], by: number): Moving {
  const touched = rows.map(({ table, id, startAt, endAt }) => {
    const span = (shift: number) => ({
      ...{ startAt: startAt + shift, endAt: endAt === null ? null : endAt + shift, adjusted: null },
    })
    return { item: { table, id }, from: span(0), to: span(by) }
  })
  return { exercise: null, touched }
}

it('what a move makes and mends is the difference of all clashes before and after', () => {
  const hours = fc.oneof(fc.constantFrom(24, 48, -24, 168), fc.integer({ min: -30, max: 30 }))
  fc.assert(
    fc.property(anyPlan, hours, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (plan, by, dice) => {
      const chosen = (): boolean => Number(dice.next().value ?? 0) > 0
      const shift = by * 3_600_000
      const moved = <R extends Row>(row: R): R => ({
        ...row,
        ...{ startAt: row.startAt + shift, endAt: row.endAt === null ? null : row.endAt + shift },
      })
      const shifts = plan.shifts.filter(chosen)
      const activities = plan.activities.filter(chosen)
      const phases = plan.phases.filter(chosen)
      const ids = new Set([...shifts, ...activities, ...phases].map(({ id }) => id))
      const put = <R extends Row>(rows: readonly R[]) => rows.map(row => (ids.has(row.id) ? moved(row) : row))
      const after = {
        ...plan,
        shifts: put(plan.shifts),
        activities: put(plan.activities),
        phases: put(plan.phases),
      }
      const moving = movingOf(
        [
          ...shifts.map(row => ({ ...row, table: 'Shift' as const })),
          ...activities.map(row => ({ ...row, table: 'Activity' as const })),
          ...phases.map(row => ({ ...row, table: 'Phase' as const })),
        ],
        shift,
      )
      const [before, now] = [clashesOf(plan), clashesOf(after)].map(all => new Set(all.map(({ key }) => key)))
      const looked = lookedAt(plan)
      // Tried and taken back: asked again, it says the same.
      clashEffect(looked, moving)
      const { made, mended } = clashEffect(looked, moving)
      const only = (some: Set<string> | undefined, others: Set<string> | undefined) =>
        [...(some ?? [])].filter(key => !others?.has(key)).sort()
      expect(made.map(({ key }) => key).sort()).toEqual(only(now, before))
      expect(mended.map(({ key }) => key).sort()).toEqual(only(before, now))
    }),
    { numRuns: 300 },
  )
})
