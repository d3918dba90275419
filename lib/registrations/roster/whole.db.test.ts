import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { forgetRoster, rosterPatience } from '@/lib/roster-parts'
import { expertOf, staffOf } from '@/prisma/actors'
import { makeCompany } from '@/prisma/delegation-factories'
import { factoryDb, makeSite, makeTeam } from '@/prisma/factories'
import { delegationOf, now, setting } from '../setting.fixture'
import { addRoster, dropRoster, stageRoster } from './actions'
import { add, type Ids, parts, people, type Row, rowsOf, send } from './file.fixture'
import { part as partSize } from './schema'

describe('nothing is half written', () => {
  it('where one row no longer fits: each is named, and nobody is added', async () => {
    const { contact, ids, role, person, exercise } = await setting()
    const estonia = await delegationOf(exercise, 'EST')
    const other = await setting()
    const rows = rowsOf(role.id, 8)
    const site = await makeSite(exercise, { remote: true })
    const changes: Partial<Row>[] = [
      { email: (await person()).email.toUpperCase() },
      { email: rows[7]?.email ?? '', line: 99 },
      { roleId: other.role.id },
      { teamId: (await makeTeam(exercise)).id },
      { companyId: (await makeCompany(estonia.participation)).id },
      { siteId: (await makeSite(other.exercise)).id },
      { siteId: site.id },
    ]
    const input = await send(
      contact,
      ids,
      rows.map((row, at) => ({ ...row, ...changes[at] })),
    )
    expect(await add(contact, input)).toMatchObject({
      error: {
        code: 'refused',
        reason: 'roster_rows_stale',
        params: { count: 7 },
        fields: {
          '2.email': { reason: 'registration_email_taken' },
          '99.email': { reason: 'roster_email_twice', params: { line: 9 } },
          '4.role': { reason: 'role_unknown' },
          '5.team': { reason: 'team_of_another' },
          '6.company': { reason: 'not_found' },
          '7.site': { reason: 'not_found' },
          '8.site': { reason: 'site_is_remote' },
        },
      },
    })
    expect(await factoryDb().registration.count({ where: ids })).toBe(1)
  })
  it('where the sending broke off halfway, or was cancelled', async () => {
    const { contact, ids, role } = await setting()
    const input = await send(contact, ids, rowsOf(role.id, 300))
    for (const wrong of [{ parts: 3 }, { people: 301 }, { rosterId: crypto.randomUUID() }])
      expect(await add(contact, { ...input, ...wrong })).toMatchObject({
        error: { reason: 'roster_incomplete' },
      })
    expect(await execute(dropRoster.definition, contact, input, now)).toMatchObject({ ok: true })
    expect(await add(contact, input)).toMatchObject({ error: { reason: 'roster_incomplete' } })
    expect([await people(ids), await parts(ids)]).toEqual([[], 0])
  })
  it('where the server died in the middle of adding', async () => {
    const { contact, ids, role } = await setting()
    const rows = rowsOf(role.id, 500)
    const input = await send(contact, ids, rows)
    // The last row's person is being named by somebody else, so that the adding waits with almost everything done.
    const held = await factoryDb().person.create({
      data: {
        programmeId: (await db.exercise.findUniqueOrThrow({ where: { id: ids.exerciseId } })).programmeId,
        email: rows.at(-1)?.email ?? '',
        givenName: 'a',
        familyName: 'b',
        homeNation: 'EST',
      },
    })
    let adding: Promise<unknown> = Promise.resolve()
    await factoryDb().$transaction(
      async tx => {
        await tx.$executeRaw`SELECT FROM "Person" WHERE "id" = ${held.id}::uuid FOR UPDATE`
        adding = add(contact, input)
        await waitsForLock()
        await factoryDb().$executeRaw`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%"Person"%'`
        expect(await adding).toMatchObject({ ok: false })
      },
      { timeout: 20_000 },
    )
    expect([
      await people(ids),
      await factoryDb().person.count({ where: { email: rows[0]?.email ?? '' } }),
    ]).toEqual([[], 0])
    // What had been sent is still there, and goes through once the server is back.
    expect(await add(contact, input)).toEqual({ ok: true, data: { added: 500, submitted: false } })
  })
  it('and what is never added is forgotten', async () => {
    const { contact, ids, role } = await setting()
    const { rosterId } = await send(contact, ids, rowsOf(role.id, 1))
    const [job] = await db.$queryRaw<{ seconds: number }[]>`
      SELECT extract(epoch FROM run_at)::int AS "seconds" FROM graphile_worker.jobs WHERE key = ${`roster:${ids.participationId}:${rosterId}`}`
    expect(job?.seconds).toBe((now + rosterPatience) / 1000)
    await forgetRoster({ participationId: ids.participationId, rosterId })
    expect(await parts(ids)).toBe(0)
    // Without a worker too, as soon as the next file comes.
    const left = await send(contact, ids, rowsOf(role.id, 1))
    await send(contact, ids, rowsOf(role.id, 1), crypto.randomUUID(), now + rosterPatience + 1)
    expect(await add(contact, left)).toMatchObject({ error: { reason: 'roster_incomplete' } })
  })
})

describe('at the same time', () => {
  it('a repeated request adds once and is told the same', async () => {
    const { contact, ids, role } = await setting()
    const input = { ...(await send(contact, ids, rowsOf(role.id, 20))), requestId: crypto.randomUUID() }
    const results = await Promise.all([1, 2, 3].map(() => add(contact, input)))
    expect(results).toEqual(Array(3).fill({ ok: true, data: { added: 20, submitted: false } }))
    expect(await people(ids)).toHaveLength(20)
  })
  it('a part that is sent again replaces itself', async () => {
    const { contact, ids, role } = await setting()
    const rosterId = crypto.randomUUID()
    await send(contact, ids, rowsOf(role.id, 9), rosterId)
    const input = await send(contact, ids, rowsOf(role.id, 4), rosterId)
    expect(await add(contact, input)).toMatchObject({ data: { added: 4 } })
  })
  it('of two files with the same people one is added, and the other hears of each row', async () => {
    const { contact, ids, role } = await setting()
    const second = await makeSecondContact(ids)
    const rows = rowsOf(role.id, 200)
    const inputs = [
      await send(contact, ids, rows),
      await send(
        second,
        ids,
        rows.toReversed().map((row, at) => ({ ...row, line: at + 2 })),
      ),
    ]
    const results = await Promise.all([add(contact, inputs[0] ?? {}), add(second, inputs[1] ?? {})])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { reason: 'roster_rows_stale', params: { count: 200 } },
    })
    expect(await people(ids)).toHaveLength(200)
  })
  it('two delegations name the same people, and neither waits for the other in a circle', async () => {
    const { contact, ids, role, exercise } = await setting()
    const estonia = await delegationOf(exercise, 'EST')
    const rows = rowsOf(role.id, 400)
    const inputs = [
      await send(contact, ids, rows),
      await send(estonia.contact, estonia.ids, rows.toReversed()),
    ]
    const results = await Promise.all([add(contact, inputs[0] ?? {}), add(estonia.contact, inputs[1] ?? {})])
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    expect(await factoryDb().person.count({ where: { programmeId: exercise.programmeId } })).toBe(400)
  })
})

describe('a file is nobody else’s affair', () => {
  it('of no other delegation, whichever of the two it names', async () => {
    const { contact, ids, role, exercise } = await setting()
    const estonia = await delegationOf(exercise, 'EST')
    const input = await send(contact, ids, rowsOf(role.id, 1))
    const rows = rowsOf(role.id, 1)
    const stage = { ...input, part: 0, rows }
    const calls: ((actor: Actor) => ReturnType<typeof execute>)[] = [
      actor => execute(stageRoster.definition, actor, stage, now),
      actor => execute(addRoster.definition, actor, stage, now),
      actor => execute(dropRoster.definition, actor, stage, now),
    ]
    for (const call of calls) {
      expect(await call(estonia.contact)).toMatchObject({ error: { code: 'forbidden' } })
      expect(await call({ kind: 'visitor' })).toMatchObject({ error: { code: 'unauthenticated' } })
    }
    // Under the own name it is not there.
    const asOwn = { ...input, ...estonia.ids }
    expect(await add(estonia.contact, asOwn)).toMatchObject({ error: { reason: 'roster_incomplete' } })
    expect(await execute(dropRoster.definition, estonia.contact, asOwn, now)).toMatchObject({ ok: true })
    expect(await parts(ids)).toBe(1)
    expect(await people(estonia.ids)).toEqual([])
  })
  it('of no other exercise, and of nobody without the permission', async () => {
    const { contact, ids, role, exercise, registrar, person } = await setting()
    const elsewhere = await setting()
    const stage = { ...ids, rosterId: crypto.randomUUID(), part: 0, rows: rowsOf(role.id, 1) }
    for (const actor of [
      await staffOf(exercise, 'planner'),
      await staffOf(exercise, 'observer'),
      await expertOf(await person('submitted')),
      elsewhere.contact,
      elsewhere.registrar,
    ])
      expect(await execute(stageRoster.definition, actor, stage, now)).toMatchObject({
        error: { code: 'forbidden' },
      })
    expect(await execute(stageRoster.definition, registrar, stage, now)).toMatchObject({ ok: true })
    const crossed = { ...stage, exerciseId: elsewhere.ids.exerciseId }
    expect(await execute(stageRoster.definition, contact, crossed, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await execute(stageRoster.definition, elsewhere.registrar, crossed, now)).toMatchObject({
      error: { code: 'not_found' },
    })
  })
  it('and fills nobody’s disk', async () => {
    const { contact, ids, role } = await setting()
    const one = rowsOf(role.id, 1)
    const stage = (part: number, rosterId: string = crypto.randomUUID(), rows: object[] = one) =>
      execute(stageRoster.definition, contact, { ...ids, rosterId, part, rows }, now)
    const first = crypto.randomUUID()
    for (let part = 0; part < partSize.most; part++)
      expect(await stage(part, first)).toMatchObject({ ok: true })
    expect(await stage(0)).toMatchObject({ error: { reason: 'rosters_waiting' } })
    expect(await stage(3, first)).toMatchObject({ ok: true })
    expect(await stage(64, first)).toMatchObject({ error: { code: 'invalid' } })
    expect(await stage(0, first, rowsOf(role.id, partSize.rows + 1))).toMatchObject({
      error: { code: 'invalid' },
    })
    expect(await stage(0, first, [])).toMatchObject({ error: { code: 'invalid' } })
  })
  it('is refused row by row where a script sends what the form would not', async () => {
    const { contact, ids, role } = await setting()
    const rows = rowsOf(role.id, 2, { familyName: 'x'.repeat(200), homeNation: 'XXX' })
    const input = { ...ids, rosterId: crypto.randomUUID(), part: 0, rows }
    expect(await execute(stageRoster.definition, contact, input, now)).toMatchObject({
      error: {
        code: 'invalid',
        fields: {
          'rows.1.familyName': { reason: 'too_long' },
          'rows.0.homeNation': { reason: 'nation_unknown' },
        },
      },
    })
  })
  it('stays out once registration has closed', async () => {
    const { contact, ids, role, exercise } = await setting()
    const input = await send(contact, ids, rowsOf(role.id, 1))
    await factoryDb().exercise.update({ where: { id: exercise.id }, data: { status: 'closed' } })
    expect(await add(contact, input)).toMatchObject({ error: { reason: 'exercise_closed' } })
    const again = { ...input, part: 0, rows: rowsOf(role.id, 1) }
    expect(await execute(stageRoster.definition, contact, again, now)).toMatchObject({
      error: { reason: 'exercise_closed' },
    })
  })
})

async function makeSecondContact(ids: Ids): Promise<Actor> {
  const { contactOf } = await import('@/prisma/actors')
  return contactOf({ id: ids.participationId, exerciseId: ids.exerciseId })
}

async function waitsForLock(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [waiting] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS "n" FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%"Person"%'`
    if (waiting && waiting.n > 0) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('Nobody waits')
}
