import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { DAY, MINUTE } from '@/lib/time-calendar'
import { contactOf, expertOf } from '@/prisma/actors'
import { makePartner, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { cancel, cancelByLink, cancelOwn, signUp, signUpByLink, signUpSelf } from './actions'
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
