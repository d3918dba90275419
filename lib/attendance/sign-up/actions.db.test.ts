import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise } from '@/prisma/factories'
import { audit, course, letters, nationAt, now, peopleAt, signUpOne, sound } from '../course.fixture'
import { editSignUp, openSignUp, setNationPlaces, setPlaces } from './actions'

const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)

const settings = {
  by: 'nation',
  onSitePlaces: 3,
  remotePlaces: null,
  nationPlaces: '2',
  opens: '',
  closes: 'D-20',
}

describe('A planner', () => {
  it('opens the sign-up of an activity once, and not of a deadline', async () => {
    const exercise = await makeExercise()
    const planner = await staffOf(exercise, 'planner')
    const activity = await makeActivity(exercise, { kind: 'visit' })
    const deadline = await makeActivity(exercise, { kind: 'deadline' })
    const open = (activityId: string) =>
      execute(openSignUp.definition, planner, { exerciseId: exercise.id, activityId, ...settings }, now)
    expect(reasonOf(await open(activity.id))).toBe('ok')
    expect(reasonOf(await open(activity.id))).toBe('sign_up_open_already')
    expect(reasonOf(await open(deadline.id))).toBe('deadline_has_no_places')
    const row = await factoryDb().signUp.findUniqueOrThrow({ where: { id: activity.id } })
    expect(row).toMatchObject({ nationPlaces: 2, closesAnchor: 'dday', closesDay: -20, opensAnchor: null })
  })

  it('is refused what is not understood, and closing before it opens, beside the field', async () => {
    const exercise = await makeExercise()
    const planner = await staffOf(exercise, 'planner')
    const { id: activityId } = await makeActivity(exercise, { kind: 'visit' })
    const open = (given: object) =>
      execute(
        openSignUp.definition,
        planner,
        { exerciseId: exercise.id, activityId, ...settings, ...given },
        now,
      )
    expect(await open({ closes: 'soon' })).toMatchObject({ error: { fields: { closes: {} } } })
    const backwards = await open({ opens: 'D-10', closes: 'D-20' })
    expect(backwards).toMatchObject({ error: { fields: { closes: { reason: 'closes_before_opens' } } } })
    const after = await open({ opens: 'D+3', closes: '' })
    expect(after).toMatchObject({ error: { fields: { opens: { reason: 'closes_before_opens' } } } })
  })

  it('raises the places, and as many come in with a letter', async () => {
    const setting = await course({ onSitePlaces: 1 })
    const japan = await nationAt(setting, 'JPN')
    for (let n = 0; n < 4; n++)
      await signUpOne(japan.contact, japan.ids, { email: `p${n}@example.org` }, now + n)
    const raised = await execute(
      setPlaces.definition,
      setting.planner,
      { ...setting.owner, presence: 'on_site', size: 3 },
      now,
    )
    expect(raised).toMatchObject({ data: { cameIn: 2 } })
    expect((await letters(setting)).slice(4)).toEqual([
      'attendance_came_in p1@example.org',
      'attendance_came_in p2@example.org',
    ])
    expect(await audit(setting)).toEqual(sound)
  })

  it('cannot take places away that people have, and hears how many', async () => {
    const setting = await course({ onSitePlaces: 3, nationPlaces: 3 })
    const japan = await nationAt(setting, 'JPN')
    for (let n = 0; n < 2; n++) await signUpOne(japan.contact, japan.ids)
    const { planner, owner } = setting
    const fewer = await execute(
      setPlaces.definition,
      planner,
      { ...owner, presence: 'on_site', size: 1 },
      now,
    )
    expect(fewer).toMatchObject({
      error: { fields: { size: { reason: 'places_taken_already', params: { used: 2 } } } },
    })
    const own = { ...owner, partnerId: japan.partner.id, size: 1 }
    expect(reasonOf(await execute(setNationPlaces.definition, planner, own, now))).toBe(
      'places_taken_already',
    )
    const edit = { ...owner, version: 1, open: true, ...settings, nationPlaces: 1, closes: '' }
    expect(await execute(editSignUp.definition, planner, edit, now)).toMatchObject({
      error: { fields: { nationPlaces: { reason: 'places_taken_already' } } },
    })
  })

  it('gives a nation its own number, which the usual one leaves alone, and takes it back', async () => {
    const setting = await course({ onSitePlaces: 10, nationPlaces: 1 })
    const [japan, estonia] = [await nationAt(setting, 'JPN'), await nationAt(setting, 'EST')]
    for (const nation of [japan, estonia])
      for (let n = 0; n < 4; n++) await signUpOne(nation.contact, nation.ids, {}, now + n)
    const { planner, owner } = setting
    const own = (size: number | null) =>
      execute(setNationPlaces.definition, planner, { ...owner, partnerId: japan.partner.id, size }, now)
    expect(await own(2)).toMatchObject({ data: { cameIn: 1 } })
    const usual = { ...owner, version: 1, open: true, by: 'nation', nationPlaces: 3, opens: '', closes: '' }
    expect(reasonOf(await execute(editSignUp.definition, planner, usual, now))).toBe('ok')
    const has = async (participationId: string) =>
      (await peopleAt(setting)).filter(
        row => row.participationId === participationId && row.state === 'signed_up',
      ).length
    expect([await has(japan.participation.id), await has(estonia.participation.id)]).toEqual([2, 3])
    expect(await own(null)).toMatchObject({ data: { cameIn: 1 } })
    expect(await audit(setting)).toEqual(sound)
  })

  it('shuts a sign-up by hand, and two planners collide only where both changed the same', async () => {
    const setting = await course()
    const japan = await nationAt(setting, 'JPN')
    const { planner, owner } = setting
    const form = { ...owner, version: 1, open: true, by: 'nation', nationPlaces: null, opens: '', closes: '' }
    expect(reasonOf(await execute(editSignUp.definition, planner, { ...form, open: false }, now))).toBe('ok')
    expect(reasonOf(await signUpOne(japan.contact, japan.ids))).toBe('sign_up_shut')
    expect(reasonOf(await execute(editSignUp.definition, planner, { ...form, by: 'person' }, now))).toBe('ok')
    const row = await factoryDb().signUp.findUniqueOrThrow({ where: { id: owner.activityId } })
    expect(row).toMatchObject({ open: false, by: 'person' })
    expect(reasonOf(await execute(editSignUp.definition, planner, { ...form, closes: 'D-52' }, now))).toBe(
      'ok',
    )
    const clash = await execute(editSignUp.definition, planner, { ...form, closes: 'D-53' }, now)
    expect(clash).toMatchObject({ error: { conflicts: [{ field: 'closes', theirs: 'D-52' }] } })
  })

  it('finds no activity of another exercise, and a contact may do nothing of it', async () => {
    const setting = await course()
    const exercise = await makeExercise()
    const stranger = await staffOf(exercise, 'planner')
    const contact = await contactOf(await makeParticipation(setting.exercise))
    const asked = { ...setting.owner, exerciseId: exercise.id, presence: 'on_site', size: 9 }
    expect(reasonOf(await execute(setPlaces.definition, stranger, asked, now))).toBe('not_found')
    expect(reasonOf(await execute(openSignUp.definition, stranger, { ...asked, ...settings }, now))).toBe(
      'not_found',
    )
    expect(reasonOf(await execute(setPlaces.definition, contact, { ...asked, ...setting.owner }, now))).toBe(
      'not_yours',
    )
  })
})
