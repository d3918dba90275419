import type { MovableKind, MovedItem, Operation } from '@/lib/moves/schema'
import { itemKinds, MOVABLE, PINNED, type Table, type Words } from '@/lib/timeline/columns/rules'
import type { Mark } from '@/lib/timeline/marks/rules'
import { snapBy } from '@/lib/timeline/snap/rules'
import { DAY, dayOf, startOfDay } from '@/lib/timeline/wall/rules'
import type { Stage } from './stage'

export type Grip = 'whole' | 'start' | 'end'

/** What is in the hand: items (the first is the one that was taken), by which grip, and how far they have come, in ms. */
export type Held = { items: readonly number[]; grip: Grip; by: number }

const GRIP = 7

/** Whether the viewer may move an item: it has a time of its own and is theirs to change. */
export function isMovable({ flags }: Table, item: number): boolean {
  const wanted = MOVABLE | PINNED
  return ((flags[item] ?? 0) & wanted) === wanted
}

/** By what a mark is held at a point: near an end of what is long enough by that end. */
export function gripOf({ left, right }: Mark, x: number, table: Table, item: number): Grip {
  const long = right - left >= 4 * GRIP && (table.endAt[item] ?? 0) > (table.startAt[item] ?? 0)
  if (long && x - left < GRIP) return 'start'
  return long && right - x < GRIP ? 'end' : 'whole'
}

/** What is selected and may be moved, the item that was taken first; nothing where that may not. */
export function heldItems(stage: Stage, item: number): number[] {
  const { content } = stage
  if (!content || !isMovable(content.table, item)) return []
  const others = [...content.selected].filter(one => one !== item && isMovable(content.table, one))
  return [item, ...others]
}

/** So far from its place, drawn to what matters nearby; `free` where the person wants none of that. */
export function snapped(stage: Stage, { items, grip }: Held, by: number, free: boolean): number {
  const [item] = items
  const { content, view } = stage
  if (!content || item === undefined) return by
  const { table, zones } = content
  const [start = 0, end = 0] = [table.startAt[item], table.endAt[item]]
  const ends = grip === 'whole' ? [start + by, end + by] : [(grip === 'start' ? start : end) + by]
  const moved = free ? by : by + snapBy(ends, targetsOf(stage, items), view, zones.home)
  // A bar is never turned inside out.
  if (grip === 'start') return Math.min(moved, end - start)
  return grip === 'end' ? Math.max(moved, start - end) : moved
}

/** Ends of what else is in sight, STARTEX, ENDEX, and midnights at home. */
function targetsOf(stage: Stage, items: readonly number[]): number[] {
  const { content, picture, window } = stage
  if (!content || !picture) return []
  const { table, zones, moments } = content
  const others = picture.marks.filter(({ crowd, item }) => crowd === 0 && !items.includes(item))
  const ends = others.flatMap(({ item }) => [table.startAt[item] ?? 0, table.endAt[item] ?? 0])
  const [first, last] = [dayOf(zones.home, window.from), dayOf(zones.home, window.to)]
  const days = (window.to - window.from) / DAY > 60 ? 0 : last - first + 1
  const midnights = Array.from({ length: days }, (_, day) => startOfDay(zones.home, first + day))
  return [moments.startexAt, moments.endexAt, ...midnights, ...ends]
}

/** When what is held would be. */
export function whenHeld({ startAt, endAt }: Table, { items, grip, by }: Held): { from: number; to: number } {
  const item = items[0] ?? 0
  const [from = 0, to = 0] = [startAt[item], endAt[item]]
  return { from: grip === 'end' ? from : from + by, to: grip === 'start' ? to : to + by }
}

/** What a drop asks for; null where nothing would move. */
export function operationOf(table: Table, said: Words, held: Held): Operation | null {
  const items = held.items.flatMap(item => movedItem(table, said, item))
  const [first] = items
  if (!first || Math.round(held.by / 1000) === 0) return null
  const { from, to } = whenHeld(table, held)
  if (held.grip !== 'whole')
    return { kind: 'edge', item: first, edge: held.grip, at: held.grip === 'start' ? from : to }
  const bySeconds = Math.round(held.by / 1000)
  // Whole days keep the time on the wall; all else lands exactly where it was dropped.
  const days = (bySeconds * 1000) % DAY === 0
  return { kind: 'items', items, bySeconds, ...(days ? {} : { pinTo: from }) }
}

/** The same once more, so much later. */
export function duplicateOf(table: Table, said: Words, held: Held): Operation | null {
  const items = held.items.flatMap(item => movedItem(table, said, item))
  return items.length === 0 ? null : { kind: 'duplicate', items, bySeconds: Math.round(held.by / 1000) }
}

function movedItem({ kind }: Table, { id }: Words, item: number): MovedItem[] {
  const [name, own] = [itemKinds[kind[item] ?? 0], id[item]]
  const moved: MovableKind = name === 'phase' || name === 'inject' || name === 'shift' ? name : 'activity'
  return own === undefined ? [] : [{ kind: moved, id: own }]
}
