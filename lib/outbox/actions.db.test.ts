import { expect, test } from 'vitest'
import { administrator, staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { execute } from '../action'
import { sql } from '../db'
import { dateOf } from '../time'
import { sendAgain } from './actions'

const now = Date.UTC(2027, 0, 15, 12)
let causes = 0

async function letter(given: object = {}) {
  const exercise = await makeExercise()
  const data = {
    cause: `again:${++causes}`,
    exerciseId: exercise.id,
    recipient: 'haruka.mizuno@example.org',
    locale: 'en',
    template: 'staff_invitation',
    params: {},
    attempts: 9,
    nextAttemptAt: null,
    givenUpAt: new Date(now - 86_400_000),
    failure: 'EENVELOPE 450',
    ...given,
  }
  const { id: mailId } = await factoryDb().mail.create({ data })
  const stored = () => factoryDb().mail.findUniqueOrThrow({ where: { id: mailId } })
  const jobs = () => sql`SELECT FROM graphile_worker.jobs WHERE key = ${`send_mail:${mailId}`}`
  return { exercise, mailId, stored, jobs }
}

test('an administrator sends a given-up letter again, with all attempts before it, and the history says so', async () => {
  const { exercise, mailId, stored, jobs } = await letter()
  const actor = await administrator()
  const request = { mailId, requestId: crypto.randomUUID() }
  expect(await execute(sendAgain.definition, actor, request, now)).toMatchObject({ ok: true })
  expect(await execute(sendAgain.definition, actor, request, now)).toMatchObject({ ok: true })
  expect(await stored()).toMatchObject({
    attempts: 0,
    failure: null,
    givenUpAt: null,
    nextAttemptAt: dateOf(now),
  })
  expect(await jobs()).toHaveLength(1)
  const history = await factoryDb().change.findMany({
    where: { exerciseId: exercise.id },
    include: { fields: { orderBy: { id: 'asc' } } },
  })
  expect(history).toMatchObject([{ id: request.requestId, action: 'mail.send_again' }])
  expect(history[0]?.fields.map(({ field }) => field).sort()).toEqual([
    'attempts',
    'failure',
    'givenUpAt',
    'nextAttemptAt',
  ])
  expect(JSON.stringify(history[0]?.fields.map(({ from, to }) => [from, to]))).not.toContain('haruka')
})

test('one of two who press at once sends it', async () => {
  const { mailId, jobs } = await letter()
  const both = await Promise.all([await administrator(), await administrator()])
  const results = await Promise.all(both.map(actor => execute(sendAgain.definition, actor, { mailId }, now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { reason: 'letter_under_way' } })
  expect(await jobs()).toHaveLength(1)
})

test('what has gone, gave way or would lead nowhere stays where it is', async () => {
  const actor = await administrator()
  const refused = async (given: object) => {
    const { mailId } = await letter(given)
    const result = await execute(sendAgain.definition, actor, { mailId }, now)
    return result.ok ? null : result.error.reason
  }
  expect(await refused({ givenUpAt: null, sentAt: new Date(now) })).toBe('letter_sent')
  expect(await refused({ failure: 'superseded' })).toBe('letter_replaced')
  expect(await refused({ failure: 'withdrawn' })).toBe('letter_withdrawn')
  expect(await refused({ params: { expiresAt: now - 1 } })).toBe('letter_expired')
  expect(await refused({ givenUpAt: null, attempts: 0, failure: null })).toBeNull()
  const unknown = { mailId: crypto.randomUUID() }
  expect(await execute(sendAgain.definition, actor, unknown, now)).toMatchObject({
    error: { code: 'not_found' },
  })
})

test('nobody else sends letters, not even the exercise’s director', async () => {
  const { exercise, mailId, stored } = await letter()
  const director = await staffOf(exercise)
  expect(await execute(sendAgain.definition, director, { mailId }, now)).toMatchObject({
    error: { code: 'forbidden' },
  })
  expect(await stored()).toMatchObject({ attempts: 9 })
})
