import { beforeEach, expect, test } from 'vitest'
import { unknownAddress } from './client-address'
import { sql } from './db'
import { countAttempt, forgetAttempts, forgiveAttempt } from './rate-limit'

const tooMany = { code: 'refused', reason: 'too_many_attempts' }

/** How many of so many attempts at once are let through. */
async function passed(attempts: number, subject: string): Promise<number> {
  const counted = Array.from({ length: attempts }, () => countAttempt('password_by_address', subject))
  return (await Promise.allSettled(counted)).filter(({ status }) => status === 'fulfilled').length
}

beforeEach(() => sql`DELETE FROM "RateLimit"`)

test('of a hundred attempts at once from one address exactly as many pass as are allowed', async () => {
  expect(await passed(100, '203.0.113.9')).toBe(60)
  await expect(countAttempt('password_by_address', '203.0.113.9')).rejects.toMatchObject({
    ...tooMany,
    extra: { params: { minutes: 15 } },
  })
  expect(await passed(1, '203.0.113.10')).toBe(1)
})

test('where addresses cannot be told apart, one caller does not lock everybody out', async () => {
  expect(await passed(200, unknownAddress)).toBe(200)
})

test('after its time an attempt no longer counts, nor after a success', async () => {
  await passed(60, '203.0.113.9')
  await sql`UPDATE "RateLimit" SET "expire" = 0`
  expect(await passed(61, '203.0.113.9')).toBe(60)
  await forgetAttempts('password_by_address', '203.0.113.9')
  expect(await passed(1, '203.0.113.9')).toBe(1)
})

test('what went well does not count against those who share the address', async () => {
  for (let i = 0; i < 100; i++) {
    await countAttempt('password_by_address', '203.0.113.9')
    await forgiveAttempt('password_by_address', '203.0.113.9')
  }
  expect(await passed(61, '203.0.113.9')).toBe(60)
})

test('kinds of attempts are counted apart, and without the address itself', async () => {
  await passed(60, 'haruka@example.org')
  await expect(countAttempt('link_by_email', 'haruka@example.org')).resolves.toBeUndefined()
  const rows = await sql<{ key: string }[]>`SELECT "key" FROM "RateLimit" ORDER BY "key"`
  expect(rows.map(({ key }) => key.split(':')[0])).toEqual(['link_by_email', 'password_by_address'])
  expect(JSON.stringify(rows)).not.toContain('haruka')
})
