import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { makeQuestion } from '@/prisma/delegation-factories'
import { factoryDb, makePhase, makeRole, makeTeam } from '@/prisma/factories'
import { makeCrewMember, makeDuty, makeRota, makeShift } from '@/prisma/shift-factories'
import { cloneExercise } from './actions'
import { now, setting } from './setting.fixture'

test('the next edition asks the same questions of the same people, and nobody has agreed to its text yet', async () => {
  const { exercise, director, form } = await setting()
  const role = await makeRole(exercise, { name: 'Legal adviser' })
  const question = await makeQuestion(exercise, { wording: 'Bar admission', required: true })
  const asked = { exerciseId: exercise.id, questionId: question.id, roleId: role.id }
  await factoryDb().questionRole.create({ data: asked })
  const told = { consentText: 'We keep your name.', consentVersion: 4, legalBasis: 'consent' as const }
  await factoryDb().exercise.update({ where: { id: exercise.id }, data: told })
  expect(await execute(cloneExercise.definition, director, form, now)).toMatchObject({ ok: true })
  const next = await factoryDb().exercise.findUniqueOrThrow({
    where: { code: form.code },
    include: { questions: { include: { roles: { include: { role: true } } } } },
  })
  expect(next).toMatchObject({ ...told, consentVersion: 1 })
  expect(next.questions).toMatchObject([{ wording: 'Bar admission', required: true }])
  expect(next.questions[0]?.roles).toMatchObject([{ role: { name: 'Legal adviser', exerciseId: next.id } }])
})

test('watch rotas come along with their shifts and what rest is asked for, and with nobody on them', async () => {
  const { exercise, director, form } = await setting()
  const team = await makeTeam(exercise)
  const role = await makeRole(exercise)
  const phase = await makePhase(exercise)
  const at = Date.UTC(2027, 2, 1, 10)
  const start = { anchor: 'fixed', at, timeZone: 'Europe/Tallinn' } as const
  const rota = await makeRota(team, { name: 'EXCON watch', roleId: role.id, phaseId: phase.id, start })
  const registration = await factoryDb().registration.findFirstOrThrow({ where: { exerciseId: exercise.id } })
  await makeCrewMember(rota, 1, { registrationId: registration.id })
  const made = await makeShift(team, {
    rotaId: rota.id,
    crew: 1,
    version: 3,
    madeVersion: 3,
    roleId: role.id,
  })
  await makeShift(team, { rotaId: rota.id, crew: 2, version: 2, madeVersion: 1, note: 'Swapped' })
  await makeShift(team, { title: 'Hot wash' })
  await makeDuty(made, { registrationId: registration.id })
  await factoryDb().restRules.create({ data: { exerciseId: exercise.id, leastRestMinutes: 480 } })
  expect(await execute(cloneExercise.definition, director, form, now)).toMatchObject({ ok: true })
  const next = await factoryDb().exercise.findUniqueOrThrow({
    where: { code: form.code },
    include: {
      rotas: { include: { team: true, role: true, phase: true } },
      shifts: { include: { rota: true, team: true, role: true }, orderBy: { version: 'asc' } },
      ...{ duties: true, crewMembers: true, restRules: true },
    },
  })
  expect(next.rotas).toMatchObject([
    {
      ...{ name: 'EXCON watch', version: 1, team: { name: team.name }, role: { name: role.name } },
      ...{ phase: { name: phase.name }, startAnchor: 'fixed', endOffset: 24 * 3600 },
    },
  ])
  expect(next.rotas[0]?.startAt?.getTime()).toBeGreaterThan(at + 360 * 86_400_000)
  expect(next.shifts).toHaveLength(3)
  expect(next.shifts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ crew: 1, version: 1, madeVersion: 1, rotaId: next.rotas[0]?.id }),
      expect.objectContaining({ crew: 2, version: 1, madeVersion: null, note: 'Swapped' }),
      expect.objectContaining({ rotaId: null, title: 'Hot wash', madeVersion: null }),
    ]),
  )
  expect(next.shifts.every(shift => shift.exerciseId === next.id && shift.team.exerciseId === next.id)).toBe(
    true,
  )
  expect(next.restRules).toMatchObject({ leastRestMinutes: 480, version: 1 })
  expect([next.duties, next.crewMembers]).toEqual([[], []])
})
