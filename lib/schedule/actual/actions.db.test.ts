import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { listPlan } from '@/lib/schedule/queries'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeActivity, makeExercise, makePhase } from '@/prisma/factories'
import { noteActual } from './actions'

/** STARTEX is Tuesday 13 April 2027, 09:00 in Tallinn; this is a week later. */
const now = Date.UTC(2027, 3, 20, 6)

async function setting() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const phase = await makePhase(exercise)
  const note = (given: object, of: 'phase' | 'activity' = 'phase', id = phase.id) =>
    execute(noteActual.definition, planner, { exerciseId: exercise.id, of, id, version: 1, ...given }, now)
  return { exercise, planner, phase, note }
}

test('what really happened stands beside the plan, in whichever notation it was typed', async () => {
  const { exercise, planner, phase, note } = await setting()
  const before = await listPlan(planner, exercise.id)
  expect(await note({ began: 'T+15m', ended: '2027-04-14 18:30 Asia/Tokyo' })).toMatchObject({ ok: true })
  const { phases } = await listPlan(planner, exercise.id)
  expect(phases).toEqual([
    {
      ...before.phases[0],
      version: 2,
      beganAt: Date.UTC(2027, 3, 13, 6, 15),
      endedAt: Date.UTC(2027, 3, 14, 9, 30),
    },
  ])
  expect(await note({ began: '', ended: '', version: 2 })).toMatchObject({ ok: true })
  expect((await listPlan(planner, exercise.id)).phases[0]).toMatchObject({ beganAt: null, endedAt: null })
  expect(phase.name).toBe(before.phases[0]?.name)
})

test('two who note different things at once: the second is shown what the first wrote', async () => {
  const { exercise, note } = await setting()
  const { id } = await makeActivity(exercise)
  expect(await note({ began: 'T+5m' }, 'activity', id)).toMatchObject({ ok: true })
  expect(await note({ began: 'T+9m' }, 'activity', id)).toMatchObject({
    ok: false,
    error: { code: 'conflict', conflicts: [{ field: 'began', theirs: '2027-04-13 09:05' }] },
  })
})

test('what lies ahead, ends before it begins, or belongs to another exercise is refused', async () => {
  const { note } = await setting()
  const reason = (field: string, reason: string) => ({
    ok: false,
    error: { fields: { [field]: { reason } } },
  })
  expect(await note({ began: '2027-04-20 09:01' })).toMatchObject(reason('began', 'not_happened_yet'))
  expect(await note({ began: 'T+2h', ended: 'T+1h' })).toMatchObject(reason('ended', 'ended_before_it_began'))
  expect(await note({ ended: 'T+1h' })).toMatchObject(reason('began', 'ended_without_beginning'))
  const foreign = await makePhase(await makeExercise())
  expect(await note({ began: 'T+1h' }, 'phase', foreign.id)).toMatchObject({ error: { code: 'not_found' } })
  const untouched = await factoryDb().phase.findUniqueOrThrow({ where: { id: foreign.id } })
  expect(untouched.beganAt).toBeNull()
})
