import { shareOf, spanOf, type Window } from '@/lib/timeline/axis/rules'
import { type Body, type Label, placeLabels } from '@/lib/timeline/labels/rules'
import type { Lane } from '@/lib/timeline/lanes/rules'
import {
  bodyOf,
  CROWD,
  holdsLabel,
  type LaneRows,
  layLane,
  type Placed,
  steadyScale,
} from '@/lib/timeline/rows/rules'

/** What a painter needs to know of one thing: where it is, in pixels from the left edge, and its label. */
export type Drawn = { id: string; placed: Placed; left: number; right: number; label: Label | null }

/** A crowd's address: its lane and first start; crowds of another scale have others. */
export function placedId(lane: Lane, placed: Placed): string {
  return placed.crowd ? `crowd:${lane.id}:${placed.startAt}` : placed.item.id
}

/** The rows of a lane; a team's registration and play share its one row. */
export function rowsOf(lane: Lane, scale: number): LaneRows {
  if (lane.kind !== 'team') return layLane(lane.items, steadyScale(scale))
  const placed = lane.items.map(
    (item): Placed => ({ crowd: false, item, startAt: item.startAt, endAt: item.endAt, row: 0 }),
  )
  return { placed, count: 1 }
}

export type View = { window: Window; width: number }

/**
 * What is seen of a lane through a window, `width` pixels wide; `keep` is drawn although out of sight (it has the
 * focus). `labelOf` says what is written beside an item. In order of time, as it is read aloud.
 */
export function drawLane(
  lane: Lane,
  { placed, count }: LaneRows,
  { window, width }: View,
  labelOf: (id: string, label: string) => string,
  keep: string | null = null,
): Drawn[] {
  const scale = width / spanOf(window)
  const rows = Array.from({ length: count }, (_, row) => {
    const there = placed
      .filter(one => one.row === row)
      .map(one => ({
        ...drawOne(lane, one, scale, shareOf(window, one.startAt) * width, labelOf),
        placed: one,
      }))
      .sort((a, b) => a.left - b.left)
    const labels = placeLabels(there, width)
    return there
      .map(({ id, placed: one, left, right }, index) => ({
        id,
        placed: one,
        left,
        right,
        label: labels[index] ?? null,
      }))
      .filter(({ id, left, right }) => (right >= 0 && left <= width) || id === keep)
  })
  return rows.flat().sort((a, b) => a.placed.startAt - b.placed.startAt)
}

function drawOne(
  lane: Lane,
  placed: Placed,
  scale: number,
  start: number,
  labelOf: (id: string, label: string) => string,
): Body & { id: string } {
  const id = placedId(lane, placed)
  if (placed.crowd) return { id, left: start, right: start + CROWD, label: '', inside: false }
  const { item } = placed
  const { left, right } = bodyOf(item, scale)
  const inside = item.tone !== 'team' && holdsLabel(item, scale)
  return { id, left: start + left, right: start + right, label: labelOf(id, item.label), inside }
}
