import { describe, expect, it } from 'vitest'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makePartner, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { execute } from '../action'
import { addCompany } from '../companies/actions'
import { inviteContact, revokeInvitation } from '../invitations/actions'
import { listInvitations } from '../invitations/queries'
import { type Actor, accountOf, type ContactRole } from '../policy'
import { getDelegation, listOwnDelegations } from '../registrations/delegation/queries'
import { withdraw } from '../registrations/states/actions'
import { currentInstant } from '../time-now'
import { changeContactRole, removeContact } from './actions'
import { listContacts } from './queries'

const now = currentInstant()

async function delegation() {
  const exercise = await makeExercise({ status: 'registration' })
  const partner = await makePartner({ id: exercise.programmeId })
  const participation = await makeParticipation(exercise, { partnerId: partner.id })
  const owner = { exerciseId: exercise.id, participationId: participation.id }
  const [lead, deputy, reader] = [
    await contactOf(participation),
    await contactOf(participation, 'deputy_contact'),
    await contactOf(participation, 'reading_contact'),
  ]
  return { exercise, participation, owner, lead, deputy, reader }
}

type Owner = { exerciseId: string; participationId: string }

const invite = (actor: Actor, owner: Owner, role: ContactRole = 'deputy_contact') =>
  execute(inviteContact.definition, actor, { ...owner, role, locale: 'en', maxUses: 3 }, now)

async function membershipOf(actor: Actor, owner: Owner): Promise<string> {
  const accountId = accountOf(actor)?.accountId ?? ''
  return (await factoryDb().membership.findFirstOrThrow({ where: { accountId, ...owner } })).id
}

const forbidden = { ok: false, error: { code: 'forbidden' } }

describe('a delegation’s lead', () => {
  it('invites deputies and readers by a link that serves several, and takes it back', async () => {
    const { owner, lead } = await delegation()
    const made = await invite(lead, owner, 'reading_contact')
    expect(made).toMatchObject({ ok: true })
    const [open] = await listInvitations(lead, owner, now)
    expect(open).toMatchObject({ role: 'reading_contact', maxUses: 3, state: 'open' })
    const taken = { ...owner, invitationId: open?.invitationId }
    expect(await execute(revokeInvitation.definition, lead, taken, now)).toMatchObject({ ok: true })
    expect(await listInvitations(lead, owner, now)).toMatchObject([{ state: 'revoked' }])
  })

  it('gives others another part, and takes them off with the links that they made', async () => {
    const { owner, lead, deputy } = await delegation()
    const membershipId = await membershipOf(deputy, owner)
    const input = { ...owner, membershipId }
    const promoted = { ...input, role: 'point_of_contact' }
    expect(await execute(changeContactRole.definition, lead, promoted, now)).toMatchObject({ ok: true })
    expect(
      (await listContacts(lead, owner.exerciseId, owner.participationId)).map(({ role }) => role),
    ).toEqual(['point_of_contact', 'point_of_contact', 'reading_contact'])
    const accountId = accountOf(deputy)?.accountId ?? ''
    await invite({ ...lead, ...(lead.kind === 'account' ? { accountId } : {}) }, owner)
    expect(await execute(removeContact.definition, lead, input, now)).toMatchObject({ ok: true })
    expect(await listInvitations(lead, owner, now)).toMatchObject([{ state: 'revoked' }])
  })

  it('neither removes nor changes the own part, so that a lead remains', async () => {
    const { owner, lead } = await delegation()
    const input = { ...owner, membershipId: await membershipOf(lead, owner) }
    for (const result of [
      await execute(removeContact.definition, lead, input, now),
      await execute(changeContactRole.definition, lead, { ...input, role: 'reading_contact' }, now),
    ])
      expect(result).toMatchObject({ ok: false, error: { code: 'refused' } })
  })

  it('has no word in another delegation', async () => {
    const { owner, reader } = await delegation()
    const other = await delegation()
    expect(await invite(other.lead, owner)).toMatchObject(forbidden)
    const input = { ...owner, membershipId: await membershipOf(reader, owner) }
    expect(await execute(removeContact.definition, other.lead, input, now)).toMatchObject(forbidden)
    const crossed = { ...other.owner, membershipId: input.membershipId }
    expect(await execute(removeContact.definition, other.lead, crossed, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await listContacts(other.lead, owner.exerciseId, owner.participationId)).toEqual([])
  })
})

describe('a deputy', () => {
  it('does the delegation’s work, and lets nobody in or out', async () => {
    const { owner, participation, lead, deputy } = await delegation()
    const registration = await makeRegistration(participation, { state: 'submitted' })
    const leaves = { ...owner, registrationIds: [registration.id] }
    expect(await execute(withdraw.definition, deputy, leaves, now)).toMatchObject({ ok: true })
    expect(await invite(deputy, owner)).toMatchObject(forbidden)
    const input = { ...owner, membershipId: await membershipOf(lead, owner) }
    expect(await execute(removeContact.definition, deputy, input, now)).toMatchObject(forbidden)
    expect(await listInvitations(deputy, owner, now)).toEqual([])
  })
})

describe('a reader', () => {
  it('sees the delegation, and changes nothing in it', async () => {
    const { owner, participation, reader } = await delegation()
    const registration = await makeRegistration(participation, { state: 'submitted' })
    expect(await listOwnDelegations(reader)).toMatchObject([{ id: owner.participationId }])
    expect(await getDelegation(reader, owner.participationId)).toMatchObject({ states: { submitted: 1 } })
    const leaves = { ...owner, registrationIds: [registration.id] }
    expect(await execute(withdraw.definition, reader, leaves, now)).toMatchObject(forbidden)
    const company = { ...owner, kind: 'company', name: 'Harbour Systems' }
    expect(await execute(addCompany.definition, reader, company, now)).toMatchObject(forbidden)
  })
})

it('a registrar gives a delegation its first lead', async () => {
  const { owner, exercise } = await delegation()
  expect(await invite(await staffOf(exercise, 'registrar'), owner, 'point_of_contact')).toMatchObject({
    ok: true,
  })
  expect(await invite(await staffOf(exercise, 'planner'), owner)).toMatchObject(forbidden)
})
