import fc from 'fast-check'
import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { lockLine, moveLineOn } from '@/lib/attendance-line'
import { db } from '@/lib/db'
import { dateOf } from '@/lib/time'
import { factoryDb } from '@/prisma/factories'
import { cancel, cancelAny, switchPresence } from './actions'
import { audit, course, nationAt, now, peopleAt, signUpOne, sound } from './course.fixture'
import { setNationPlaces, setPlaces } from './sign-up/actions'

it('sixty people of four nations take ten places, and the others wait in order', async () => {
  const setting = await course({ onSitePlaces: 10 })
  const nations = await Promise.all(['JPN', 'EST', 'FRA', 'DEU'].map(code => nationAt(setting, code)))
  const results = await Promise.all(
    Array.from({ length: 60 }, (_, at) => {
      const nation = nations[at % 4]
      if (!nation) throw new Error('no nation')
      return signUpOne(nation.contact, nation.ids, {}, now + at)
    }),
  )
  expect(results.filter(({ ok }) => ok).length).toBe(60)
  const people = await peopleAt(setting)
  expect(people.filter(({ state }) => state === 'signed_up').length).toBe(10)
  expect(people.filter(({ state }) => state === 'waiting').length).toBe(50)
  expect(await audit(setting)).toEqual(sound)
}, 60_000)

it('a freed place passes over somebody whose name is gone already', async () => {
  const setting = await course({ onSitePlaces: 1 })
  const japan = await nationAt(setting, 'JPN')
  for (let n = 0; n < 3; n++) await signUpOne(japan.contact, japan.ids, {}, now + n)
  const [first, gone] = await peopleAt(setting)
  await factoryDb().attendance.update({ where: { id: gone?.id ?? '' }, data: { erasedAt: dateOf(now) } })
  const input = { ...setting.owner, attendanceIds: [first?.id] }
  expect(await execute(cancelAny.definition, setting.planner, input, now + 3)).toMatchObject({ ok: true })
  expect((await peopleAt(setting)).map(({ state }) => state)).toEqual(['cancelled', 'waiting', 'signed_up'])
})

it('people who sign up, cancel and are given places at once never get more than there are', async () => {
  const setting = await course({ onSitePlaces: 5, nationPlaces: 3 })
  const [japan, estonia] = [await nationAt(setting, 'JPN'), await nationAt(setting, 'EST')]
  for (const nation of [japan, estonia])
    for (let n = 0; n < 6; n++) await signUpOne(nation.contact, nation.ids, {}, now + n)
  const people = await peopleAt(setting)
  const { planner, owner } = setting
  const work = [
    ...people.map(({ id, participationId }) => () => {
      const nation = participationId === japan.participation.id ? japan : estonia
      return execute(cancel.definition, nation.contact, { ...nation.ids, attendanceIds: [id] }, now + 20)
    }),
    ...Array.from(
      { length: 20 },
      (_, n) => () =>
        signUpOne(n % 2 ? japan.contact : estonia.contact, n % 2 ? japan.ids : estonia.ids, {}, now + 30 + n),
    ),
    () => execute(setPlaces.definition, planner, { ...owner, presence: 'on_site', size: 7 }, now),
    () =>
      execute(setNationPlaces.definition, planner, { ...owner, partnerId: japan.partner.id, size: 5 }, now),
    () =>
      execute(
        switchPresence.definition,
        planner,
        { ...owner, attendanceIds: [people[0]?.id], presence: 'remote' },
        now,
      ),
  ]
  await Promise.all(work.map(one => one()))
  expect(await audit(setting)).toEqual(sound)
}, 60_000)

it('without the line’s lock and the conditional update a place would be given twice: the control', async () => {
  const setting = await course({ onSitePlaces: 1 })
  const japan = await nationAt(setting, 'JPN')
  await signUpOne(japan.contact, japan.ids)
  const [first] = await peopleAt(setting)
  await execute(cancelAny.definition, setting.planner, { ...setting.owner, attendanceIds: [first?.id] }, now)
  await factoryDb().activityPlaces.updateMany({ where: setting.owner, data: { size: 0 } })
  for (let n = 0; n < 2; n++) await factoryDb().attendance.create({ data: waiting(first, n) })
  await factoryDb().activityPlaces.updateMany({
    where: { ...setting.owner, presence: 'on_site' },
    data: { size: 1 },
  })
  await factoryDb().activityPlaces.updateMany({
    where: { ...setting.owner, presence: null },
    data: { size: null },
  })
  // Both count, then both write: each believes in the one free place.
  let counted = 0
  const naive = async (id: string) => {
    const used = await db.attendance.count({ where: { ...setting.owner, state: 'signed_up' } })
    counted += 1
    while (counted < 2) await new Promise(resolve => setTimeout(resolve, 5))
    if (used < 1) await factoryDb().attendance.update({ where: { id }, data: { state: 'signed_up' } })
  }
  const ids = (await peopleAt(setting)).filter(({ state }) => state === 'waiting').map(({ id }) => id)
  await Promise.all(ids.map(naive))
  expect((await peopleAt(setting)).filter(({ state }) => state === 'signed_up').length).toBe(2)
  // The guard, over the same two.
  await factoryDb().attendance.updateMany({ where: { id: { in: ids } }, data: { state: 'waiting' } })
  await Promise.all(
    ids.map(() =>
      db.$transaction(async tx => {
        await tx.$queryRaw`SELECT set_config('startex.change', 'off', true)`
        await lockLine(tx, setting.owner)
        await moveLineOn(tx, setting.owner, dateOf(now))
      }),
    ),
  )
  expect((await peopleAt(setting)).filter(({ state }) => state === 'signed_up').length).toBe(1)
  expect(await audit(setting)).toEqual(sound)
})

function waiting(like: Awaited<ReturnType<typeof peopleAt>>[number] | undefined, n: number) {
  if (!like) throw new Error('nobody')
  const { id: _, version: __, ...row } = like
  return { ...row, email: `w${n}@example.org`, state: 'waiting' as const, signedUpAt: new Date(now + n) }
}

it('whatever happens in whatever order, counters equal the people and nobody waits beside a free place', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.nat(9)), { minLength: 5, maxLength: 25 }),
      async steps => {
        const setting = await course({ onSitePlaces: 3, remotePlaces: 2, nationPlaces: 2 })
        const nations = [await nationAt(setting, 'JPN'), await nationAt(setting, 'EST')]
        let at = now
        for (const [what, which, n] of steps) {
          at += 1
          const nation = nations[which % 2]
          if (!nation) throw new Error('no nation')
          const people = await peopleAt(setting)
          const attendanceIds = [people[n % Math.max(1, people.length)]?.id]
          const { planner, owner } = setting
          const presence = which > 1 ? 'remote' : 'on_site'
          if (what <= 1) await signUpOne(nation.contact, nation.ids, { presence }, at)
          if (what === 2) await execute(cancelAny.definition, planner, { ...owner, attendanceIds }, at)
          if (what === 3) await execute(setPlaces.definition, planner, { ...owner, presence, size: n }, at)
          if (what === 4)
            await execute(
              setNationPlaces.definition,
              planner,
              { ...owner, partnerId: nation.partner.id, size: n % 4 },
              at,
            )
          if (what === 5)
            await execute(switchPresence.definition, planner, { ...owner, attendanceIds, presence }, at)
          expect(await audit(setting)).toEqual(sound)
        }
      },
    ),
    { numRuns: 8 },
  )
}, 120_000)
