import connect from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { actorWithoutRole, staffOf } from '@/prisma/actors'
import { nextNumber } from '@/prisma/factories'
import { execute } from './action'
import { changesOf, doing, job, nameOf, now, perform, rename, scene } from './action.fixture'
import { db } from './db'
import { env } from './env'
import { AppError } from './errors'
import { visitor } from './policy'
import { lineField } from './text'
import { dateOf } from './time'

const kathmandu = connect(env.databaseUrl, { max: 1 })
afterAll(() => kathmandu.end())

test('input that cannot be understood is refused field by field, before anything else is asked', async () => {
  const sent = { exerciseId: 'x', name: '\u0007', reason: 'x'.repeat(501), requestId: 'mine' }
  expect(await execute(rename, visitor, sent, now)).toEqual({
    ok: false,
    error: {
      code: 'invalid',
      reason: 'check_the_fields',
      fields: {
        exerciseId: { reason: 'invalid_format' },
        name: { reason: 'control_characters' },
        reason: { reason: 'too_long', params: { maximum: 500 } },
        requestId: { reason: 'invalid_format' },
      },
    },
  })
})

test('a fault inside a nested value is named by its path, with the limits a message needs', async () => {
  const input = z.object({
    start: z.object({ day: z.int().max(3660, 'out_of_range') }),
    list: z.array(z.string()).max(2),
    name: lineField(3),
  })
  const definition = { ...doing(async () => null), input }
  const sent = {
    start: { day: 99_999 },
    list: ['a', 'b', 'c'],
    name: 'abcd',
  }
  expect(await execute(definition, job, sent, now)).toMatchObject({
    error: {
      fields: {
        'start.day': { reason: 'out_of_range', params: { maximum: 3660 } },
        list: { reason: 'too_big', params: { maximum: 2 } },
        name: { reason: 'too_long', params: { maximum: 3 } },
      },
    },
  })
})

test('a visitor is asked to sign in, and somebody without the role is refused; nothing is written', async () => {
  const { exercise, exerciseId } = await scene()
  const input = { exerciseId, name: 'Taken over' }
  expect(await execute(rename, visitor, input, now)).toEqual({
    ok: false,
    error: { code: 'unauthenticated', reason: 'sign_in_first' },
  })
  for (const actor of [await actorWithoutRole(), await staffOf(exercise, 'planner')]) {
    expect(await execute(rename, actor, input, now)).toEqual({
      ok: false,
      error: { code: 'forbidden', reason: 'not_yours' },
    })
  }
  expect(await nameOf(exerciseId)).toBe(exercise.name)
  expect(await changesOf(exerciseId)).toEqual([])
})

test('a write leaves who, when, which, why, and each field from and to', async () => {
  const { exercise, exerciseId, director, requestId } = await scene()
  const input = { exerciseId, name: 'Baltic Lantern', requestId, reason: ' agreed at the IPC ' }
  expect(await execute(rename, director, input, now)).toEqual({
    ok: true,
    data: { exerciseId, name: 'Baltic Lantern' },
  })
  const [change] = await changesOf(exerciseId)
  if (director.kind !== 'account') throw new Error('nobody is signed in')
  expect(change).toMatchObject({
    id: requestId,
    at: dateOf(now),
    actorKind: 'account',
    accountId: director.accountId,
    actorLabel: director.name,
    action: 'exercise.rename',
    reason: 'agreed at the IPC',
    exerciseId,
  })
  expect(change?.fields).toMatchObject([
    {
      table: 'Exercise',
      row: exerciseId,
      field: 'name',
      from: exercise.name,
      to: 'Baltic Lantern',
      version: 2,
    },
  ])
})

test('a row that is made or removed stands whole in the history', async () => {
  const { exerciseId } = await scene()
  const name = 'Hall A'
  await perform(
    async ({ tx }) =>
      tx.site.create({ data: { exerciseId, name, timeZone: 'Europe/Tallinn' }, select: { id: true } }),
    { exerciseId },
  )
  await perform(async ({ tx }) => ({ gone: (await tx.site.deleteMany({ where: { exerciseId } })).count }), {
    exerciseId,
  })
  const [made, removed] = await changesOf(exerciseId)
  expect(made?.fields).toMatchObject([{ table: 'Site', field: '*', from: null, to: { name, exerciseId } }])
  expect(removed?.fields).toMatchObject([{ table: 'Site', field: '*', from: { name, exerciseId }, to: null }])
})

test('a repeated request has one effect and the same answer, also when both come at once', async () => {
  const { exerciseId, director, requestId } = await scene()
  const made = doing(async ({ tx }) => {
    const data = { exerciseId, name: `Hall ${nextNumber()}`, timeZone: 'UTC' }
    return tx.site.create({ data, select: { id: true, name: true } })
  })
  const results = await Promise.all(
    [1, 2, 3, 4].map(() => execute(made, director, { exerciseId, requestId }, now)),
  )
  results.push(await execute(made, director, { exerciseId, requestId }, now + 1000))
  expect(results.every(result => result.ok)).toBe(true)
  expect(new Set(results.map(result => JSON.stringify(result))).size).toBe(1)
  expect(await db.site.count({ where: { exerciseId } })).toBe(1)
  expect(await changesOf(exerciseId)).toHaveLength(1)
})

test('a refused request may be sent again under its id once it is mended', async () => {
  const { exerciseId, director, requestId } = await scene()
  const input = { exerciseId, requestId, name: 'Lantern' }
  const refusing = { ...rename, run: () => Promise.reject(new AppError('refused', 'not_yet')) }
  expect(await execute(refusing, director, input, now)).toMatchObject({ error: { reason: 'not_yet' } })
  expect(await execute(rename, director, input, now)).toMatchObject({ ok: true })
})

test('the id of somebody else’s request, or of another deed, opens nothing', async () => {
  const { exercise, exerciseId, director, requestId } = await scene()
  const reused = { ok: false, error: { code: 'conflict', reason: 'request_id_reused' } }
  await execute(rename, director, { exerciseId, requestId, name: 'Lantern' }, now)
  const colleague = await staffOf(exercise, 'director')
  const again = { exerciseId, requestId, name: 'Torch' }
  expect(await execute(rename, colleague, again, now)).toEqual(reused)
  expect(await execute({ ...rename, name: 'exercise.other' }, director, again, now)).toEqual(reused)
  expect(await execute(rename, job, again, now)).toEqual(reused)
  expect(await nameOf(exerciseId)).toBe('Lantern')
})

test('what a visitor was told is not told again to whoever knows the id', async () => {
  const requestId = crypto.randomUUID()
  const telling = doing(async () => ({ told: 'to the first visitor' }))
  expect(await execute(telling, visitor, { requestId }, now)).toMatchObject({ ok: true })
  expect(await execute(telling, visitor, { requestId }, now)).toMatchObject({
    error: { reason: 'request_id_reused' },
  })
  expect(await execute(telling, job, { requestId }, now)).toMatchObject({
    error: { reason: 'request_id_reused' },
  })
})

test('what is told once is kept nowhere', async () => {
  const requestId = crypto.randomUUID()
  const telling = doing(async () => ({ id: 7, once: { link: 'https://secret.example' } }))
  expect(await execute(telling, job, { requestId }, now)).toEqual({
    ok: true,
    data: { id: 7, once: { link: 'https://secret.example' } },
  })
  expect(await execute(telling, job, { requestId }, now)).toEqual({ ok: true, data: { id: 7 } })
  const change = await db.change.findUniqueOrThrow({ where: { id: requestId } })
  expect(JSON.stringify(change.result)).toBe('{"id":7}')
})

test('what is undone leaves no change and no field of one', async () => {
  const { exercise, exerciseId, director, requestId } = await scene()
  const failing = {
    ...rename,
    run: async (...given: Parameters<typeof rename.run>) => {
      await rename.run(...given)
      throw new AppError('refused', 'quota_full', { params: { left: 0 } })
    },
  }
  expect(await execute(failing, director, { exerciseId, requestId, name: 'Torch' }, now)).toEqual({
    ok: false,
    error: { code: 'refused', reason: 'quota_full', params: { left: 0 } },
  })
  expect(await nameOf(exerciseId)).toBe(exercise.name)
  expect(await db.change.findUnique({ where: { id: requestId } })).toBeNull()
  expect(await db.changeField.count({ where: { changeId: requestId } })).toBe(0)
})

test('a fault of ours is named by a reference and says nothing of itself', async () => {
  const secret = 'select * from "Person" where email = someone@example.org'
  const result = await perform(() => Promise.reject(new TypeError(secret)))
  expect(result).toMatchObject({ ok: false, error: { code: 'unexpected', reason: 'unexpected' } })
  expect(JSON.stringify(result)).not.toContain('Person')
  expect(!result.ok && result.error.reference).toMatch(/^[0-9a-f]{8}$/)
  const raw = await perform(({ tx }) => tx.$queryRawUnsafe('SELECT "noSuchColumn" FROM "Exercise"'))
  expect(raw).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(JSON.stringify(raw)).not.toContain('noSuchColumn')
})

test('the database refuses a write outside an action', async () => {
  const { exerciseId } = await scene()
  await expect(
    db.exercise.update({ where: { id: exerciseId }, data: { name: 'Past the house' } }),
  ).rejects.toThrow('a write to Exercise outside an action')
  await expect(kathmandu`UPDATE "Exercise" SET "name" = 'Past the house'`).rejects.toThrow(
    'outside an action',
  )
})

test('one transaction’s change is not inherited by the next on the same connection', async () => {
  const { exerciseId } = await scene()
  await Promise.all(Array.from({ length: 32 }, () => perform(async () => null)))
  const writes = Array.from({ length: 32 }, () =>
    db.exercise.update({ where: { id: exerciseId }, data: { name: 'Past the house' } }),
  )
  const settled = await Promise.allSettled(writes)
  expect(settled.every(({ status }) => status === 'rejected')).toBe(true)
})

test('instants are stored right although the server lives in Kathmandu', async () => {
  const { exerciseId } = await scene()
  const startexAt = Date.UTC(2027, 3, 13, 6, 0, 0, 123)
  const requestId = crypto.randomUUID()
  await perform(
    async ({ tx }) => {
      await tx.exercise.update({ where: { id: exerciseId }, data: { startexAt: dateOf(startexAt) } })
    },
    { requestId, exerciseId },
  )
  const [{ zone } = { zone: '' }] = await kathmandu<
    { zone: string }[]
  >`SELECT current_setting('TimeZone') AS "zone"`
  expect(zone).toBe('Asia/Kathmandu')
  const [row] = await kathmandu<{ startex: string; changed: string; shown: string }[]>`
    SELECT (extract(epoch FROM e."startexAt") * 1000)::bigint AS "startex", (extract(epoch FROM c."at") * 1000)::bigint AS "changed",
           to_char(e."startexAt", 'YYYY-MM-DD HH24:MI') AS "shown"
      FROM "Exercise" e, "Change" c WHERE e."id" = ${exerciseId} AND c."id" = ${requestId}`
  expect(row).toEqual({ startex: String(startexAt), changed: String(now), shown: '2027-04-13 11:45' })
})

test('nobody writes into the history of an exercise that the deed is not about', async () => {
  const { exerciseId } = await scene()
  const stranger = await actorWithoutRole()
  const own = { ...doing(async () => null), input: z.object({ locale: z.string() }) }
  const sent = { locale: 'fr', exerciseId, reason: 'Look at me' }
  expect(await execute(own, stranger, sent, now)).toMatchObject({ ok: true })
  expect(await changesOf(exerciseId)).toEqual([])
})

test('a write knows its exercise even where only its result says so', async () => {
  const { exerciseId } = await scene()
  const requestId = crypto.randomUUID()
  await perform(async () => ({ exerciseId, programmeId: null }), { requestId })
  expect(await db.change.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
    exerciseId,
    programmeId: null,
  })
})
