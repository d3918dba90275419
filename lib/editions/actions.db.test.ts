import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { administrator, staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { cloneExercise } from './actions'
import { now, setting } from './setting.fixture'

test('the next edition has everything but the people, re-timed to its STARTEX', async () => {
  const { exercise, director, form } = await setting()
  expect(await execute(cloneExercise.definition, director, form, now)).toMatchObject({ ok: true })
  const next = await factoryDb().exercise.findUniqueOrThrow({
    where: { code: form.code },
    include: {
      phases: true,
      activities: { orderBy: { title: 'asc' } },
      sites: true,
      teams: { include: { parent: true, site: true } },
      teamKinds: true,
      roles: true,
      seats: true,
      teamNations: true,
      participations: { include: { quotas: true, companies: true, accessions: true } },
      gates: true,
      registrations: true,
      memberships: true,
    },
  })
  expect(next).toMatchObject({
    status: 'draft',
    venue: 'Hall A',
    tlp: 'amber',
    retentionDays: 90,
    endexOffset: exercise.endexOffset,
    clonedFromId: exercise.id,
    seriesId: exercise.seriesId,
    startexAt: new Date(Date.UTC(2028, 3, 11, 6)),
  })
  expect(next.activities).toMatchObject([
    { title: 'Shift', startDay: -7, phaseId: next.phases[0]?.id },
    // 1 March 2027, 12:00, as many days before STARTEX: 28 February 2028, 12:00 in Tallinn.
    { title: 'Visit', startAt: new Date(Date.UTC(2028, 1, 28, 10)) },
  ])
  const child = next.teams.find(team => team.parent !== null)
  expect(child).toMatchObject({ parent: { exerciseId: next.id }, site: { exerciseId: next.id } })
  expect(next.activities[0]?.teamId).toBe(child?.id)
  expect(next.seats).toMatchObject([{ most: 3, used: 0, teamId: child?.id }])
  expect(next.participations).toMatchObject([
    {
      state: 'invited',
      companies: [{ name: 'Kaikyo Rail' }],
      accessions: [{ state: 'invited', changedOn: new Date(Date.UTC(2027, 5, 1)) }],
    },
  ])
  const quotas = next.participations[0]?.quotas.sort((a, b) => b.size - a.size)
  expect(quotas).toMatchObject([
    { size: 7, used: 0, roleId: null },
    { size: 2, used: 0, roleId: next.roles[0]?.id },
  ])
  expect([next.teamNations.length, next.gates.length]).toEqual([1, 0])
  expect([next.registrations.length, next.memberships.length]).toEqual([0, 0])
  expect(await factoryDb().registration.count({ where: { exerciseId: exercise.id } })).toBe(1)
})

test('the next edition has the scenario as drafts, re-timed, and nobody responsible for it', async () => {
  const { exercise, director, form } = await setting()
  const own = { exerciseId: exercise.id }
  const db = factoryDb()
  await db.scenario.create({ data: { ...own, timeZone: 'Europe/Riga', nextStoryline: 5, controllerLoad: 7 } })
  await db.scenarioMark.create({ data: { ...own, offset: 0, scenarioAt: new Date(0), speed: 24 } })
  const storyline = await db.storyline.create({ data: { ...own, number: 4, name: 'Grid', nextInject: 9 } })
  const of = { ...own, storylineId: storyline.id }
  const incident = await db.incident.create({ data: { ...of, number: 1, name: 'Dark' } })
  const mode = await db.deliveryMode.create({ data: { ...own, name: 'Fax' } })
  const persona = await db.persona.create({ data: { ...own, name: 'Gazette' } })
  const top = await db.objective.create({ data: { ...own, number: '1', title: 'Defend' } })
  const part = await db.objective.create({
    data: { ...own, number: '1.1', title: 'Detect', parentId: top.id },
  })
  const column = await db.mselColumn.create({
    data: { ...own, name: 'Rated', kind: 'choice', choices: ['A', 'B'] },
  })
  const gate = await db.logicGate.create({ data: { ...own, number: 1, kind: 'any' } })
  const team = await db.team.findFirstOrThrow({ where: { ...own, parentId: { not: null } } })
  const registration = await db.registration.findFirstOrThrow({ where: own })
  const first = await makeInject(exercise, {
    ...{ storylineId: storyline.id, incidentId: incident.id, serial: '4.7', deliveryModeId: mode.id },
    ...{ startAnchor: 'fixed', startAt: new Date(Date.UTC(2027, 2, 1, 10)), startTimeZone: 'Europe/Tallinn' },
    ...{ state: 'approved', stateReason: 'Agreed', keptToKindId: team.kindId },
    ...{ controllerId: director.kind === 'account' ? director.accountId : null, foreign: { format: 'x' } },
  })
  const then = await makeInject(exercise, { serial: '4.8', storylineId: storyline.id })
  await db.injectParty.createMany({
    data: [
      { ...own, injectId: first.id, side: 'from', personaId: persona.id },
      { ...own, injectId: first.id, side: 'to', teamId: team.id },
      { ...own, injectId: first.id, side: 'to', registrationId: registration.id },
    ],
  })
  await db.injectObjective.create({ data: { ...own, injectId: first.id, objectiveId: part.id } })
  await db.injectValue.create({ data: { ...own, injectId: first.id, columnId: column.id, value: 'B' } })
  await db.wait.create({ data: { ...own, gateId: gate.id, afterInjectId: first.id, delaySeconds: 60 } })
  await db.wait.create({ data: { ...own, injectId: then.id, afterGateId: gate.id } })

  const bytes = new TextEncoder().encode('Bring the map.')
  const file = { name: 'a.txt', mime: 'text/plain', size: bytes.length, sha256: '0'.repeat(64) }
  await db.attachment.create({
    data: { ...own, ...file, injectId: first.id, content: { create: { bytes } } },
  })

  expect(await execute(cloneExercise.definition, director, form, now)).toMatchObject({ ok: true })
  const next = await db.exercise.findUniqueOrThrow({
    where: { code: form.code },
    include: {
      scenario: true,
      scenarioMarks: true,
      storylines: { include: { incidents: true } },
      objectives: { orderBy: { number: 'asc' } },
      mselColumns: true,
      teams: { where: { parentId: { not: null } } },
      logicGates: { include: { waits: true, awaited: true } },
      injects: {
        orderBy: { serial: 'asc' },
        include: {
          parties: { orderBy: { side: 'asc' } },
          objectives: true,
          values: true,
          waits: true,
          deliveryMode: true,
          attachments: { include: { content: true } },
        },
      },
    },
  })
  expect(next.scenario).toMatchObject({ timeZone: 'Europe/Riga', nextStoryline: 5, controllerLoad: 7 })
  expect(next.scenarioMarks).toMatchObject([{ offset: 0, speed: 24 }])
  expect(next.storylines).toMatchObject([{ number: 4, nextInject: 9, incidents: [{ name: 'Dark' }] }])
  expect(next.objectives[1]?.parentId).toBe(next.objectives[0]?.id)
  expect(next.injects).toHaveLength(2)
  expect(next.injects[0]).toMatchObject({
    ...{ serial: '4.7', state: 'draft', stateReason: null, controllerId: null, foreign: { format: 'x' } },
    ...{ storylineId: next.storylines[0]?.id, incidentId: next.storylines[0]?.incidents[0]?.id },
    // As many days before STARTEX, at the same time of the day.
    ...{ startAt: new Date(Date.UTC(2028, 1, 28, 10)), keptToKindId: next.teams[0]?.kindId },
    deliveryMode: { exerciseId: next.id, name: 'Fax' },
    parties: [{ side: 'from' }, { side: 'to', teamId: next.teams[0]?.id }],
    objectives: [{ objectiveId: next.objectives[1]?.id }],
    values: [{ columnId: next.mselColumns[0]?.id, value: 'B' }],
    attachments: [{ name: 'a.txt', content: { bytes } }],
  })
  expect(next.logicGates).toMatchObject([
    {
      waits: [{ afterInjectId: next.injects[0]?.id, delaySeconds: 60 }],
      awaited: [{ injectId: next.injects[1]?.id }],
    },
  ])
  expect(await db.inject.findUnique({ where: { id: first.id } })).toMatchObject({ state: 'approved' })
})

test('the same code is given once to two who clone at the same time', async () => {
  const { director, form } = await setting()
  const results = await Promise.all([1, 2].map(() => execute(cloneExercise.definition, director, form, now)))
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({
    error: { fields: { code: { reason: 'exercise_code_taken' } } },
  })
})

test('a STARTEX in a skipped hour is refused, a repeated one asks', async () => {
  const { director, form } = await setting()
  for (const [startex, reason] of [
    ['2028-03-26 03:30', 'skipped_hour'],
    ['2028-10-29 03:30', 'repeated_hour'],
  ])
    expect(await execute(cloneExercise.definition, director, { ...form, startex }, now)).toMatchObject({
      error: { fields: { startex: { reason } } },
    })
})

test('an edition is cloned within its programme, by its organisers', async () => {
  const { exercise, director, form } = await setting()
  const other = await makeExercise()
  const foreign = { ...form, fromId: other.id }
  expect(await execute(cloneExercise.definition, director, foreign, now)).toMatchObject({
    error: { code: 'forbidden' },
  })
  expect(await execute(cloneExercise.definition, await administrator(), foreign, now)).toMatchObject({
    error: { code: 'not_found' },
  })
  const here = await staffOf(exercise, 'director')
  expect(await execute(cloneExercise.definition, here, form, now)).toMatchObject({
    error: { code: 'forbidden' },
  })
})
