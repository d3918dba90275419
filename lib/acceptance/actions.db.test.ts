import { beforeEach, expect, test } from 'vitest'
import { actorWithoutRole, contactOf, makeAccount, staffOf } from '@/prisma/actors'
import { makeParticipation, makePartner, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, nextNumber } from '@/prisma/factories'
import { execute } from '../action'
import { db, sql } from '../db'
import { type Caller, enter } from '../entry'
import { inviteContact, inviteStaff, offerFirstAdministrator, revokeInvitation } from '../invitations/actions'
import { type Actor, visitor } from '../policy'
import { signInWithPassword } from '../sign-in/actions'
import { currentInstant } from '../time'
import { acceptInvitation } from './actions'
import { getInvitation } from './queries'

const day = 86_400_000
const now = currentInstant()

const caller = (actor: Actor = visitor, at = now): Caller => ({
  headers: new Headers({ host: 'localhost:3000' }),
  actor,
  locale: 'fr',
  now: at,
})
const address = () => `invited${nextNumber()}@example.org`
const refused = (reason: string) => ({ ok: false, error: { code: 'refused', reason } })
const accept = (actor: Actor, token: string, more: object = {}) =>
  enter(acceptInvitation.entry, caller(actor), { token, name: 'Haruka Mizuno', ...more })

async function invited(more: { email?: string; maxUses?: number } = {}) {
  const exercise = await makeExercise()
  const partner = await makePartner({ id: exercise.programmeId }, { code: 'JPN', name: 'Japan' })
  const delegation = await makeParticipation(exercise, { partnerId: partner.id })
  const registrar = await staffOf(exercise, 'registrar')
  const input = { exerciseId: exercise.id, participationId: delegation.id, locale: 'en', ...more }
  const result = await execute(inviteContact.definition, registrar, input, now)
  if (!result.ok) throw new Error(result.error.reason)
  const token = result.data.once.link.split('/').at(-1) ?? ''
  return { exercise, delegation, registrar, token, invitationId: result.data.invitationId }
}

async function tokenByMail(): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return mail.secret ?? ''
}

beforeEach(() => sql`DELETE FROM "RateLimit"`)

test('a newcomer who accepts gets an account, speaks for the delegation and is signed in', async () => {
  const email = address()
  const { exercise, delegation, token } = await invited({ email })
  const result = await accept(visitor, token, { password: 'hoshi no furu yoru ni' })
  expect(result).toMatchObject({ ok: true, data: { goTo: '/delegation' } })
  const account = await db.account.findUniqueOrThrow({
    where: { email },
    include: { memberships: true, sessions: true },
  })
  expect(account).toMatchObject({ name: 'Haruka Mizuno', locale: 'fr', emailVerified: false })
  expect(account.memberships).toMatchObject([
    { role: 'point_of_contact', exerciseId: exercise.id, participationId: delegation.id },
  ])
  expect(account.sessions).toHaveLength(1)
  const input = { email, password: 'hoshi no furu yoru ni' }
  expect(await enter(signInWithPassword.entry, caller(), input)).toMatchObject({ ok: true })
})

test('the accepting stands in the history of the exercise, without the token', async () => {
  const { exercise, token } = await invited()
  await accept(visitor, token, { email: address() })
  const change = await db.change.findFirstOrThrow({
    where: { action: 'invitation.accept', exerciseId: exercise.id },
    include: { fields: true },
  })
  expect(change.fields.map(({ table, field }) => `${table}.${field}`)).toEqual(['Membership.*'])
  const all = JSON.stringify(
    await db.change.findMany({ where: { exerciseId: exercise.id }, include: { fields: true } }),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  )
  expect(all).not.toContain(token)
  expect(all).not.toContain('tokenHash')
})

test('whoever comes by the letter has proven the address, and finds the own registrations', async () => {
  const exercise = await makeExercise()
  const delegation = await makeParticipation(exercise)
  const registration = await makeRegistration(delegation, { state: 'submitted' })
  const director = await staffOf(exercise, 'director')
  const input = { exerciseId: exercise.id, role: 'planner', email: registration.email, locale: 'en' }
  const made = await execute(inviteStaff.definition, director, input, now)
  const token = await tokenByMail()
  expect(made.ok && token.startsWith(made.data.once.link.split('/').at(-1) ?? '?')).toBe(true)
  expect(await accept(visitor, token)).toMatchObject({ ok: true })
  const account = await db.account.findUniqueOrThrow({ where: { email: registration.email } })
  expect(account.emailVerified).toBe(true)
  expect((await db.person.findUniqueOrThrow({ where: { id: registration.personId } })).accountId).toBe(
    account.id,
  )
})

test('whoever made the link and opens it proves no address: nobody’s registrations are shown', async () => {
  const exercise = await makeExercise()
  const registration = await makeRegistration(await makeParticipation(exercise), { state: 'submitted' })
  const director = await staffOf(exercise, 'director')
  const input = { exerciseId: exercise.id, role: 'planner', email: registration.email, locale: 'en' }
  const made = await execute(inviteStaff.definition, director, input, now)
  const token = made.ok ? (made.data.once.link.split('/').at(-1) ?? '') : ''
  expect(await accept(visitor, `${token}.guessed-seal-of-the-letter`)).toMatchObject({ ok: true })
  expect(await db.account.findUniqueOrThrow({ where: { email: registration.email } })).toMatchObject({
    emailVerified: false,
  })
  expect((await db.person.findUniqueOrThrow({ where: { id: registration.personId } })).accountId).toBeNull()
})

test('somebody who is signed in accepts as that account', async () => {
  const { token, delegation } = await invited({ email: address() })
  const actor = await actorWithoutRole()
  const accounts = await db.account.count()
  expect(await accept(actor, token)).toMatchObject({ ok: true, data: { goTo: '/delegation' } })
  expect(await db.account.count()).toBe(accounts)
  const accountId = actor.kind === 'account' ? actor.accountId : ''
  expect(await db.membership.count({ where: { accountId, participationId: delegation.id } })).toBe(1)
})

test('who is a member already uses nothing up', async () => {
  const { token, delegation, invitationId } = await invited()
  const contact = await contactOf(delegation)
  expect(await accept(contact, token)).toMatchObject({ ok: true })
  expect((await db.invitation.findUniqueOrThrow({ where: { id: invitationId } })).used).toBe(0)
})

test('an address that has an account has to sign in first', async () => {
  const { email } = await makeAccount()
  const { token, invitationId } = await invited({ email })
  expect(await accept(visitor, token)).toEqual({
    ok: false,
    error: {
      code: 'refused',
      reason: 'account_email_taken',
      fields: { email: { reason: 'account_email_taken' } },
    },
  })
  expect((await db.invitation.findUniqueOrThrow({ where: { id: invitationId } })).used).toBe(0)
})

test('of two who accept the same single invitation at once exactly one gets in', async () => {
  const { token, delegation } = await invited()
  const results = await Promise.all([1, 2, 3, 4].map(() => accept(visitor, token, { email: address() })))
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.filter(result => !result.ok)).toEqual([1, 2, 3].map(() => refused('invitation_used')))
  expect(await db.membership.count({ where: { participationId: delegation.id } })).toBe(1)
})

test('an invitation for three lets three in', async () => {
  const { token, delegation } = await invited({ maxUses: 3 })
  for (let i = 0; i < 3; i++)
    expect(await accept(visitor, token, { email: address() })).toMatchObject({ ok: true })
  expect(await accept(visitor, token, { email: address() })).toEqual(refused('invitation_used'))
  expect(await db.membership.count({ where: { participationId: delegation.id } })).toBe(3)
})

test('a revoked, an expired and an unknown invitation are each refused in their own words', async () => {
  const { token, registrar, exercise, delegation, invitationId } = await invited()
  const late = { ...caller(), now: now + 14 * day }
  const input = { token, name: 'Haruka Mizuno', email: address() }
  expect(await enter(acceptInvitation.entry, late, input)).toEqual(refused('invitation_expired'))
  const which = { exerciseId: exercise.id, participationId: delegation.id, invitationId }
  expect(await execute(revokeInvitation.definition, registrar, which, now)).toMatchObject({ ok: true })
  expect(await accept(visitor, token, { email: address() })).toEqual(refused('invitation_revoked'))
  expect(await accept(visitor, 'guess', { email: address() })).toEqual(refused('invitation_unknown'))
  expect(await db.membership.count({ where: { participationId: delegation.id } })).toBe(0)
})

test('a form without a name, an address or a good password loses no use', async () => {
  const { token, invitationId } = await invited()
  expect(await accept(visitor, token, { name: ' ' })).toMatchObject({
    error: { fields: { name: { reason: 'required' } } },
  })
  expect(await accept(visitor, token)).toMatchObject({ error: { fields: { email: { reason: 'required' } } } })
  const short = { email: address(), password: 'short' }
  expect(await accept(visitor, token, short)).toMatchObject({
    error: { fields: { password: { reason: 'password_too_short' } } },
  })
  expect((await db.invitation.findUniqueOrThrow({ where: { id: invitationId } })).used).toBe(0)
})

test('the answer to a newcomer cannot be asked for again by its id', async () => {
  const { token, exercise } = await invited({ maxUses: 2 })
  await accept(visitor, token, { email: address() })
  const change = await db.change.findFirstOrThrow({
    where: { action: 'invitation.accept', exerciseId: exercise.id },
  })
  const again = await accept(visitor, token, { email: address(), requestId: change.id })
  expect(again).toMatchObject({ ok: true })
  expect(await db.membership.count({ where: { exerciseId: exercise.id, role: 'point_of_contact' } })).toBe(2)
})

test('the page of a link tells who invites to what, and changes nothing', async () => {
  const { token, exercise, invitationId } = await invited()
  const before = await db.invitation.findUniqueOrThrow({ where: { id: invitationId } })
  expect(await getInvitation(token, 'fr', now)).toMatchObject({
    problem: null,
    role: 'point_of_contact',
    nation: 'Japon',
    exercise: { code: exercise.code },
    hasAccount: false,
  })
  expect(await db.invitation.findUniqueOrThrow({ where: { id: invitationId } })).toEqual(before)
  expect(await getInvitation('guess', 'fr', now)).toEqual({ problem: 'invitation_unknown' })
})

test('guessing links comes to an end', async () => {
  await accept(visitor, 'guess')
  await sql`UPDATE "RateLimit" SET "points" = 1500`
  expect(await accept(visitor, 'guess')).toMatchObject({ error: { reason: 'too_many_attempts' } })
})

test('a database without an administrator offers one link at a time, and none once there is one', async () => {
  const job: Actor = { kind: 'job', name: 'start' }
  const offer = async () => {
    const result = await execute(offerFirstAdministrator.definition, job, {}, now)
    return result.ok ? (result.data?.once.link.split('/').at(-1) ?? null) : null
  }
  const first = await offer()
  const second = await offer()
  expect(await accept(visitor, first ?? '', { email: address() })).toEqual(refused('invitation_revoked'))
  expect(await accept(visitor, second ?? '', { email: address() })).toMatchObject({
    ok: true,
    data: { goTo: '/exercises' },
  })
  expect(await offer()).toBeNull()
  expect(await execute(offerFirstAdministrator.definition, await actorWithoutRole(), {}, now)).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  })
  await factoryDb().membership.deleteMany({ where: { role: 'administrator' } })
})
