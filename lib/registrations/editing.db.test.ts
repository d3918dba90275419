import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { makeQuota } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeRole } from '@/prisma/factories'
import { editRegistration } from './actions'
import { aiko, nominated } from './nominated.fixture'
import { counted, delegationOf, now, setting } from './setting.fixture'

describe('editing', () => {
  it('changes what was typed, and only that', async () => {
    const { edit, row } = await nominated()
    expect(await edit({ familyName: 'Ōta', companyId: null, clearanceUntilOn: '' })).toMatchObject({
      ok: true,
    })
    expect(await row()).toMatchObject({
      familyName: 'Ōta',
      givenName: 'Aiko',
      clearanceUntilOn: null,
      state: 'draft',
    })
  })
  it('by two collides only where both changed the same, and shows what the other wrote', async () => {
    const { edit, row, registrar } = await nominated()
    expect(await edit({ givenName: 'Hana' })).toMatchObject({ ok: true })
    expect(await edit({ nativeName: '太田 花' }, registrar)).toMatchObject({ ok: true })
    expect(await edit({ givenName: 'Haruka' }, registrar)).toMatchObject({
      error: { code: 'conflict', conflicts: [{ field: 'givenName', theirs: 'Hana' }] },
    })
    expect(await row()).toMatchObject({ givenName: 'Hana', nativeName: '太田 花' })
  })
  it('of the address leads to the person of the new address', async () => {
    const { edit, row, input } = await nominated()
    const before = (await row()).personId
    expect(await edit({ email: 'aiko@example.jp' })).toMatchObject({ ok: true })
    expect((await row()).personId).not.toBe(before)
    expect(await factoryDb().person.findFirst({ where: { id: before, email: input.email } })).toMatchObject({
      id: before,
    })
  })
  it('moves a held place to the new role and site, and is refused where that is full', async () => {
    const { exercise, participation, person, contact, ids, role, quota } = await setting()
    const other = await makeRole(exercise, { name: 'Law' })
    const [ofRole, ofOther] = [
      await makeQuota(participation, { roleId: role.id, size: 5 }),
      await makeQuota(participation, { roleId: other.id, size: 1 }),
    ]
    const [one, two] = [await person('submitted'), await person('submitted')]
    const edit = ({ id, version, email }: typeof one) =>
      execute(
        editRegistration.definition,
        contact,
        { ...ids, ...aiko, email, presence: 'on_site', registrationId: id, version, roleId: other.id },
        now,
      )
    expect(await edit(one)).toMatchObject({ ok: true })
    expect(await edit(two)).toMatchObject({
      error: { reason: 'quota_full', params: { scope: 'role', name: 'Law', left: 0 } },
    })
    expect(await counted(ofRole)).toEqual({ used: 1, rows: 1 })
    expect(await counted(ofOther)).toEqual({ used: 1, rows: 1 })
    expect(await counted(quota)).toEqual({ used: 2, rows: 2 })
  })
  it('leaves role and team of a confirmed person to the organisers', async () => {
    const { exercise, contact, ids, role, team, person } = await setting()
    const { id, version, email } = await person('confirmed')
    const input = { ...ids, ...aiko, email, roleId: role.id, teamId: team.id, registrationId: id, version }
    const other = await makeRole(exercise)
    expect(
      await execute(editRegistration.definition, contact, { ...input, roleId: other.id }, now),
    ).toMatchObject({
      error: { reason: 'seat_is_fixed' },
    })
    expect(await execute(editRegistration.definition, contact, input, now)).toMatchObject({ ok: true })
  })
  it('ends for the nation at the edit deadline', async () => {
    const { exercise, edit, registrar } = await nominated()
    await makeActivity(exercise, {
      gate: 'edit_deadline',
      start: { anchor: 'fixed', at: now, timeZone: 'Europe/Tallinn' },
    })
    expect(await edit({ givenName: 'Hana' })).toMatchObject({ error: { reason: 'edit_deadline_passed' } })
    expect(await edit({ givenName: 'Hana' }, registrar)).toMatchObject({ ok: true })
  })
  it('of the address takes away what the person before has said, and the link to it', async () => {
    const { edit, registrationId, input } = await nominated()
    const { exerciseId } = input
    const own = { exerciseId, registrationId }
    const said = { filledAt: new Date(now), agreedAt: new Date(now), agreedVersion: 1 }
    await factoryDb().registration.update({ where: { id: registrationId }, data: said })
    await factoryDb().registrationNeeds.create({ data: { ...own, diet: 'No nuts' } })
    const link = { ...own, tokenHash: 'a'.repeat(64), createdAt: new Date(now) }
    await factoryDb().registrationLink.create({ data: link })
    expect(await edit({ givenName: 'Hana' })).toMatchObject({ ok: true })
    expect(await factoryDb().registrationNeeds.count({ where: own })).toBe(1)
    const { version } = await factoryDb().registration.findUniqueOrThrow({ where: { id: registrationId } })
    expect(await edit({ givenName: 'Hana', email: 'another@example.jp', version })).toMatchObject({
      ok: true,
    })
    expect(await factoryDb().registrationNeeds.count({ where: own })).toBe(0)
    expect(await factoryDb().registrationLink.count({ where: { ...own, revokedAt: null } })).toBe(0)
    expect(await factoryDb().registration.findUniqueOrThrow({ where: { id: registrationId } })).toMatchObject(
      {
        ...{ filledAt: null, agreedAt: null, agreedVersion: null },
      },
    )
  })
  it('shows nothing of a person of another delegation, not even in a conflict', async () => {
    const { exercise, edit, input, registrationId } = await nominated()
    await edit({ givenName: 'Hana' })
    const estonia = await delegationOf(exercise, 'EST')
    const asOwn = { ...input, ...estonia.ids, registrationId, version: 1, givenName: 'Spy' }
    const result = await execute(editRegistration.definition, estonia.contact, asOwn, now)
    expect(result).toEqual({ ok: false, error: { code: 'not_found', reason: 'not_found' } })
  })
})
