import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { removeQuota, setQuota } from '@/lib/nations/actions'
import { setSeat } from '@/lib/roles/actions'
import { staffOf } from '@/prisma/actors'
import { makeQuota, makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeRole } from '@/prisma/factories'
import { editRegistration } from '../actions'
import { listRegistrations } from '../queries'
import { listFilterSchema } from '../schema'
import { counted, delegationOf, now, setting, stateOf } from '../setting.fixture'
import { confirm, decline, endorse, submit, waitlist, withdraw } from '../states/actions'
import { setPriority, waitSingly } from './actions'

type Setting = Awaited<ReturnType<typeof setting>>
type Ids = readonly { id: string }[]

const idsOf = (people: Ids) => people.map(({ id }) => id)

function submitted({ contact, ids }: Setting, people: Ids, whenFull: string, at = now) {
  return execute(submit.definition, contact, { ...ids, registrationIds: idsOf(people), whenFull }, at)
}

function withdrawn({ contact, ids }: Setting, people: Ids, at = now) {
  return execute(withdraw.definition, contact, { ...ids, registrationIds: idsOf(people) }, at)
}

const statesOf = (people: Ids) => Promise.all(people.map(stateOf))

describe('a delegation with more people than places', () => {
  it('lets as many in as fit, and the rest wait in the order of submission', async () => {
    const given = await setting({ places: 2 })
    const [first, second, third, last] = await given.people(4)
    if (!first || !second || !third || !last) throw new Error('no people')
    expect(await submitted(given, [first], 'wait', now)).toMatchObject({
      ok: true,
      data: { submitted: 1, waiting: 0 },
    })
    expect(await submitted(given, [third, second], 'wait', now + 1)).toMatchObject({
      data: { submitted: 1, waiting: 1 },
    })
    expect(await submitted(given, [last], 'wait', now + 2)).toMatchObject({
      data: { submitted: 0, waiting: 1 },
    })
    // Of two submitted together the one whose id is lower comes in.
    expect(await statesOf([first, second, third, last])).toEqual([
      'submitted',
      'submitted',
      'waitlisted',
      'waitlisted',
    ])
    expect(await withdrawn(given, [first], now + 3)).toMatchObject({ ok: true })
    expect(await statesOf([third, last])).toEqual(['submitted', 'waitlisted'])
    expect(await counted(given.quota)).toEqual({ used: 2, rows: 2 })
  })

  it('passes over somebody whose name is gone already, who could not be let in any more', async () => {
    const given = await setting({ places: 1 })
    const holder = await given.person('submitted')
    const waiting = { waitsFor: 'place', submittedAt: new Date(now - 2000) } as const
    const gone = await given.person('waitlisted', { ...waiting, erasedAt: new Date(now) })
    const next = await given.person('waitlisted', { ...waiting, submittedAt: new Date(now - 1000) })
    const { people } = await listRegistrations(given.contact, given.ids, listFilterSchema.parse({}))
    expect(people.find(({ id }) => id === next.id)?.waiting).toMatchObject({ position: 1, of: 1 })
    expect(await withdrawn(given, [holder])).toMatchObject({ ok: true })
    expect(await statesOf([gone, next])).toEqual(['waitlisted', 'submitted'])
  })

  it('is refused as before where it does not choose to wait', async () => {
    const given = await setting({ places: 1 })
    const [one, other] = await given.people(2)
    if (!one || !other) throw new Error('no people')
    expect(await submitted(given, [one, other], 'refuse')).toMatchObject({ error: { reason: 'quota_full' } })
    expect(await statesOf([one, other])).toEqual(['draft', 'draft'])
  })

  it('has a group wait until there is room for all of it, and nobody overtakes it', async () => {
    const given = await setting({ places: 2 })
    const [a, b, c, d, e] = await given.people(5)
    if (!a || !b || !c || !d || !e) throw new Error('no people')
    await submitted(given, [a, b], 'refuse')
    expect(await submitted(given, [c, d], 'wait_together', now + 1)).toMatchObject({
      data: { submitted: 0, waiting: 2 },
    })
    await withdrawn(given, [a], now + 2)
    expect(await statesOf([c, d])).toEqual(['waitlisted', 'waitlisted'])
    expect(await submitted(given, [e], 'refuse', now + 3)).toMatchObject({ error: { reason: 'others_wait' } })
    expect(await submitted(given, [e], 'wait', now + 3)).toMatchObject({ data: { waiting: 1 } })
    await withdrawn(given, [b], now + 4)
    expect(await statesOf([c, d, e])).toEqual(['submitted', 'submitted', 'waitlisted'])
  })

  it('may have its group wait each alone instead', async () => {
    const given = await setting({ places: 1 })
    const [a, b] = await given.people(2)
    if (!a || !b) throw new Error('no people')
    await submitted(given, [a, b], 'wait_together')
    const input = { ...given.ids, registrationIds: [b.id] }
    expect(await execute(waitSingly.definition, given.contact, input, now)).toMatchObject({
      data: { submitted: 1 },
    })
    expect(await statesOf([a, b])).toEqual(['submitted', 'waitlisted'])
    expect(await execute(waitSingly.definition, given.contact, input, now)).toMatchObject({
      error: { reason: 'no_group_waits' },
    })
  })

  it('finds one role full and the other open', async () => {
    const given = await setting({ places: 10 })
    await makeQuota(given.participation, { roleId: given.role.id, size: 1 })
    const legal = await makeRole(given.exercise, { name: 'Legal adviser' })
    const [a, b] = await given.people(2)
    const lawyer = await given.person('draft', { roleId: legal.id })
    if (!a || !b) throw new Error('no people')
    await submitted(given, [a, b, lawyer], 'wait')
    expect(await statesOf([a, b, lawyer])).toEqual(['submitted', 'waitlisted', 'submitted'])
  })

  it('cannot wait where the organisers have given it no places at all', async () => {
    const given = await setting()
    await factoryDb().quota.deleteMany({ where: { id: given.quota.id } })
    const people = await given.people(1)
    expect(await submitted(given, people, 'wait')).toMatchObject({ error: { reason: 'quota_not_set' } })
    expect(await statesOf(people)).toEqual(['draft'])
  })
})

describe('a person who is past that', () => {
  it('does not line up, and is told so as if there were no line', async () => {
    const given = await setting({ places: 1 })
    const endorsed = await given.person('endorsed')
    expect(await submitted(given, [endorsed], 'wait')).toMatchObject({ error: { reason: 'state_not_yet' } })
    expect(await stateOf(endorsed)).toBe('endorsed')
  })
})

describe('a place is freed', () => {
  it('when the organisers decline or set aside somebody who held it', async () => {
    const given = await setting({ places: 2 })
    const held = await given.people(2, 'endorsed')
    const waiting = await given.people(2)
    await submitted(given, waiting, 'wait')
    const { exerciseId } = given.ids
    const [one, other] = held
    await execute(
      decline.definition,
      given.registrar,
      { exerciseId, registrationIds: [one?.id], reason: 'Too late' },
      now,
    )
    expect((await statesOf(waiting)).sort()).toEqual(['submitted', 'waitlisted'])
    await execute(waitlist.definition, given.registrar, { exerciseId, registrationIds: [other?.id] }, now)
    expect(await statesOf(waiting)).toEqual(['submitted', 'submitted'])
    expect(other && (await stateOf(other))).toBe('waitlisted')
    expect(await counted(given.quota)).toEqual({ used: 2, rows: 2 })
  })

  it('when a quota is raised, or the limit of a role is taken away', async () => {
    const given = await setting({ places: 1 })
    const director = await staffOf(given.exercise, 'director')
    const people = await given.people(3)
    await submitted(given, people, 'wait')
    const size = (n: number) => ({ ...given.ids, roleId: null, siteId: null, size: n })
    expect(await execute(setQuota.definition, director, size(2), now)).toMatchObject({ data: { cameIn: 1 } })
    expect((await statesOf(people)).filter(state => state === 'submitted')).toHaveLength(2)
    const ofRole = await makeQuota(given.participation, { roleId: given.role.id, size: 2, used: 2 })
    await execute(setQuota.definition, director, size(9), now)
    expect((await statesOf(people)).filter(state => state === 'submitted')).toHaveLength(2)
    await execute(removeQuota.definition, director, { ...given.ids, quotaId: ofRole.id }, now)
    expect((await statesOf(people)).filter(state => state === 'submitted')).toHaveLength(3)
  })

  it('when somebody takes another role', async () => {
    const given = await setting({ places: 10 })
    await makeQuota(given.participation, { roleId: given.role.id, size: 1 })
    const legal = await makeRole(given.exercise, { name: 'Legal adviser' })
    const [a, b] = await given.people(2)
    if (!a || !b) throw new Error('no people')
    await submitted(given, [a, b], 'wait')
    const row = await factoryDb().registration.findUniqueOrThrow({ where: { id: a.id } })
    const { email, givenName, familyName, nativeName, presence, homeTimeZone, teamId, version } = row
    const written = { email, givenName, familyName, nativeName, presence, homeTimeZone, teamId, version }
    const input = { ...given.ids, registrationId: a.id, ...written, roleId: legal.id, languages: [] }
    expect(await execute(editRegistration.definition, given.contact, input, now)).toMatchObject({ ok: true })
    expect(await stateOf(b)).toBe('submitted')
  })
})

describe('an expert', () => {
  it('is told in one letter each what has become of the registration', async () => {
    const given = await setting({ places: 1 })
    const [a, b] = await given.people(2)
    if (!a || !b) throw new Error('no people')
    const lettersTo = async ({ email }: { email: string }) => {
      const mails = await factoryDb().mail.findMany({
        where: { recipient: email },
        orderBy: { createdAt: 'asc' },
      })
      return mails.map(({ template }) => template)
    }
    await submitted(given, [a, b], 'wait')
    expect(await lettersTo(a)).toEqual(['registration_submitted'])
    expect(await lettersTo(b)).toEqual(['registration_waitlisted'])
    await withdrawn(given, [a])
    expect(await lettersTo(a)).toEqual(['registration_submitted', 'registration_withdrawn'])
    expect(await lettersTo(b)).toEqual(['registration_waitlisted', 'registration_came_in'])
    await execute(endorse.definition, given.contact, { ...given.ids, registrationIds: [b.id] }, now)
    const { exerciseId } = given.ids
    await execute(confirm.definition, given.registrar, { exerciseId, registrationIds: [b.id] }, now)
    expect(await lettersTo(b)).toHaveLength(3)
    const jobs = await factoryDb().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS "n" FROM graphile_worker.jobs j JOIN "Mail" m ON j."key" = 'send_mail:' || m."id"
       WHERE m."recipient" IN (${a.email}, ${b.email})`
    expect(jobs).toEqual([{ n: 5 }])
  })

  it('is told nothing of what was refused', async () => {
    const given = await setting({ places: 1 })
    const people = await given.people(2)
    await submitted(given, people, 'refuse')
    expect(await factoryDb().mail.count({ where: { exerciseId: given.exercise.id } })).toBe(0)
  })
})

describe('a seat is freed', () => {
  it('for whoever was set aside because the team was full, also of another nation', async () => {
    const given = await setting({ places: 5, seats: 1 })
    const estonia = await delegationOf(given.exercise, 'EST')
    await makeTeamNation(given.team, estonia.participation)
    const seated = await given.person('confirmed')
    const theirs = await makeRegistration(estonia.participation, {
      roleId: given.role.id,
      teamId: given.team.id,
      state: 'endorsed',
    })
    const { exerciseId } = given.ids
    const put = { exerciseId, registrationIds: [theirs.id] }
    await execute(waitlist.definition, given.registrar, put, now)
    expect(await stateOf(theirs)).toBe('waitlisted')
    await withdrawn(given, [seated])
    expect(await stateOf(theirs)).toBe('endorsed')
    expect(await counted(estonia.quota)).toEqual({ used: 1, rows: 1 })
  })

  it('when the team is given more of them', async () => {
    const given = await setting({ places: 5, seats: 1 })
    await given.person('confirmed')
    const waiting = await given.person('endorsed')
    const { exerciseId } = given.ids
    await execute(waitlist.definition, given.registrar, { exerciseId, registrationIds: [waiting.id] }, now)
    const planner = await staffOf(given.exercise, 'planner')
    const seat = { exerciseId, teamId: given.team.id, roleId: given.role.id, least: 0, most: 2 }
    expect(await execute(setSeat.definition, planner, seat, now)).toMatchObject({ ok: true })
    expect(await stateOf(waiting)).toBe('endorsed')
  })

  it('brings nobody back whom the organisers set aside for another reason', async () => {
    const given = await setting({ places: 5, seats: 5 })
    const [aside, other] = await given.people(2, 'endorsed')
    if (!aside || !other) throw new Error('no people')
    const { exerciseId } = given.ids
    await execute(waitlist.definition, given.registrar, { exerciseId, registrationIds: [aside.id] }, now)
    await withdrawn(given, [other])
    expect(await stateOf(aside)).toBe('waitlisted')
    const chosen = { exerciseId, registrationIds: [aside.id] }
    expect(await execute(confirm.definition, given.registrar, chosen, now)).toMatchObject({ ok: true })
  })
})

describe('priority', () => {
  it('puts somebody before those who wait longer', async () => {
    const given = await setting({ places: 1 })
    const holder = await given.person('submitted')
    const [a, b] = await given.people(2)
    if (!a || !b) throw new Error('no people')
    await submitted(given, [a, b], 'wait')
    const { exerciseId } = given.ids
    const first = { exerciseId, registrationIds: [b.id], priority: 5 }
    expect(await execute(setPriority.definition, given.contact, first, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await execute(setPriority.definition, given.registrar, first, now)).toMatchObject({ ok: true })
    await withdrawn(given, [holder])
    expect(await statesOf([a, b])).toEqual(['waitlisted', 'submitted'])
    // It was for that wait; another one begins like everybody's.
    expect(await factoryDb().registration.findUniqueOrThrow({ where: { id: b.id } })).toMatchObject({
      priority: 0,
    })
    expect(
      await execute(setPriority.definition, given.registrar, { ...first, registrationIds: [holder.id] }, now),
    ).toMatchObject({ error: { reason: 'only_who_waits' } })
  })
})
