import type { MovableKind, MovedItem, Operation } from '@/lib/moves/schema'
import { itemKinds, MOVABLE, PINNED, type Table, WHOLE_DAYS } from '@/lib/timeline/columns/rules'
import type { Mark } from '@/lib/timeline/marks/rules'
import { byDays, snapBy } from '@/lib/timeline/snap/rules'
import { DAY, dayOf, daysLater, startOfDay, type WallZone } from '@/lib/timeline/wall/rules'
import { type Items, itemNow } from './same-item'
import type { Stage } from './stage'

export type Grip = 'whole' | 'start' | 'end'

/** Items in the hand, the first is the one that was taken: those of the plan as it was then, whatever changes since. */
export type Taken = { of: Items; items: readonly number[] }

/** What is taken by which grip, and how far it has come, in ms. */
export type Held = Taken & { grip: Grip; by: number }

const GRIP = 7

/** Whether the viewer may move an item: it has a time of its own and is theirs to change. */
export function isMovable({ flags }: Table, item: number): boolean {
  const wanted = MOVABLE | PINNED
  return ((flags[item] ?? 0) & wanted) === wanted
}

/** Whether an item has two ends to pull at. */
export const isLong = ({ startAt, endAt }: Table, item: number): boolean =>
  (endAt[item] ?? 0) > (startAt[item] ?? 0)

/** By what a mark is held at a point: near an end of what is long enough by that end. */
export function gripOf({ left, right, item }: Mark, x: number, table: Table): Grip {
  const long = right - left >= 4 * GRIP && isLong(table, item)
  if (long && x - left < GRIP) return 'start'
  return long && right - x < GRIP ? 'end' : 'whole'
}

/** What is selected and may be moved, the item that was taken first; null where that may not. */
export function takenWith(stage: Stage, item: number): Taken | null {
  const { content: of } = stage
  if (!of || !isMovable(of.table, item)) return null
  const others = [...of.selected].filter(one => one !== item && isMovable(of.table, one))
  return { of, items: [item, ...others] }
}

/** So far from its place, drawn to what matters nearby; `free` where the person wants none of that. */
export function snapped(stage: Stage, held: Held, by: number, free: boolean): number {
  const { items, of, grip } = held
  const [item] = items
  const { content, view } = stage
  if (!content || item === undefined) return by
  const days = free || grip !== 'whole' ? null : byDays(by, view)
  if (days !== null) return days
  const [start = 0, end = 0] = [of.table.startAt[item], of.table.endAt[item]]
  const ends = grip === 'whole' ? [start + by, end + by] : [(grip === 'start' ? start : end) + by]
  const moved = free ? by : by + snapBy(ends, targetsOf(stage, held), view, content.zones.home)
  // A bar is never turned inside out.
  if (grip === 'start') return Math.min(moved, end - start)
  return grip === 'end' ? Math.max(moved, start - end) : moved
}

/** Ends of what else is in sight, STARTEX, ENDEX, and midnights at home. */
function targetsOf(stage: Stage, { items, of }: Taken): number[] {
  const { content, picture, window } = stage
  if (!content || !picture) return []
  const { table, zones, moments } = content
  const own = new Set(items.map(item => itemNow({ item, of }, content)))
  const others = picture.marks.filter(({ crowd, item }) => crowd === 0 && !own.has(item))
  const ends = others.flatMap(({ item }) => [table.startAt[item] ?? 0, table.endAt[item] ?? 0])
  const [first, last] = [dayOf(zones.home, window.from), dayOf(zones.home, window.to)]
  const days = (window.to - window.from) / DAY > 60 ? 0 : last - first + 1
  const midnights = Array.from({ length: days }, (_, day) => startOfDay(zones.home, first + day))
  return [moments.startexAt, moments.endexAt, ...midnights, ...ends]
}

/** When one of what is held would be. */
function whenHeld(
  { of, grip, by }: Pick<Held, 'of' | 'grip' | 'by'>,
  item: number,
): { from: number; to: number } {
  const [from = 0, to = 0] = [of.table.startAt[item], of.table.endAt[item]]
  return { from: grip === 'end' ? from : from + by, to: grip === 'start' ? to : to + by }
}

/** The same once it is dropped: what is planned by the calendar keeps its time on the wall over whole days. */
export function whenDropped(held: Held, item: number, home: WallZone): { from: number; to: number } {
  const { of, by } = held
  const kind = itemKinds[of.table.kind[item] ?? 0]
  if (!isByDays(held) || kind === 'inject' || kind === 'shift') return whenHeld(held, item)
  const [start = 0, end = 0] = [of.table.startAt[item], of.table.endAt[item]]
  const from = daysLater(home, start, by)
  const days = kind === 'phase' || ((of.table.flags[item] ?? 0) & WHOLE_DAYS) !== 0
  return { from, to: days ? daysLater(home, end, by) : from + end - start }
}

const secondsOf = ({ by }: Pick<Held, 'by'>) => Math.round(by / 1000)
const isByDays = (held: Held) => held.grip === 'whole' && (secondsOf(held) * 1000) % DAY === 0

/** What a drop asks for; null where nothing would move. */
export function operationOf(held: Held): Operation | null {
  const items = movedItems(held)
  const [first] = items
  const bySeconds = secondsOf(held)
  if (!first || bySeconds === 0) return null
  const { from, to } = whenHeld(held, held.items[0] ?? 0)
  if (held.grip !== 'whole')
    return { kind: 'edge', item: first, edge: held.grip, at: held.grip === 'start' ? from : to }
  // Whole days keep the time on the wall; all else lands exactly where it was dropped.
  return { kind: 'items', items, bySeconds, ...(isByDays(held) ? {} : { pinTo: from }) }
}

/** The same once more, so much later. */
export function duplicateOf(held: Held): Operation | null {
  const items = movedItems(held)
  return items.length === 0 ? null : { kind: 'duplicate', items, bySeconds: secondsOf(held) }
}

function movedItems({ of: { table, said }, items }: Taken): MovedItem[] {
  return items.flatMap((item): MovedItem[] => {
    const [name, id] = [itemKinds[table.kind[item] ?? 0], said?.id[item]]
    const kind: MovableKind = name === 'phase' || name === 'inject' || name === 'shift' ? name : 'activity'
    return id === undefined ? [] : [{ kind, id }]
  })
}
