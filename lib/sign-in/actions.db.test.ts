import { hashPassword } from 'better-auth/crypto'
import { runOnce } from 'graphile-worker'
import { beforeEach, expect, test } from 'vitest'
import { expertOf, makeAccount } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, nextNumber } from '@/prisma/factories'
import { auth, sessionOf } from '../auth'
import { db, sql } from '../db'
import { type Caller, enter } from '../entry'
import { env } from '../env'
import { visitor } from '../policy'
import { loadActor } from '../session'
import { taskList } from '../tasks'
import { currentInstant } from '../time'
import { requestLink, signInWithPassword, useLink } from './actions'

const caller = (more: Record<string, string> = {}): Caller => ({
  headers: new Headers({ host: 'localhost:3000', ...more }),
  actor: visitor,
  locale: 'fr',
  now: currentInstant(),
})

const work = () => runOnce({ connectionString: env.databaseUrl, taskList, noHandleSignals: true })

async function withPassword(password: string) {
  const account = await makeAccount()
  await factoryDb().credential.create({
    data: {
      ownerId: account.id,
      providerId: 'credential',
      subject: account.id,
      password: await hashPassword(password),
    },
  })
  return account
}

const nominated = async () =>
  makeRegistration(await makeParticipation(await makeExercise()), { state: 'submitted' })

const newestMail = () => db.mail.findFirst({ orderBy: { createdAt: 'desc' } })
const sessionsOf = (ownerId: string) => db.session.count({ where: { ownerId } })
const wrong = { ok: false, error: { code: 'refused', reason: 'wrong_email_or_password' } }

beforeEach(() => sql`DELETE FROM "RateLimit"`)

test('somebody with the right password is let in', async () => {
  const account = await withPassword('kuldne lõvi 7 korda')
  const input = { email: account.email.toUpperCase(), password: 'kuldne lõvi 7 korda', next: '/me?zone=home' }
  expect(await enter(signInWithPassword.entry, caller(), input)).toEqual({
    ok: true,
    data: { accountId: account.id, goTo: '/me?zone=home' },
  })
  expect(await sessionsOf(account.id)).toBe(1)
})

test('a wrong password, an unknown address and an account without a password are answered alike', async () => {
  const account = await withPassword('kuldne lõvi 7 korda')
  const other = await makeAccount()
  const known = await enter(signInWithPassword.entry, caller(), {
    email: account.email,
    password: 'kuldne lõvi 8',
  })
  const unknown = await enter(signInWithPassword.entry, caller(), {
    email: 'nobody@example.org',
    password: 'x',
  })
  const without = await enter(signInWithPassword.entry, caller(), { email: other.email, password: 'x' })
  expect([known, unknown, without]).toEqual([wrong, wrong, wrong])
  expect(await sessionsOf(account.id)).toBe(0)
})

test('after ten wrong passwords even the right one has to wait, whoever tries', async () => {
  const account = await withPassword('kuldne lõvi 7 korda')
  for (let i = 0; i < 10; i++) {
    await enter(signInWithPassword.entry, caller(), { email: account.email, password: 'guess' })
  }
  const right = { email: account.email, password: 'kuldne lõvi 7 korda' }
  expect(await enter(signInWithPassword.entry, caller(), right)).toEqual({
    ok: false,
    error: { code: 'refused', reason: 'too_many_attempts', params: { minutes: 15 } },
  })
  const other = await withPassword('kuldne lõvi 7 korda')
  expect(await enter(signInWithPassword.entry, caller(), { ...right, email: other.email })).toMatchObject({
    ok: true,
  })
})

test('a link is sent to whoever has an account, and lets in once', async () => {
  const account = await makeAccount({ locale: 'en' })
  expect(await enter(requestLink.entry, caller(), { email: account.email, next: '/me' })).toEqual({
    ok: true,
    data: { email: account.email },
  })
  await work()
  const mail = await newestMail()
  expect(mail).toMatchObject({ recipient: account.email, template: 'sign_in_link', locale: 'en' })
  const token = mail?.secret ?? ''
  const stored = await db.verification.findMany()
  expect(JSON.stringify(stored)).not.toContain(token)

  const both = await Promise.all([1, 2].map(() => enter(useLink.entry, caller(), { token, next: '/me' })))
  expect(both.filter(result => result.ok)).toEqual([
    { ok: true, data: { accountId: account.id, goTo: '/me' } },
  ])
  expect(both.filter(result => !result.ok)).toEqual([
    { ok: false, error: { code: 'refused', reason: 'link_invalid' } },
  ])
  expect(await sessionsOf(account.id)).toBe(1)
})

test('an unknown address is answered like a known one, and nothing is sent', async () => {
  const before = await db.mail.count()
  const email = `nobody${nextNumber()}@example.org`
  expect(await enter(requestLink.entry, caller(), { email })).toEqual({ ok: true, data: { email } })
  await work()
  expect(await db.mail.count()).toBe(before)
  expect(await db.account.count({ where: { email } })).toBe(0)
})

test('a link that has expired lets nobody in', async () => {
  const account = await makeAccount()
  await enter(requestLink.entry, caller(), { email: account.email })
  await work()
  await sql`UPDATE "Verification" SET "expiresAt" = now() - interval '1 second'`
  const token = (await newestMail())?.secret ?? ''
  expect(await enter(useLink.entry, caller(), { token })).toMatchObject({
    ok: false,
    error: { reason: 'link_invalid' },
  })
})

test('an expert without an account gets one by the link, under the name the delegation wrote, and sees the own part', async () => {
  const registration = await nominated()
  const { email, givenName, familyName } = registration
  await enter(requestLink.entry, caller(), { email })
  await work()
  const mail = await newestMail()
  expect(mail).toMatchObject({ recipient: email, locale: 'fr' })
  const result = await enter(useLink.entry, caller(), { token: mail?.secret })
  expect(result).toMatchObject({ ok: true, data: { goTo: '/me' } })
  const account = await db.account.findUniqueOrThrow({ where: { email } })
  expect(account).toMatchObject({ name: `${givenName} ${familyName}`, emailVerified: true })
  const person = await db.person.findUniqueOrThrow({ where: { id: registration.personId } })
  expect(person.accountId).toBe(account.id)
  const change = await db.change.findFirstOrThrow({
    where: { accountId: account.id },
    include: { fields: true },
  })
  expect(change).toMatchObject({
    action: 'account.link_people',
    fields: [{ table: 'Person', row: person.id, field: 'accountId', from: null, to: account.id }],
  })
})

test('whoever proves an address inherits no password that somebody else had set for it', async () => {
  const account = await withPassword('kuldne lõvi 7 korda')
  await factoryDb().account.update({ where: { id: account.id }, data: { emailVerified: false } })
  await enter(signInWithPassword.entry, caller(), { email: account.email, password: 'kuldne lõvi 7 korda' })
  await enter(requestLink.entry, caller(), { email: account.email })
  await work()
  const token = (await newestMail())?.secret ?? ''
  expect(await enter(useLink.entry, caller(), { token })).toMatchObject({ ok: true })
  expect(await db.credential.count({ where: { ownerId: account.id } })).toBe(0)
  expect(await sessionsOf(account.id)).toBe(1)
})

test('a password alone links nobody to an unproven address', async () => {
  const registration = await nominated()
  const account = await withPassword('kuldne lõvi 7 korda')
  await factoryDb().account.update({
    where: { id: account.id },
    data: { email: registration.email, emailVerified: false },
  })
  await enter(signInWithPassword.entry, caller(), {
    email: registration.email,
    password: 'kuldne lõvi 7 korda',
  })
  expect((await db.person.findUniqueOrThrow({ where: { id: registration.personId } })).accountId).toBeNull()
})

test('links to one address are few in an hour', async () => {
  const email = 'many@example.org'
  for (let i = 0; i < 5; i++) await enter(requestLink.entry, caller(), { email })
  expect(await enter(requestLink.entry, caller(), { email })).toMatchObject({
    ok: false,
    error: { reason: 'too_many_attempts', params: { minutes: 60 } },
  })
})

test('a session that is deleted counts no more, from the next request on', async () => {
  const account = await makeAccount()
  const { headers } = await auth().api.openSession({ body: { accountId: account.id }, returnHeaders: true })
  const cookie = headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  const given = new Headers({ cookie })
  const signedIn = await sessionOf(given)
  expect(signedIn?.accountId).toBe(account.id)
  await db.session.delete({ where: { id: signedIn?.sessionId ?? '' } })
  expect(await sessionOf(given)).toBeNull()
})

test('a cookie whose signature is not ours names no session', async () => {
  const account = await makeAccount()
  await auth().api.openSession({ body: { accountId: account.id } })
  const { token } = await db.session.findFirstOrThrow({ where: { ownerId: account.id } })
  const forged = new Headers({ cookie: `startex.session_token=${token}.${'A'.repeat(43)}%3D` })
  expect(await sessionOf(forged)).toBeNull()
  expect(await sessionOf(new Headers({ cookie: `startex.session_token=${token}` }))).toBeNull()
})

test('an account that is gone is a visitor', async () => {
  const actor = await expertOf(await nominated())
  const id = actor.kind === 'account' ? actor.accountId : ''
  await factoryDb().account.delete({ where: { id } })
  expect(await loadActor(id)).toEqual(visitor)
})
