import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { makeAccount } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { makeExercise, nextNumber } from '@/prisma/factories'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
let issuer = ''
let server: Server
/** Who the organisation's service says is there, and the nonce it was asked to repeat. */
let claims: Record<string, unknown> = {}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function idToken(): string {
  const head = base64({ alg: 'RS256', kid: 'one', typ: 'JWT' })
  const seconds = Math.floor(performance.timeOrigin / 1000)
  const body = base64({ iss: issuer, aud: 'startex', iat: seconds, exp: seconds + 3600, ...claims })
  return `${head}.${body}.${sign('sha256', Buffer.from(`${head}.${body}`), privateKey).toString('base64url')}`
}

/** A sign-in service as OpenID Connect describes it, in this process. */
function answerOf(path: string): object {
  if (path.startsWith('/jwks')) {
    return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }
  }
  if (path.startsWith('/token')) {
    return { access_token: 'access', token_type: 'Bearer', expires_in: 3600, id_token: idToken() }
  }
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
  }
}

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answerOf(request.url ?? '/')))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  vi.stubEnv('OIDC_ISSUER', issuer)
  vi.stubEnv('OIDC_CLIENT_ID', 'startex')
  vi.stubEnv('OIDC_CLIENT_SECRET', 'secret of the client')
  vi.resetModules()
})
afterAll(() => new Promise(resolve => server.close(resolve)))

/** The whole way round: to the service, and back with a code. */
async function comeBackAs(who: Record<string, unknown>): Promise<Response> {
  const [{ auth }, { GET }] = await Promise.all([import('@/lib/auth'), import('./route')])
  const body = { provider: 'oidc', callbackURL: '/sign-in?next=%2Fme', errorCallbackURL: '/sign-in' }
  const started = await auth().api.signInSocial({ body, headers: new Headers(), returnHeaders: true })
  const away = new URL(started.response.url ?? '')
  expect(away.origin).toBe(issuer)
  claims = { ...who, nonce: away.searchParams.get('nonce') }
  const back = new URL(away.searchParams.get('redirect_uri') ?? '')
  expect(back.pathname).toBe('/api/auth/callback/oidc')
  back.searchParams.set('code', 'code')
  back.searchParams.set('state', away.searchParams.get('state') ?? '')
  const cookie = started.headers.getSetCookie().map(line => line.split(';')[0])
  return GET(new Request(back, { headers: { cookie: cookie.join('; ') } }))
}

const leadsTo = (response: Response) =>
  new URL(response.headers.get('location') ?? '', 'http://127.0.0.1:3000')
const isSignedIn = (response: Response) =>
  response.headers
    .getSetCookie()
    .some(line => line.startsWith('startex.session_token=') && !line.includes('Max-Age=0'))

test('an expert comes in by the own organisation’s service and sees the own part', async () => {
  const registration = await makeRegistration(await makeParticipation(await makeExercise()), {
    state: 'submitted',
  })
  const response = await comeBackAs({ sub: 'expert-1', email: registration.email, email_verified: true })
  expect(isSignedIn(response)).toBe(true)
  expect(leadsTo(response).pathname + leadsTo(response).search).toBe('/sign-in?next=%2Fme')
  const account = await db.account.findUniqueOrThrow({ where: { email: registration.email } })
  expect(account).toMatchObject({
    name: `${registration.givenName} ${registration.familyName}`,
    emailVerified: true,
  })
  expect((await db.person.findUniqueOrThrow({ where: { id: registration.personId } })).accountId).toBe(
    account.id,
  )
  const again = await comeBackAs({ sub: 'expert-1', email: registration.email, email_verified: true })
  expect(isSignedIn(again)).toBe(true)
  const credentials = await db.credential.findMany({ where: { ownerId: account.id, providerId: 'oidc' } })
  expect(credentials).toMatchObject([{ subject: 'expert-1', accessToken: null, idToken: null }])
})

test('an account that was there before is the same account', async () => {
  const account = await makeAccount()
  const response = await comeBackAs({ sub: 'member-1', email: account.email, email_verified: true })
  expect(isSignedIn(response)).toBe(true)
  expect(await db.session.count({ where: { ownerId: account.id } })).toBe(1)
})

test('whoever is neither invited nor registered gets no account', async () => {
  const email = `stranger${nextNumber()}@example.org`
  const response = await comeBackAs({ sub: 'stranger-1', email, email_verified: true })
  expect(isSignedIn(response)).toBe(false)
  expect(leadsTo(response).pathname).toBe('/sign-in')
  expect(leadsTo(response).searchParams.has('error')).toBe(true)
  expect(await db.account.count({ where: { email } })).toBe(0)
})

test('an address that the service did not verify opens nobody’s account', async () => {
  const account = await makeAccount()
  const response = await comeBackAs({ sub: 'liar-1', email: account.email, email_verified: false })
  expect(isSignedIn(response)).toBe(false)
  expect(await db.session.count({ where: { ownerId: account.id } })).toBe(0)
})

test('a token of somebody else’s making is refused', async () => {
  const account = await makeAccount()
  const response = await comeBackAs({
    sub: 'member-2',
    email: account.email,
    email_verified: true,
    iss: 'https://evil.example',
  })
  expect(isSignedIn(response)).toBe(false)
})

test('an account whose address was never proven is not handed over', async () => {
  const account = await makeAccount({ emailVerified: false })
  const response = await comeBackAs({ sub: 'member-3', email: account.email, email_verified: true })
  expect(isSignedIn(response)).toBe(false)
})
