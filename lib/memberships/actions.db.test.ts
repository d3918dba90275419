import { expect, test } from 'vitest'
import { contactOf, makeAccount, makeMembership, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { makeExercise } from '@/prisma/factories'
import { execute } from '../action'
import { db } from '../db'
import { inviteStaff } from '../invitations/actions'
import { can } from '../policy'
import { loadActor } from '../session'
import { currentInstant } from '../time'
import { changeMemberRole, removeContact, removeMember } from './actions'
import { listContacts, listMembers } from './queries'

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
