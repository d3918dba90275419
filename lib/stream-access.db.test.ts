import { describe, expect, it } from 'vitest'
import { actorWithoutRole, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { db } from './db'
import { accountOf } from './policy'
import { listener, rename, setting, write } from './stream.fixture'
import { streamAccess } from './stream-access'
import { announce } from './stream-presence'

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

  it('shows the latest tabs of an account, which never takes the places of others', async () => {
    const { exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    const say = (accountId: string, tab: string) =>
      announce({ exerciseId, accountId, tab, name: 'Eerik', injectId: inject.id, field: null })
    const tabs = Array.from({ length: 8 }, () => crypto.randomUUID())
    const [many, one, last] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    for (const tab of tabs) await say(many, tab)
    await say(one, last)
    let shown = await ear.presence()
    while (!shown.some(({ tab }) => tab === last)) shown = await ear.presence()
    expect(shown.map(({ tab }) => tab).sort()).toEqual([...tabs.slice(3), last].sort())
  })
})
