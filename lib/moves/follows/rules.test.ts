import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impliedTimes, isTooEarly } from '@/lib/logic/times/rules'
import type { PlanIndex } from '../plan/rules'
import { DAY, frame, HOUR, ids, item, movedPlan, planOf, tTime, waitsFor } from '../plan.fixture'
import { outcomeOf } from '../rules'
import type { Operation } from '../schema'
import { toldOf } from '../telling/rules'
import { graphOfPlan, logicOf } from './rules'

const now = Date.UTC(2026, 0, 1)

describe('what follows by itself', () => {
  it('is what waits for the moved, and the logic is left as it was', () => {
    const plan = planOf(
      [
        item('Inject', 1, { start: tTime(0) }),
        item('Inject', 2),
        item('Inject', 3),
        item('Inject', 4, { start: tTime(DAY) }),
        item('Inject', 5),
      ],
      [
        waitsFor(ids(2), ids(1)),
        waitsFor(ids(3), ids(2)),
        waitsFor(ids(4), ids(2)),
        waitsFor(ids(5), ids(4)),
      ],
    )
    const logic = logicOf(plan)
    const drag: Operation = { kind: 'items', items: [{ kind: 'inject', id: ids(1) }], bySeconds: HOUR }
    const first = toldOf(plan, logic, drag, now)
    expect(
      first.telling.follows.rows.map(({ id, to }) => [id, ((to?.startAt ?? 0) - frame.startexAt) / 1000]),
    ).toEqual([
      [ids(2), HOUR + 600],
      [ids(3), HOUR + 1200],
    ])
    expect(toldOf(plan, logic, drag, now)).toEqual(first)
    const waiting: Operation = { kind: 'items', items: [{ kind: 'inject', id: ids(2) }], bySeconds: HOUR }
    expect(outcomeOf(plan, waiting, now)).toMatchObject({
      problem: 'nothing_moves',
      stays: [{ why: 'waits' }],
    })
  })
})

describe('injects and what they wait for', () => {
  const any = fc.record({
    starts: fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 10 }),
    waits: fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 0, max: 5 })), { maxLength: 12 }),
    moves: fc.uniqueArray(fc.nat(9), { maxLength: 5 }),
    hours: fc.integer({ min: -60, max: 60 }),
  })

  it('go, and are too early, as the logic says of the whole plan before and after', () => {
    fc.assert(
      fc.property(any, ({ starts, waits, moves, hours }) => {
        fc.pre(hours !== 0)
        const items = starts.map((start, n) =>
          item('Inject', n, { start: start === null ? null : tTime(start * HOUR) }),
        )
        const plan = planOf(
          items,
          waits.map(([who, after, delay]) => waitsFor(ids(who), ids(after), delay * HOUR)),
        )
        const pointed = moves.filter(n => (starts[n] ?? null) !== null)
        const drag: Operation = {
          ...{ kind: 'items', items: pointed.map(n => ({ kind: 'inject', id: ids(n) })) },
          bySeconds: hours * HOUR,
        }
        const { outcome, telling, follows } = toldOf(plan, logicOf(plan), drag, now)
        const [before, after] = [plan, movedPlan(plan, outcome)].map(plainly)
        expect(follows.map(({ item: { id }, to }) => [id, to?.startAt]).sort()).toEqual(
          items
            .filter(({ id, start }) => start === null && before?.at(id) !== after?.at(id))
            .map(({ id }) => [id, after?.at(id)])
            .sort(),
        )
        const only = (some: readonly string[] = [], others: readonly string[] = []) =>
          some.filter(id => !others.includes(id)).sort()
        const early = (rows: { rows: { id: string }[] }) => rows.rows.map(({ id }) => id).sort()
        expect(early(telling.early.made)).toEqual(only(after?.early, before?.early))
        expect(early(telling.early.mended)).toEqual(only(before?.early, after?.early))
      }),
    )
  })
})

function plainly(plan: PlanIndex) {
  const graph = graphOfPlan(plan, plan.frame)
  const times = impliedTimes(graph)
  const at = (id: string) => {
    const seconds = times.get(id)?.at ?? null
    return seconds === null ? undefined : plan.frame.startexAt + seconds * 1000
  }
  const early = [...graph.nodes()].filter(node => isTooEarly(node, times.get(node.id))).map(({ id }) => id)
  return { at, early }
}
