import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { signUpGuest } from '@/lib/attendance/actions'
import { openSignUp, setPlaces } from '@/lib/attendance/sign-up/actions'
import { editExercise } from '@/lib/exercises/actions'
import { addActivity, editActivity, removeActivity } from '@/lib/schedule/actions'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { makeExercise, makePhase } from '@/prisma/factories'
import { listChanges, pageSize } from './queries'

const now = Date.UTC(2026, 10, 22)

async function setting() {
  const exercise = await makeExercise()
  const phase = await makePhase(exercise, { name: 'Scripting' })
  const planner = await staffOf(exercise, 'planner')
  const form = {
    exerciseId: exercise.id,
    title: 'Main planning conference',
    kind: 'conference',
    audience: 'nations',
    start: 'D-160 09:00',
  }
  return { exercise, phase, planner, form }
}

test('the history tells who did what to which row, why, and names what is gone', async () => {
  const { exercise, phase, planner, form } = await setting()
  const made = await execute(addActivity.definition, planner, form, now)
  const activityId = made.ok ? made.data.id : ''
  const edit = { ...form, activityId, version: 1, phaseId: phase.id, reason: 'It belongs to scripting' }
  await execute(editActivity.definition, planner, edit, now + 1000)
  await execute(removeActivity.definition, planner, { exerciseId: exercise.id, activityId }, now + 2000)
  const { changes, count } = await listChanges(planner, exercise.id, 1)
  expect(count).toBe(3)
  const named = [{ name: 'Main planning conference', nation: null }]
  expect(changes).toMatchObject([
    { action: 'activity.remove', at: now + 2000, fields: [{ kind: 'removed', named, from: null, to: null }] },
    {
      action: 'activity.edit',
      reason: 'It belongs to scripting',
      fields: [{ kind: 'edited', field: 'phaseId', from: null, to: { name: 'Scripting' } }],
    },
    {
      action: 'activity.add',
      actorLabel: planner.kind === 'account' ? planner.name : '',
      fields: [{ named }],
    },
  ])
})

test('the history says who was signed up for what, by name, and for how many places', async () => {
  const { exercise, planner, form } = await setting()
  const made = await execute(addActivity.definition, planner, { ...form, start: 'D-60 09:00' }, now)
  const owner = { exerciseId: exercise.id, activityId: made.ok ? made.data.id : '' }
  const places = { by: 'nation', onSitePlaces: 2, remotePlaces: 0 }
  await execute(openSignUp.definition, planner, { ...owner, ...places }, now + 1)
  const participation = await makeParticipation(exercise)
  const person = {
    email: 'a@example.org',
    givenName: 'Aino',
    familyName: 'Salo',
    presence: 'on_site',
    homeNation: 'FIN',
  }
  const guest = { ...owner, participationId: participation.id, ...person }
  expect((await execute(signUpGuest.definition, planner, guest, now + 2)).ok).toBe(true)
  await execute(setPlaces.definition, planner, { ...owner, presence: 'on_site', size: 4 }, now + 3)
  const { changes } = await listChanges(planner, exercise.id, 1)
  const conference = { name: 'Main planning conference', nation: null }
  expect(changes[0]).toMatchObject({
    action: 'sign_up.places',
    fields: [{ table: 'ActivityPlaces', named: [conference], field: 'size', from: 2, to: 4 }],
  })
  const attendance = changes[1]?.fields.find(({ table }) => table === 'Attendance')
  expect(attendance).toMatchObject({ kind: 'made', named: [{ name: 'Aino Salo', nation: null }] })
  expect(changes[2]?.fields.find(({ table }) => table === 'SignUp')).toMatchObject({ named: [conference] })
})

test('a refused write leaves no entry, and pages hold the latest first', async () => {
  const { exercise, form } = await setting()
  const director = await staffOf(exercise, 'director')
  await execute(addActivity.definition, director, { ...form, start: 'nonsense' }, now)
  const details = {
    exerciseId: exercise.id,
    startexAt: exercise.startexAt.getTime(),
    name: exercise.name,
    tlp: 'green',
    summary: '',
    endex: 'T+96h',
    lateRegistration: false,
    reminderDays: [14, 3, 1],
  }
  for (let n = 1; n <= pageSize + 1; n++)
    await execute(editExercise.definition, director, { ...details, venue: `Hall ${n}`, version: n }, now + n)
  const first = await listChanges(director, exercise.id, 1)
  const second = await listChanges(director, exercise.id, 2)
  expect([first.count, first.changes.length, second.changes.length]).toEqual([pageSize + 1, pageSize, 1])
  expect(first.changes[0]?.fields).toMatchObject([{ field: 'venue', to: `Hall ${pageSize + 1}` }])
})

test('it is for staff of the exercise: it names people of every nation', async () => {
  const { exercise, planner, form } = await setting()
  await execute(addActivity.definition, planner, form, now)
  const participation = await makeParticipation(exercise)
  const registration = await makeRegistration(participation, { state: 'submitted' })
  const outsiders = [
    await contactOf(participation),
    await expertOf(registration),
    await staffOf(exercise, 'observer'),
    await staffOf(await makeExercise(), 'director'),
    { kind: 'visitor' as const },
  ]
  for (const actor of outsiders)
    expect(await listChanges(actor, exercise.id, 1)).toEqual({ changes: [], count: 0 })
  expect((await listChanges(await staffOf(exercise, 'controller'), exercise.id, 1)).count).toBe(1)
})
