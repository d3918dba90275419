import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableOf } from '@/lib/timeline/columns/rules'
import { groupings, lanesOf, openLanes } from '@/lib/timeline/lanes/rules'
import { planOf } from '@/lib/timeline/plan.fixture'
import { Layouts, type Scene, sceneOf } from '@/lib/timeline/scene/rules'
import { DAY } from '@/lib/timeline/wall/rules'
import { entryOf, type Spot, type Step, stepFrom, timeOf } from './rules'

const sceneWith = (injects: number, by: (typeof groupings)[number], days: number): Scene => {
  const table = tableOf(planOf({ injects, shifts: injects, people: 6, seed: injects + 1 }).shapes)
  const open = openLanes(lanesOf(table, by), new Set())
  return sceneOf(open, 1200 / (days * DAY), new Layouts(table, []), 0)
}
const scenes = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...groupings), fc.constantFrom(500, 20, 1))
  .map(parts => sceneWith(...parts))
const marksOf = ({ lanes }: Scene, lane: number) => lanes[lane]?.laid.item.length ?? 0
const go = (scene: Scene, from: Spot, ...steps: Step[]) =>
  steps.reduce((spot, step) => stepFrom(scene, spot, step), from)

describe('the keyboard', () => {
  it('goes along a lane in order of time and stays at its ends', () => {
    const scene = sceneWith(20, 'kind', 500)
    const last = marksOf(scene, 0) - 1
    const start = { lane: 0, place: 0 }
    expect(last).toBeGreaterThan(2)
    expect(go(scene, start, 'next', 'next')).toEqual({ lane: 0, place: 2 })
    expect(go(scene, start, 'previous')).toEqual(start)
    expect(go(scene, start, 'last', 'next')).toEqual({ lane: 0, place: last })
    expect(go(scene, { lane: 0, place: last }, 'first')).toEqual(start)
  })

  it('goes to what is nearest in time in the next lane that has anything', () => {
    fc.assert(
      fc.property(scenes, scene => {
        const start = entryOf(scene, { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY })
        if (!start) throw new Error('nothing to stand on')
        const below = stepFrom(scene, start, 'down')
        for (let lane = start.lane + 1; lane < below.lane; lane++) expect(marksOf(scene, lane)).toBe(0)
        const here = timeOf(scene, start)
        const away = (spot: Spot) => {
          const { from, to } = timeOf(scene, spot)
          return Math.max(0, from - here.to, here.from - to)
        }
        for (let place = 0; place < marksOf(scene, below.lane); place++)
          expect(away({ lane: below.lane, place })).toBeGreaterThanOrEqual(away(below))
      }),
      { numRuns: 40 },
    )
  })

  it('reaches everything with arrows alone', () => {
    fc.assert(
      fc.property(scenes, scene => {
        const start = entryOf(scene, { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY })
        if (!start) throw new Error('nothing to stand on')
        const seen = new Map([[`${start.lane} ${start.place}`, start]])
        for (const spot of seen.values())
          for (const step of ['next', 'previous', 'up', 'down'] as const) {
            const next = stepFrom(scene, spot, step)
            seen.set(`${next.lane} ${next.place}`, next)
          }
        expect(seen.size).toBe(scene.lanes.reduce((sum, { laid }) => sum + laid.item.length, 0))
      }),
      { numRuns: 25 },
    )
  })

  it('enters at what is in sight', () => {
    const scene = sceneWith(20, 'kind', 500)
    const [from = 0] = scene.lanes[0]?.laid.from ?? []
    const entry = entryOf(scene, { from: from + 100 * DAY, to: from + 120 * DAY })
    expect(entry && timeOf(scene, entry).to).toBeGreaterThanOrEqual(from + 100 * DAY)
    expect(entryOf({ lanes: [], height: 0 }, { from: 0, to: 1 })).toBeNull()
  })
})
