import { expect, it } from 'vitest'
import { staffOf } from '@/prisma/actors'
import { makeRegistration } from '@/prisma/delegation-factories'
import { listArrivals } from '../check-in/queries'
import { isFoundBy, searchable } from '../check-in/rules'
import { listRoll } from '../roll/queries'
import { listFilterSchema } from '../schema'
import { delegationOf, setting } from '../setting.fixture'
import { listBadges } from './queries'

const filter = (given: object = {}) => listFilterSchema.parse(given)

async function twoNations() {
  const world = await setting()
  const { exercise, role, team, person } = world
  const estonia = await delegationOf(exercise, 'EST')
  const aiko = await person('confirmed', { familyName: 'Mori', givenName: 'Aiko' })
  const ken = await person('checked_in', { familyName: 'Abe', givenName: 'Ken' })
  await person('endorsed', { familyName: 'Sato', givenName: 'Yui' })
  await person('draft', { familyName: 'Ueda' })
  await person('withdrawn', { familyName: 'Wada' })
  const own = { roleId: role.id, teamId: team.id, state: 'confirmed' } as const
  const liis = await makeRegistration(estonia.participation, { ...own, familyName: 'Kask' })
  return { ...world, estonia, aiko, ken, liis }
}

it('badges are for those who hold a seat, under the list’s filter or for one person, in order of names', async () => {
  const { exercise, ids, registrar, contact, aiko } = await twoNations()
  const names = async (given: object, personId: string | null = null) =>
    (await listBadges(registrar, exercise.id, filter(given), personId))?.badges.map(one => one.familyName)
  expect(await names({})).toEqual(['Abe', 'Kask', 'Mori'])
  expect(await names({ nation: ids.participationId })).toEqual(['Abe', 'Mori'])
  expect(await names({ state: 'checked_in' })).toEqual(['Abe'])
  expect(await names({ state: 'endorsed' })).toEqual([])
  expect(await names({}, aiko.id)).toEqual(['Mori'])
  for (const actor of [contact, await staffOf(exercise, 'planner')])
    expect(await listBadges(actor, exercise.id, filter(), null)).toBeNull()
})

it('the code on a badge finds its person at the desk, and nobody else', async () => {
  const { exercise, registrar } = await twoNations()
  const found = await listBadges(registrar, exercise.id, filter(), null)
  const people = (await listArrivals(registrar, exercise.id)) ?? []
  for (const { id, code, qr } of found?.badges ?? []) {
    expect(people.filter(one => isFoundBy(code, searchable(one))).map(one => one.id)).toEqual([id])
    // Version 1 of ISO/IEC 18004: read from the smallest print.
    expect(qr.size).toBe(21)
  }
  expect(found?.badges).toHaveLength(3)
})

it('the roll names those whose registration stands, to their own nation and to staff', async () => {
  const { ids, contact, registrar, estonia } = await twoNations()
  const roll = await listRoll(contact, ids)
  expect(roll?.map(({ familyName, state }) => [familyName, state])).toEqual([
    ['Abe', 'checked_in'],
    ['Mori', 'confirmed'],
    ['Sato', 'endorsed'],
  ])
  expect(await listRoll(registrar, ids)).toEqual(roll)
  expect(await listRoll(estonia.contact, ids)).toBeNull()
})
