import type { Window } from '@/lib/timeline/axis/rules'
import type { Scene } from '@/lib/timeline/scene/rules'

/** What the keyboard stops at: a mark of a lane, both by their places. */
export type Spot = { lane: number; place: number }
export type Step = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last'

/**
 * Where the keyboard goes from a spot: along its lane in order of time, or to what is nearest in time in the next lane
 * that has anything. Stays at the ends.
 */
export function stepFrom(scene: Scene, spot: Spot, step: Step): Spot {
  const last = marksOf(scene, spot.lane) - 1
  if (step === 'up' || step === 'down') return besideOf(scene, spot, step === 'up' ? -1 : 1)
  const along = {
    first: 0,
    last,
    next: Math.min(last, spot.place + 1),
    previous: Math.max(0, spot.place - 1),
  }
  return { lane: spot.lane, place: along[step] }
}

const marksOf = ({ lanes }: Scene, lane: number) => lanes[lane]?.laid.item.length ?? 0

function besideOf(scene: Scene, spot: Spot, by: number): Spot {
  for (let lane = spot.lane + by; lane >= 0 && lane < scene.lanes.length; lane += by)
    if (marksOf(scene, lane) > 0) return { lane, place: nearest(scene, lane, timeOf(scene, spot)) }
  return spot
}

/** From when to when a mark is drawn. */
export function timeOf({ lanes }: Scene, { lane, place }: Spot): Window {
  const laid = lanes[lane]?.laid
  return { from: laid?.from[place] ?? 0, to: laid?.to[place] ?? 0 }
}

function nearest(scene: Scene, lane: number, to: Window): number {
  let [best, least, leastApart] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let place = 0; place < marksOf(scene, lane); place++) {
    const mark = timeOf(scene, { lane, place })
    const away = Math.max(0, mark.from - to.to, to.from - mark.to)
    const apart = Math.abs(mark.from - to.from)
    if (away < least || (away === least && apart < leastApart))
      [best, least, leastApart] = [place, away, apart]
  }
  return best
}

/** Where the keyboard enters: the first mark in sight, else the first of all. Null where there is none. */
export function entryOf(scene: Scene, window: Window): Spot | null {
  let first: Spot | null = null
  for (const [lane, { laid }] of scene.lanes.entries()) {
    for (let place = 0; place < laid.item.length; place++) {
      first ??= { lane, place }
      const { from, to } = timeOf(scene, { lane, place })
      if (to >= window.from && from <= window.to) return { lane, place }
    }
  }
  return first
}
