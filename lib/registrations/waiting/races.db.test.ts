import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import { setQuota } from '@/lib/nations/actions'
import { moveState } from '@/lib/places'
import { dateOf } from '@/lib/time'
import { lockLines, moveOn } from '@/lib/waiting-list'
import { staffOf } from '@/prisma/actors'
import { makeQuota, makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeRole, makeSeat, makeTeam } from '@/prisma/factories'
import { couldComeIn, counted, delegationOf, now, seated, setting, stateOf } from '../setting.fixture'
import { confirm, decline, endorse, submit, waitlist, withdraw } from '../states/actions'

it('two hundred line up for fifty places of three nations and the seats of two teams while others leave, are confirmed, and quotas change', async () => {
  const japan = await setting({ places: 20, seats: 15 })
  const { exercise, role, team } = japan
  const legal = await makeRole(exercise, { name: 'Legal adviser' })
  const second = await makeTeam(exercise)
  await makeTeamNation(second, japan.participation)
  const seats = [
    japan.seat,
    await makeSeat(team, legal, { most: 15 }),
    await makeSeat(second, role, { most: 5 }),
    await makeSeat(second, legal, { most: 5 }),
  ]
  const others = await Promise.all(
    ['EST', 'FIN'].map(async (code, at) => {
      const nation = await delegationOf(exercise, code, { places: at === 0 ? 20 : 10 })
      await makeTeamNation(team, nation.participation)
      await makeTeamNation(second, nation.participation)
      return nation
    }),
  )
  const nations = [japan, ...others]
  const quotas = await Promise.all(
    nations.map(({ participation }) => makeQuota(participation, { roleId: legal.id, size: 8 })),
  )
  const director = await staffOf(exercise, 'director')
  const people = await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const nation = nations[at % 3] ?? japan
      const roleId = at % 2 === 0 ? role.id : legal.id
      const teamId = at % 4 < 2 ? team.id : second.id
      const { id } = await makeRegistration(nation.participation, { roleId, teamId })
      return { id, nation, at }
    }),
  )
  const { exerciseId } = japan.ids
  const results = await Promise.all(
    people.flatMap(({ id, nation, at }) => {
      const own = { ...nation.ids, registrationIds: [id] }
      const lined = execute(submit.definition, nation.contact, { ...own, whenFull: 'wait' }, now + at)
      const then = lined.then(async first => {
        if (at % 5 === 0) return execute(withdraw.definition, nation.contact, own, now + at)
        if (at % 7 === 0) {
          const refused = { exerciseId, registrationIds: [id], reason: 'No seat' }
          return execute(decline.definition, japan.registrar, refused, now + at)
        }
        if (at % 2 === 0) {
          await execute(endorse.definition, nation.contact, own, now + at)
          return execute(confirm.definition, japan.registrar, { exerciseId, registrationIds: [id] }, now + at)
        }
        return first
      })
      const size = { ...nation.ids, roleId: null, siteId: null, size: 14 + (at % 9) }
      return at % 20 === 0 ? [then, execute(setQuota.definition, director, size, now + at)] : [then]
    }),
  )
  const unexpected = results.filter(result => !result.ok && result.error.code !== 'refused')
  expect(unexpected).toEqual([])
  for (const quota of [...nations.map(nation => nation.quota), ...quotas]) {
    const { size } = await factoryDb().quota.findUniqueOrThrow({ where: { id: quota.id } })
    const { used, rows } = await counted(quota)
    expect(used).toBe(rows)
    expect(used).toBeLessThanOrEqual(size)
  }
  for (const seat of seats) {
    const { used, rows } = await seated(seat)
    expect(used).toBe(rows)
    expect(used).toBeLessThanOrEqual(seat.most)
  }
  for (const { ids } of nations) expect(await couldComeIn(ids)).toEqual([])
  expect(await factoryDb().registration.count({ where: { exerciseId, state: { not: 'draft' } } })).toBe(200)
}, 120_000)

// What the lock of the line is for, step by step: somebody finds the delegation full, and before they stand in line the
// last place is given back.
async function lineUpWhileAPlaceIsFreed(lock: typeof lockLines | null) {
  const given = await setting({ places: 1 })
  const holder = await given.person('submitted')
  const latecomer = await given.person('draft')
  const { exerciseId, participationId } = given.ids
  const at = dateOf(now)
  let freed: Promise<unknown> = Promise.resolve()
  await db.$transaction(async tx => {
    await tx.$executeRaw`SELECT set_config('startex.change', 'off', true)`
    await lock?.(tx, [participationId])
    const [quota] = await tx.$queryRaw<{ full: boolean }[]>`
      SELECT "used" = "size" AS "full" FROM "Quota" WHERE "participationId" = ${participationId}::uuid`
    expect(quota?.full).toBe(true)
    freed = execute(withdraw.definition, given.contact, { ...given.ids, registrationIds: [holder.id] }, now)
    await Promise.race([freed, new Promise(resolve => setTimeout(resolve, 300))])
    const own = { exerciseId, participationId, ids: [latecomer.id], at }
    await moveState(tx, { ...own, from: ['draft'], to: 'waitlisted', waitsFor: 'place' })
    await moveOn(tx, { exerciseId, participationIds: [] }, at)
  })
  await freed
  return { state: await stateOf(latecomer), left: await couldComeIn(given.ids) }
}

it('whoever lines up at the moment a place is freed gets it', async () => {
  expect(await lineUpWhileAPlaceIsFreed(lockLines)).toMatchObject({ state: 'submitted', left: [] })
})

it('without the lock they would wait for a place that is free', async () => {
  const { state, left } = await lineUpWhileAPlaceIsFreed(null)
  expect(state).toBe('waitlisted')
  expect(left).toHaveLength(1)
})

it('whoever is set aside for want of a seat, at the moment one is freed, does not wait for it', async () => {
  for (let round = 0; round < 8; round++) {
    const given = await setting({ places: 5, seats: 1 })
    const estonia = await delegationOf(given.exercise, 'EST')
    await makeTeamNation(given.team, estonia.participation)
    const seatedOne = await given.person('confirmed')
    const theirs = await makeRegistration(estonia.participation, {
      roleId: given.role.id,
      teamId: given.team.id,
      state: 'endorsed',
    })
    const { exerciseId } = given.ids
    const leave = { ...given.ids, registrationIds: [seatedOne.id] }
    const results = await Promise.all([
      execute(waitlist.definition, given.registrar, { exerciseId, registrationIds: [theirs.id] }, now),
      execute(withdraw.definition, given.contact, leave, now),
    ])
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    const { state, waitsFor } = await factoryDb().registration.findUniqueOrThrow({ where: { id: theirs.id } })
    // Either they came back with the seat, or it was free already and the registrar meant it otherwise.
    expect([state, waitsFor]).toEqual(state === 'endorsed' ? ['endorsed', null] : ['waitlisted', 'decision'])
  }
})
