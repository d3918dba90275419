import fc from 'fast-check'
import { expect, it } from 'vitest'
import { resolveMoment } from '@/lib/time'
import { logicOf } from '../follows/rules'
import type { PlanIndex } from '../plan/rules'
import { anyPlan, DAY, movedPlan, slide } from '../plan.fixture'
import { toldOf } from '../telling/rules'

const now = Date.UTC(2026, 0, 1)

/** When each row begins, by nothing but its own moment. */
const begins = (plan: PlanIndex) =>
  new Map(plan.items.map(one => [one.name, one.start && resolveMoment(one.start, plan.frame).at]))

it('says of any slide what is at another time, and how many, as the plan says before and after', () => {
  fc.assert(
    fc.property(anyPlan, fc.integer({ min: -30, max: 30 }), fc.boolean(), (plan, days, withPinned) => {
      fc.pre(days !== 0)
      const logic = logicOf(plan)
      const { outcome, telling, touched } = toldOf(plan, logic, slide(days * DAY, withPinned), now)
      const [before, after] = [begins(plan), begins(movedPlan(plan, outcome))]
      const changed = plan.items.filter(({ name }) => before.get(name) !== after.get(name))
      const said = touched.map(({ item: { name }, from, to }) => [name, from?.startAt, to?.startAt])
      expect(said.sort()).toEqual(changed.map(({ name }) => [name, before.get(name), after.get(name)]).sort())
      const counts = new Map<string, number>()
      for (const { table } of changed) counts.set(table, (counts.get(table) ?? 0) + 1)
      expect(new Map(telling.counts.map(({ table, count }) => [table, count]))).toEqual(counts)
      // Kept between previews: what is known of the plan says the same when it is asked again.
      expect(toldOf(plan, logic, slide(days * DAY, withPinned), now).telling).toEqual(telling)
    }),
  )
})
