import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { DAY, MINUTE } from '@/lib/time-calendar'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makePartner, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeProgramme } from '@/prisma/factories'
import {
  attend,
  cancel,
  cancelAny,
  cancelByLink,
  cancelOwn,
  signUp,
  signUpByLink,
  signUpPartner,
  signUpSelf,
  switchPresence,
} from './actions'
import { audit, course, guest, letters, nationAt, now, peopleAt, signUpOne, sound } from './course.fixture'

const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)
/** Winter time: 09:00 in Tallinn. */
const startOf = now + 10 * DAY + 60 * MINUTE

async function idOf(setting: Awaited<ReturnType<typeof course>>, email: string): Promise<string> {
  const found = (await peopleAt(setting)).find(row => row.email === email)
  return found?.id ?? ''
}

describe('A nation', () => {
  it('signs up people of its list and guests while there are places, and the next one waits', async () => {
    const setting = await course({ onSitePlaces: 2 })
    const japan = await nationAt(setting, 'JPN')
    const listed = await makeRegistration(japan.participation, { email: 'haruka@example.org' })
    const first = await execute(
      signUp.definition,
      japan.contact,
      { ...japan.ids, registrationIds: [listed.id], presence: 'on_site' },
      now,
    )
    expect(first).toEqual({ ok: true, data: { signedUp: 1, waiting: 0 } })
    expect(reasonOf(await signUpOne(japan.contact, japan.ids, { email: 'b@example.org' }))).toBe('ok')
    const third = await signUpOne(japan.contact, japan.ids, { email: 'c@example.org' })
    expect(third).toEqual({ ok: true, data: { signedUp: 0, waiting: 1 } })
    expect(await audit(setting)).toEqual(sound)
    expect(await letters(setting)).toEqual([
      'attendance_signed_up haruka@example.org',
      'attendance_signed_up b@example.org',
      'attendance_waiting c@example.org',
    ])
    const [row] = await peopleAt(setting)
    expect(row?.personId).toBe(listed.personId)
  })

  it('gives a place back, and who waited longest comes in with a letter', async () => {
    const setting = await course({ onSitePlaces: 1 })
    const [japan, estonia] = [await nationAt(setting, 'JPN'), await nationAt(setting, 'EST')]
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    await signUpOne(estonia.contact, estonia.ids, { email: 'b@example.org' }, now + 1)
    await signUpOne(japan.contact, japan.ids, { email: 'c@example.org' }, now + 2)
    const given = await execute(
      cancel.definition,
      japan.contact,
      { ...japan.ids, attendanceIds: [await idOf(setting, 'a@example.org')], reason: 'Ill' },
      now + 3,
    )
    expect(given.ok).toBe(true)
    const states = (await peopleAt(setting)).map(({ email, state }) => `${email} ${state}`)
    expect(states).toEqual(['a@example.org cancelled', 'b@example.org signed_up', 'c@example.org waiting'])
    expect((await letters(setting)).slice(3)).toEqual([
      'attendance_cancelled a@example.org',
      'attendance_came_in b@example.org',
    ])
    expect(await audit(setting)).toEqual(sound)
  })

  it('has so many places, and its next one waits while another nation’s comes in', async () => {
    const setting = await course({ onSitePlaces: 10, nationPlaces: 1 })
    const [japan, estonia] = [await nationAt(setting, 'JPN'), await nationAt(setting, 'EST')]
    await signUpOne(japan.contact, japan.ids)
    expect(await signUpOne(japan.contact, japan.ids)).toMatchObject({ data: { waiting: 1 } })
    expect(await signUpOne(estonia.contact, estonia.ids)).toMatchObject({ data: { signedUp: 1 } })
    expect(await audit(setting)).toEqual(sound)
  })

  it('names nobody twice, but may name again who has cancelled: at the end of the line', async () => {
    const setting = await course({ onSitePlaces: 1 })
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    const twice = await signUpOne(japan.contact, japan.ids, { email: 'A@example.org' })
    expect(twice).toMatchObject({ error: { fields: { email: { reason: 'attendance_email_taken' } } } })
    await signUpOne(japan.contact, japan.ids, { email: 'b@example.org' }, now + 1)
    const attendanceIds = [await idOf(setting, 'a@example.org')]
    await execute(cancel.definition, japan.contact, { ...japan.ids, attendanceIds }, now + 2)
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' }, now + 3)
    expect((await peopleAt(setting)).map(({ email, state }) => `${email} ${state}`)).toEqual([
      'b@example.org signed_up',
      'a@example.org waiting',
    ])
  })

  it('learns nothing of a person whom another nation has signed up', async () => {
    const setting = await course()
    const [japan, estonia] = [await nationAt(setting, 'JPN'), await nationAt(setting, 'EST')]
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    expect(reasonOf(await signUpOne(estonia.contact, estonia.ids, { email: 'a@example.org' }))).toBe('ok')
  })

  it('is refused before it opens, after it closes and where no such place exists', async () => {
    const setting = await course({ opens: 'D-59 12:00', closes: 'D-55', remotePlaces: 0 })
    const japan = await nationAt(setting, 'JPN')
    expect(reasonOf(await signUpOne(japan.contact, japan.ids))).toBe('sign_up_not_yet')
    expect(reasonOf(await signUpOne(japan.contact, japan.ids, {}, now + 6 * DAY))).toBe('sign_up_closed')
    const remote = await signUpOne(japan.contact, japan.ids, { presence: 'remote' }, now + 2 * DAY)
    expect(reasonOf(remote)).toBe('no_places_remote')
    expect(await peopleAt(setting)).toEqual([])
  })

  it('gives nothing back once it has begun', async () => {
    const setting = await course()
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    const attendanceIds = [await idOf(setting, 'a@example.org')]
    const late = await execute(cancel.definition, japan.contact, { ...japan.ids, attendanceIds }, startOf)
    expect(reasonOf(late)).toBe('cancel_too_late')
  })

  it('finds neither another nation’s people nor another exercise’s activity', async () => {
    const setting = await course()
    const [japan, estonia] = [await nationAt(setting, 'JPN'), await nationAt(setting, 'EST')]
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    const attendanceIds = [await idOf(setting, 'a@example.org')]
    const theirs = await execute(cancel.definition, estonia.contact, { ...estonia.ids, attendanceIds }, now)
    expect(reasonOf(theirs)).toBe('not_found')
    const asThem = await execute(cancel.definition, estonia.contact, { ...japan.ids, attendanceIds }, now)
    expect(reasonOf(asThem)).toBe('not_yours')
    const far = await course()
    const elsewhere = { ...japan.ids, activityId: far.activity.id }
    expect(reasonOf(await signUpOne(japan.contact, elsewhere))).toBe('not_found')
    const listed = await makeRegistration(japan.participation)
    const asked = { ...estonia.ids, registrationIds: [listed.id], presence: 'on_site' }
    expect(reasonOf(await execute(signUp.definition, estonia.contact, asked, now))).toBe('not_found')
  })

  it('finds no activity that is not meant for it', async () => {
    const setting = await course()
    const japan = await nationAt(setting, 'JPN')
    await factoryDb().activity.update({ where: { id: setting.activity.id }, data: { audience: 'staff' } })
    expect(reasonOf(await signUpOne(japan.contact, japan.ids))).toBe('not_found')
  })

  it('lets a deputy sign up and a reader only read', async () => {
    const setting = await course()
    const japan = await nationAt(setting, 'JPN')
    const [deputy, reader] = [
      await contactOf(japan.participation, 'deputy_contact'),
      await contactOf(japan.participation, 'reading_contact'),
    ]
    expect(reasonOf(await signUpOne(deputy, japan.ids))).toBe('ok')
    expect(reasonOf(await signUpOne(reader, japan.ids))).toBe('not_yours')
  })
})

describe('The organisers', () => {
  it('sign up people of a partner that is not in the exercise, and its places are counted', async () => {
    const setting = await course({ nationPlaces: 1 })
    const partner = await makePartner({ id: setting.exercise.programmeId }, { code: 'UKR', name: 'Ukraine' })
    const asked = { ...setting.owner, partnerId: partner.id }
    const one = await execute(signUpPartner.definition, setting.planner, { ...asked, ...guest() }, now)
    const two = await execute(signUpPartner.definition, setting.planner, { ...asked, ...guest() }, now)
    expect([one, two]).toMatchObject([{ data: { signedUp: 1 } }, { data: { waiting: 1 } }])
    expect((await peopleAt(setting))[0]).toMatchObject({ partnerId: partner.id, participationId: null })
    expect(await audit(setting)).toEqual(sound)
  })

  it('have to say where an organisation’s person is at home, and find no partner of another programme', async () => {
    const setting = await course()
    const { programmeId } = setting.exercise
    const nato = await makePartner({ id: programmeId }, { kind: 'organisation', code: 'NATO', name: 'NATO' })
    const far = await makePartner(await makeProgramme(), { code: 'FRA', name: 'France' })
    const ask = (partnerId: string, more: object = {}) =>
      execute(
        signUpPartner.definition,
        setting.planner,
        { ...setting.owner, partnerId, ...guest(), ...more },
        now,
      )
    expect(await ask(nato.id)).toMatchObject({ error: { fields: { homeNation: { reason: 'required' } } } })
    expect(reasonOf(await ask(nato.id, { homeNation: 'BEL' }))).toBe('ok')
    expect(reasonOf(await ask(far.id))).toBe('not_found')
  })

  it('may still add somebody late, with a reason that stays', async () => {
    const setting = await course({ closes: 'D-55' })
    const japan = await nationAt(setting, 'JPN')
    const late = now + 6 * DAY
    const without = await signUpOne(setting.planner, japan.ids, {}, late)
    expect(without).toMatchObject({
      error: { fields: { lateReason: { reason: 'sign_up_reason_required' } } },
    })
    const lateReason = 'The colonel changed his mind'
    expect(reasonOf(await signUpOne(setting.planner, japan.ids, { lateReason }, late))).toBe('ok')
    expect((await peopleAt(setting))[0]?.lateReason).toBe(lateReason)
  })

  it('tick people off, take the tick back, and not somebody who waits', async () => {
    const setting = await course({ onSitePlaces: 1 })
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    await signUpOne(japan.contact, japan.ids, { email: 'b@example.org' })
    const [here, waits] = [await idOf(setting, 'a@example.org'), await idOf(setting, 'b@example.org')]
    const tick = (ids: string[], attended: boolean, actor = setting.planner) =>
      execute(attend.definition, actor, { ...setting.owner, attendanceIds: ids, attended }, startOf)
    expect(reasonOf(await tick([here], true))).toBe('ok')
    expect((await peopleAt(setting))[0]?.attendedAt?.getTime()).toBe(startOf)
    expect(reasonOf(await tick([waits], true))).toBe('attends_without_place')
    expect(reasonOf(await tick([here], false))).toBe('ok')
    expect((await peopleAt(setting))[0]?.attendedAt).toBeNull()
    expect(reasonOf(await tick([here], true, japan.contact))).toBe('not_yours')
    const observer = await staffOf(setting.exercise, 'observer')
    expect(reasonOf(await tick([here], true, observer))).toBe('not_yours')
  })

  it('move somebody from the hall to the screen, and who waited for the hall comes in', async () => {
    const setting = await course({ onSitePlaces: 1 })
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    await signUpOne(japan.contact, japan.ids, { email: 'b@example.org' })
    const attendanceIds = [await idOf(setting, 'a@example.org')]
    const moved = await execute(
      switchPresence.definition,
      setting.planner,
      { ...setting.owner, attendanceIds, presence: 'remote' },
      now,
    )
    expect(moved).toMatchObject({ data: { signedUp: 1, waiting: 0 } })
    expect((await peopleAt(setting)).map(({ state, presence }) => `${presence} ${state}`).sort()).toEqual([
      'on_site signed_up',
      'remote signed_up',
    ])
    expect(await audit(setting)).toEqual(sound)
  })

  it('cancel for anybody of their exercise, and for nobody of another', async () => {
    const setting = await course()
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    const attendanceIds = [await idOf(setting, 'a@example.org')]
    const far = await course()
    const lost = await execute(cancelAny.definition, far.planner, { ...far.owner, attendanceIds }, now)
    expect(reasonOf(lost)).toBe('not_found')
    const done = await execute(
      cancelAny.definition,
      setting.planner,
      { ...setting.owner, attendanceIds },
      now,
    )
    expect(reasonOf(done)).toBe('ok')
    const again = await execute(
      cancelAny.definition,
      setting.planner,
      { ...setting.owner, attendanceIds },
      now,
    )
    expect(reasonOf(again)).toBe('cancelled_already')
  })
})

describe('An expert', () => {
  async function expertAt(by: 'nation' | 'person') {
    const setting = await course({ by })
    const japan = await nationAt(setting, 'JPN')
    const registration = await makeRegistration(japan.participation, { state: 'confirmed' })
    const expert = await expertOf(registration)
    const asked = { ...japan.ids, registrationId: registration.id, presence: 'on_site' }
    return { setting, japan, expert, asked }
  }

  it('signs up where persons may, and gives the own place back', async () => {
    const { setting, expert, asked } = await expertAt('person')
    expect(reasonOf(await execute(signUpSelf.definition, expert, asked, now))).toBe('ok')
    const [own] = await peopleAt(setting)
    expect(own?.state).toBe('signed_up')
    const stranger = await expertOf(
      await makeRegistration((await nationAt(setting, 'EST')).participation, { state: 'confirmed' }),
    )
    const input = { attendanceId: own?.id }
    expect(reasonOf(await execute(cancelOwn.definition, stranger, input, now))).toBe('not_found')
    expect(reasonOf(await execute(cancelOwn.definition, expert, input, now))).toBe('ok')
    expect(await audit(setting)).toEqual(sound)
  })

  it('is told that the nation signs up where it does, and cannot sign up a colleague', async () => {
    const { japan, expert, asked } = await expertAt('nation')
    expect(reasonOf(await execute(signUpSelf.definition, expert, asked, now))).toBe('sign_up_by_nation')
    const colleague = await makeRegistration(japan.participation, { state: 'confirmed' })
    const other = { ...asked, registrationId: colleague.id }
    expect(reasonOf(await execute(signUpSelf.definition, expert, other, now))).toBe('not_yours')
    expect(reasonOf(await signUpOne(expert, japan.ids))).toBe('not_yours')
  })
})

describe('The holder of a partner’s link', () => {
  it('signs up and cancels that partner’s people alone', async () => {
    const setting = await course()
    const { programmeId, id: exerciseId } = setting.exercise
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    const partner = await makePartner({ id: programmeId }, { code: 'UKR', name: 'Ukraine' })
    const link = await factoryDb().signUpLink.create({
      data: {
        ...{ exerciseId, programmeId, activityId: setting.activity.id, partnerId: partner.id },
        email: 'mod@example.org',
        tokenHash: 'a'.repeat(64),
        createdAt: new Date(now),
        expiresAt: new Date(now + DAY),
      },
    })
    const holder: Actor = { kind: 'job', name: 'sign-up link' }
    const own = {
      ...setting.owner,
      linkId: link.id,
      ...guest({ email: 'b@example.org' }),
    }
    expect(reasonOf(await execute(signUpByLink.definition, holder, own, now))).toBe('ok')
    expect(reasonOf(await execute(signUpByLink.definition, setting.planner, own, now))).toBe('not_yours')
    const take = async (email: string) =>
      execute(
        cancelByLink.definition,
        holder,
        { ...setting.owner, linkId: link.id, attendanceId: await idOf(setting, email) },
        now,
      )
    expect(reasonOf(await take('a@example.org'))).toBe('not_found')
    expect(reasonOf(await take('b@example.org'))).toBe('ok')
    expect(reasonOf(await execute(signUpByLink.definition, holder, own, now + 11 * DAY))).toBe('not_found')
    const other = await makeExercise({ programmeId })
    expect(
      reasonOf(await execute(signUpByLink.definition, holder, { ...own, exerciseId: other.id }, now)),
    ).toBe('not_found')
  })
})
