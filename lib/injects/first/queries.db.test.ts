import { expect, test } from 'vitest'
import { staffOf } from '@/prisma/actors'
import { makeExercise } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { listFirstIds } from './queries'

test('the first injects are the earliest by their own times, whichever way those are said', async () => {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const none = await makeInject(exercise)
  const later = await makeInject(exercise, { startAnchor: 'ttime', startOffset: 3 * 86_400 })
  const dday = await makeInject(exercise, {
    startAnchor: 'dday',
    startDay: -1,
    startMinute: 540,
    startTimeZone: 'Asia/Tokyo',
  })
  const startex = await makeInject(exercise, { startAnchor: 'ttime', startOffset: 0 })
  expect(await listFirstIds(planner, exercise.id, 10)).toEqual({
    ids: [dday.id, startex.id, later.id, none.id],
    total: 4,
  })
  expect(await listFirstIds(planner, exercise.id, 2)).toEqual({ ids: [dday.id, startex.id], total: 4 })
  expect(await listFirstIds(await staffOf(exercise, 'observer'), exercise.id, 10)).toBeNull()
})
