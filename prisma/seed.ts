import connect, { type TransactionSql } from 'postgres'
import { copyRows } from './demo/copy'
import { demoWorld } from './demo/demo-world'

/** How many rows went into each table. */
export type SeedCounts = Record<string, number>

/**
 * Fills an empty database with the demo. One transaction: a start that is killed in between leaves it empty, and the
 * next one seeds again. Refuses a database in which anybody has begun anything.
 * @param today the day all dates are relative to, YYYY-MM-DD; the same day gives the same rows, ids included
 */
export async function seed(databaseUrl: string, { today }: { today: string }): Promise<SeedCounts> {
  const sql = connect(databaseUrl, { max: 1, connection: { TimeZone: 'UTC' }, onnotice: () => {} })
  try {
    return await sql.begin(async tx => {
      await tx`SELECT set_config('startex.change', 'off', true)`
      await refuseUsed(tx)
      const world = demoWorld(today)
      for (const [table, rows] of Object.entries(world)) await copyRows(tx, table, rows)
      await tx`ANALYZE`
      return Object.fromEntries(Object.entries(world).map(([table, rows]) => [table, rows.length]))
    })
  } finally {
    await sql.end()
  }
}

async function refuseUsed(tx: TransactionSql): Promise<void> {
  // Two starts that both find it empty: the second waits here and then finds what the first has made.
  await tx`LOCK TABLE "Programme" IN EXCLUSIVE MODE`
  const [found] = await tx<{ used: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Programme") OR EXISTS (SELECT FROM "Account") AS "used"`
  if (found?.used !== false) throw new Error('The demo goes into an empty database only')
}
