import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { getChecks } from '@/lib/clashes/queries'
import { acceptClash, reopenClash } from '@/lib/clashes/whole/accepting/actions'
import { type ClashFilter, clashFilterOf } from '@/lib/clashes/whole/list/rules'
import { removeInjects } from '@/lib/injects/actions'
import { type Actor, accountOf } from '@/lib/policy'
import { decideDouble } from '@/lib/registrations/doubles/actions'
import { listDoubles } from '@/lib/registrations/doubles/queries'
import { addShift, editShift } from '@/lib/shifts/actions'
import { contactOf, staffOf } from '@/prisma/actors'
import {
  makeAttendance,
  makeParticipation,
  makePerson,
  makeRegistration,
} from '@/prisma/delegation-factories'
import {
  factoryDb,
  makeActivity,
  makeExercise,
  makePhase,
  makeRole,
  makeSeat,
  makeTeam,
} from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { makeDuty, makeShift } from '@/prisma/shift-factories'
import { countClashes, listClashes, listNationClashes } from './queries'

const now = Date.UTC(2026, 10, 22)
const open = clashFilterOf({})
const list = (actor: Actor, exerciseId: string, filter: Partial<ClashFilter> = {}, at = now) =>
  listClashes(actor, exerciseId, { filter: { ...open, ...filter }, now: at, offset: 0, limit: 50 })
const tTime = (hours: number) => ({ anchor: 'ttime' as const, offset: hours * 3600 })

/** An exercise in which Maya of Nepal stands two shifts that overlap by two hours, and nothing else is wrong. */
async function twice() {
  const exercise = await makeExercise()
  const exerciseId = exercise.id
  const planner = await staffOf(exercise, 'planner')
  const team = await makeTeam(exercise, { name: 'SOC' })
  const nepal = await makeParticipation(exercise)
  const maya = await makeRegistration(nepal, {
    ...{ state: 'confirmed', teamId: team.id, givenName: 'Maya', familyName: 'Gurung' },
    ...{ presence: 'remote', homeTimeZone: 'Asia/Kathmandu' },
  })
  const first = await makeShift(team, { title: 'Early', durationSeconds: 4 * 3600 })
  const second = await makeShift(team, { title: 'Late', start: tTime(2), durationSeconds: 4 * 3600 })
  for (const shift of [first, second]) await makeDuty(shift, { registrationId: maya.id })
  return { exercise, exerciseId, planner, team, nepal, maya, first, second }
}

it('finds in the rows of an exercise who is booked twice, by the clocks of both places', async () => {
  const { planner, exerciseId, team, nepal, maya, first, second } = await twice()
  // Somebody else's faults are theirs.
  await twice()
  const found = await list(planner, exerciseId)
  expect(found?.clashes).toMatchObject([
    {
      kind: 'double_booked',
      about: [
        { kind: 'person', id: maya.personId },
        { kind: 'shift', id: first.id },
        { kind: 'shift', id: second.id },
      ],
      evidence: { most: 2, timeZone: 'Asia/Kathmandu' },
      accepted: null,
    },
  ])
  expect(found?.clashes[0]?.about.map(ref => found.called(ref).name)).toEqual([
    'Maya Gurung',
    'Early',
    'Late',
  ])
  expect(found?.called({ kind: 'person', id: maya.personId })).toMatchObject({
    registrationId: maya.id,
    delegationId: nepal.id,
  })
  expect(await countClashes(planner, exerciseId, now)).toBe(1)
  for (const filter of [{ team: team.id }, { nation: nepal.id }, { kind: 'double_booked' as const }])
    expect((await list(planner, exerciseId, filter))?.total).toBe(1)
  const elsewhere = await twice()
  for (const filter of [
    { team: elsewhere.team.id },
    { nation: elsewhere.nepal.id },
    { kind: 'rest_short' as const },
  ])
    expect((await list(planner, exerciseId, filter))?.total).toBe(0)
})

it('finds every kind of clash that rows can say', async () => {
  const { exercise, exerciseId, planner, team, nepal, maya } = await twice()
  const chosen = { phaseId: (await makePhase(exercise, { startDay: -30, endDay: -20 })).id }
  const workshop = { place: 'Hall 1', durationSeconds: 7200 }
  await makeActivity(exercise, { ...workshop, ...chosen })
  await makeActivity(exercise, {
    ...workshop,
    place: ' hall-1',
    link: 'https://example.org',
    kind: 'workshop',
  })
  await makeActivity(exercise, { gate: 'registration_closes', audience: 'participants' })
  await makeSeat(team, await makeRole(exercise), { least: 2 })
  const gone = await makeRegistration(nepal, { state: 'withdrawn', teamId: team.id })
  const draft = await makeRegistration(nepal, { teamId: team.id })
  const shift = await makeShift(team, { start: tTime(10), durationSeconds: 16 * 3600 })
  for (const { id } of [maya, gone, draft]) await makeDuty(shift, { registrationId: id })
  const former = await staffOf(await makeExercise(), 'planner')
  await makeDuty(shift, { accountId: accountOf(former)?.accountId ?? '' })
  const meeting = { kind: 'conference' as const, start: { ...tTime(12) }, durationSeconds: 3600 }
  const late = await makeActivity(exercise, meeting)
  const one = { personId: maya.personId, state: 'signed_up' as const, presence: 'remote' as const }
  await makeAttendance(nepal, late, one)
  const kinds = (await list(planner, exerciseId))?.kinds
  expect([...(kinds?.keys() ?? [])].sort()).toEqual([
    'activity_outside_own_phase',
    'activity_outside_phases',
    'contact_alone',
    'double_booked',
    'duty_gone',
    'duty_long',
    'duty_unconfirmed',
    'night_invitation',
    'place_twice',
    'rest_short',
    'seat_short',
  ])
  expect(kinds?.get('duty_gone')).toBe(2)
})

it('finds who is on duty in two exercises of a programme, and who plays in both, until a registrar lets them', async () => {
  const { exercise, exerciseId, planner, maya } = await twice()
  const other = await makeExercise({ programmeId: exercise.programmeId, seriesId: exercise.seriesId })
  const there = await makeParticipation(other)
  const again = await makeRegistration(there, { personId: maya.personId, state: 'confirmed' })
  const shift = await makeShift(await makeTeam(other))
  await makeDuty(shift, { registrationId: again.id })
  const kinds = async () => [...((await list(planner, exerciseId))?.kinds.keys() ?? [])].sort()
  expect(await kinds()).toEqual(['booked_elsewhere', 'double_booked', 'two_exercises'])
  const found = await list(planner, exerciseId, { kind: 'booked_elsewhere' })
  expect(found?.clashes[0]?.evidence.exercise).toBe(other.code)
  const registrar = await staffOf(exercise, 'registrar')
  const pairs = (await listDoubles(registrar, exerciseId, { offset: 0, limit: 9 }))?.pairs
  const verdict = { verdict: 'accepted', reason: 'Half days in each' }
  const input = { exerciseId, ...pairs?.[0], ...verdict }
  expect(await execute(decideDouble.definition, registrar, input, now)).toMatchObject({ ok: true })
  expect(await kinds()).toEqual(['booked_elsewhere', 'double_booked'])
})

it('leaves people of other programmes alone', async () => {
  const { exerciseId, planner, maya } = await twice()
  const other = await makeExercise()
  const stranger = await makePerson({ id: other.programmeId }, { email: maya.email })
  await makeRegistration(await makeParticipation(other), { personId: stranger.id, state: 'confirmed' })
  expect((await list(planner, exerciseId))?.total).toBe(1)
})

it('is accepted with a reason for as long as it says the same, and open again when it says something else', async () => {
  const { exerciseId, planner, second, team } = await twice()
  const [clash] = (await list(planner, exerciseId))?.clashes ?? []
  const { key, fingerprint } = clash ?? { key: '', fingerprint: '' }
  const input = { exerciseId, key, fingerprint, reason: 'She hands over to herself' }
  expect(await execute(acceptClash.definition, planner, input, now)).toMatchObject({ ok: true })
  expect(await execute(acceptClash.definition, planner, input, now)).toMatchObject({
    error: { code: 'conflict', reason: 'clash_accepted' },
  })
  expect(await countClashes(planner, exerciseId, now)).toBe(0)
  const accepted = await list(planner, exerciseId, { state: 'accepted' })
  expect(accepted?.clashes).toMatchObject([{ key, accepted: { reason: 'She hands over to herself' } }])
  expect(accepted?.states).toEqual({ open: 0, accepted: 1, over: 0 })

  const typed = { exerciseId, shiftId: second.id, teamId: team.id, duration: '4 h', places: 1, version: 1 }
  expect(await execute(editShift.definition, planner, { ...typed, start: 'T+3h' }, now)).toMatchObject({
    ok: true,
  })
  const again = await list(planner, exerciseId)
  expect(again?.clashes).toMatchObject([
    { key, accepted: null, before: { reason: 'She hands over to herself' } },
  ])
  expect(await execute(acceptClash.definition, planner, input, now)).toMatchObject({
    error: { code: 'conflict', reason: 'clash_changed' },
  })
  const now2 = { ...input, fingerprint: again?.clashes[0]?.fingerprint, reason: 'An hour is fine' }
  expect(await execute(acceptClash.definition, planner, now2, now)).toMatchObject({ ok: true })
  expect(await execute(reopenClash.definition, planner, { exerciseId, key }, now)).toMatchObject({ ok: true })
  expect(await countClashes(planner, exerciseId, now)).toBe(1)
  expect(await execute(reopenClash.definition, planner, { exerciseId, key }, now)).toMatchObject({
    error: { code: 'not_found' },
  })
})

it('sees what is written after it was asked, and forgets what is over', async () => {
  const { exerciseId, planner, team } = await twice()
  expect(await countClashes(planner, exerciseId, now)).toBe(1)
  const typed = { exerciseId, teamId: team.id, start: 'T+50h', duration: '2 h', places: 1 }
  expect(await execute(addShift.definition, planner, typed, now)).toMatchObject({ ok: true })
  expect(await countClashes(planner, exerciseId, now)).toBe(2)
  const after = Date.UTC(2028, 0, 1)
  expect(await countClashes(planner, exerciseId, after)).toBe(0)
  expect((await list(planner, exerciseId, { state: 'over' }, after))?.total).toBe(2)
})

it('keeps the plan from whoever does not make it, and accepts nothing of another exercise', async () => {
  const { exercise, exerciseId, planner } = await twice()
  const [clash] = (await list(planner, exerciseId))?.clashes ?? []
  const input = { exerciseId, key: clash?.key, fingerprint: clash?.fingerprint, reason: 'So be it' }
  const others = [await staffOf(exercise, 'controller'), await staffOf(await makeExercise(), 'planner')]
  for (const actor of others) {
    expect(await list(actor, exerciseId)).toBeNull()
    expect(await countClashes(actor, exerciseId, now)).toBeNull()
    expect(await execute(acceptClash.definition, actor, input, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
  }
  const other = await twice()
  expect(
    await execute(acceptClash.definition, other.planner, { ...input, exerciseId: other.exerciseId }, now),
  ).toMatchObject({ error: { reason: 'clash_changed' } })
  expect(await factoryDb().acceptedClash.count({ where: { exerciseId } })).toBe(0)
})

it('tells a nation what is open of its own people and deadlines, and of others not even how many', async () => {
  const { exercise, exerciseId, planner, team, nepal, maya } = await twice()
  const peru = await makeParticipation(exercise)
  const luis = await makeRegistration(peru, { state: 'confirmed', teamId: team.id, familyName: 'Quispe' })
  const shift = await makeShift(team, { start: tTime(0), durationSeconds: 20 * 3600 })
  await makeDuty(shift, { registrationId: luis.id })
  const meeting = await makeActivity(exercise, {
    kind: 'conference',
    start: { ...tTime(36) },
    durationSeconds: 3600,
  })
  for (const [nation, { personId }] of [
    [nepal, maya],
    [peru, luis],
  ] as const)
    await makeAttendance(nation, meeting, { personId, state: 'signed_up', presence: 'remote' })
  const asked = { now, offset: 0, limit: 50 }
  const owner = { exerciseId, participationId: nepal.id }
  const contact = await contactOf(nepal)
  const found = await listNationClashes(contact, owner, asked)
  const kinds = found?.clashes.map(({ kind }) => kind) ?? []
  expect(kinds).toContain('double_booked')
  expect(kinds).not.toContain('duty_long')
  expect(JSON.stringify(found?.clashes)).not.toContain(luis.personId)
  expect(found?.called({ kind: 'person', id: maya.personId }).name).toBe('Maya Gurung')
  for (const clash of found?.clashes ?? [])
    if (clash.kind === 'night_invitation') expect(clash.evidence.people).toBe(1)
  const double = (await list(planner, exerciseId))?.clashes.find(({ kind }) => kind === 'double_booked')
  if (!double) throw new Error('no clash')
  const { key, fingerprint } = double
  await execute(acceptClash.definition, planner, { exerciseId, key, fingerprint, reason: 'A twin' }, now)
  const later = await listNationClashes(contact, owner, asked)
  expect(later?.clashes.map(({ kind }) => kind)).not.toContain('double_booked')
  expect(await listNationClashes(await contactOf(peru), owner, asked)).toBeNull()
  expect(await listNationClashes(planner, owner, asked)).toMatchObject({ total: later?.total })
})

it('counts what the checks of the scenario find with the clashes, and counts anew after an edit', async () => {
  const { exercise, exerciseId, planner } = await twice()
  const count = async () => (await countClashes(planner, exerciseId, now)) ?? 0
  const { id } = await makeInject(exercise, { title: '' })
  const findings = async () => (await getChecks(planner, exerciseId))?.findings.length ?? 0
  const clashes = (await list(planner, exerciseId))?.states.open ?? 0
  const bare = await findings()
  expect(await count()).toBe(clashes + bare)
  const input = { exerciseId, injectIds: [id] }
  expect(await execute(removeInjects.definition, planner, input, now)).toMatchObject({ ok: true })
  expect(await findings()).toBeLessThan(bare)
  expect(await count()).toBe(clashes + (await findings()))
})
