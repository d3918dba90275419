import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { contactOf } from '@/prisma/actors'
import { factoryDb, makeActivity } from '@/prisma/factories'
import { setting } from '../setting.fixture'
import { remind } from './actions'
import { listDueDelegations } from './queries'

const DAY = 86_400_000
const HOUR = 3_600_000
/** Noon in Tallinn. */
const closes = Date.UTC(2027, 2, 23, 10)
const job: Actor = { kind: 'job', name: 'reminders' }

async function registering() {
  const given = await setting()
  const closing = await makeActivity(given.exercise, {
    gate: 'registration_closes',
    start: { anchor: 'fixed', at: closes, timeZone: 'Europe/Tallinn' },
  })
  await inZone(given.contact, 'Europe/Tallinn')
  const due = async (at: number) =>
    (await listDueDelegations(at)).some(one => one.participationId === given.ids.participationId)
  const run = (at: number) => execute(remind.definition, job, given.ids, at)
  const letters = async () =>
    (
      await factoryDb().mail.findMany({
        where: { exerciseId: given.exercise.id, template: 'deadline_reminder' },
        orderBy: { createdAt: 'asc' },
      })
    ).map(({ recipient, params }) => ({ recipient, params }))
  return { ...given, closing, due, run, letters }
}

async function inZone(actor: Actor, timeZone: string): Promise<string> {
  const id = actor.kind === 'account' ? actor.accountId : ''
  return (await factoryDb().account.update({ where: { id }, data: { timeZone } })).email
}

it('a contact is told once at each step, however many clocks ring', async () => {
  const { due, run, letters, person } = await registering()
  await person('draft')
  await person('submitted')
  expect(await due(closes - 15 * DAY)).toBe(false)
  expect(await due(closes - 14 * DAY)).toBe(true)
  await Promise.all([1, 2, 3, 4].map(() => run(closes - 14 * DAY)))
  expect(await letters()).toMatchObject([
    { params: { deadlineAt: closes, drafts: '1', submitted: '1', taken: '1' } },
  ])
  expect(await due(closes - 10 * DAY)).toBe(false)
  await run(closes - 10 * DAY)
  expect(await letters()).toHaveLength(1)
  await run(closes - 3 * DAY)
  await run(closes - 3 * DAY + HOUR)
  expect(await letters()).toHaveLength(2)
})

it('each is told by day: who sleeps now hears of it in the morning', async () => {
  const { participation, due, run, letters } = await registering()
  const deputy = await contactOf(participation, 'deputy_contact')
  const reader = await contactOf(participation, 'reading_contact')
  const far = await inZone(deputy, 'America/Los_Angeles')
  await inZone(reader, 'Europe/Tallinn')
  await run(closes - 14 * DAY)
  expect((await letters()).map(({ recipient }) => recipient)).not.toContain(far)
  expect(await letters()).toHaveLength(1)
  const morning = closes - 14 * DAY + 6 * HOUR
  expect(await due(morning)).toBe(true)
  await run(morning)
  expect(await letters()).toMatchObject([{}, { recipient: far, params: { timeZone: 'America/Los_Angeles' } }])
})

it('an extended date is one to be reminded of again; a nation that left is left alone', async () => {
  const { exercise, participation, ids, due, run, letters } = await registering()
  await run(closes - DAY)
  expect(await letters()).toHaveLength(1)
  await factoryDb().participationGate.create({
    data: {
      ...ids,
      gate: 'registration_closes',
      startAnchor: 'fixed',
      startAt: new Date(closes + 2 * DAY),
      startTimeZone: 'Europe/Tallinn',
    },
  })
  await run(closes - DAY)
  expect(await letters()).toMatchObject([{}, { params: { deadlineAt: closes + 2 * DAY } }])
  await factoryDb().participation.update({ where: { id: participation.id }, data: { state: 'withdrew' } })
  expect(await due(closes + DAY)).toBe(false)
  await run(closes + DAY)
  expect(await letters()).toHaveLength(2)
  await factoryDb().participation.update({ where: { id: participation.id }, data: { state: 'confirmed' } })
  await factoryDb().exercise.update({ where: { id: exercise.id }, data: { reminderDays: [] } })
  expect(await due(closes + DAY)).toBe(false)
})

it('nobody but our own clock sends reminders', async () => {
  const { registrar, ids } = await registering()
  expect(await execute(remind.definition, registrar, ids, closes - DAY)).toMatchObject({
    error: { code: 'forbidden' },
  })
})
