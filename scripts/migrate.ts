import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import connect, { type Sql } from 'postgres'
import {
  type AppliedMigration,
  listMigrations,
  type Migration,
  migrationProblem,
  pendingMigrations,
} from '@/lib/migrations'
import { checkout } from './folders'
import { Complaint } from './progress'

/** The number Prisma locks with, so that its `migrate deploy` and this never work at the same time. */
const prismaLock = 72707369

/**
 * Brings the database to this version: Startex's migrations, then those of the job queue. Safe to call from several
 * processes at once. Gives the names of what it applied; throws a Complaint where a person has to decide.
 */
export async function migrate(
  databaseUrl: string,
  folder = path.join(checkout, 'prisma', 'migrations'),
): Promise<string[]> {
  const sql = connect(databaseUrl, { max: 1, connection: { TimeZone: 'UTC' }, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${prismaLock})`
    const migrations = listMigrations(folder)
    await sql.unsafe(recordTable)
    const applied = await readApplied(sql)
    const problem = migrationProblem(migrations, applied)
    if (problem) throw new Complaint(problem)
    const pending = pendingMigrations(migrations, applied)
    for (const migration of pending) await apply(sql, migration)
    await runMigrations({ connectionString: databaseUrl })
    return pending.map(migration => migration.name)
  } finally {
    await sql.end() // gives the lock back too
  }
}

async function apply(sql: Sql, migration: Migration): Promise<void> {
  try {
    await sql.begin(async transaction => {
      await transaction.unsafe(migration.sql)
      await transaction`
        insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
        values (${randomUUID()}, ${migration.checksum}, ${migration.name}, now(), clock_timestamp(), 1)`
    })
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    throw new Complaint(
      `The migration ${migration.name} failed and was undone as a whole. Postgres says: ${said}`,
      { cause },
    )
  }
}

async function readApplied(sql: Sql): Promise<AppliedMigration[]> {
  return sql<AppliedMigration[]>`
    select migration_name as name, checksum, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null order by started_at`
}

/** As Prisma's schema engine makes it, to the letter. */
const recordTable = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`
