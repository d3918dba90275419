import { sql } from './db'
import { type AppliedMigration, listMigrations, type Migration, pendingMigrations } from './migrations'

export type Health =
  | { status: 'ok' }
  | { status: 'unavailable'; reason: 'database_unreachable' | 'migrations_pending'; pending?: number }

/** How long the database may take to answer before it counts as gone, in milliseconds. */
const patience = 3000

let known: Migration[] | undefined

/** Whether this server can work: the database answers, and every migration of this version is applied. */
export async function checkHealth(): Promise<Health> {
  known ??= listMigrations()
  try {
    const pending = pendingMigrations(known, await within(patience, readApplied())).length
    return pending === 0 ? { status: 'ok' } : { status: 'unavailable', reason: 'migrations_pending', pending }
  } catch {
    return { status: 'unavailable', reason: 'database_unreachable' }
  }
}

/** The record of migrations; a database without one has had none. */
async function readApplied(): Promise<AppliedMigration[]> {
  const [table] = await sql<
    { found: boolean }[]
  >`select to_regclass('_prisma_migrations') is not null as found`
  if (!table?.found) return []
  return sql<AppliedMigration[]>`
    select migration_name as name, checksum, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null`
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
