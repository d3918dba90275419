import { randomUUID } from 'node:crypto'
import connect from 'postgres'
import { afterAll, inject } from 'vitest'
import { databaseOf } from './test-cluster'

// Runs before each test file and before any of its imports: a migrated database of its own, by the name the app reads.
const name = `test_${randomUUID().replaceAll('-', '')}`
const sql = connect(inject('clusterUrl'), { max: 1, onnotice: () => {} })
await sql`create database ${sql(name)} template ${sql(inject('template'))}`

process.env.DATABASE_URL = ''
// Vite keeps a path of its own under this name.
process.env.BASE_URL = ''
process.env.STARTEX_DATABASE_URL = databaseOf(inject('clusterUrl'), name)
process.env.STARTEX_EMBEDDED = '1'
process.env.AUTH_SECRET = 'tests sign nothing that anyone would forge'
process.env.LOG_LEVEL = 'silent'

afterAll(async () => {
  await sql`drop database ${sql(name)} with (force)`
  await sql.end()
})
