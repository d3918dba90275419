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

/** A limit on places as far as it is not taken: of the whole delegation, of a role or of a site. */
export type Places = { roleId: string | null; siteId: string | null; left: number; name: string }

/** The sound rows that find no place if all are submitted in the order of the file, each with the limit that is met. */
export function placelessRows(
  rows: readonly Pick<CheckedRow, 'line' | 'nominee' | 'problems'>[],
  places: readonly Places[],
): { line: number; scope: 'whole' | 'role' | 'site'; name: string }[] {
  const limits = places.map(limit => ({ ...limit }))
  return rows.flatMap(({ line, nominee, problems }) => {
    if (problems.length > 0) return []
    const own = limits.filter(
      ({ roleId, siteId }) =>
        (roleId === null || roleId === nominee.roleId) && (siteId === null || siteId === nominee.siteId),
    )
    const full = own.find(({ left }) => left < 1)
    if (full) {
      const scope = full.roleId !== null ? 'role' : full.siteId !== null ? 'site' : 'whole'
      return [{ line, scope, name: full.name }]
    }
    for (const limit of own) limit.left -= 1
    return []
  })
}
