import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { makeAccount } from '@/prisma/actors'
import { factoryDb } from '@/prisma/factories'
import { execute } from '../action'
import { auth, sessionOf } from '../auth'
import { db } from '../db'
import { type Caller, enter } from '../entry'
import { visitor } from '../policy'
import { loadActor } from '../session'
import { currentInstant } from '../time'
import { revokeSession, setPassword, signOutElsewhere, updateProfile } from './actions'
import { getOwnAccount, listOwnSessions } from './queries'

const now = currentInstant()

async function signedIn(accountId: string): Promise<Headers> {
  const { headers } = await auth().api.openSession({ body: { accountId }, returnHeaders: true })
  return new Headers({
    cookie: headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; '),
  })
}

async function somebody(password?: string) {
  const account = await makeAccount()
  if (password) {
    const data = { ownerId: account.id, providerId: 'credential', subject: account.id }
    await factoryDb().credential.create({ data: { ...data, password: await hashPassword(password) } })
  }
  const headers = await signedIn(account.id)
  const actor = await loadActor(account.id)
  const at = (moment = now): Caller => ({ headers, actor, locale: 'en', now: moment })
  return { account, headers, actor, at }
}

const passwordOf = async (ownerId: string) =>
  (await db.credential.findFirstOrThrow({ where: { ownerId, providerId: 'credential' } })).password ?? ''

test('a profile is changed by its owner, and is the actor’s from then on', async () => {
  const { actor, account } = await somebody()
  const profile = { name: 'Ａiko  水野', locale: 'fr', timeZone: 'Asia/Tokyo' }
  expect(await execute(updateProfile.definition, actor, profile, now)).toMatchObject({ ok: true })
  expect(await loadActor(account.id)).toMatchObject({ locale: 'fr', timeZone: 'Asia/Tokyo' })
  expect(await getOwnAccount(actor)).toMatchObject({ name: profile.name, hasPassword: false })
})

test('a profile with an unknown zone, a language we do not speak or no name is refused beside the field', async () => {
  const { actor } = await somebody()
  const result = await execute(
    updateProfile.definition,
    actor,
    { name: '', locale: 'xx', timeZone: 'Mars/Olympus' },
    now,
  )
  expect(result).toMatchObject({
    ok: false,
    error: {
      fields: {
        name: { reason: 'required' },
        locale: { reason: 'required' },
        timeZone: { reason: 'unknown_zone' },
      },
    },
  })
  expect(await execute(updateProfile.definition, visitor, {}, now)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  })
})

test('a new password ends the other sessions, keeps this one, and its owner is told', async () => {
  const { account, headers, at } = await somebody()
  const elsewhere = await signedIn(account.id)
  expect(await enter(setPassword.entry, at(), { password: 'seitse musta kassi' })).toEqual({
    ok: true,
    data: {},
  })
  expect(await verifyPassword({ hash: await passwordOf(account.id), password: 'seitse musta kassi' })).toBe(
    true,
  )
  expect(await sessionOf(headers)).not.toBeNull()
  expect(await sessionOf(elsewhere)).toBeNull()
  expect(await db.mail.count({ where: { recipient: account.email, template: 'password_changed' } })).toBe(1)
})

test('later than a quarter of an hour after signing in, the former password is asked for', async () => {
  const { account, at } = await somebody('kuldne lõvi 7 korda')
  const later = at(now + 20 * 60_000)
  const password = 'seitse musta kassi'
  const wrong = {
    ok: false,
    error: { reason: 'wrong_password', fields: { current: { reason: 'wrong_password' } } },
  }
  expect(await enter(setPassword.entry, later, { password })).toMatchObject(wrong)
  expect(await enter(setPassword.entry, later, { password, current: 'guess' })).toMatchObject(wrong)
  expect(await verifyPassword({ hash: await passwordOf(account.id), password: 'kuldne lõvi 7 korda' })).toBe(
    true,
  )
  expect(await enter(setPassword.entry, later, { password, current: 'kuldne lõvi 7 korda' })).toMatchObject({
    ok: true,
  })
})

test('whoever has just come in by a link replaces a forgotten password', async () => {
  const { account, at } = await somebody('kuldne lõvi 7 korda')
  expect(await enter(setPassword.entry, at(), { password: 'seitse musta kassi' })).toMatchObject({ ok: true })
  expect(await verifyPassword({ hash: await passwordOf(account.id), password: 'seitse musta kassi' })).toBe(
    true,
  )
})

test('the former password cannot be guessed without end', async () => {
  const { at } = await somebody('kuldne lõvi 7 korda')
  const later = at(now + 20 * 60_000)
  const input = { password: 'seitse musta kassi', current: 'guess' }
  for (let i = 0; i < 10; i++) await enter(setPassword.entry, later, input)
  expect(await enter(setPassword.entry, later, { ...input, current: 'kuldne lõvi 7 korda' })).toMatchObject({
    error: { reason: 'too_many_attempts' },
  })
})

test('one session is revoked, by its owner only, and counts no more at once', async () => {
  const { account, actor, headers } = await somebody()
  const stranger = await somebody()
  const elsewhere = await signedIn(account.id)
  const sessionId = (await sessionOf(elsewhere))?.sessionId ?? ''
  expect(await listOwnSessions(actor, now)).toHaveLength(2)
  expect(await execute(revokeSession.definition, stranger.actor, { sessionId }, now)).toMatchObject({
    error: { code: 'not_found' },
  })
  expect(await execute(revokeSession.definition, actor, { sessionId }, now)).toMatchObject({ ok: true })
  expect(await sessionOf(elsewhere)).toBeNull()
  expect(await sessionOf(headers)).not.toBeNull()
})

test('signing out elsewhere leaves this browser alone; signing out everywhere does not', async () => {
  const { account, actor, headers } = await somebody()
  const elsewhere = await signedIn(account.id)
  const keep = (await sessionOf(headers))?.sessionId
  expect(await execute(signOutElsewhere.definition, actor, { keep }, now)).toEqual({
    ok: true,
    data: { ended: 1 },
  })
  expect(await sessionOf(elsewhere)).toBeNull()
  expect(await sessionOf(headers)).not.toBeNull()
  expect(await execute(signOutElsewhere.definition, actor, { keep: null }, now)).toEqual({
    ok: true,
    data: { ended: 1 },
  })
  expect(await sessionOf(headers)).toBeNull()
})

test('a visitor changes no account', async () => {
  const profile = { name: 'Nobody', locale: 'en', timeZone: 'UTC' }
  expect(await execute(updateProfile.definition, visitor, profile, now)).toEqual({
    ok: false,
    error: { code: 'unauthenticated', reason: 'sign_in_first' },
  })
  const caller: Caller = { headers: new Headers(), actor: visitor, locale: 'en', now }
  expect(await enter(setPassword.entry, caller, { password: 'seitse musta kassi' })).toMatchObject({
    error: { code: 'unauthenticated' },
  })
})
