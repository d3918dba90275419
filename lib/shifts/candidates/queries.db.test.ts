import { expect, it } from 'vitest'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { makeExercise, makeTeam } from '@/prisma/factories'
import { accountIdOf, setting } from '../setting.fixture'
import { listCandidates } from './queries'

it('offers a team its own people, the staff and those of no team, and of others whoever is asked for by name', async () => {
  const { exercise, exerciseId, planner, team, participation, registration } = await setting()
  const other = await makeTeam(exercise, { name: 'Harbour 100%' })
  const free = await makeRegistration(participation, {
    state: 'endorsed',
    givenName: 'Ilze',
    familyName: 'Ozola',
  })
  const far = await makeRegistration(participation, {
    ...{ state: 'confirmed', teamId: other.id, givenName: 'Aroha', familyName: 'Ngata' },
  })
  await makeRegistration(participation, { state: 'withdrawn', givenName: 'Aroha', familyName: 'Gone' })
  const elsewhere = await makeExercise()
  await makeRegistration(await makeParticipation(elsewhere), { state: 'confirmed', givenName: 'Aroha' })
  const offered = async (text = '') =>
    (await listCandidates(planner, exerciseId, team.id, text)).people.map(({ id }) => id)
  const near = [
    `registration:${registration.id}`,
    `account:${accountIdOf(planner)}`,
    `registration:${free.id}`,
  ]
  expect(await offered()).toEqual(near)
  expect(await offered('  ')).toEqual(near)
  for (const text of ['aroha', 'NGATA aroha', 'harbour 100%', '100%'])
    expect(await offered(text)).toEqual([`registration:${far.id}`])
  for (const text of ['aroha ozola', '%_%', "' OR 1", '\\']) expect(await offered(text)).toEqual([])
})

it('finds names without their diacritics, and with them names that have none, however they are typed', async () => {
  const { exerciseId, planner, team, participation } = await setting()
  const marked: [string, string][] = [
    ['Älvkvist', 'Åsa'],
    ['Œuvrard', 'Zoé'],
    ['Størdal', 'Þóra'],
    ['Groß', 'Dobiesław'],
  ]
  for (const [familyName, givenName] of marked)
    await makeRegistration(participation, { state: 'confirmed', familyName, givenName })
  await makeRegistration(participation, { state: 'confirmed', familyName: 'Plain', givenName: 'Asa' })
  const offered = async (text: string) =>
    (await listCandidates(planner, exerciseId, team.id, text)).people.map(({ name }) => name)
  expect(await offered('Alvkvist')).toEqual(['Åsa Älvkvist'])
  expect(await offered('ÄLVKVIST'.normalize('NFD'))).toEqual(['Åsa Älvkvist'])
  expect(await offered('asa')).toEqual(expect.arrayContaining(['Asa Plain', 'Åsa Älvkvist']))
  expect(await offered('Åsa')).toHaveLength(2)
  expect(await offered('oeuvrard zoe')).toEqual(['Zoé Œuvrard'])
  expect(await offered('thora STORDAL')).toEqual(['Þóra Størdal'])
  expect(await offered('dobieslaw gross')).toEqual(['Dobiesław Groß'])
})

it('says how many more there are than one looks through, and nothing to whoever makes no rotas', async () => {
  const { exercise, exerciseId, planner, team, participation } = await setting()
  for (let n = 0; n < 205; n += 1)
    await makeRegistration(participation, { state: 'confirmed', givenName: 'Many', familyName: `Of ${n}` })
  const found = await listCandidates(planner, exerciseId, team.id, 'many')
  expect([found.people.length, found.more]).toEqual([200, 5])
  const none = { people: [], more: 0 }
  for (const actor of [await staffOf(exercise, 'controller'), await contactOf(participation)])
    expect(await listCandidates(actor, exerciseId, team.id, 'many')).toEqual(none)
})
