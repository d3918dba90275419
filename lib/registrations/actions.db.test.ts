import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { expertOf, makeAccount, staffOf } from '@/prisma/actors'
import { makeCompany, makeQuota } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeRole, makeSite, makeTeam } from '@/prisma/factories'
import { discard, editRegistration, nominate } from './actions'
import { counted, delegationOf, now, setting, stateOf } from './setting.fixture'

const aiko = {
  email: 'Aiko.Mori@example.jp',
  givenName: 'Aiko',
  familyName: 'Mori',
  nativeName: '森 愛子',
  companyId: '',
  teamId: '',
  siteId: '',
  presence: 'remote',
  homeTimeZone: 'Asia/Tokyo',
  languages: '日本語, English',
  clearanceUntilOn: '2027-12-31',
  homeNation: 'JPN',
}

async function nominated() {
  const world = await setting()
  const { ids, contact, role } = world
  const input = { ...ids, ...aiko, roleId: role.id }
  const result = await execute(nominate.definition, contact, input, now)
  if (!result.ok) throw new Error(result.error.reason)
  const { registrationId } = result.data
  const row = () => factoryDb().registration.findUniqueOrThrow({ where: { id: registrationId } })
  const { version } = await row()
  const edit = (fields: object, actor: Actor = contact, more: object = {}) =>
    execute(
      editRegistration.definition,
      actor,
      { ...input, registrationId, version, ...fields, ...more },
      now,
    )
  return { ...world, input, registrationId, row, edit }
}

describe('nominating', () => {
  it('writes a draft as the delegation said it, and a person of the programme', async () => {
    const { exercise, row, ids } = await nominated()
    const { homeNation: _, companyId: __, teamId: ___, siteId: ____, ...written } = aiko
    expect(await row()).toMatchObject({
      ...written,
      ...ids,
      state: 'draft',
      languages: ['日本語', 'English'],
      clearanceUntilOn: new Date('2027-12-31'),
      submittedAt: null,
    })
    expect(await factoryDb().person.findMany({ where: { programmeId: exercise.programmeId } })).toMatchObject(
      [{ email: aiko.email, homeNation: 'JPN', familyName: 'Mori' }],
    )
  })
  it('joins the person to the account that has proven the address, and to no other', async () => {
    const proven = await makeAccount({ email: `proven.${aiko.email}` })
    const unproven = await makeAccount({ email: `unproven.${aiko.email}`, emailVerified: false })
    const { contact, input } = await nominated()
    const accountOf = async (email: string) => {
      await execute(nominate.definition, contact, { ...input, email }, now)
      return (await factoryDb().person.findFirstOrThrow({ where: { email } })).accountId
    }
    expect(await accountOf(proven.email)).toBe(proven.id)
    expect(await accountOf(unproven.email)).toBeNull()
  })
  it('takes no place', async () => {
    const { quota } = await nominated()
    expect(await counted(quota)).toEqual({ used: 0, rows: 0 })
  })
  it('refuses an address twice in one delegation, whatever its case, beside the field', async () => {
    const { contact, input } = await nominated()
    const again = { ...input, email: aiko.email.toUpperCase(), givenName: 'Another' }
    expect(await execute(nominate.definition, contact, again, now)).toMatchObject({
      error: {
        reason: 'registration_email_taken',
        fields: { email: { reason: 'registration_email_taken' } },
      },
    })
  })
  it('lets two delegations name one person, and neither learns what the other wrote', async () => {
    const { exercise, input, role } = await nominated()
    const estonia = await delegationOf(exercise, 'EST')
    const theirs = { ...input, ...estonia.ids, givenName: 'A.', familyName: 'Mori-Kask', homeNation: 'EST' }
    expect(
      await execute(nominate.definition, estonia.contact, { ...theirs, roleId: role.id }, now),
    ).toMatchObject({
      ok: true,
    })
    const rows = await factoryDb().registration.findMany({
      where: { exerciseId: exercise.id },
      orderBy: { familyName: 'asc' },
      select: { familyName: true, personId: true },
    })
    expect(rows.map(({ familyName }) => familyName)).toEqual(['Mori', 'Mori-Kask'])
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(1)
    expect(await factoryDb().person.findMany({ where: { programmeId: exercise.programmeId } })).toMatchObject(
      [{ familyName: 'Mori', homeNation: 'JPN' }],
    )
  })
  it('keeps HTML as the text it is', async () => {
    const { row, edit } = await nominated()
    await edit({ familyName: '<script>alert(1)</script>' })
    expect((await row()).familyName).toBe('<script>alert(1)</script>')
  })
  it('says beside each field what is wrong with it', async () => {
    const { contact, input } = await nominated()
    const wrong: [string, unknown, string][] = [
      ['email', 'nobody', 'not_an_email'],
      ['givenName', ' ', 'required'],
      ['familyName', 'x'.repeat(121), 'too_long'],
      ['nativeName', '森\u0000', 'control_characters'],
      ['homeTimeZone', 'Europe/Atlantis', 'unknown_zone'],
      ['homeNation', 'XXX', 'nation_unknown'],
      ['clearanceUntilOn', '2027-02-30', 'not_a_date'],
      ['presence', 'floating', 'required'],
      ['roleId', '', 'required'],
      ['languages', Array.from({ length: 11 }, (_, at) => `L${at}`).join(','), 'too_many'],
    ]
    for (const [field, value, reason] of wrong) {
      expect(await execute(nominate.definition, contact, { ...input, [field]: value }, now)).toMatchObject({
        error: { code: 'invalid', fields: { [field]: { reason } } },
      })
    }
  })
  it('finds no company, role, site or team that is not the delegation’s', async () => {
    const { exercise, contact, input, team } = await nominated()
    const estonia = await delegationOf(exercise, 'EST')
    const elsewhere = await setting()
    const fresh = { ...input, email: 'ren@example.jp' }
    const attempt = (fields: object) => execute(nominate.definition, contact, { ...fresh, ...fields }, now)
    const notFound = { error: { code: 'not_found' } }
    expect(await attempt({ companyId: (await makeCompany(estonia.participation)).id })).toMatchObject(
      notFound,
    )
    expect(await attempt({ roleId: elsewhere.role.id })).toMatchObject(notFound)
    expect(await attempt({ siteId: (await makeSite(elsewhere.exercise)).id })).toMatchObject(notFound)
    const other = await makeTeam(exercise)
    for (const teamId of [other.id, elsewhere.team.id]) {
      expect(await attempt({ teamId })).toMatchObject({
        error: { fields: { teamId: { reason: 'team_of_another' } } },
      })
    }
    const site = await makeSite(exercise)
    expect(await attempt({ siteId: site.id })).toMatchObject({
      error: { fields: { siteId: { reason: 'site_is_a_place' } } },
    })
    expect(await attempt({ teamId: team.id, siteId: site.id, presence: 'on_site' })).toMatchObject({
      ok: true,
    })
  })
  it('is over when registration has closed, and stays open to the organisers', async () => {
    const { exercise, contact, registrar, input } = await nominated()
    await makeActivity(exercise, {
      gate: 'registration_closes',
      start: { anchor: 'fixed', at: now, timeZone: 'Europe/Tallinn' },
    })
    const late = { ...input, email: 'late@example.jp' }
    expect(await execute(nominate.definition, contact, late, now)).toMatchObject({
      error: { reason: 'registration_closed' },
    })
    expect(await execute(nominate.definition, registrar, late, now)).toMatchObject({ ok: true })
  })
})

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
  it('shows nothing of a person of another delegation, not even in a conflict', async () => {
    const { exercise, edit, input, registrationId } = await nominated()
    await edit({ givenName: 'Hana' })
    const estonia = await delegationOf(exercise, 'EST')
    const asOwn = { ...input, ...estonia.ids, registrationId, version: 1, givenName: 'Spy' }
    const result = await execute(editRegistration.definition, estonia.contact, asOwn, now)
    expect(result).toEqual({ ok: false, error: { code: 'not_found', reason: 'not_found' } })
  })
})

describe('taking a draft off the list', () => {
  it('removes drafts and nothing else', async () => {
    const { contact, ids, person } = await setting()
    const [draft, submitted] = [await person(), await person('submitted')]
    const remove = (...registrationIds: string[]) =>
      execute(discard.definition, contact, { ...ids, registrationIds }, now)
    expect(await remove(draft.id, submitted.id)).toMatchObject({
      error: { reason: 'only_drafts_go', params: { count: 1 } },
    })
    expect(await stateOf(draft)).toBe('draft')
    expect(await remove(draft.id)).toMatchObject({ ok: true })
    expect(await remove(draft.id)).toMatchObject({ error: { code: 'not_found' } })
  })
})

describe('who may', () => {
  it('write about people is decided for every role and every other delegation', async () => {
    const { exercise, contact, registrar, input, registrationId, person } = await nominated()
    const estonian = (await delegationOf(exercise, 'EST')).contact
    const refused: Record<string, Actor> = {
      visitor: { kind: 'visitor' },
      planner: await staffOf(exercise, 'planner'),
      controller: await staffOf(exercise, 'controller'),
      observer: await staffOf(exercise, 'observer'),
      expert: await expertOf(await person('submitted')),
      estonian,
    }
    const attempts = (actor: Actor) =>
      Promise.all([
        execute(nominate.definition, actor, { ...input, email: 'new@example.jp' }, now),
        execute(
          editRegistration.definition,
          actor,
          { ...input, registrationId, version: 1, givenName: 'X' },
          now,
        ),
        execute(discard.definition, actor, { ...input, registrationIds: [registrationId] }, now),
      ])
    for (const [name, actor] of Object.entries(refused)) {
      const code = name === 'visitor' ? 'unauthenticated' : 'forbidden'
      for (const result of await attempts(actor)) expect(result).toMatchObject({ error: { code } })
    }
    expect(await factoryDb().registration.findUniqueOrThrow({ where: { id: registrationId } })).toMatchObject(
      {
        givenName: 'Aiko',
      },
    )
    expect(await factoryDb().registration.count({ where: { email: 'new@example.jp' } })).toBe(0)
    for (const actor of [contact, registrar]) {
      const edit = { ...input, registrationId, version: 1, nativeName: '' }
      expect(await execute(editRegistration.definition, actor, edit, now)).toMatchObject({ ok: true })
    }
  })
})

it('the same nomination sent at once by two contacts is there once', async () => {
  const { contact, ids, role } = await setting()
  const input = { ...ids, ...aiko, roleId: role.id }
  const results = await Promise.all(
    [1, 2, 3, 4, 5].map(() => execute(nominate.definition, contact, input, now)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(
    results.filter(result => !result.ok && result.error.reason === 'registration_email_taken'),
  ).toHaveLength(4)
})
