import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeExercise, makeSeries } from '@/prisma/factories'
import { perform, scene } from './action.fixture'

test('what must be unique is refused by its own name beside its field, by the ORM and by plain SQL alike', async () => {
  const { exercise, exerciseId } = await scene()
  const taken = await makeExercise()
  const refusal = {
    ok: false,
    error: {
      code: 'refused',
      reason: 'exercise_code_taken',
      fields: { code: { reason: 'exercise_code_taken' } },
    },
  }
  const byOrm = perform(({ tx }) =>
    tx.exercise.update({ where: { id: exerciseId }, data: { code: taken.code } }),
  )
  const bySql = perform(
    ({ tx }) => tx.$executeRaw`UPDATE "Exercise" SET "code" = ${taken.code} WHERE "id" = ${exerciseId}::uuid`,
  )
  expect([await byOrm, await bySql]).toEqual([refusal, refusal])
  const series = { programmeId: exercise.programmeId, name: 'Again' }
  const { code } = await makeSeries({ id: exercise.programmeId })
  expect(await perform(({ tx }) => tx.series.create({ data: { ...series, code } }))).toMatchObject({
    error: { reason: 'series_code_taken', fields: { code: { reason: 'series_code_taken' } } },
  })
})

test('a row of another exercise is not found, by the ORM and by plain SQL alike', async () => {
  const { exerciseId } = await scene()
  const other = await scene()
  const site = await perform(({ tx }) =>
    tx.site.create({
      data: { exerciseId: other.exerciseId, name: 'Far hall', timeZone: 'UTC' },
      select: { id: true },
    }),
  )
  const siteId = site.ok && z.object({ id: z.uuid() }).parse(site.data).id
  const kind = await perform(({ tx }) =>
    tx.teamKind.create({
      data: { exerciseId, name: 'Blue', letter: 'B', colour: '#2f6fde' },
      select: { id: true },
    }),
  )
  const kindId = kind.ok && z.object({ id: z.uuid() }).parse(kind.data).id
  const notFound = { ok: false, error: { code: 'not_found', reason: 'not_found' } }
  const data = { exerciseId, kindId: String(kindId), siteId: String(siteId), name: 'Blue 1' }
  expect(await perform(({ tx }) => tx.team.create({ data }))).toEqual(notFound)
  expect(
    await perform(
      ({ tx }) => tx.$executeRaw`
        INSERT INTO "Team" ("id", "exerciseId", "kindId", "siteId", "name")
        VALUES (gen_random_uuid(), ${exerciseId}::uuid, ${kindId}::uuid, ${siteId}::uuid, 'Blue 1')`,
    ),
  ).toEqual(notFound)
  expect(
    await perform(({ tx }) => tx.team.update({ where: { id: crypto.randomUUID() }, data: { name: 'x' } })),
  ).toEqual(notFound)
})

test('what others still need cannot be removed', async () => {
  const { exercise } = await scene()
  expect(await perform(({ tx }) => tx.series.delete({ where: { id: exercise.seriesId } }))).toEqual({
    ok: false,
    error: { code: 'refused', reason: 'still_in_use' },
  })
})

test('text past its column is said to be too long, whatever a schema forgot', async () => {
  const { exerciseId } = await scene()
  const name = 'x'.repeat(201)
  expect(
    await perform(({ tx }) => tx.exercise.update({ where: { id: exerciseId }, data: { name } })),
  ).toEqual({
    ok: false,
    error: { code: 'invalid', reason: 'too_long' },
  })
})

test('a write that the database gave up for another’s sake is tried again', async () => {
  for (const state of ['40001', '40P01']) {
    let attempts = 0
    const result = await perform(async ({ tx }) => {
      attempts += 1
      if (attempts < 3)
        await tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'gave up' USING ERRCODE = '${state}'; END $$`)
      return { attempts }
    })
    expect(result).toEqual({ ok: true, data: { attempts: 3 } })
  }
})

test('a real deadlock ends well for both', async () => {
  const one = await scene()
  const other = await scene()
  const lock = (first: string, second: string) =>
    perform(async ({ tx }) => {
      await tx.$executeRaw`SELECT FROM "Exercise" WHERE "id" = ${first}::uuid FOR UPDATE`
      await tx.$executeRaw`SELECT pg_sleep(0.2)`
      await tx.$executeRaw`SELECT FROM "Exercise" WHERE "id" = ${second}::uuid FOR UPDATE`
      return null
    })
  const results = await Promise.all([
    lock(one.exerciseId, other.exerciseId),
    lock(other.exerciseId, one.exerciseId),
  ])
  expect(results).toEqual([
    { ok: true, data: null },
    { ok: true, data: null },
  ])
})
