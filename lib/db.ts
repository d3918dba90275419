import { PrismaPg } from '@prisma/adapter-pg'
import postgres from 'postgres'
import { type Prisma, PrismaClient } from '@/prisma/client/client'
import { env } from './env'

export type Tx = Prisma.TransactionClient

/** Prisma's adapter writes wrong instants unless the session is in UTC, and hides it on reading back. */
const utc = '-c timezone=UTC'

/** Connections of each of the two pools: the worker, the web server and a second instance fit in Postgres' 100. */
const poolSize = 16

/** Names of the statements that each connection keeps prepared, by their text. */
const prepared = new Map<string, string>()
const mostPrepared = 200

/** Statements written by hand are few and stay the same: parsed and planned once a connection, a submission takes half
 * the time (bench/registration-rush.ts). What Prisma composes varies without end, and is never kept. */
function statementNameGenerator({ sql: text }: { sql: string }): string {
  const known = prepared.get(text)
  if (known !== undefined) return known
  if (text.includes('"public".') || prepared.size >= mostPrepared) return ''
  const name = `startex_${prepared.size}`
  prepared.set(text, name)
  return name
}

function connect() {
  const adapter = new PrismaPg(
    {
      connectionString: env.databaseUrl,
      options: utc,
      max: poolSize,
      // Also for a connection of the pool: who waits there waits for a turn.
      connectionTimeoutMillis: env.patience,
      application_name: 'startex',
    },
    { statementNameGenerator },
  )
  // A queue of two hundred writers waits here for a connection rather than failing after Prisma's two seconds.
  return new PrismaClient({ adapter, transactionOptions: { maxWait: env.patience, timeout: env.patience } })
}

function connectSql() {
  return postgres(env.databaseUrl, {
    max: poolSize,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { TimeZone: 'UTC', application_name: 'startex' },
  })
}

// Hot reload evaluates this module again and again; one pool of each kind must survive it.
const kept = globalThis as typeof globalThis & {
  startexDb?: ReturnType<typeof connect>
  startexSql?: ReturnType<typeof connectSql>
}

/** The one PrismaClient. */
export const db = kept.startexDb ?? connect()
kept.startexDb = db

/** Plain SQL: LISTEN, bulk loads and hot reads with a measured reason. */
export const sql = kept.startexSql ?? connectSql()
kept.startexSql = sql

/** A client whose only use is `listen`: one connection that stays open. Its maker ends it. */
export function connectListener() {
  return postgres(env.databaseUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { TimeZone: 'UTC', application_name: 'startex-stream' },
  })
}
