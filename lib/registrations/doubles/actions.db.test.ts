import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import { pseudonymise } from '@/lib/pseudonyms'
import { lockLinesOf } from '@/lib/waiting-list'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeRole, makeSeat, makeTeam } from '@/prisma/factories'
import { counted, delegationOf, now, seated, setting, stateOf } from '../setting.fixture'
import { confirm, decline, endorse, reopen, submit } from '../states/actions'
import { decideDouble, reopenDouble } from './actions'
import { countDoubles, listDoubles, listVerdicts } from './queries'

const page = { offset: 0, limit: 50 }

/** One person whom Japan has confirmed and Estonia endorsed. */
async function namedTwice() {
  const world = await setting()
  const { exercise, role, team, registrar, ids } = world
  const estonia = await delegationOf(exercise, 'EST')
  await makeTeamNation(team, estonia.participation)
  const first = await world.person('confirmed', { familyName: 'Mori', givenName: 'Aiko' })
  const second = await makeRegistration(estonia.participation, {
    ...{ personId: first.personId, roleId: role.id, teamId: team.id, state: 'endorsed' },
    ...{ familyName: 'MORI', givenName: 'Aiko' },
  })
  const { exerciseId } = ids
  const open = async (actor = registrar) => (await listDoubles(actor, exerciseId, page))?.pairs ?? null
  const pairNow = async () => {
    const [pair] = (await open()) ?? []
    if (!pair) throw new Error('No pair')
    const { registrationId, otherId, fingerprint } = pair
    return { exerciseId, registrationId, otherId, fingerprint }
  }
  const decide = (input: object, actor = registrar) =>
    execute(decideDouble.definition, actor, { reason: 'Asked both contacts', ...input }, now)
  return { ...world, estonia, first, second, exerciseId, open, pairNow, decide }
}

describe('a person in two delegations', () => {
  it('is shown with both sides and what speaks for it, to the registrar alone', async () => {
    const { first, second, exercise, exerciseId, registrar, contact, estonia, open } = await namedTwice()
    const pairs = await open()
    expect(pairs).toHaveLength(1)
    expect(pairs?.[0]).toMatchObject({
      kind: 'same_person',
      evidence: [
        { kind: 'same_email' },
        { kind: 'same_name' },
        { kind: 'same_home_nation' },
        { kind: 'same_role' },
      ],
      own: { id: [first.id, second.id].sort()[0] },
      changed: false,
    })
    expect(await countDoubles(registrar, exerciseId)).toBe(1)
    for (const actor of [contact, estonia.contact, await staffOf(exercise, 'planner')]) {
      expect(await open(actor)).toBeNull()
      expect(await countDoubles(actor, exerciseId)).toBe(0)
      expect(await listVerdicts(actor, exerciseId)).toBeNull()
    }
  })
  it('is kept in one of them, and the other is declined with the reason and gives its place back', async () => {
    const { first, second, estonia, quota, seat, exerciseId, registrar, open, pairNow, decide } =
      await namedTwice()
    expect(await decide({ ...(await pairNow()), verdict: 'same', keptId: first.id })).toMatchObject({
      data: { declined: 1 },
    })
    expect([await stateOf(first), await stateOf(second)]).toEqual(['confirmed', 'declined'])
    expect([await counted(quota), await counted(estonia.quota), await seated(seat)]).toEqual([
      { used: 1, rows: 1 },
      { used: 0, rows: 0 },
      { used: 1, rows: 1 },
    ])
    expect(await open()).toEqual([])
    expect(await listVerdicts(registrar, exerciseId)).toMatchObject([
      { verdict: 'same', keptId: first.id, reason: 'Asked both contacts', decidedAt: now },
    ])
    const letters = await factoryDb().mail.findMany({ where: { exerciseId } })
    expect(letters.map(({ template }) => template)).toEqual(['registration_declined'])
  })
  it('is accepted with a reason until the facts change, and then asked about again', async () => {
    const { registrar, second, estonia, role, exercise, exerciseId, open, pairNow, decide } =
      await namedTwice()
    const pair = await pairNow()
    expect(await decide({ ...pair, verdict: 'accepted' })).toMatchObject({ ok: true })
    expect(await open()).toEqual([])
    // A seat in another team beside the first one.
    const red = await makeTeam(exercise)
    await makeSeat(red, role, { most: 3 })
    await makeTeamNation(red, estonia.participation)
    const confirmed = { exerciseId, registrationIds: [second.id], teamId: red.id }
    expect(await execute(confirm.definition, registrar, confirmed, now)).toMatchObject({ ok: true })
    const again = await open()
    expect(again?.[0]).toMatchObject({ changed: true })
    expect(again?.[0]?.evidence).toContainEqual({ kind: 'both_seated' })
    expect(await decide({ ...pair, verdict: 'accepted' })).toMatchObject({
      error: { reason: 'double_changed' },
    })
    expect(await decide({ ...(await pairNow()), verdict: 'accepted' })).toMatchObject({ ok: true })
    expect(await open()).toEqual([])
  })
  it('stays decided while a registration goes its way, and is asked about again when that is taken back', async () => {
    const { registrar, ids, contact, person, estonia, role, exerciseId, open, pairNow, decide } =
      await namedTwice()
    await decide({ ...(await pairNow()), verdict: 'accepted' })
    const draft = await person('submitted', { familyName: 'Sato' })
    const twin = await makeRegistration(estonia.participation, {
      ...{ personId: draft.personId, roleId: role.id, state: 'submitted', familyName: 'Sato' },
    })
    const pair = await pairNow()
    await decide({ ...pair, verdict: 'accepted' })
    await execute(endorse.definition, contact, { ...ids, registrationIds: [draft.id] }, now)
    expect(await open()).toEqual([])
    expect([pair.registrationId, pair.otherId].sort()).toEqual([draft.id, twin.id].sort())
    const { fingerprint: _, ...key } = pair
    expect(await execute(reopenDouble.definition, registrar, key, now)).toMatchObject({ ok: true })
    expect(await open()).toHaveLength(1)
    expect(await execute(reopenDouble.definition, registrar, key, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await listVerdicts(registrar, exerciseId)).toHaveLength(1)
  })
  it('cannot be said to be two, is gone with one of the registrations, and is decided once', async () => {
    const { second, registrar, contact, exerciseId, open, pairNow, decide } = await namedTwice()
    const pair = await pairNow()
    expect(await decide({ ...pair, verdict: 'different' })).toMatchObject({
      error: { reason: 'double_is_same' },
    })
    expect(await decide({ ...pair, verdict: 'same' })).toMatchObject({ error: { reason: 'double_keep_one' } })
    expect(await decide({ ...pair, verdict: 'accepted' }, contact)).toMatchObject({
      error: { code: 'forbidden' },
    })
    const elsewhere = await makeExercise()
    expect(
      await decide(
        { ...pair, exerciseId: elsewhere.id, verdict: 'accepted' },
        await staffOf(elsewhere, 'registrar'),
      ),
    ).toMatchObject({ error: { reason: 'double_changed' } })
    const refused = { exerciseId, registrationIds: [second.id], reason: 'Elsewhere' }
    await execute(decline.definition, registrar, refused, now)
    expect(await open()).toEqual([])
    expect(await decide({ ...pair, verdict: 'accepted' })).toMatchObject({
      error: { reason: 'double_changed' },
    })
  })
  it('is asked about again once both stand again, although nothing else has changed', async () => {
    const { first, second, estonia, registrar, open, pairNow, decide } = await namedTwice()
    const pair = await pairNow()
    await decide({ ...pair, verdict: 'same', keptId: first.id })
    const again = { ...estonia.ids, registrationIds: [second.id] }
    expect(await execute(reopen.definition, registrar, again, now)).toMatchObject({ ok: true })
    expect(await open()).toEqual([])
    expect(await execute(submit.definition, estonia.contact, again, now)).toMatchObject({ ok: true })
    expect(await open()).toMatchObject([{ fingerprint: pair.fingerprint, changed: true }])
    expect(await decide({ ...pair, verdict: 'same', keptId: second.id })).toMatchObject({ ok: true })
    expect([await stateOf(first), await stateOf(second)]).toEqual(['declined', 'submitted'])
    expect(await open()).toEqual([])
  })
  it('holds nothing while the decision waits for somebody who moves the line', async () => {
    const { first, second, exerciseId, pairNow, decide } = await namedTwice()
    const pair = await pairNow()
    let deciding: Promise<unknown> = Promise.resolve()
    await db.$transaction(async tx => {
      await lockLinesOf(tx, exerciseId, [second.id])
      deciding = decide({ ...pair, verdict: 'same', keptId: first.id })
      await Promise.race([deciding, new Promise(resolve => setTimeout(resolve, 500))])
      // As every move does next.
      await tx.$queryRaw`SELECT "id" FROM "Registration" WHERE "id" = ${second.id}::uuid FOR UPDATE NOWAIT`
    })
    expect(await deciding).toMatchObject({ ok: true })
  })
  it('is kept by one of two registrars who decide at the same moment, and never declined twice', async () => {
    for (let round = 0; round < 4; round++) {
      const { first, second, pairNow, decide } = await namedTwice()
      const pair = await pairNow()
      const results = await Promise.all([
        decide({ ...pair, verdict: 'same', keptId: first.id }),
        decide({ ...pair, verdict: 'same', keptId: second.id }),
      ])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      const states = [await stateOf(first), await stateOf(second)]
      expect(states.filter(state => state === 'declined')).toHaveLength(1)
    }
  })
})

it('people of one name and home nation in two delegations are asked about, those of one delegation are not', async () => {
  const { exercise, ids, registrar, person, role, participation } = await setting()
  const estonia = await delegationOf(exercise, 'EST')
  await person('submitted', { familyName: 'Müller', givenName: 'Jörg' })
  const own = { roleId: role.id, state: 'submitted' } as const
  await makeRegistration(participation, { ...own, familyName: 'Müller', givenName: 'Jörg' })
  await makeRegistration(estonia.participation, { ...own, familyName: 'Mueller', givenName: 'Joerg' })
  await makeRegistration(estonia.participation, {
    roleId: role.id,
    familyName: 'Mueller',
    givenName: 'Joerg',
  })
  const found = await listDoubles(registrar, ids.exerciseId, page)
  expect(found?.pairs.map(({ kind }) => kind)).toEqual(['likely', 'likely'])
  const [pair] = found?.pairs ?? []
  const { registrationId, otherId, fingerprint } = pair ?? {}
  const input = { ...ids, registrationId, otherId, fingerprint, verdict: 'different', reason: 'Two men' }
  expect(await execute(decideDouble.definition, registrar, input, now)).toMatchObject({ ok: true })
  expect(await countDoubles(registrar, ids.exerciseId)).toBe(1)
})

it('what was decided of somebody goes with the person’s data, also from the history', async () => {
  const { first, exerciseId, registrar, pairNow, decide } = await namedTwice()
  await decide({ ...(await pairNow()), verdict: 'accepted', reason: 'Aiko’s brother has a name like hers' })
  const told = async () => {
    const fields = await factoryDb().changeField.findMany({ where: { change: { exerciseId } } })
    const changes = await factoryDb().change.findMany({ where: { exerciseId } })
    return JSON.stringify([fields.map(({ from, to }) => [from, to]), changes.map(({ reason }) => reason)])
  }
  expect(await told()).toContain('brother')
  await db.$transaction(async tx => {
    await tx.$executeRaw`SELECT set_config('startex.change', 'off', true)`
    await pseudonymise(tx, { exerciseId, ids: [first.id], at: now })
  })
  expect(await told()).not.toContain('brother')
  expect(await listVerdicts(registrar, exerciseId)).toEqual([])
  expect(await countDoubles(registrar, exerciseId)).toBe(0)
})

describe('a person in two exercises at the same time', () => {
  async function bookedTwice(startsLater = 0) {
    const world = await setting()
    const { exercise, person, registrar, ids } = world
    const other = await makeExercise({
      ...{ programmeId: exercise.programmeId, seriesId: exercise.seriesId, name: 'Common Bridge' },
      startexAt: exercise.startexAt.getTime() + startsLater,
    })
    const delegation = await makeParticipation(other)
    const own = await person('confirmed')
    const theirs = await makeRegistration(delegation, {
      ...{
        personId: own.personId,
        state: 'submitted',
        roleId: (await makeRole(other, { name: 'Judge' })).id,
      },
    })
    const found = async () => (await listDoubles(registrar, ids.exerciseId, page))?.pairs ?? []
    return { ...world, other, delegation, own, theirs, found }
  }
  it('is asked about, with no more of the other exercise than its name, its days and the role', async () => {
    const { own, theirs, other, delegation, found } = await bookedTwice()
    const [pair] = await found()
    expect(pair).toMatchObject({
      kind: 'double_booked',
      registrationId: own.id,
      otherId: theirs.id,
      other: null,
      elsewhere: { code: other.code, name: 'Common Bridge', role: 'Judge' },
    })
    const said = JSON.stringify(pair)
    expect(said).not.toContain(delegation.id)
    // Not even to whom it is theirs: the other delegation's contact sees nothing of this one.
    expect(await listDoubles(await contactOf(delegation), other.id, page)).toBeNull()
  })
  it('counts only where the two overlap', async () => {
    const { exercise, found } = await bookedTwice(30 * 86_400_000)
    expect(exercise.endexOffset).toBeLessThan(30 * 86_400)
    expect(await found()).toEqual([])
  })
  it('is declined here, or accepted; the other exercise is not this registrar’s', async () => {
    const { own, theirs, ids, registrar, found } = await bookedTwice()
    const [pair] = await found()
    const { registrationId, otherId, fingerprint } = pair ?? {}
    const decide = (more: object) =>
      execute(
        decideDouble.definition,
        registrar,
        { ...ids, registrationId, otherId, fingerprint, reason: 'Needed there', ...more },
        now,
      )
    expect(await decide({ verdict: 'same', keptId: own.id })).toMatchObject({
      error: { reason: 'double_other_exercise' },
    })
    expect(await decide({ verdict: 'same', keptId: theirs.id })).toMatchObject({ ok: true })
    expect([await stateOf(own), await stateOf(theirs)]).toEqual(['declined', 'submitted'])
    const [verdict] = (await listVerdicts(registrar, ids.exerciseId)) ?? []
    expect(verdict?.second.name).toBe(verdict?.first.name)
  })
})
