import { expect, it } from 'vitest'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makePhase, makeSite, makeTeam } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { getChecks } from './queries'

/** Two injects in the Tokyo team's small hours, one waiting for the other but pinned an hour before it. */
async function planned() {
  const startexAt = Date.UTC(2027, 3, 20, 6)
  const exercise = await makeExercise({ startexAt, timeZone: 'Europe/Tallinn' })
  const own = { exerciseId: exercise.id }
  const site = await makeSite(exercise, { timeZone: 'Asia/Tokyo', remote: true })
  const team = await makeTeam(exercise, { siteId: site.id, name: 'BT 07' })
  const time = (hours: number) => ({ startAnchor: 'ttime' as const, startOffset: hours * 3600 })
  const first = await makeInject(exercise, { serial: '3.1', title: 'Cranes stop', ...time(8) })
  const second = await makeInject(exercise, { serial: '3.2', title: 'Port asks', ...time(7) })
  const to = (injectId: string) => [
    { ...own, injectId, side: 'to' as const, teamId: team.id },
    { ...own, injectId, side: 'from' as const, teamId: team.id },
  ]
  await factoryDb().injectParty.createMany({ data: [...to(first.id), ...to(second.id)] })
  await factoryDb().wait.create({
    data: { ...own, injectId: second.id, afterInjectId: first.id, delaySeconds: 60 },
  })
  return { exercise, own, first, second, team }
}

it('finds in the rows of an exercise what is wrong with it, and names it', async () => {
  const { exercise, own, first, second, team } = await planned()
  await factoryDb().objective.create({
    data: { ...own, number: '2.1', title: 'Report in time', leastInjects: 2 },
  })
  await makePhase(exercise, { startDay: 3, endDay: 4 })
  // Somebody else's faults are theirs.
  await planned()
  const found = await getChecks(await staffOf(exercise, 'planner'), exercise.id)
  const said = found?.findings.map(({ check, where, evidence }) => ({
    check,
    names: where.map(subject => found.called(subject).name),
    ...evidence,
  }))
  expect(found?.injects).toBe(2)
  expect(said).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ check: 'team_night', names: ['3.1', team.name], teamMinute: 23 * 60 }),
      expect.objectContaining({ check: 'team_night', names: ['3.2', team.name], teamMinute: 22 * 60 }),
      expect.objectContaining({ check: 'pinned_too_early', names: ['3.2'], earlySeconds: 3660 }),
      expect.objectContaining({ check: 'outside_phases', names: ['3.1'] }),
      expect.objectContaining({ check: 'outside_phases', names: ['3.2'] }),
      expect.objectContaining({ check: 'objective_unserved', names: ['2.1'], count: 0 }),
    ]),
  )
  expect(said).toHaveLength(6)
  const path = found?.findings.find(({ check }) => check === 'pinned_too_early')?.path
  expect(path).toEqual([first.id, second.id])
  expect(found?.called({ kind: 'inject', id: first.id }).title).toBe('Cranes stop')
})

it('keeps the whole plot from whoever does not write it', async () => {
  const { exercise } = await planned()
  const others = [
    await staffOf(exercise, 'controller'),
    await staffOf(exercise, 'registrar'),
    await staffOf(await makeExercise(), 'planner'),
    await contactOf(await makeParticipation(exercise)),
  ]
  for (const actor of others) expect(await getChecks(actor, exercise.id)).toBeNull()
})
