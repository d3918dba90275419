import type { GraphIndex } from '@/lib/logic/graph/rules'
import { impliedTimes } from '@/lib/logic/times/rules'

/** Serials as people count: 3.2 before 3.12, whatever stands around the numbers. */
export function bySerial(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (const [n, part] of left.entries()) {
    const other = right[n]
    if (other === undefined) return 1
    const difference = Number(part) - Number(other)
    if (!Number.isNaN(difference) && difference !== 0) return difference
    if (Number.isNaN(difference) && part !== other) return part < other ? -1 : 1
  }
  return left.length - right.length
}

const parts = (text: string) => text.toLowerCase().match(/\d+|\D+/g) ?? []

/** When each inject is planned, in seconds from STARTEX; null where that is not known. */
export function plannedTimes(graph: GraphIndex): Map<string, number | null> {
  return new Map([...impliedTimes(graph)].map(([id, { at }]) => [id, at]))
}

/** The ids in the order of an MSEL: by time, what has none at the end, then by serial. */
export function inTime(
  injects: readonly { id: string; serial: string }[],
  times: ReadonlyMap<string, number | null>,
): string[] {
  // Infinity less itself is no number: what has no time stands behind every moment that can be planned.
  const timeOf = (id: string) => times.get(id) ?? Number.MAX_SAFE_INTEGER
  return injects
    .toSorted((a, b) => timeOf(a.id) - timeOf(b.id) || bySerial(a.serial, b.serial))
    .map(({ id }) => id)
}
