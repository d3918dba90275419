import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { inviteCompanyContact } from '@/lib/invitations/actions'
import { changeContactRole, removeContact } from '@/lib/memberships/actions'
import { listContacts } from '@/lib/memberships/queries'
import { discard, editRegistration, nominate } from '@/lib/registrations/actions'
import { getCompanyDesk, getDelegation, listOwnCompanies } from '@/lib/registrations/delegation/queries'
import { listForFile, listRegistrations } from '@/lib/registrations/queries'
import { listFilterSchema } from '@/lib/registrations/schema'
import { idsOf, now, setting } from '@/lib/registrations/setting.fixture'
import { submit } from '@/lib/registrations/states/actions'
import { companyContactOf } from '@/prisma/actors'
import { makeCompany, makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity } from '@/prisma/factories'
import { listCompanies } from './queries'

async function desk() {
  const there = await setting()
  const delegation = await factoryDb().participation.findUniqueOrThrow({
    where: { id: there.ids.participationId },
  })
  const [kaikyo, port] = [
    await makeCompany(delegation, { name: 'Kaikyō' }),
    await makeCompany(delegation, { name: 'Port' }),
  ]
  const actor = await companyContactOf(kaikyo)
  const owner = { ...there.ids, ofCompany: kaikyo.id }
  const written = {
    ...{ email: 'nao@kaikyo.example', givenName: 'Nao', familyName: 'Kitahama', nativeName: '北浜 直' },
    ...{ companyId: kaikyo.id, roleId: there.role.id, teamId: null, siteId: null, presence: 'remote' },
    ...{ homeTimeZone: 'Asia/Tokyo', languages: 'Japanese', clearanceUntilOn: null },
  }
  return { ...there, delegation, kaikyo, port, actor, owner, written }
}

it('puts up the own company’s people as drafts, and the nation submits them', async () => {
  const { actor, owner, written, contact, ids, kaikyo } = await desk()
  const nominated = await execute(
    nominate.definition,
    actor,
    { ...owner, ...written, homeNation: 'JPN' },
    now,
  )
  expect(nominated).toMatchObject({ ok: true })
  const registrationIds = nominated.ok ? [nominated.data.registrationId] : []
  expect(await execute(submit.definition, actor, { ...ids, registrationIds }, now)).toMatchObject({
    error: { code: 'forbidden' },
  })
  expect(await execute(submit.definition, contact, { ...ids, registrationIds }, now)).toMatchObject({
    ok: true,
  })
  expect(await getCompanyDesk(actor, kaikyo.id)).toMatchObject({
    company: { name: 'Kaikyō' },
    states: { submitted: 1 },
  })
})

it('acts under the own company’s name alone', async () => {
  const { actor, owner, ids, port, written } = await desk()
  const person = { ...written, homeNation: 'JPN' }
  const asNation = await execute(nominate.definition, actor, { ...ids, ...person }, now)
  expect(asNation).toMatchObject({ error: { code: 'forbidden' } })
  const asPort = { ...owner, ofCompany: port.id, ...person, companyId: port.id }
  expect(await execute(nominate.definition, actor, asPort, now)).toMatchObject({
    error: { code: 'forbidden' },
  })
  for (const companyId of [port.id, null]) {
    const result = await execute(nominate.definition, actor, { ...owner, ...person, companyId }, now)
    expect(result).toMatchObject({ error: { fields: { companyId: { reason: 'company_of_another' } } } })
  }
})

it('neither sees nor touches anybody else of the delegation', async () => {
  const { actor, owner, written, ids, kaikyo, port, delegation } = await desk()
  const own = await makeRegistration(delegation, { companyId: kaikyo.id, roleId: written.roleId })
  const theirs = await makeRegistration(delegation, { companyId: port.id, roleId: written.roleId })
  const nobodys = await makeRegistration(delegation, { roleId: written.roleId })
  const seen = await listRegistrations(actor, ids, listFilterSchema.parse({}))
  expect(idsOf(...seen.people)).toEqual([own.id])
  expect(await getDelegation(actor, ids.participationId)).toBeNull()
  expect(await listCompanies(actor, ids.exerciseId, ids.participationId)).toEqual([])
  expect(await listContacts(actor, ids.exerciseId, ids.participationId)).toEqual([])
  expect(await listForFile(actor, ids, listFilterSchema.parse({}))).toBeNull()
  expect(await getCompanyDesk(actor, port.id)).toBeNull()
  for (const { id, version } of [theirs, nobodys]) {
    const edit = { ...owner, ...written, registrationId: id, version }
    expect(await execute(editRegistration.definition, actor, edit, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    const away = await execute(discard.definition, actor, { ...owner, registrationIds: [own.id, id] }, now)
    expect(away).toMatchObject({ error: { code: 'not_found' } })
  }
  expect(await factoryDb().registration.count({ where: { participationId: delegation.id } })).toBe(3)
})

it('edits the own people, and hands none of them to another company', async () => {
  const { actor, owner, written, kaikyo, port, delegation } = await desk()
  const { id, version } = await makeRegistration(delegation, { companyId: kaikyo.id, roleId: written.roleId })
  const edit = { ...owner, ...written, registrationId: id, version }
  expect(await execute(editRegistration.definition, actor, edit, now)).toMatchObject({ ok: true })
  const away = { ...edit, version: version + 1, companyId: port.id }
  expect(await execute(editRegistration.definition, actor, away, now)).toMatchObject({
    error: { fields: { companyId: { reason: 'company_of_another' } } },
  })
  expect(await execute(discard.definition, actor, { ...owner, registrationIds: [id] }, now)).toMatchObject({
    ok: true,
  })
})

it('keeps to the nation’s dates, and to the address that the nation has submitted', async () => {
  const { exercise, actor, owner, written, kaikyo, delegation } = await desk()
  const own = { companyId: kaikyo.id, roleId: written.roleId }
  const { id, version } = await makeRegistration(delegation, { ...own, state: 'submitted' })
  const edit = { ...owner, ...written, registrationId: id, version }
  expect(await execute(editRegistration.definition, actor, edit, now)).toMatchObject({
    error: { fields: { email: { reason: 'email_is_fixed' } } },
  })
  for (const gate of ['registration_closes', 'edit_deadline'] as const)
    await makeActivity(exercise, { gate, start: { anchor: 'fixed', at: now, timeZone: 'Europe/Tallinn' } })
  expect(await execute(editRegistration.definition, actor, edit, now)).toMatchObject({
    error: { reason: 'edit_deadline_passed' },
  })
  const late = { ...owner, ...written, homeNation: 'JPN' }
  expect(await execute(nominate.definition, actor, late, now)).toMatchObject({ error: { code: 'refused' } })
})

it('is invited by the nation’s lead for a company of the own delegation, and removed again', async () => {
  const { contact, ids, kaikyo, delegation } = await desk()
  const input = { ...ids, companyId: kaikyo.id, email: null, locale: 'en' }
  expect(await execute(inviteCompanyContact.definition, contact, input, now)).toMatchObject({ ok: true })
  const other = await makeParticipation({ id: ids.exerciseId, programmeId: delegation.programmeId })
  const foreign = await makeCompany(other)
  const wrong = { ...input, companyId: foreign.id }
  expect(await execute(inviteCompanyContact.definition, contact, wrong, now)).toMatchObject({
    error: { code: 'not_found' },
  })
  const all = await listContacts(contact, ids.exerciseId, ids.participationId)
  const member = all.find(({ company }) => company === 'Kaikyō')
  const to = { ...ids, membershipId: member?.membershipId }
  const risen = await execute(changeContactRole.definition, contact, { ...to, role: 'point_of_contact' }, now)
  expect(risen).toMatchObject({ error: { code: 'not_found' } })
  expect(await execute(removeContact.definition, contact, to, now)).toMatchObject({ ok: true })
})

it('finds the company by itself, and nothing once the company is gone', async () => {
  const { actor, kaikyo } = await desk()
  expect(await listOwnCompanies(actor)).toMatchObject([{ id: kaikyo.id, name: 'Kaikyō' }])
  await factoryDb().company.delete({ where: { id: kaikyo.id } })
  expect(await factoryDb().membership.count({ where: { companyId: kaikyo.id } })).toBe(0)
  expect(await getCompanyDesk(actor, kaikyo.id)).toBeNull()
})
