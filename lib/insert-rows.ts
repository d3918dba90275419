import type { Tx } from './db'

/** Rows of one statement: some megabytes of JSON at most. */
const atOnce = 2000

/**
 * Writes many rows of a table, all with the same columns; a row may name one that comes later. Postgres reads them from
 * JSON: as parameters, ten thousand injects are forty statements of thirty thousand values each and three times the time.
 */
export async function insertRows(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map(column => `"${column}"`)
    .join(', ')
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      JSON.stringify(rows.slice(from, from + atOnce)),
    )
}
