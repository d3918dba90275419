import { randomUUID } from 'node:crypto'
import connect from 'postgres'
import { afterAll, inject } from 'vitest'
import { blank } from './blank'
import { databaseOf } from './database-url'

// Runs before each test file and before any of its imports: a migrated database of its own, by the name the app reads.
const name = `test_${randomUUID().replaceAll('-', '')}`
const sql = connect(inject('clusterUrl'), { max: 1, onnotice: () => {} })
await sql`create database ${sql(name)} template ${sql(inject('template'))}`

Object.assign(process.env, blank, {
  STARTEX_DATABASE_URL: databaseOf(inject('clusterUrl'), name),
  AUTH_SECRET: 'tests sign nothing that anyone would forge',
  LOG_LEVEL: 'silent',
  // A machine that does other work too must not decide a race of sixty people for one place.
  PATIENCE: '60',
})

afterAll(async () => {
  await sql`drop database ${sql(name)} with (force)`
  await sql.end()
})
