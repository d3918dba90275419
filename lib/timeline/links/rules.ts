import type { Table } from '@/lib/timeline/columns/rules'
import type { Mark } from '@/lib/timeline/marks/rules'
import type { Curve } from '@/lib/timeline/picture/rules'
import { ROW } from '@/lib/timeline/scene/rules'

/** Beyond these a picture of links is only grey. */
const MOST = 600

/**
 * Curves from what comes first to what waits for it, as far as both are drawn. `all` for every one in sight, else those
 * of `chosen`.
 */
export function curvesOf(
  marks: readonly Mark[],
  { links }: Pick<Table, 'links'>,
  all: boolean,
  chosen: ReadonlySet<number>,
): Curve[] {
  if (!all && chosen.size === 0) return []
  const drawn = new Map<number, Mark>()
  for (const mark of marks) if (mark.crowd === 0 && !drawn.has(mark.item)) drawn.set(mark.item, mark)
  const curves: Curve[] = []
  for (const [item, after] of links) {
    const strong = chosen.has(item) || chosen.has(after)
    if (!all && !strong) continue
    const [from, to] = [drawn.get(after), drawn.get(item)]
    if (!from || !to) continue
    const middle = ROW / 2
    curves.push({ from: [from.right, from.top + middle], to: [to.left, to.top + middle], strong })
    if (curves.length === MOST) break
  }
  return curves
}
