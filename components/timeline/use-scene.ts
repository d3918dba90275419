import { useMemo, useState } from 'react'
import { spanOf } from '@/lib/timeline/axis/rules'
import { type Lane, type LanesBy, lanesOf } from '@/lib/timeline/lanes/rules'
import { type LaneRows, steadyScale } from '@/lib/timeline/rows/rules'
import type { DrawnSource } from '@/lib/timeline/rules'
import { placedId, rowsOf, type View } from '@/lib/timeline/scene/rules'
import type { Stop } from '@/lib/timeline/steps/rules'

export type SceneLane = { lane: Lane; rows: LaneRows; stops: Stop[] }

/** The lanes with their rows, made anew only where the zoom passes a step, and which of them are open. */
export function useScene(source: DrawnSource, by: LanesBy, { window, width }: View) {
  const [closed, setClosed] = useState<readonly string[]>([])
  const scale = steadyScale(width / spanOf(window))
  const lanes = useMemo(() => lanesOf(source, by), [source, by])
  // Teams all register and play at once: seventeen times the same would drown the rest of the mini-map.
  const items = useMemo(() => lanes.flatMap(lane => (lane.kind === 'team' ? [] : lane.items)), [lanes])
  const scene = useMemo(() => {
    const open = lanes.filter(lane => lane.parent === null || !closed.includes(lane.parent))
    return open.map((lane): SceneLane => {
      const rows = rowsOf(lane, scale)
      const stops = rows.placed.map(one => ({
        id: placedId(lane, one),
        startAt: one.startAt,
        endAt: one.endAt,
      }))
      return { lane, rows, stops: stops.sort((a, b) => a.startAt - b.startAt) }
    })
  }, [lanes, closed, scale])
  const toggle = (id: string) =>
    setClosed(now => (now.includes(id) ? now.filter(one => one !== id) : [...now, id]))
  return { scene, items, closed, toggle }
}
