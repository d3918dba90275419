import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { makeAccount } from '@/prisma/actors'
import { makeCompany } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeSite, makeTeam } from '@/prisma/factories'
import { nominate } from './actions'
import { aiko, nominated } from './nominated.fixture'
import { counted, delegationOf, now, setting } from './setting.fixture'

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
