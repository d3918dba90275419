import { expect, test } from 'vitest'
import { makeAccount } from '@/prisma/actors'
import { auth, sessionOf } from './auth'

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
