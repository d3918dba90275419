import { expect, test } from 'vitest'
import {
  administrator,
  contactOf,
  makeAccount,
  makeMembership,
  programmeStaffOf,
  staffOf,
} from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { makeExercise } from '@/prisma/factories'
import { execute } from '../action'
import { db } from '../db'
import { inviteAdministrator, inviteStaff } from '../invitations/actions'
import { listInvitations } from '../invitations/queries'
import { type Actor, can } from '../policy'
import { loadActor } from '../session'
import { currentInstant } from '../time'
import { changeMemberRole, removeAdministrator, removeContact, removeMember } from './actions'
import { listAdministrators, listContacts, listMembers } from './queries'

const now = currentInstant()
const notFound = { ok: false, error: { code: 'not_found', reason: 'not_found' } }

async function scene() {
  const exercise = await makeExercise()
  const director = await staffOf(exercise, 'director')
  const account = await makeAccount({ name: 'Aino Saar' })
  const membership = await makeMembership(account, { role: 'planner', exerciseId: exercise.id })
  return { exercise, director, account, exerciseId: exercise.id, membershipId: membership.id }
}

test('a new role counts from the next request on', async () => {
  const { exerciseId, membershipId, director, account } = await scene()
  expect(can(await loadActor(account.id), 'nation.edit', { exerciseId })).toBe(false)
  const input = { exerciseId, membershipId, role: 'registrar' }
  expect(await execute(changeMemberRole.definition, director, input, now)).toMatchObject({ ok: true })
  expect(can(await loadActor(account.id), 'nation.edit', { exerciseId })).toBe(true)
})

test('whoever is removed reaches nothing any more, nor do the links left behind', async () => {
  const { exercise, exerciseId, director } = await scene()
  const leaving = await staffOf(exercise, 'director')
  await execute(inviteStaff.definition, leaving, { exerciseId, role: 'director', locale: 'en' }, now)
  const accountId = leaving.kind === 'account' ? leaving.accountId : ''
  const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { accountId } })
  expect(await execute(removeMember.definition, director, { exerciseId, membershipId }, now)).toMatchObject({
    ok: true,
  })
  expect(can(await loadActor(accountId), 'exercise.read', { exerciseId })).toBe(false)
  expect(
    (await db.invitation.findFirstOrThrow({ where: { createdById: accountId } })).revokedAt,
  ).not.toBeNull()
  expect(await execute(removeMember.definition, director, { exerciseId, membershipId }, now)).toEqual(
    notFound,
  )
})

test('nobody takes the own role away', async () => {
  const { exerciseId, director } = await scene()
  const accountId = director.kind === 'account' ? director.accountId : ''
  const { id: membershipId } = await db.membership.findFirstOrThrow({ where: { accountId } })
  const own = { ok: false, error: { code: 'refused', reason: 'own_membership' } }
  expect(await execute(removeMember.definition, director, { exerciseId, membershipId }, now)).toEqual(own)
  const input = { exerciseId, membershipId, role: 'planner' }
  expect(await execute(changeMemberRole.definition, director, input, now)).toEqual(own)
})

test('members of another exercise, and delegations’ contacts, are not found among the staff', async () => {
  const { exerciseId, director, exercise } = await scene()
  const other = await scene()
  const input = { exerciseId, membershipId: other.membershipId }
  expect(await execute(removeMember.definition, director, input, now)).toEqual(notFound)
  const delegation = await makeParticipation(exercise)
  await contactOf(delegation)
  const [contact] = await listContacts(director, exerciseId, delegation.id)
  const membershipId = contact?.membershipId ?? ''
  expect(await execute(removeMember.definition, director, { exerciseId, membershipId }, now)).toEqual(
    notFound,
  )
  const asContact = { exerciseId, membershipId, participationId: delegation.id }
  expect(await execute(removeContact.definition, director, asContact, now)).toMatchObject({ ok: true })
  expect(await listContacts(director, exerciseId, delegation.id)).toEqual([])
})

test('the list of members is for organisers', async () => {
  const { exercise, director, account } = await scene()
  expect(
    (await listMembers(director, exercise))?.map(({ name, role, isYou }) => ({ name, role, isYou })),
  ).toContainEqual({
    name: 'Aino Saar',
    role: 'planner',
    isYou: false,
  })
  expect(await listMembers(await loadActor(account.id), exercise)).toBeNull()
})

test('an administrator takes the role from another, never from himself, and no programme’s administrator takes it', async () => {
  const { exercise } = await scene()
  const boss = await administrator()
  const colleague = await administrator()
  const own = { ok: false, error: { code: 'refused', reason: 'own_membership' } }
  const idOf = async (actor: Actor) =>
    (
      await db.membership.findFirstOrThrow({
        where: { accountId: actor.kind === 'account' ? actor.accountId : '' },
      })
    ).id
  await execute(inviteAdministrator.definition, colleague, { locale: 'en' }, now)
  const wide = await programmeStaffOf({ id: exercise.programmeId }, 'administrator')
  const membershipId = await idOf(colleague)
  expect(await execute(removeAdministrator.definition, wide, { membershipId }, now)).toMatchObject({
    error: { code: 'forbidden' },
  })
  expect(
    await execute(removeAdministrator.definition, boss, { membershipId: await idOf(boss) }, now),
  ).toEqual(own)
  expect(
    await execute(removeAdministrator.definition, boss, { membershipId: await idOf(wide) }, now),
  ).toEqual(notFound)
  expect(await execute(removeAdministrator.definition, boss, { membershipId }, now)).toMatchObject({
    ok: true,
  })
  expect((await listAdministrators(boss))?.map(({ membershipId: id }) => id)).not.toContain(membershipId)
  expect(await listAdministrators(wide)).toBeNull()
  expect(await listInvitations(boss, {}, now)).toMatchObject([{ role: 'administrator', state: 'revoked' }])
})
