import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeAccount } from '@/prisma/actors'
import { demoPeople } from '../accounts/demo-people'

const [director] = demoPeople
const mark = { key: 'demo', value: 'seeded' }

/** The action as a server with these variables would answer it. */
async function knock({
  variables = {},
  headers = {},
}: {
  variables?: Record<string, string>
  headers?: Record<string, string>
} = {}) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  vi.resetModules()
  const [{ enter }, { signInAsDemo }, { db }, { visitor }, { currentInstant }] = await Promise.all([
    import('../entry'),
    import('./actions'),
    import('../db'),
    import('../policy'),
    import('../time'),
  ])
  const given = new Headers({ host: 'localhost:3000', ...headers })
  const before = await db.session.count()
  const caller = { headers: given, actor: visitor, locale: 'en', now: currentInstant() } as const
  const result = await enter(signInAsDemo.entry, caller, { person: director.key })
  return { result, sessions: (await db.session.count()) - before }
}

const shut = { result: { ok: false, error: { code: 'refused', reason: 'demo_door_shut' } }, sessions: 0 }

beforeAll(async () => {
  await makeAccount({ email: director.email, name: director.name })
})
beforeEach(async () => {
  const { db } = await import('../db')
  await db.marker.upsert({ where: { key: mark.key }, create: mark, update: {} })
})
afterEach(() => vi.unstubAllEnvs())

test('in front of the demo one click lets in', async () => {
  const { result, sessions } = await knock()
  expect(result).toMatchObject({ ok: true })
  expect(sessions).toBe(1)
})

test('without the mark of the seed the door is shut', async () => {
  const { db } = await import('../db')
  await db.marker.delete({ where: { key: mark.key } })
  expect(await knock()).toEqual(shut)
})

test('on a database that an operator gave the door is shut, even if it is marked', async () => {
  expect(await knock({ variables: { DATABASE_URL: process.env.STARTEX_DATABASE_URL ?? '' } })).toEqual(shut)
})

test('on a server that other machines reach the door is shut', async () => {
  expect(await knock({ variables: { HOST: '0.0.0.0' } })).toEqual(shut)
  expect(await knock({ variables: { HOST: '192.0.2.10' } })).toEqual(shut)
})

test('to whoever asks for another host, or comes through a proxy, the door is shut', async () => {
  expect(await knock({ headers: { host: 'startex.example.org' } })).toEqual(shut)
  expect(await knock({ headers: { 'x-forwarded-host': 'startex.example.org' } })).toEqual(shut)
  expect(await knock({ headers: { 'x-forwarded-for': '203.0.113.9' } })).toEqual(shut)
  expect(await knock({ headers: { host: 'localhost.evil.example' } })).toEqual(shut)
})

test('the door knows the demo’s people only', async () => {
  const [{ enter }, { signInAsDemo }, { visitor }] = await Promise.all([
    import('../entry'),
    import('./actions'),
    import('../policy'),
  ])
  const headers = new Headers({ host: '127.0.0.1:3000' })
  const caller = { headers, actor: visitor, locale: 'en', now: 0 } as const
  expect(await enter(signInAsDemo.entry, caller, { person: 'nobody' })).toMatchObject({
    ok: false,
    error: { code: 'not_found' },
  })
})
