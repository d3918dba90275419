import { beforeAll, describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { contactOf, programmeStaffOf, staffOf } from '@/prisma/actors'
import type { Exercise, Participation } from '@/prisma/client/client'
import {
  makeAttendance,
  makeParticipation,
  makePartner,
  makeQuota,
  makeRegistration,
} from '@/prisma/delegation-factories'
import { makeActivity, makeExercise, makeRole, usualStartexAt as now } from '@/prisma/factories'
import {
  addPartner,
  invitePartners,
  removeNation,
  removeQuota,
  setOwnDate,
  setQuota,
  stepParticipation,
  stepPartner,
} from './actions'

let exercise: Exercise
let other: Exercise
let registrar: Actor
let japan: Participation

beforeAll(async () => {
  exercise = await makeExercise()
  other = await makeExercise()
  registrar = await staffOf(exercise, 'registrar')
  japan = await makeParticipation(exercise, { state: 'invited' })
})

const invite = (actor: Actor, codes: string[], exerciseId = exercise.id) =>
  execute(invitePartners.definition, actor, { exerciseId, codes, size: '12', changedOn: '2026-11-22' }, now)

describe('inviting partners', () => {
  it('gives each nation a delegation of that size and a dated first step', async () => {
    const result = await invite(registrar, ['EST', 'FRA'])
    expect(result).toEqual({ ok: true, data: { invited: 2 } })
    const estonia = await db.participation.findFirstOrThrow({
      where: { exerciseId: exercise.id, partner: { code: 'EST' } },
      select: { state: true, quotas: true, accessions: true, partner: true },
    })
    expect(estonia.partner.name).toBe('Estonia')
    expect(estonia.quotas).toMatchObject([{ size: 12, used: 0, roleId: null, siteId: null }])
    expect(estonia.accessions).toMatchObject([
      { state: 'invited', changedOn: new Date('2026-11-22T00:00:00Z') },
    ])
  })
  it('hands the people who have come as guests of that partner to its delegation', async () => {
    const { programmeId } = exercise
    const own = await makePartner({ id: programmeId }, { code: 'UKR', name: 'Ukraine' })
    const guestOf = { id: japan.id, exerciseId: exercise.id, programmeId, partnerId: own.id }
    const { id } = await makeAttendance(guestOf, await makeActivity(exercise), { participationId: null })
    expect((await invite(registrar, ['UKR'])).ok).toBe(true)
    const { participationId } = await db.attendance.findUniqueOrThrow({ where: { id } })
    const joined = await db.participation.findFirstOrThrow({
      where: { exerciseId: exercise.id, partnerId: own.id },
    })
    expect(participationId).toBe(joined.id)
  })

  it('refuses a nation twice, names it, and invites none of the others', async () => {
    await invite(registrar, ['LVA'])
    const result = await invite(registrar, ['LTU', 'LVA'])
    expect(result).toMatchObject({
      ok: false,
      error: { reason: 'partner_already_invited', fields: { codes: { params: { codes: 'LVA' } } } },
    })
    expect(
      await db.participation.count({ where: { exerciseId: exercise.id, partner: { code: 'LTU' } } }),
    ).toBe(0)
  })
  it('takes one nation once when two registrars press at the same moment', async () => {
    const results = await Promise.all(Array.from({ length: 6 }, () => invite(registrar, ['NOR'])))
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(
      await db.participation.count({ where: { exerciseId: exercise.id, partner: { code: 'NOR' } } }),
    ).toBe(1)
  })
  it('refuses a code that stands for no country and no known partner', async () => {
    expect(await invite(registrar, ['QQQ'])).toMatchObject({
      ok: false,
      error: { reason: 'partner_unknown' },
    })
  })
  it('invites an organisation once the programme knows it', async () => {
    const director = await programmeStaffOf({ id: exercise.programmeId }, 'director')
    const input = {
      programmeId: exercise.programmeId,
      kind: 'organisation',
      code: 'eu',
      name: 'European Union',
    }
    expect(await execute(addPartner.definition, director, input, now)).toMatchObject({ ok: true })
    expect(await invite(registrar, ['EU'])).toMatchObject({ ok: true })
    expect(await execute(addPartner.definition, director, input, now)).toMatchObject({
      ok: false,
      error: { reason: 'partner_code_taken', fields: { code: { reason: 'partner_code_taken' } } },
    })
  })
  it('is for the registrars of this exercise only', async () => {
    const contact = await contactOf(japan)
    const planner = await staffOf(exercise, 'planner')
    for (const actor of [contact, planner, await staffOf(other, 'registrar')]) {
      expect(await invite(actor, ['POL'])).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
    expect(await invite({ kind: 'visitor' }, ['POL'])).toMatchObject({
      ok: false,
      error: { code: 'unauthenticated' },
    })
  })
})

describe('the steps of a delegation', () => {
  const step = (state: string, participationId = japan.id, exerciseId = exercise.id) =>
    execute(
      stepParticipation.definition,
      registrar,
      { exerciseId, participationId, state, changedOn: '2026-12-01', note: 'By letter' },
      now,
    )
  it('are dated, noted and never backwards', async () => {
    expect(await step('coordinating')).toMatchObject({ ok: true })
    expect(await step('in_contact')).toMatchObject({ ok: false, error: { reason: 'accession_backwards' } })
    const steps = await db.accession.findMany({
      where: { participationId: japan.id },
      select: { state: true, note: true },
    })
    expect(steps).toEqual([{ state: 'coordinating', note: 'By letter' }])
  })
  it('cannot be taken for a delegation of another exercise', async () => {
    const foreign = await makeParticipation(other)
    expect(await step('confirmed', foreign.id)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
  it('exist for the programme too', async () => {
    const director = await programmeStaffOf({ id: exercise.programmeId }, 'director')
    const { partnerId, programmeId } = japan
    const input = { programmeId, partnerId, state: 'confirmed', changedOn: '2026-12-01', note: '' }
    expect(await execute(stepPartner.definition, director, input, now)).toMatchObject({ ok: true })
    const foreign = { ...input, programmeId: other.programmeId }
    expect(await execute(stepPartner.definition, director, foreign, now)).toMatchObject({ ok: false })
  })
})

describe('quotas', () => {
  const set = (
    participationId: string,
    size: number,
    scope: { roleId?: string; siteId?: string } = {},
    actor = registrar,
  ) => execute(setQuota.definition, actor, { exerciseId: exercise.id, participationId, size, ...scope }, now)

  it('are refused below what is taken, with the number by which they fall short', async () => {
    const nation = await makeParticipation(exercise)
    await makeQuota(nation, { size: 5 })
    for (let i = 0; i < 3; i++) await makeRegistration(nation, { state: 'submitted' })
    expect(await set(nation.id, 2)).toMatchObject({
      ok: false,
      error: { reason: 'quota_below_used', fields: { size: { params: { used: 3, by: 1 } } } },
    })
    expect(await set(nation.id, 3)).toMatchObject({ ok: true })
    expect(await db.quota.findFirst({ where: { participationId: nation.id } })).toMatchObject({
      size: 3,
      used: 3,
    })
  })
  it('that begin late count those who already hold such a place', async () => {
    const nation = await makeParticipation(exercise)
    await makeQuota(nation)
    const role = await makeRole(exercise)
    await makeRegistration(nation, { state: 'submitted', roleId: role.id })
    await makeRegistration(nation, { state: 'draft', roleId: role.id })
    expect(await set(nation.id, 0, { roleId: role.id })).toMatchObject({ ok: false })
    expect(await set(nation.id, 1, { roleId: role.id })).toMatchObject({ ok: true })
    const quota = await db.quota.findFirst({ where: { participationId: nation.id, roleId: role.id } })
    expect(quota).toMatchObject({ size: 1, used: 1 })
  })
  it('stay one a scope when two registrars set the same at once', async () => {
    const nation = await makeParticipation(exercise)
    await makeQuota(nation)
    const role = await makeRole(exercise)
    await Promise.all(Array.from({ length: 6 }, (_, i) => set(nation.id, i, { roleId: role.id })))
    expect(await db.quota.count({ where: { participationId: nation.id, roleId: role.id } })).toBe(1)
  })
  it('refuse a role of another exercise', async () => {
    const nation = await makeParticipation(exercise)
    await makeQuota(nation)
    const foreign = await makeRole(other)
    expect(await set(nation.id, 3, { roleId: foreign.id })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  })
  it("are not a point of contact's to set", async () => {
    expect(await set(japan.id, 99, {}, await contactOf(japan))).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
  })
  it("of a role may go, the whole delegation's stays", async () => {
    const nation = await makeParticipation(exercise)
    const whole = await makeQuota(nation)
    const role = await makeQuota(nation, { roleId: (await makeRole(exercise)).id })
    const remove = (quotaId: string) =>
      execute(
        removeQuota.definition,
        registrar,
        { exerciseId: exercise.id, participationId: nation.id, quotaId },
        now,
      )
    expect(await remove(role.id)).toMatchObject({ ok: true })
    expect(await remove(whole.id)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

it('a nation may have its own closing date, and give it back', async () => {
  const base = { exerciseId: exercise.id, participationId: japan.id, gate: 'registration_closes' }
  const set = (moment: string) => execute(setOwnDate.definition, registrar, { ...base, moment }, now)
  expect(await set('D-20 18:00 Asia/Tokyo')).toMatchObject({ ok: true })
  expect(await set('D-18')).toMatchObject({ ok: true })
  expect(await db.participationGate.findMany({ where: { participationId: japan.id } })).toMatchObject([
    { startDay: -18 },
  ])
  expect(await set('D-18 18:00 Mars/Olympus')).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  })
  expect(await set('')).toMatchObject({ ok: true })
  expect(await db.participationGate.count({ where: { participationId: japan.id } })).toBe(0)
})

it('a nation’s own date at an hour that comes twice asks which is meant, and one that is skipped is refused', async () => {
  const base = { exerciseId: exercise.id, participationId: japan.id, gate: 'edit_deadline' }
  const set = (moment: string, momentChoice?: string) =>
    execute(setOwnDate.definition, registrar, { ...base, moment, momentChoice }, now)
  const refused = (reason: string) => ({ ok: false, error: { fields: { moment: { reason } } } })
  expect(await set('2027-03-28 03:30', 'later')).toMatchObject(refused('skipped_hour'))
  expect(await set('2027-10-31 03:30')).toMatchObject(refused('repeated_hour'))
  for (const [choice, hour] of [
    ['earlier', 0],
    ['later', 1],
  ] as const) {
    expect(await set('2027-10-31 03:30', choice)).toMatchObject({ ok: true })
    expect(await db.participationGate.findFirst({ where: { participationId: japan.id } })).toMatchObject({
      startAt: new Date(Date.UTC(2027, 9, 31, hour, 30)),
    })
  }
})

it('a nation’s own dates leave it a window, also beside the exercise’s and when one is given back', async () => {
  const own = await makeExercise()
  const actor = await staffOf(own, 'registrar')
  const nation = await makeParticipation(own)
  for (const [gate, day] of [
    ['registration_opens', -60],
    ['registration_closes', -30],
  ] as const)
    await makeActivity(own, {
      gate,
      days: 1,
      start: { anchor: 'dday', day, minute: null, timeZone: own.timeZone },
    })
  const set = (gate: string, moment: string) =>
    execute(
      setOwnDate.definition,
      actor,
      { exerciseId: own.id, participationId: nation.id, gate, moment },
      now,
    )
  const refused = { ok: false, error: { fields: { moment: { reason: 'closes_before_opens' } } } }
  expect(await set('registration_opens', 'D-20')).toMatchObject(refused)
  expect(await set('registration_closes', 'D-10')).toMatchObject({ ok: true })
  expect(await set('registration_opens', 'D-20')).toMatchObject({ ok: true })
  expect(await set('registration_closes', '')).toMatchObject(refused)
  expect(await db.participationGate.count({ where: { participationId: nation.id } })).toBe(2)
})

it('a nation leaves the list only while nobody is registered for it', async () => {
  const nation = await makeParticipation(exercise)
  await makeRegistration(nation)
  const remove = (participationId: string) =>
    execute(removeNation.definition, registrar, { exerciseId: exercise.id, participationId }, now)
  expect(await remove(nation.id)).toMatchObject({ ok: false, error: { reason: 'still_in_use' } })
  expect(await remove((await makeParticipation(exercise)).id)).toMatchObject({ ok: true })
})
