import { instantAt, spanOf, type Window, windowRound } from '@/lib/timeline/axis/rules'
import { whereIs } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import type { Stage } from './stage'

/** Halvings after which the nearest zoom is reached from the farthest. */
const STEPS = 24

/**
 * Goes to an item: as close as it takes for it to stand alone, no closer, and in the middle. Gives where it stands;
 * null where no lane shows it.
 */
export function flyTo(stage: Stage, item: number): Spot | null {
  const table = stage.content?.table
  if (!table) return null
  const [start = 0, end = 0] = [table.startAt[item], table.endAt[item]]
  const round = windowRound(start, end, stage.limits)
  for (let step = 0; step < STEPS; step++) {
    stage.move(now => {
      const span = Math.max(spanOf(now), Math.min(spanOf(round), end - start))
      return { from: start - span / 2, to: start + span / 2 }
    })
    const spot = whereIs(stage.lay(), item)
    const crowd = spot && stage.scene.lanes[spot.lane]?.laid.crowd[spot.place]
    const nearest = spanOf(stage.window) <= stage.limits.least
    if (!spot || crowd === 0 || nearest) {
      if (spot) stage.reveal(spot)
      return spot
    }
    stage.move(now => halved(now, start))
  }
  return null
}

function halved(window: Window, at: number): Window {
  const half = spanOf(window) / 4
  const middle = Number.isFinite(at) ? at : instantAt(window, 0.5)
  return { from: middle - half, to: middle + half }
}
