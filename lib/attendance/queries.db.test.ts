import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { visitor } from '@/lib/policy'
import { actorWithoutRole, expertOf, staffOf } from '@/prisma/actors'
import { makePartner, makeRegistration } from '@/prisma/delegation-factories'
import { signUpPartner } from './actions'
import { course, guest, nationAt, now, signUpOne } from './course.fixture'
import { listDelegationOffers, listSignUpChoices } from './delegation/queries'
import { getGathering, listAttendances, listForFile, listNationCounts } from './queries'
import { attendanceFilterSchema } from './schema'

const everybody = attendanceFilterSchema.parse({})
const withFilter = (given: object) => attendanceFilterSchema.parse(given)

async function setting() {
  const visit = await course({ onSitePlaces: 2, nationPlaces: 2 })
  const [japan, estonia] = [await nationAt(visit, 'JPN'), await nationAt(visit, 'EST')]
  const names = ['Õunapuu', 'Ito', 'Kask']
  for (const [n, familyName] of names.entries()) {
    const nation = n === 0 ? estonia : japan
    await signUpOne(nation.contact, nation.ids, { familyName, email: `p${n}@example.org` }, now + n)
  }
  return { visit, japan, estonia }
}

describe('Who attends', () => {
  it('is read by staff whole, by a contact as far as the own nation, and by nobody else', async () => {
    const { visit, japan } = await setting()
    const { owner, planner, exercise } = visit
    const names = async (actor: typeof planner) =>
      (await listAttendances(actor, owner, everybody)).map(({ familyName }) => familyName).sort()
    expect(await names(planner)).toEqual(['Ito', 'Kask', 'Õunapuu'])
    expect(await names(await staffOf(exercise, 'controller'))).toEqual(['Ito', 'Kask', 'Õunapuu'])
    expect(await names(japan.contact)).toEqual(['Ito', 'Kask'])
    for (const actor of [
      await staffOf(exercise, 'observer'),
      await actorWithoutRole(),
      await expertOf(await makeRegistration(japan.participation, { state: 'confirmed' })),
      visitor,
    ]) {
      expect(await names(actor)).toEqual([])
    }
  })

  it('is found by name without its marks, by state, nation and presence', async () => {
    const { visit, japan } = await setting()
    const { owner, planner } = visit
    const names = async (given: object) =>
      (await listAttendances(planner, owner, withFilter(given))).map(({ familyName }) => familyName)
    expect(await names({ q: 'ounap' })).toEqual(['Õunapuu'])
    expect(await names({ state: 'waiting' })).toEqual(['Kask'])
    expect(await names({ state: 'attended' })).toEqual([])
    expect(await names({ nation: japan.partner.id, presence: 'on_site' })).toEqual(['Ito', 'Kask'])
    expect(await names({ presence: 'remote' })).toEqual([])
    expect(await names({ state: 'nonsense', nation: 'x' })).toHaveLength(3)
  })

  it('knows its place in the whole line, and organisers alone who is named twice', async () => {
    const { visit, japan, estonia } = await setting()
    const { owner, planner } = visit
    await signUpOne(estonia.contact, estonia.ids, { email: 'p2@example.org', familyName: 'Kask' }, now + 9)
    const line = (await listAttendances(planner, owner, withFilter({ state: 'waiting' }))).map(
      ({ position, partner, alsoBy }) => [partner.code, position, alsoBy],
    )
    expect(line).toEqual([
      ['EST', 2, ['JPN']],
      ['JPN', 1, ['EST']],
    ])
    const own = await listAttendances(japan.contact, owner, withFilter({ state: 'waiting' }))
    expect(own.map(({ position, alsoBy }) => [position, alsoBy])).toEqual([[1, []]])
  })

  it('leaves as a file to whoever reads the list, and to nobody else', async () => {
    const { visit, japan, estonia } = await setting()
    const { owner, planner, exercise } = visit
    const file = async (actor: typeof planner, participationId: string | null) =>
      (await listForFile(actor, { ...owner, participationId }, everybody))?.length ?? null
    expect(await file(planner, null)).toBe(3)
    expect(await file(japan.contact, null)).toBeNull()
    expect(await file(japan.contact, japan.participation.id)).toBe(2)
    expect(await file(japan.contact, estonia.participation.id)).toBeNull()
    expect(await file(await staffOf(exercise, 'observer'), null)).toBeNull()
    expect(await file(visitor, null)).toBeNull()
  })
})

describe('How many attend', () => {
  it('is known by nation to observers too, with the partner that is not in the exercise, and not to contacts', async () => {
    const { visit, japan } = await setting()
    const { owner, planner, exercise } = visit

    const partner = await makePartner({ id: exercise.programmeId }, { code: 'UKR', name: 'Ukraine' })
    const asked = { ...owner, partnerId: partner.id, ...guest() }
    await execute(signUpPartner.definition, planner, asked, now + 5)
    const counts = (await listNationCounts(await staffOf(exercise, 'observer'), owner)).map(
      ({ code, used, waiting, size, participationId }) => [
        code,
        used,
        waiting,
        size,
        participationId !== null,
      ],
    )
    expect(counts).toEqual([
      ['EST', 1, 0, 2, true],
      ['JPN', 1, 1, 2, true],
      ['UKR', 0, 1, 2, false],
    ])
    expect(await listNationCounts(japan.contact, owner)).toEqual([])
  })

  it('is shown with the places to whoever may know of the activity', async () => {
    const { visit, japan } = await setting()
    const gathering = await getGathering(japan.contact, visit.owner)
    expect(gathering).toMatchObject({
      title: 'Range course',
      waiting: 1,
      places: { on_site: { size: 2, used: 2 }, remote: { size: null, used: 0 } },
      signUp: { by: 'nation', nationPlaces: 2 },
    })
    expect(await getGathering(await actorWithoutRole(), visit.owner)).toBeNull()
    expect(await getGathering(visit.planner, { ...visit.owner, activityId: 'nonsense' })).toBeNull()
  })
})

describe('What a delegation can sign up for', () => {
  it('has its own places and its own people', async () => {
    const { visit, japan, estonia } = await setting()
    const own = { exerciseId: visit.exercise.id, participationId: japan.participation.id }
    const [offer, ...others] = await listDelegationOffers(japan.contact, own)
    expect(others).toEqual([])
    expect(offer).toMatchObject({ title: 'Range course', nation: { size: 2, used: 1 } })
    expect(offer?.people.map(({ familyName }) => familyName)).toEqual(['Ito', 'Kask'])
    expect(await listDelegationOffers(estonia.contact, own)).toEqual([])
  })

  it('is for those of its list who still take part', async () => {
    const { visit, japan, estonia } = await setting()
    const own = { exerciseId: visit.exercise.id, participationId: japan.participation.id }
    const going = await makeRegistration(japan.participation)
    await makeRegistration(japan.participation, { state: 'withdrawn' })
    expect((await listSignUpChoices(japan.contact, own)).map(({ id }) => id)).toEqual([going.id])
    expect(await listSignUpChoices(estonia.contact, own)).toEqual([])
  })
})
