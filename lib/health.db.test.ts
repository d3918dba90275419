import { afterAll, expect, test } from 'vitest'
import { sql } from './db'
import { checkHealth } from './health'

afterAll(() => sql.end())

test('A migrated database that answers is healthy', async () => {
  expect(await checkHealth()).toEqual({ status: 'ok' })
})

test('A migration that is not applied, or only half, makes the server unavailable', async () => {
  const [last] = await sql<
    { id: string }[]
  >`select id from _prisma_migrations order by started_at desc limit 1`
  await sql`update _prisma_migrations set finished_at = null where id = ${last?.id ?? ''}`
  expect(await checkHealth()).toEqual({ status: 'unavailable', reason: 'migrations_pending', pending: 1 })
  await sql`alter table _prisma_migrations rename to elsewhere`
  expect(await checkHealth()).toMatchObject({ status: 'unavailable', reason: 'migrations_pending' })
  await sql`alter table elsewhere rename to _prisma_migrations`
  await sql`update _prisma_migrations set finished_at = now() where id = ${last?.id ?? ''}`
  expect(await checkHealth()).toEqual({ status: 'ok' })
})

test('A database that does not answer in time is named as the reason', async () => {
  const blocker = await sql.reserve()
  try {
    await blocker`begin`
    await blocker`lock table _prisma_migrations`
    expect(await checkHealth()).toEqual({ status: 'unavailable', reason: 'database_unreachable' })
  } finally {
    await blocker`rollback`
    blocker.release()
  }
}, 20_000)
