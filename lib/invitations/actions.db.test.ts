import { expect, test } from 'vitest'
import { administrator, contactOf, programmeStaffOf, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { makeExercise } from '@/prisma/factories'
import { execute } from '../action'
import { db } from '../db'
import type { Actor } from '../policy'
import { currentInstant } from '../time'
import { hashToken } from '../tokens'
import {
  inviteAdministrator,
  inviteContact,
  inviteProgrammeStaff,
  inviteStaff,
  revokeInvitation,
} from './actions'
import { listInvitations } from './queries'

const now = currentInstant()
const forbidden = { ok: false, error: { code: 'forbidden', reason: 'not_yours' } }
const notFound = { ok: false, error: { code: 'not_found', reason: 'not_found' } }

async function scene() {
  const exercise = await makeExercise()
  const delegation = await makeParticipation(exercise)
  const director = await staffOf(exercise, 'director')
  return { exercise, delegation, director, exerciseId: exercise.id, participationId: delegation.id }
}

test('an invitation is told once, kept as a digest, and mailed in the language asked for', async () => {
  const { exerciseId, participationId, director } = await scene()
  const requestId = crypto.randomUUID()
  const input = { exerciseId, participationId, email: 'new.contact@example.org', locale: 'fr', requestId }
  const made = await execute(inviteContact.definition, director, input, now)
  const link = made.ok ? made.data.once.link : ''
  const token = link.split('/').at(-1) ?? ''
  const row = await db.invitation.findFirstOrThrow({ where: { exerciseId } })
  expect(row).toMatchObject({ tokenHash: hashToken(token), role: 'point_of_contact', maxUses: 1, used: 0 })
  const mail = await db.mail.findFirstOrThrow({ where: { exerciseId } })
  expect(mail).toMatchObject({
    recipient: 'new.contact@example.org',
    template: 'contact_invitation',
    locale: 'fr',
  })
  const again = await execute(inviteContact.definition, director, input, now)
  expect(again).toEqual({ ok: true, data: { invitationId: row.id, expiresAt: row.expiresAt.getTime() } })
  expect(await db.invitation.count({ where: { exerciseId } })).toBe(1)
})

test('a link to hand out can let several in; one that goes by mail cannot', async () => {
  const { exerciseId, director } = await scene()
  const input = { exerciseId, role: 'planner', locale: 'en', maxUses: '5' }
  expect(await execute(inviteStaff.definition, director, { ...input, email: '' }, now)).toMatchObject({
    ok: true,
  })
  const result = await execute(inviteStaff.definition, director, { ...input, email: 'one@example.org' }, now)
  expect(result).toMatchObject({ ok: false, error: { fields: { maxUses: { reason: 'one_use_by_mail' } } } })
})

test('who may invite: registrars to delegations, organisers to the staff, and nobody into another exercise', async () => {
  const { exercise, exerciseId, participationId } = await scene()
  const other = await scene()
  const registrar = await staffOf(exercise, 'registrar')
  const planner = await staffOf(exercise, 'planner')
  const contact = await contactOf(other.delegation)
  const toDelegation = { exerciseId, participationId, locale: 'en' }
  const toStaff = { exerciseId, role: 'planner', locale: 'en' }
  expect(await execute(inviteContact.definition, registrar, toDelegation, now)).toMatchObject({ ok: true })
  expect(await execute(inviteStaff.definition, registrar, toStaff, now)).toEqual(forbidden)
  expect(await execute(inviteContact.definition, planner, toDelegation, now)).toEqual(forbidden)
  expect(await execute(inviteContact.definition, contact, toDelegation, now)).toEqual(forbidden)
  expect(await execute(inviteContact.definition, other.director, toDelegation, now)).toEqual(forbidden)
  const mixed = { ...toDelegation, participationId: other.participationId }
  expect(await execute(inviteContact.definition, registrar, mixed, now)).toEqual(notFound)
})

test('a director of a programme makes no administrators, and an exercise has none', async () => {
  const { exercise, exerciseId, director } = await scene()
  const { programmeId } = exercise
  const ofProgramme = await programmeStaffOf({ id: programmeId }, 'director')
  const input = { programmeId, locale: 'en' }
  const invite = (role: string) =>
    execute(inviteProgrammeStaff.definition, ofProgramme, { ...input, role }, now)
  expect(await invite('registrar')).toMatchObject({ ok: true })
  expect(await invite('administrator')).toEqual(forbidden)
  expect(
    await execute(inviteStaff.definition, director, { exerciseId, role: 'administrator', locale: 'en' }, now),
  ).toMatchObject({
    error: { fields: { role: { reason: 'role_unknown' } } },
  })
  expect(await execute(inviteAdministrator.definition, ofProgramme, { locale: 'en' }, now)).toEqual(forbidden)
  expect(
    await execute(inviteAdministrator.definition, await administrator(), { locale: 'en' }, now),
  ).toMatchObject({ ok: true })
})

test('an invitation to a programme is taken back by its organisers only', async () => {
  const { exercise, director } = await scene()
  const { programmeId } = exercise
  const ofProgramme = await programmeStaffOf({ id: programmeId }, 'director')
  await execute(
    inviteProgrammeStaff.definition,
    ofProgramme,
    { programmeId, role: 'observer', locale: 'en' },
    now,
  )
  const { id: invitationId } = await db.invitation.findFirstOrThrow({ where: { programmeId } })
  const revoke = (actor: Actor, where: object) =>
    execute(revokeInvitation.definition, actor, { invitationId, ...where }, now)
  expect(await revoke(director, { programmeId })).toEqual(forbidden)
  expect(await revoke(director, { exerciseId: exercise.id })).toEqual(notFound)
  expect(await revoke(ofProgramme, {})).toEqual(forbidden)
  expect(await listInvitations(director, { programmeId }, now)).toEqual([])
  expect(await listInvitations(ofProgramme, { programmeId }, now)).toMatchObject([{ state: 'open' }])
  expect(await revoke(ofProgramme, { programmeId })).toMatchObject({ ok: true })
})

test('an invitation is revoked once, and only where it belongs', async () => {
  const { exercise, exerciseId, director } = await scene()
  const other = await scene()
  await execute(inviteStaff.definition, director, { exerciseId, role: 'planner', locale: 'en' }, now)
  const { id: invitationId } = await db.invitation.findFirstOrThrow({ where: { exerciseId } })
  const elsewhere = { exerciseId: other.exerciseId, invitationId }
  expect(await execute(revokeInvitation.definition, other.director, elsewhere, now)).toEqual(notFound)
  const registrar = await staffOf(exercise, 'registrar')
  expect(await execute(revokeInvitation.definition, registrar, { exerciseId, invitationId }, now)).toEqual(
    forbidden,
  )
  expect(
    await execute(revokeInvitation.definition, director, { exerciseId, invitationId }, now),
  ).toMatchObject({ ok: true })
  expect(await execute(revokeInvitation.definition, director, { exerciseId, invitationId }, now)).toEqual(
    notFound,
  )
  expect(await listInvitations(director, { exerciseId }, now)).toMatchObject([
    { invitationId, state: 'revoked', role: 'planner' },
  ])
  expect(await listInvitations(registrar, { exerciseId }, now)).toEqual([])
})
