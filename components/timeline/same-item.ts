import type { Table, Words } from '@/lib/timeline/columns/rules'
import { keyOf } from './names'

/** The items at one time. Their places shift with every change of the plan; what stays is the key: kind and id. */
export type Items = { table: Table; said: Words | null; places: ReadonlyMap<string, number> }

/** An item by its place in the items as they were. */
export type Placed = { item: number; of: Items }

/** The key of an item; null until the words have come. */
export function keyIn({ table, said }: Items, item: number): string | null {
  const id = said?.id[item]
  return id === undefined ? null : keyOf(table.kind[item] ?? 0, id)
}

/** The place of the same item now; null where it is gone. */
export function itemNow({ item, of }: Placed, now: Items): number | null {
  if (of.table === now.table) return item
  const key = keyIn(of, item)
  return key === null ? null : (now.places.get(key) ?? null)
}

/** The same with the item's place as it is now; null where it is gone. */
export function carried<One extends Placed>(one: One | null, now: Items | null): One | null {
  if (!one || !now || one.of === now) return one
  const item = itemNow(one, now)
  return item === null ? null : { ...one, item, of: now }
}
