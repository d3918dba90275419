import { expect, it } from 'vitest'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeTeam, makeTeamKind } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { listTeamInjects } from './queries'

it('shows on what is handed to a team the injects from and to it, and never more than the team may know', async () => {
  const exercise = await makeExercise()
  const white = await makeTeamKind(exercise, { name: 'EXCON' })
  const red = await makeTeamKind(exercise, { name: 'Adversary' })
  const blue = await makeTeamKind(exercise, { name: 'Defenders', trained: true })
  const [excon, adversary, trained] = await Promise.all(
    [white, red, blue].map(({ id }) => makeTeam(exercise, { kindId: id })),
  )
  if (!excon || !adversary || !trained) throw new Error('no teams')
  const between = async (title: string, given: Parameters<typeof makeInject>[1] = {}) => {
    const inject = await makeInject(exercise, { title, startAnchor: 'ttime', startOffset: 60, ...given })
    const party = { exerciseId: exercise.id, injectId: inject.id }
    await factoryDb().injectParty.createMany({
      data: [
        { ...party, side: 'from', teamId: excon.id },
        { ...party, side: 'to', teamId: trained.id },
      ],
    })
  }
  await between('Press call')
  await between('For named people', { tlp: 'red' })
  await between('Kept to the adversary', { keptToKindId: red.id })
  await between('Not timed yet', { startAnchor: null, startOffset: null })
  const planner = await staffOf(exercise, 'planner')
  const { id, timeZone, startexAt } = exercise
  const titles = async (actor: typeof planner, team: { id: string }) =>
    (await listTeamInjects(actor, id, team.id, { timeZone, startexAt: startexAt.getTime() })).map(
      ({ title }) => title,
    )
  expect(await titles(planner, excon)).toEqual(['Press call'])
  expect(await titles(planner, trained)).toEqual([])
  expect(await titles(planner, adversary)).toEqual([])
  expect(await titles(await staffOf(exercise, 'registrar'), excon)).toEqual([])
  const nation = await makeParticipation(exercise)
  await makeTeamNation(excon, nation)
  expect(await titles(await contactOf(nation), excon)).toEqual([])
  expect(await titles(planner, { id: 'x' })).toEqual([])
})
