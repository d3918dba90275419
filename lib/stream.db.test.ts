import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { actorWithoutRole, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makePhase } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { perform } from './action.fixture'
import { db, sql } from './db'
import { type Actor, accountOf } from './policy'
import { asSql } from './policy-rows'
import { changesSince, countStreams, endListening, type Subscriber, subscribe } from './stream'
import { streamAccess } from './stream-access'
import { currentCursor } from './stream-changes'
import { compareCursors } from './stream-cursor'
import type { ChangesMessage, Present } from './stream-messages'
import { announce } from './stream-presence'

type Row = { id: string; title: string }
type Message = ChangesMessage<Row>

async function readerOf(actor: Actor, exerciseId: string, cursor?: string) {
  const access = await streamAccess(actor, exerciseId)
  if (!access) throw new Error('The actor sees nothing of this scenario')
  const rows = async (ids: string[]): Promise<Row[]> => {
    const { text, values } = asSql(access.rule, 'i', 2)
    return sql.unsafe(`SELECT "id", "title" FROM "Inject" i WHERE "id" = ANY($1::uuid[]) AND ${text}`, [
      ids,
      ...values,
    ])
  }
  return { ...access, exerciseId, cursor: cursor ?? (await currentCursor()), rows }
}

const leaving: (() => void)[] = []
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})
afterAll(endListening)

/** Somebody who listens; `next` waits for what they are told, in order. */
async function listener(actor: Actor, exerciseId: string, cursor?: string) {
  const reader = await readerOf(actor, exerciseId, cursor)
  const inbox: { event: string; id: string | null; data: unknown }[] = []
  let arrived = () => {}
  let checks = 0
  const subscriber: Subscriber = {
    ...reader,
    told: reader.cursor,
    send: (event, id, data) => {
      inbox.push({ event, id, data: JSON.parse(data) })
      arrived()
    },
    check: async () => {
      checks += 1
      arrived()
    },
  }
  const leave = subscribe(subscriber)
  leaving.push(leave)
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise<void>(resolve => (arrived = resolve))
  }
  const next = async (event: string) => {
    await until(() => inbox.some(one => one.event === event))
    const [found] = inbox.splice(
      inbox.findIndex(one => one.event === event),
      1,
    )
    return found?.data
  }
  return {
    inbox,
    leave,
    changes: async () => (await next('changes')) as Message,
    presence: async () => (await next('presence')) as Present[],
    checked: (count: number) => until(() => checks >= count),
  }
}

const rename = (exerciseId: string, id: string, title: string) =>
  perform(({ tx }) => tx.inject.update({ where: { id }, data: { title }, select: { id: true } }), {
    exerciseId,
  })

const write = (exerciseId: string, run: Parameters<typeof perform>[0]) => perform(run, { exerciseId })

async function setting() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const inject = await makeInject(exercise, { title: 'Mail to the port' })
  return { exercise, exerciseId: exercise.id, planner, inject }
}

describe('whoever listens', () => {
  it('hears of an edit, a new row and a removed one, of rows alone and with what they are now', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    await rename(exerciseId, inject.id, 'Call to the port')
    const first = await ear.changes()
    expect(first).toMatchObject({
      rows: [{ id: inject.id, title: 'Call to the port' }],
      removed: [],
      reload: [],
    })
    const other = await makeInject(exercise)
    await write(exerciseId, ({ tx }) => tx.inject.delete({ where: { id: other.id }, select: { id: true } }))
    const second = await ear.changes()
    expect(second).toMatchObject({ from: first.to, rows: [], removed: [other.id] })
    expect(compareCursors(first.to, second.to)).toBeLessThan(0)
  })

  it('hears of what hangs on an inject as of the inject, and of lists by their name', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    await write(exerciseId, async ({ tx }) => {
      const mode = await tx.deliveryMode.create({ data: { exerciseId, name: 'Radio' } })
      const gate = await tx.logicGate.create({ data: { exerciseId, number: 1, kind: 'any' } })
      const persona = await tx.persona.create({ data: { exerciseId, name: 'A harbour master' } })
      await tx.injectParty.create({
        data: { exerciseId, injectId: inject.id, side: 'from', personaId: persona.id },
      })
      await tx.wait.create({ data: { exerciseId, gateId: gate.id, afterInjectId: inject.id } })
      return { mode: mode.id }
    })
    const { rows, reload } = await ear.changes()
    expect([rows.map(({ id }) => id), reload.toSorted()]).toEqual([
      [inject.id],
      ['gates', 'modes', 'personas'],
    ])
    const phase = await makePhase(exercise)
    await write(exerciseId, ({ tx }) =>
      tx.phase.update({ where: { id: phase.id }, data: { name: 'Play' }, select: { id: true } }),
    )
    expect(await ear.changes()).toMatchObject({ rows: [], reload: ['phases'] })
  })

  it('hears nothing of another exercise, nor of what was rolled back', async () => {
    const { exerciseId, planner, inject } = await setting()
    const elsewhere = await setting()
    const ear = await listener(planner, exerciseId)
    await rename(elsewhere.exerciseId, elsewhere.inject.id, 'Not yours')
    await write(exerciseId, async ({ tx }) => {
      await tx.inject.update({ where: { id: inject.id }, data: { title: 'Never' }, select: { id: true } })
      throw new Error('the transaction is given up')
    })
    await rename(exerciseId, inject.id, 'At last')
    expect(await ear.changes()).toMatchObject({ rows: [{ id: inject.id, title: 'At last' }] })
    expect(ear.inbox).toEqual([])
  })

  it('is told to load everything where thousands of rows have changed', async () => {
    const { exerciseId, planner } = await setting()
    const ear = await listener(planner, exerciseId)
    await write(exerciseId, ({ tx }) =>
      tx.inject.createMany({
        data: Array.from({ length: 600 }, (_, n) => ({ exerciseId, serial: `9.${n + 1}` })),
      }),
    )
    expect(await ear.changes()).toMatchObject({ rows: [], removed: [], reload: ['everything'] })
  })
})

describe('nothing is lost', () => {
  it('of a transaction that began before others and commits after them, nor do they wait for it', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const other = await makeInject(exercise)
    const ear = await listener(planner, exerciseId)
    let release = () => {}
    let begun = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    const underWay = new Promise<void>(resolve => (begun = resolve))
    const late = write(exerciseId, async ({ tx }) => {
      await tx.inject.update({ where: { id: inject.id }, data: { title: 'Late' }, select: { id: true } })
      begun()
      await held
    })
    await underWay
    await rename(exerciseId, other.id, 'Quick')
    expect(await ear.changes()).toMatchObject({ rows: [{ id: other.id, title: 'Quick' }] })
    release()
    await late
    expect(await ear.changes()).toMatchObject({ rows: [{ id: inject.id, title: 'Late' }] })
  })

  it('to whoever comes back with the cursor of the last message, whichever process tells it', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    await rename(exerciseId, inject.id, 'Heard')
    const { to } = await ear.changes()
    ear.leave()
    await rename(exerciseId, inject.id, 'Missed')
    const other = await makeInject(exercise)
    await rename(exerciseId, other.id, 'Missed too')
    const missed = [inject.id, other.id].sort()
    const again = await listener(planner, exerciseId, to)
    const { from, rows } = await again.changes()
    expect([from, rows.map(({ id }) => id).sort()]).toEqual([to, missed])
    // Another process has nothing but the database: the same question without anything listening.
    const elsewhere = await changesSince(await readerOf(planner, exerciseId, to))
    expect(elsewhere.rows.map(({ id }) => id).sort()).toEqual(missed)
    expect(await changesSince(await readerOf(planner, exerciseId, elsewhere.to))).toMatchObject({
      rows: [],
      removed: [],
    })
  })

  it('by whoever comes with a cursor of another database: everything is loaded again', async () => {
    const { exerciseId, planner } = await setting()
    const reader = await readerOf(planner, exerciseId, '99999999999:99999999999:')
    expect(await changesSince(reader)).toMatchObject({ reload: ['everything'] })
  })

  it('when the connection that listens is cut', async () => {
    const { exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    await rename(exerciseId, inject.id, 'Before')
    await ear.changes()
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND application_name = 'startex-stream'`
    await rename(exerciseId, inject.id, 'After')
    expect(await ear.changes()).toMatchObject({ rows: [{ title: 'After' }] })
  })
})

describe('need-to-know holds in the stream', () => {
  it('a controller hears of the own slice, sees a row go that leaves it, and nothing of what never was in it', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const controller = await staffOf(exercise, 'controller')
    const controllerId = accountOf(controller)?.accountId ?? null
    const [ear, all] = [await listener(controller, exerciseId), await listener(planner, exerciseId)]
    const hand = (controllerOf: string | null) =>
      write(exerciseId, ({ tx }) =>
        tx.inject.update({
          where: { id: inject.id },
          data: { controllerId: controllerOf },
          select: { id: true },
        }),
      )
    await rename(exerciseId, inject.id, 'A secret')
    await all.changes()
    await hand(controllerId)
    await all.changes()
    expect(await ear.changes()).toMatchObject({ rows: [{ id: inject.id }], removed: [] })
    await hand(null)
    await all.changes()
    expect(await ear.changes()).toMatchObject({ rows: [], removed: [inject.id] })
    await write(exerciseId, ({ tx }) => tx.inject.delete({ where: { id: inject.id }, select: { id: true } }))
    expect(await all.changes()).toMatchObject({ removed: [inject.id] })
    expect(ear.inbox).toEqual([])
  })

  it('strangers and registrars have no stream; a player hears what is kept for the own kind of team and no more', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const strangers = [await actorWithoutRole(), await staffOf(exercise, 'registrar')]
    for (const actor of [...strangers, await staffOf(await makeExercise(), 'planner')])
      expect(await streamAccess(actor, exerciseId)).toBeNull()
    const participation = await makeParticipation(exercise)
    const registration = await makeRegistration(participation, { state: 'confirmed' })
    const team = await factoryDb().team.findUniqueOrThrow({ where: { id: registration.teamId ?? '' } })
    const kept = await makeInject(exercise, { keptToKindId: team.kindId })
    const [ear, all] = [
      await listener(await expertOf(registration), exerciseId),
      await listener(planner, exerciseId),
    ]
    await rename(exerciseId, inject.id, 'For blue to meet')
    await all.changes()
    await write(exerciseId, ({ tx }) => tx.persona.create({ data: { exerciseId, name: 'A harbour master' } }))
    expect(await all.changes()).toMatchObject({ reload: ['personas'] })
    await rename(exerciseId, kept.id, 'For our team')
    expect(await ear.changes()).toMatchObject({ rows: [{ id: kept.id }], reload: [] })
    expect(ear.inbox).toEqual([])
  })

  it('is looked at anew when a part is taken away, a sign-in ends, or the settings change', async () => {
    const { exerciseId, planner } = await setting()
    const accountId = accountOf(planner)?.accountId ?? ''
    const ear = await listener(planner, exerciseId)
    await write(exerciseId, ({ tx }) =>
      tx.scenario.create({ data: { exerciseId, timeZone: 'Europe/Tallinn', controllersSee: 'all' } }),
    )
    await ear.checked(1)
    await write(exerciseId, ({ tx }) => tx.membership.deleteMany({ where: { accountId } }))
    await ear.checked(2)
    await db.session.create({
      data: { ownerId: accountId, token: crypto.randomUUID(), expiresAt: new Date(0) },
    })
    await db.session.deleteMany({ where: { ownerId: accountId } })
    await ear.checked(3)
  })
})

describe('presence', () => {
  it('says who is on which row, to those who may see the row', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const controller = await staffOf(exercise, 'controller')
    const mine = await makeInject(exercise, { controllerId: accountOf(controller)?.accountId ?? null })
    const [ear, narrow] = [await listener(planner, exerciseId), await listener(controller, exerciseId)]
    const who = { exerciseId, accountId: accountOf(planner)?.accountId ?? '', name: 'Eerik', field: 'title' }
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
    await announce({ ...who, tab: one, injectId: inject.id })
    expect(await ear.presence()).toMatchObject([
      { tab: one, name: 'Eerik', injectId: inject.id, field: 'title' },
    ])
    await announce({ ...who, tab: other, injectId: mine.id })
    expect(await narrow.presence()).toMatchObject([{ injectId: mine.id }])
    expect(await ear.presence()).toHaveLength(2)
    // Another's tab is known to all who listen, and stays that one's.
    await announce({ ...who, accountId: crypto.randomUUID(), tab: one, injectId: null })
    await announce({ ...who, tab: one, injectId: null })
    expect(await ear.presence()).toMatchObject([{ tab: other }])
    const late = await listener(planner, exerciseId)
    expect(await late.presence()).toMatchObject([{ tab: other }])
  })
})

it('a stream that was left is forgotten', async () => {
  const { exerciseId, planner } = await setting()
  const accountId = accountOf(planner)?.accountId
  const ears = [await listener(planner, exerciseId), await listener(planner, exerciseId)]
  expect(countStreams(accountId)).toBe(2)
  for (const ear of ears) ear.leave()
  expect(countStreams(accountId)).toBe(0)
})
