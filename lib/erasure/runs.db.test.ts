import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db, sql } from '@/lib/db'
import { erasePersonalData } from '@/lib/tasks'
import { makeAttendance, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity } from '@/prisma/factories'
import { editRegistration } from '../registrations/actions'
import { eraseIdentities } from './actions'
import { DAY, overExercise, tracesOf } from './erasing.fixture'

const job = { kind: 'job', name: 'erasure' } as const
const row = (id: string) => db.registration.findUniqueOrThrow({ where: { id }, include: { person: true } })
const proof = (exerciseId: string) =>
  db.erasure.findMany({ where: { exerciseId }, orderBy: [{ startedAt: 'asc' }, { rule: 'asc' }] })

it('a run that breaks off is taken up where it stopped, and the proof says both', async () => {
  const { exercise, endex, people } = await overExercise()
  const all = await people(4, 'submitted')
  const startedAt = endex + 365 * DAY
  // What a run that died after its first step leaves behind.
  const [first] = all
  await factoryDb().erasure.create({
    data: { exerciseId: exercise.id, rule: 'identities', startedAt: new Date(startedAt), rows: 1 },
  })
  await factoryDb().registration.update({
    where: { id: first?.id ?? '' },
    data: { erasedAt: new Date(startedAt) },
  })
  await erasePersonalData(startedAt + DAY)
  expect(await db.registration.count({ where: { exerciseId: exercise.id, erasedAt: null } })).toBe(0)
  const runs = (await proof(exercise.id)).filter(({ rule }) => rule === 'identities')
  expect(runs).toMatchObject([
    { rows: 1, finishedAt: null },
    { rows: 3, finishedAt: new Date(startedAt + DAY) },
  ])
})

it('more people than fit into one step go in several, whichever and however many runs go on at once', async () => {
  const { exercise, endex, role, participation } = await overExercise()
  const one = await makeRegistration(participation, { roleId: role.id })
  await sql`SELECT set_config('startex.change', 'off', false)`
  await factoryDb().$executeRaw`
    INSERT INTO "Person" ("id", "programmeId", "email", "givenName", "familyName", "homeNation")
    SELECT md5('crowd' || n || ${one.id})::uuid, ${exercise.programmeId}::uuid, 'crowd' || n || '@example.org', 'A', 'B' || n, 'EST'
      FROM generate_series(1, 1100) n`
  await factoryDb().$executeRaw`
    INSERT INTO "Registration" ("id", "exerciseId", "participationId", "personId", "roleId", "email", "givenName", "familyName",
                                "presence", "homeTimeZone", "stateAt")
    SELECT gen_random_uuid(), ${exercise.id}::uuid, ${participation.id}::uuid, md5('crowd' || n || ${one.id})::uuid,
           ${role.id}::uuid, 'crowd' || n || '@example.org', 'A', 'B' || n, 'remote', 'Europe/Tallinn', now()
      FROM generate_series(1, 1100) n`
  const at = endex + 366 * DAY
  await Promise.all([erasePersonalData(at), erasePersonalData(at + 1)])
  expect(await db.registration.count({ where: { exerciseId: exercise.id, erasedAt: null } })).toBe(0)
  const runs = (await proof(exercise.id)).filter(({ rule }) => rule === 'identities')
  expect(runs.reduce((sum, { rows }) => sum + rows, 0)).toBe(1101)
  expect(await db.person.count({ where: { programmeId: exercise.programmeId, erasedAt: null } })).toBe(0)
})

it('more guests of a course than fit into one step go in several', async () => {
  const { exercise, endex, participation } = await overExercise()
  const course = await makeActivity(exercise, { kind: 'course' })
  const one = await makeAttendance(participation, course)
  const { id: _, version: __, ...row } = one
  const crowd = Array.from({ length: 500 }, (_, n) => ({ ...row, email: `crowd${n}@example.org` }))
  await factoryDb().attendance.createMany({ data: crowd })
  const at = endex + 366 * DAY
  const where = { exerciseId: exercise.id, erasedAt: null }
  const step = () => execute(eraseIdentities.definition, job, { exerciseId: exercise.id, startedAt: at }, at)
  expect(await step()).toMatchObject({ data: { left: true } })
  expect(await db.attendance.count({ where })).toBe(1)
  expect(await step()).toMatchObject({ data: { left: false } })
  expect(await db.attendance.count({ where })).toBe(0)
  expect((await proof(exercise.id)).at(-1)).toMatchObject({ rule: 'identities', finishedAt: new Date(at) })
})

describe('erasure while somebody edits', () => {
  it('an edit that comes first goes too, and one that comes after is refused', async () => {
    const { exercise, endex, ids, contact, somebody, role, team } = await overExercise()
    const one = await somebody()
    const { version } = await row(one.id)
    const form = {
      ...ids,
      ...{ registrationId: one.id, version, roleId: role.id, teamId: team.id, email: one.email },
      ...{ givenName: 'Latewordzq', familyName: 'Latewordzq', nativeName: '' },
      ...{ presence: 'on_site', homeTimeZone: 'Asia/Kathmandu', languages: ['en'] },
    }
    const at = endex + 365 * DAY
    const before = exercise.startexAt.getTime() - 60 * DAY
    const step = { exerciseId: exercise.id, startedAt: at }
    const results = await Promise.all([
      execute(editRegistration.definition, contact, form, before),
      execute(eraseIdentities.definition, job, step, at),
      execute(editRegistration.definition, contact, { ...form, givenName: 'Latewordzq2' }, before),
    ])
    expect(results[1]).toMatchObject({ ok: true })
    const late = await execute(
      editRegistration.definition,
      contact,
      { ...form, version: version + 1 },
      before,
    )
    expect(late).toMatchObject({ ok: false, error: { reason: 'registration_erased' } })
    expect(await tracesOf(['Latewordzq'])).toEqual([])
    expect((await row(one.id)).erasedAt).not.toBeNull()
    const owner = { exerciseId: exercise.id, registrationId: one.id }
    await expect(factoryDb().registrationNeeds.create({ data: { ...owner, diet: 'x' } })).rejects.toThrow(
      'registration_erased',
    )
  })

  it('somebody whose answers are being written is waited for', async () => {
    const { exercise, endex, somebody, question } = await overExercise()
    const one = await somebody()
    const owner = { exerciseId: exercise.id, registrationId: one.id }
    await factoryDb().answer.deleteMany({ where: owner })
    const at = endex + 365 * DAY
    const writing = factoryDb().$transaction(async tx => {
      await tx.$queryRaw`SELECT set_config('startex.change', 'off', true)`
      await tx.answer.create({ data: { ...owner, questionId: question.id, value: 'Slowwordzq' } })
      await tx.$queryRaw`SELECT 1 FROM pg_sleep(0.5)`
    })
    await sql`SELECT pg_sleep(0.1)`
    await erasePersonalData(at)
    await writing
    expect(await tracesOf(['Slowwordzq'])).toEqual([])
  })
})
