import { afterEach, expect, test, vi } from 'vitest'
import { makeAccount } from '@/prisma/actors'
import { auth, sessionOf } from './auth'
import { db } from './db'

/** What a browser sends back after this account has signed in. */
async function signedInAs(accountId: string): Promise<Headers> {
  const { headers } = await auth().api.openSession({ body: { accountId }, returnHeaders: true })
  const cookie = headers.getSetCookie().map(line => line.split(';')[0])
  return new Headers({ cookie: cookie.join('; ') })
}

test('our reading of the cookie finds the session that the library finds', async () => {
  const account = await makeAccount()
  const headers = await signedInAs(account.id)
  const theirs = await auth().api.getSession({ headers })
  expect(await sessionOf(headers)).toMatchObject({ accountId: account.id, sessionId: theirs?.session.id })
})

test('the cookie is for the server alone, lasts a month and goes along with links from elsewhere only when they lead here', async () => {
  const { id: accountId } = await makeAccount()
  const { headers } = await auth().api.openSession({ body: { accountId }, returnHeaders: true })
  const cookie = headers.getSetCookie().join()
  expect(cookie).toMatch(/^startex\.session_token=/)
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000']) expect(cookie).toContain(part)
  expect(cookie).not.toContain('Secure')
})

afterEach(() => vi.unstubAllEnvs())

test('under an https address the cookie is Secure, and found again', async () => {
  vi.stubEnv('BASE_URL', 'https://startex.example.org')
  vi.resetModules()
  const secure = await import('./auth')
  const { id: accountId } = await makeAccount()
  const { headers } = await secure.auth().api.openSession({ body: { accountId }, returnHeaders: true })
  const cookie = headers.getSetCookie().join()
  expect(cookie).toMatch(/^__Secure-startex\.session_token=/)
  expect(cookie).toContain('Secure;')
  const given = new Headers({ cookie: cookie.split(';')[0] ?? '' })
  expect(await secure.sessionOf(given)).toMatchObject({ accountId })
})

test('a session past its end counts no more, and goes with the next sign-in', async () => {
  const account = await makeAccount()
  const headers = await signedInAs(account.id)
  await db.session.updateMany({ where: { ownerId: account.id }, data: { expiresAt: new Date(0) } })
  expect(await sessionOf(headers)).toBeNull()
  await signedInAs(account.id)
  expect(await db.session.count({ where: { ownerId: account.id } })).toBe(1)
})
