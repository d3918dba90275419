import type { CheckedRow } from '@/lib/rosters/rows/rules'
import { part } from './schema'

export type RosterRow = Record<string, string | number>

/** Sound rows as they are sent: each part within what one action takes in rows and in bytes. */
export function partsOf(rows: readonly Pick<CheckedRow, 'line' | 'nominee'>[]): RosterRow[][] {
  const parts: RosterRow[][] = []
  let [open, bytes] = [[] as RosterRow[], 0]
  for (const { line, nominee } of rows) {
    const row = { ...nominee, line }
    const size = new TextEncoder().encode(JSON.stringify(row)).length
    if (open.length > 0 && (open.length === part.rows || bytes + size > part.bytes)) {
      parts.push(open)
      ;[open, bytes] = [[], 0]
    }
    open.push(row)
    bytes += size
  }
  return open.length > 0 ? [...parts, open] : parts
}
