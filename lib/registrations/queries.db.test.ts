import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/policy'
import { actorWithoutRole, administrator, expertOf, staffOf } from '@/prisma/actors'
import { makeCompany, makeQuota, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeRole } from '@/prisma/factories'
import { getDelegation, listOwnDelegations } from './delegation/queries'
import { getRegistrationOverview } from './overview/queries'
import { listOwnRegistrations } from './own/queries'
import { getRegistration, listForFile, listRegistrations } from './queries'
import { listFilterSchema, pageSize } from './schema'
import { delegationOf, now, setting } from './setting.fixture'

const filter = (given: object = {}) => listFilterSchema.parse(given)
const whole = ({ exerciseId }: { exerciseId: string }) => ({ exerciseId, participationId: null })

async function twoNations() {
  const world = await setting()
  const estonia = await delegationOf(world.exercise, 'EST')
  const { role, team } = world
  const aiko = await world.person('confirmed', {
    familyName: 'Mori',
    givenName: 'Aiko',
    nativeName: '森 愛子',
  })
  const ren = await world.person('draft', {
    familyName: 'Ishikawa',
    givenName: 'Ren',
    stateAt: new Date(now),
  })
  const own = { roleId: role.id, teamId: team.id }
  const kadri = await makeRegistration(estonia.participation, {
    ...own,
    ...{ familyName: 'Õunapuu', givenName: 'Kadri', state: 'submitted' },
  })
  return { ...world, estonia, aiko, ren, kadri }
}

async function namesFor(actor: Actor, scope: Parameters<typeof listRegistrations>[1], given: object = {}) {
  const { people } = await listRegistrations(actor, scope, filter(given))
  return people.map(({ familyName }) => familyName)
}

describe('a list of people', () => {
  it('shows each nation its own, each expert the own row, staff the exercise, others nothing', async () => {
    const { exercise, ids, estonia, contact, registrar, aiko } = await twoNations()
    const all = { state: null, sort: 'name' }
    expect(await namesFor(contact, ids, all)).toEqual(['Ishikawa', 'Mori'])
    expect(await namesFor(contact, whole(ids), all)).toEqual(['Mori'])
    expect(await namesFor(contact, estonia.ids, all)).toEqual([])
    expect(await namesFor(estonia.contact, whole(ids), all)).toEqual(['Õunapuu'])
    expect(await namesFor(await expertOf(aiko), whole(ids), all)).toEqual(['Mori'])
    expect(await namesFor(registrar, whole(ids), all)).toEqual(['Mori', 'Õunapuu'])
    for (const actor of [
      await actorWithoutRole(),
      { kind: 'visitor' } as const,
      await staffOf(exercise, 'observer'),
    ]) {
      expect(await namesFor(actor, whole(ids), all)).toEqual([])
    }
    const elsewhere = await setting()
    expect(await namesFor(elsewhere.registrar, whole(ids), all)).toEqual([])
    expect(await namesFor(await administrator(), whole(ids), all)).toEqual(['Mori', 'Õunapuu'])
  })
  it('leaves drafts to the delegation unless they are asked for', async () => {
    const { ids, registrar, contact } = await twoNations()
    expect(await namesFor(registrar, whole(ids), { state: 'draft' })).toEqual(['Ishikawa'])
    expect(await namesFor(contact, ids, { state: 'draft' })).toEqual(['Ishikawa'])
  })
  it('finds words in names of any script, addresses and companies, without diacritics, and takes % for what it is', async () => {
    const { ids, contact, registrar, participation, ren } = await twoNations()
    const company = await makeCompany(participation, { name: '100% Kaikyō' })
    await factoryDb().registration.update({ where: { id: ren.id }, data: { companyId: company.id } })
    expect(await namesFor(contact, ids, { q: '森' })).toEqual(['Mori'])
    expect(await namesFor(contact, ids, { q: 'aiko mor' })).toEqual(['Mori'])
    expect(await namesFor(contact, ids, { q: '% kaik' })).toEqual(['Ishikawa'])
    expect(await namesFor(contact, ids, { q: 'KAIKYO' })).toEqual(['Ishikawa'])
    expect(await namesFor(contact, ids, { q: "o'; DROP" })).toEqual([])
    expect(await namesFor(registrar, whole(ids), { q: 'ounapuu' })).toEqual(['Õunapuu'])
    expect(await namesFor(registrar, whole(ids), { q: 'ŌUNAPUU KADRÍ' })).toEqual(['Õunapuu'])
    expect(await namesFor(contact, ids, { company: company.id })).toEqual(['Ishikawa'])
    expect(await namesFor(contact, ids, { company: 'none' })).toEqual(['Mori'])
  })
  it('narrows by nation, role and team, and orders by each column both ways', async () => {
    const { ids, registrar, exercise, estonia, kadri } = await twoNations()
    const role = await makeRole(exercise, { name: 'Law' })
    await factoryDb().registration.update({
      where: { id: kadri.id },
      data: { roleId: role.id, teamId: null },
    })
    const list = (given: object) => namesFor(registrar, whole(ids), given)
    expect(await list({ nation: estonia.participation.id })).toEqual(['Õunapuu'])
    expect(await list({ role: role.id })).toEqual(['Õunapuu'])
    expect(await list({ team: 'none' })).toEqual(['Õunapuu'])
    for (const sort of ['name', 'nation', 'role', 'team', 'company', 'state', 'changed']) {
      const [up, down] = [await list({ sort, order: 'asc' }), await list({ sort, order: 'desc' })]
      expect(up.toSorted()).toEqual(down.toSorted())
    }
    expect(await list({ sort: 'nation', order: 'asc' })).toEqual(['Õunapuu', 'Mori'])
    expect(await list({ sort: 'name', order: 'desc' })).toEqual(['Õunapuu', 'Mori'])
    expect(await list({ sort: 'state', order: 'asc' })).toEqual(['Õunapuu', 'Mori'])
  })
  it('leaves out what makes no sense in an address', async () => {
    const { ids, registrar } = await twoNations()
    expect(
      await namesFor(registrar, whole(ids), {
        state: 'x',
        nation: 'y',
        sort: ['a'],
        page: '-1',
        q: 'a\u0000',
      }),
    ).toHaveLength(2)
  })
  it('comes in pages that hold everybody once', async () => {
    const { ids, contact, people } = await setting()
    await people(pageSize + 3)
    const [first, second] = [
      await listRegistrations(contact, ids, filter()),
      await listRegistrations(contact, ids, filter({ page: '2' })),
    ]
    expect([first.total, first.people.length, second.people.length]).toEqual([pageSize + 3, pageSize, 3])
    expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(pageSize + 3)
  })
  it('tells the position on the waiting list in the order of submission', async () => {
    const { ids, contact, person } = await setting()
    const waiting = (day: number, familyName: string) =>
      person('waitlisted', { familyName, submittedAt: new Date(now + day * 86_400_000) })
    await waiting(2, 'Second')
    await waiting(1, 'First')
    const { people } = await listRegistrations(contact, ids, filter({ sort: 'name' }))
    expect(people.map(({ familyName, waiting: at }) => [familyName, at])).toEqual([
      ['First', { position: 1, of: 2, with: 0 }],
      ['Second', { position: 2, of: 2, with: 0 }],
    ])
  })
  it('shows the same person in two delegations to whoever decides, and to nobody else', async () => {
    const { exercise, ids, estonia, contact, registrar, aiko, role } = await twoNations()
    await makeRegistration(estonia.participation, {
      personId: aiko.personId,
      roleId: role.id,
      state: 'submitted',
    })
    const also = async (actor: Actor, scope: Parameters<typeof listRegistrations>[1]) => {
      const { people } = await listRegistrations(actor, scope, filter({ q: 'mori' }))
      return people[0]?.alsoIn
    }
    expect(await also(registrar, whole(ids))).toEqual(['EST'])
    expect(await also(await staffOf(exercise, 'planner'), whole(ids))).toBeNull()
    expect(await also(contact, ids)).toBeNull()
  })
})

describe('one person', () => {
  it('is found by the own delegation and staff only', async () => {
    const { ids, estonia, contact, registrar, aiko, kadri } = await twoNations()
    expect(await getRegistration(contact, ids, aiko.id)).toMatchObject({
      familyName: 'Mori',
      nativeName: '森 愛子',
    })
    expect(await getRegistration(registrar, ids, aiko.id)).not.toBeNull()
    expect(await getRegistration(contact, ids, kadri.id)).toBeNull()
    expect(await getRegistration(contact, estonia.ids, kadri.id)).toBeNull()
    expect(await getRegistration(contact, whole(ids), kadri.id)).toBeNull()
  })
})

describe('a delegation', () => {
  it('is its own and the staff’s, with places, teams, dates and people by state', async () => {
    const { exercise, participation, ids, contact, registrar, estonia, role, team } = await twoNations()
    await makeQuota(participation, { roleId: role.id, size: 3 })
    await makeActivity(exercise, {
      gate: 'registration_closes',
      days: 1,
      start: { anchor: 'dday', day: -30, minute: null, timeZone: 'Europe/Tallinn' },
    })
    for (const actor of [contact, registrar]) {
      expect(await getDelegation(actor, participation.id)).toMatchObject({
        ...{ id: participation.id, exerciseId: ids.exerciseId },
        partner: { code: 'JPN' },
        states: { confirmed: 1, draft: 1 },
        teams: [{ id: team.id, others: [], seats: [{ used: 1 }] }],
        window: { opensAt: null, closesAt: Date.UTC(2027, 2, 14, 22) },
      })
    }
    expect(await getDelegation(estonia.contact, participation.id)).toBeNull()
    expect(await getDelegation({ kind: 'visitor' }, participation.id)).toBeNull()
  })
  it('names the nations that share its teams, and never their people', async () => {
    const { participation, contact, estonia, team } = await twoNations()
    await factoryDb().teamNation.create({ data: { ...estonia.ids, teamId: team.id } })
    const found = await getDelegation(contact, participation.id)
    expect(found?.teams[0]?.others).toMatchObject([{ partner: { code: 'EST' } }])
    expect(JSON.stringify(found)).not.toContain('Õunapuu')
  })
  it('is listed for those who speak for it', async () => {
    const { contact, registrar, participation } = await twoNations()
    expect((await listOwnDelegations(contact)).map(({ id }) => id)).toEqual([participation.id])
    expect(await listOwnDelegations(registrar)).toEqual([])
  })
})

describe('the overview', () => {
  it('counts by nation, role and team, and is for staff', async () => {
    const { exercise, contact, registrar, ids, role, team, ren, estonia, participation } = await twoNations()
    await factoryDb().registration.update({ where: { id: ren.id }, data: { teamId: null } })
    const overview = await getRegistrationOverview(registrar, ids.exerciseId)
    expect(overview).toMatchObject({
      all: { confirmed: 1, draft: 1, submitted: 1 },
      nations: [
        { id: estonia.participation.id, code: 'EST', states: { submitted: 1 }, size: 10, used: 1 },
        { id: participation.id, code: 'JPN', states: { confirmed: 1, draft: 1 } },
      ],
      roles: [{ id: role.id, most: 10, states: { confirmed: 1, draft: 1, submitted: 1 } }],
      teams: [{ id: team.id, used: 1, most: 10, states: { confirmed: 1, submitted: 1 } }],
      withoutTeam: { draft: 1 },
    })
    for (const actor of [contact, await staffOf(exercise, 'observer'), await actorWithoutRole()]) {
      expect(await getRegistrationOverview(actor, ids.exerciseId)).toBeNull()
    }
  })
})

describe('one’s own registrations', () => {
  it('are told whatever became of them, drafts excepted', async () => {
    const { person } = await setting()
    const declined = await person('declined')
    const actor = await expertOf(declined)
    expect((await listOwnRegistrations(actor)).map(({ id, state }) => [id, state])).toEqual([
      [declined.id, 'declined'],
    ])
    const draft = await person('draft')
    expect(await listOwnRegistrations(await expertOf(draft))).toEqual([])
    expect(await listOwnRegistrations({ kind: 'visitor' })).toEqual([])
  })
})

describe('a file of the list', () => {
  it('holds whom the page would show, without its pages, and for nobody else', async () => {
    const { exercise, registrar, contact, ids, people, person } = await setting({ places: 100 })
    await people(60, 'submitted')
    await person('draft')
    const other = await delegationOf(exercise, 'EST')
    const whole = { exerciseId: exercise.id, participationId: null }
    expect(await listForFile(registrar, whole, filter({}))).toHaveLength(60)
    expect(await listForFile(registrar, whole, filter({ state: 'endorsed' }))).toEqual([])
    expect(await listForFile(contact, ids, filter({ page: 2 }))).toHaveLength(61)
    expect(await listForFile(contact, whole, filter({}))).toBeNull()
    expect(await listForFile(other.contact, ids, filter({}))).toBeNull()
    expect(await listForFile({ kind: 'visitor' }, ids, filter({}))).toBeNull()
  })
})
