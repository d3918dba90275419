'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { behindAll, moved } from '@/lib/questions/rules'
import { lockScenario } from '@/lib/scenario-lock'
import { addStorylineSchema, editStorylineSchema, moveStorylineSchema, removeStorylineSchema } from './schema'

const pages = () => ['/exercises/[code]/scenario/storylines']

/** A thread of the story. Its number is the next one of the exercise, also where one before it is gone. */
export const addStoryline = action({
  name: 'storyline.add',
  input: addStorylineSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, name, summary }) => {
    const { nextStoryline: number } = await lockScenario(tx, exerciseId)
    await tx.scenario.update({
      where: { exerciseId },
      data: { nextStoryline: number + 1 },
      select: { exerciseId: true },
    })
    const others = await tx.storyline.findMany({ where: { exerciseId }, select: { position: true } })
    return tx.storyline.create({
      data: { exerciseId, number, name, summary, position: behindAll(others) },
      select: { id: true, number: true },
    })
  },
  stale: pages,
})

export const editStoryline = action({
  name: 'storyline.edit',
  input: editStorylineSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, storylineId: id, version, opened, ...data }) => {
    const row = { table: 'Storyline', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    await tx.storyline.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: pages,
})

export const moveStoryline = action({
  name: 'storyline.move',
  input: moveStorylineSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, storylineId, direction }) => {
    const ids = await inOrder(tx, exerciseId)
    if (!ids.includes(storylineId)) throw new AppError('not_found', 'not_found')
    for (const [position, id] of (moved(ids, storylineId, direction) ?? []).entries())
      await tx.storyline.updateMany({
        where: { id, exerciseId, position: { not: position } },
        data: { position },
      })
  },
  stale: pages,
})

/** Takes a storyline and its incidents away. Its injects keep their serials, wherever they go. */
export const removeStoryline = action({
  name: 'storyline.remove',
  input: removeStorylineSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, storylineId: id, injectsTo }) => {
    const ids = await inOrder(tx, exerciseId)
    if (!ids.includes(id)) throw new AppError('not_found', 'not_found')
    const own = { exerciseId, storylineId: id }
    const injects = await tx.inject.count({ where: own })
    if (injects > 0 && injectsTo === null)
      throw fieldRefusal('injectsTo', 'storyline_has_injects', { injects })
    if (injectsTo === id || (injectsTo !== null && injectsTo !== 'none' && !ids.includes(injectsTo)))
      throw fieldRefusal('injectsTo', 'not_found')
    const storylineId = injectsTo === 'none' ? null : injectsTo
    const data = { storylineId, incidentId: null }
    // Another storyline is a change of substance, as it is where an inject is edited.
    await tx.inject.updateMany({
      where: { ...own, state: { in: ['approved', 'synchronised'] } },
      data: { ...data, state: 'review', stateReason: null },
    })
    await tx.inject.updateMany({ where: own, data })
    await tx.storyline.delete({ where: { id, exerciseId }, select: { id: true } })
    return { moved: injects }
  },
  stale: pages,
})

/** Whoever changes the order waits for whoever else does. */
async function inOrder(tx: Tx, exerciseId: string): Promise<string[]> {
  await lockScenario(tx, exerciseId)
  const found = await tx.storyline.findMany({
    where: { exerciseId },
    select: { id: true },
    orderBy: [{ position: 'asc' }, { number: 'asc' }],
  })
  return found.map(({ id }) => id)
}
