import { expect, test } from 'vitest'
import { visitor } from '@/lib/policy'
import { actorWithoutRole, contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { makeActivity, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { getActivity, listGates, listPlan } from './queries'

async function planOf(status: 'draft' | 'planning') {
  const exercise = await makeExercise({ status })
  for (const audience of ['public', 'participants', 'nations', 'staff'] as const) {
    await makePhase(exercise, { name: `Phase for ${audience}`, audience })
    await makeActivity(exercise, { title: audience, audience })
  }
  return exercise
}

const titles = (plan: Awaited<ReturnType<typeof listPlan>>) =>
  plan.activities.map(({ title }) => title).sort()

test('each sees what is meant for them', async () => {
  const exercise = await planOf('planning')
  const participation = await makeParticipation(exercise)
  const registration = await makeRegistration(participation, { state: 'submitted' })
  const [staff, contact, expert] = [
    await staffOf(exercise, 'controller'),
    await contactOf(participation),
    await expertOf(registration),
  ]
  expect(titles(await listPlan(staff, exercise.id))).toEqual(['nations', 'participants', 'public', 'staff'])
  expect(titles(await listPlan(contact, exercise.id))).toEqual(['nations', 'participants', 'public'])
  expect(titles(await listPlan(expert, exercise.id))).toEqual(['participants', 'public'])
  expect((await listPlan(expert, exercise.id)).phases).toHaveLength(2)
})

test('a visitor and a stranger see the public part, and nothing of a draft', async () => {
  const exercise = await planOf('planning')
  const draft = await planOf('draft')
  for (const actor of [visitor, await actorWithoutRole()]) {
    const plan = await listPlan(actor, exercise.id)
    expect(titles(plan)).toEqual(['public'])
    expect(plan.phases.map(({ name }) => name)).toEqual(['Phase for public'])
    expect(await listPlan(actor, draft.id)).toEqual({ phases: [], activities: [] })
  }
  expect(titles(await listPlan(await staffOf(draft), draft.id))).toHaveLength(4)
})

test("a team's own activity is for the team, the nations that form it and staff", async () => {
  const exercise = await makeExercise()
  const team = await makeTeam(exercise)
  await makeActivity(exercise, { title: 'Shift', teamId: team.id })
  const [inside, outside] = [await makeParticipation(exercise), await makeParticipation(exercise)]
  await makeTeamNation(team, inside)
  expect(titles(await listPlan(await contactOf(inside), exercise.id))).toEqual(['Shift'])
  expect(titles(await listPlan(await contactOf(outside), exercise.id))).toEqual([])
  expect(titles(await listPlan(await staffOf(exercise, 'planner'), exercise.id))).toEqual(['Shift'])
})

test('the plan comes in the order in which it begins, with instants resolved', async () => {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  await makeActivity(exercise, { title: 'Hotwash', start: { anchor: 'ttime', offset: 3600 } })
  await makeActivity(exercise, {
    title: 'Conference',
    days: 2,
    start: { anchor: 'dday', day: -28, minute: null, timeZone: 'Asia/Tokyo' },
  })
  const { activities } = await listPlan(planner, exercise.id)
  expect(activities).toMatchObject([
    {
      title: 'Conference',
      startAt: Date.UTC(2027, 2, 15, 15),
      endAt: Date.UTC(2027, 2, 17, 15),
      wholeDays: true,
    },
    {
      title: 'Hotwash',
      startAt: Date.UTC(2027, 3, 13, 7),
      endAt: Date.UTC(2027, 3, 13, 8),
      wholeDays: false,
    },
  ])
})

test('the form of an activity is for who may edit it, in the notation that is typed', async () => {
  const exercise = await makeExercise()
  const activity = await makeActivity(exercise, {
    start: { anchor: 'dday', day: -28, minute: 540, timeZone: 'Asia/Tokyo' },
    durationSeconds: 5400,
  })
  const form = await getActivity(await staffOf(exercise, 'planner'), exercise.id, activity.id)
  expect(form?.typed).toEqual({ start: 'D-28 09:00 Asia/Tokyo', duration: '1\u00a0h 30\u00a0min' })
  expect(await getActivity(await staffOf(exercise, 'registrar'), exercise.id, activity.id)).toBeNull()
  const other = await makeExercise()
  expect(await getActivity(await staffOf(other, 'planner'), other.id, activity.id)).toBeNull()
})

test('a point of contact knows the gates, a stranger does not', async () => {
  const exercise = await makeExercise()
  await makeActivity(exercise, { gate: 'registration_closes', audience: 'staff' })
  const contact = await contactOf(await makeParticipation(exercise))
  expect(await listGates(contact, exercise.id)).toMatchObject([{ gate: 'registration_closes' }])
  expect(await listGates(await actorWithoutRole(), exercise.id)).toEqual([])
})
