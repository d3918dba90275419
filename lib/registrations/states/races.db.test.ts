import fc from 'fast-check'
import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { setQuota } from '@/lib/nations/actions'
import type { Actor } from '@/lib/policy'
import { makeQuota, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { listRegistrations } from '../queries'
import { listFilterSchema } from '../schema'
import { couldComeIn, counted, delegationOf, now, seated, setting } from '../setting.fixture'
import { confirm, decline, endorse, reopen, submit, waitlist, withdraw } from './actions'

type Setting = Awaited<ReturnType<typeof setting>>

const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)

function tally(results: readonly Awaited<ReturnType<typeof execute>>[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const result of results) counts[reasonOf(result)] = (counts[reasonOf(result)] ?? 0) + 1
  return counts
}

it('a hundred people pressing submit at once take ten places, and ninety hear why', async () => {
  const { quota, contact, ids, people } = await setting({ places: 10 })
  const drafts = await people(100)
  const results = await Promise.all(
    drafts.map(({ id }) => execute(submit.definition, contact, { ...ids, registrationIds: [id] }, now)),
  )
  expect(tally(results)).toEqual({ ok: 10, quota_full: 90 })
  expect(await counted(quota)).toEqual({ used: 10, rows: 10 })
})

it('groups that want overlapping people in any order neither lock each other out nor share a place', async () => {
  const { quota, contact, ids, people } = await setting({ places: 12 })
  const drafts = await people(20)
  const groups = Array.from({ length: 40 }, (_, at) => {
    const group = [0, 7, 13].map(step => drafts[(at * 3 + step) % 20]?.id ?? '')
    return at % 2 === 0 ? group : group.reverse()
  })
  const results = await Promise.all(
    groups.map(registrationIds => execute(submit.definition, contact, { ...ids, registrationIds }, now)),
  )
  const { ok = 0, quota_full = 0, state_already = 0, ...other } = tally(results)
  expect(other).toEqual({})
  expect(ok + quota_full + state_already).toBe(40)
  expect(ok).toBeGreaterThan(0)
  const { used, rows } = await counted(quota)
  expect(used).toBe(ok * 3)
  expect(rows).toBe(used)
})

it('the last seat of a team goes to one of twenty, and the other nineteen keep their state', async () => {
  const { registrar, ids, seat, quota, people } = await setting({ places: 20, seats: 1 })
  const endorsed = await people(20, 'endorsed')
  const { exerciseId } = ids
  const results = await Promise.all(
    endorsed.map(({ id }) =>
      execute(confirm.definition, registrar, { exerciseId, registrationIds: [id] }, now),
    ),
  )
  expect(tally(results)).toEqual({ ok: 1, seat_full: 19 })
  expect(await seated(seat)).toEqual({ used: 1, rows: 1 })
  expect(await counted(quota)).toEqual({ used: 20, rows: 20 })
})

it('registrars confirming people of two nations in opposite orders wait for each other, not in a circle', async () => {
  const { exercise, registrar, role, team, person, quota } = await setting({ places: 40, seats: 40 })
  const estonia = await delegationOf(exercise, 'EST', { places: 40 })
  const pairs = await Promise.all(
    Array.from({ length: 15 }, async () => [
      (await person('waitlisted')).id,
      (
        await makeRegistration(estonia.participation, {
          state: 'waitlisted',
          roleId: role.id,
          teamId: team.id,
        })
      ).id,
    ]),
  )
  const results = await Promise.all(
    pairs.map((pair, at) =>
      execute(
        confirm.definition,
        registrar,
        { exerciseId: exercise.id, registrationIds: at % 2 === 0 ? pair : pair.toReversed() },
        now,
      ),
    ),
  )
  expect(tally(results)).toEqual({ ok: 15 })
  expect([await counted(quota), await counted(estonia.quota)]).toEqual([
    { used: 15, rows: 15 },
    { used: 15, rows: 15 },
  ])
})

it('a quota for a role that begins amid a rush counts exactly those who hold such a place', async () => {
  for (let round = 0; round < 5; round++) {
    const { registrar, contact, ids, role, people } = await setting({ places: 60 })
    const drafts = await people(40)
    const rush = drafts.map(({ id }) =>
      execute(submit.definition, contact, { ...ids, registrationIds: [id] }, now),
    )
    const begun = execute(
      setQuota.definition,
      registrar,
      { ...ids, roleId: role.id, siteId: null, size: 40 },
      now,
    )
    expect(tally(await Promise.all(rush))).toEqual({ ok: 40 })
    expect(reasonOf(await begun)).toBe('ok')
    const ofRole = await factoryDb().quota.findFirstOrThrow({ where: { roleId: role.id } })
    expect(await counted(ofRole)).toEqual({ used: 40, rows: 40 })
  }
})

const moves = [
  'submit',
  'lineUp',
  'lineUpTogether',
  'endorse',
  'confirm',
  'waitlist',
  'decline',
  'withdraw',
  'reopen',
  'reopenDeclined',
] as const

function play({ contact, registrar, ids }: Setting, move: (typeof moves)[number], registrationIds: string[]) {
  const own = { ...ids, registrationIds }
  const all = { exerciseId: ids.exerciseId, registrationIds }
  switch (move) {
    case 'submit':
      return execute(submit.definition, contact, own, now)
    case 'lineUp':
      return execute(submit.definition, contact, { ...own, whenFull: 'wait' }, now)
    case 'lineUpTogether':
      return execute(submit.definition, contact, { ...own, whenFull: 'wait_together' }, now)
    case 'endorse':
      return execute(endorse.definition, contact, own, now)
    case 'withdraw':
      return execute(withdraw.definition, contact, own, now)
    case 'reopen':
      return execute(reopen.definition, contact, own, now)
    case 'reopenDeclined':
      return execute(reopen.definition, registrar, own, now)
    case 'confirm':
      return execute(confirm.definition, registrar, all, now)
    case 'waitlist':
      return execute(waitlist.definition, registrar, all, now)
    case 'decline':
      return execute(decline.definition, registrar, { ...all, reason: 'No seat' }, now)
  }
}

/** The same move by somebody whose word it is not: the organisers for the nation's, the nation for theirs, another
 * nation for what the own one decides. */
function usurp(world: Setting, stranger: Actor, move: (typeof moves)[number], registrationIds: string[]) {
  if (move === 'endorse') return play({ ...world, contact: world.registrar }, move, registrationIds)
  const theirs = move === 'confirm' || move === 'waitlist' || move === 'decline'
  return play(
    { ...world, registrar: theirs ? world.contact : stranger, contact: stranger },
    move,
    registrationIds,
  )
}

/** Positions on the waiting list, as its delegation reads them. */
async function positions({ contact, ids }: Setting): Promise<number[]> {
  const { people } = await listRegistrations(contact, ids, listFilterSchema.parse({}))
  return people.flatMap(({ waiting }) => waiting?.position ?? []).sort((a, b) => a - b)
}

it('whatever happens in whatever order, several at a time, counters equal rows, only the right party moves anybody, the line has no gap, and no place waits for people who wait for it', async () => {
  const world = await setting({ places: 5, seats: 3 })
  const { contact: stranger } = await delegationOf(world.exercise, 'EST')
  const ofRole = await makeQuota(world.participation, { roleId: world.role.id, size: 4 })
  const people = (await world.people(8)).map(({ id }) => id)
  const step = fc.record({
    move: fc.constantFrom(...moves),
    usurped: fc.integer({ min: 0, max: 4 }).map(n => n === 0),
    who: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
      async waves => {
        for (const wave of waves) {
          const results = await Promise.all(
            wave.map(async ({ move, who, usurped }) => {
              const ids = who.map(at => people[at] ?? '')
              const result = await (usurped ? usurp(world, stranger, move, ids) : play(world, move, ids))
              return { usurped, result }
            }),
          )
          for (const { usurped, result } of results) {
            if (usurped) expect(result.ok).toBe(false)
            else if (!result.ok) expect(result.error).toMatchObject({ code: 'refused' })
          }
        }
        for (const quota of [world.quota, ofRole]) {
          const { used, rows } = await counted(quota)
          expect(used).toBe(rows)
          expect(used).toBeLessThanOrEqual(5)
        }
        expect(await couldComeIn(world.ids)).toEqual([])
        const line = await positions(world)
        expect(line).toEqual(line.map((_, at) => at + 1))
        const { used, rows } = await seated(world.seat)
        expect(used).toBe(rows)
        expect(used).toBeLessThanOrEqual(3)
      },
    ),
    { numRuns: 50 },
  )
}, 120_000)
