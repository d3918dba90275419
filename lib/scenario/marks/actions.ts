'use server'

import type { z } from 'zod'
import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { lockScenario } from '@/lib/scenario-lock'
import { dateOf, type Instant, momentLimits } from '@/lib/time'
import { readMoments } from '@/lib/time-typed'
import { offsetOf } from './rules'
import { addMarkSchema, editMarkSchema, removeMarkSchema } from './schema'

const pages = () => ['/exercises/[code]/scenario/setup']

/** Says at which time of its own the story is from a second of the exercise on, and how fast it runs. */
export const addMark = action({
  name: 'scenario_mark.add',
  input: addMarkSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId } = input
    const data = await markData(tx, input, now)
    return tx.scenarioMark.create({ data: { exerciseId, ...data }, select: { id: true } })
  },
  stale: pages,
})

export const editMark = action({
  name: 'scenario_mark.edit',
  input: editMarkSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx, now }, input) => {
    const { exerciseId, markId: id, version, opened } = input
    const data = await markData(tx, input, now)
    const row = { table: 'ScenarioMark', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    await tx.scenarioMark.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: pages,
})

export const removeMark = action({
  name: 'scenario_mark.remove',
  input: removeMarkSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, markId: id }) => {
    const { count } = await tx.scenarioMark.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})

/** Both of its times as they are kept. The story's own time is an instant, in the zone that the story is told in. */
async function markData(tx: Tx, input: z.output<typeof addMarkSchema>, now: Instant) {
  const frame = await lockPlan(tx, input.exerciseId)
  const { timeZone } = await lockScenario(tx, input.exerciseId)
  const { start } = readMoments(
    { start: { text: input.start, choice: input.startChoice } },
    { frame, timeZone: frame.timeZone, now },
  )
  const { story } = readMoments(
    { story: { text: input.story, choice: input.storyChoice } },
    { frame, timeZone, now },
  )
  if (story.anchor !== 'fixed') throw fieldRefusal('story', 'story_not_fixed')
  const offset = offsetOf(start, frame)
  if (Math.abs(offset) > momentLimits.offset) throw fieldRefusal('start', 'out_of_range')
  return { offset, scenarioAt: dateOf(story.at), speed: input.speed }
}
