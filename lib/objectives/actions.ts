'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { behindAll, moved } from '@/lib/questions/rules'
import { lockScenario } from '@/lib/scenario-lock'
import { parentProblem } from '@/lib/teams/rules'
import { nextNumber } from './rules'
import { addObjectiveSchema, editObjectiveSchema, moveObjectiveSchema, removeObjectiveSchema } from './schema'

const pages = () => ['/exercises/[code]/scenario/objectives']

/** What the exercise trains; without a number it gets the next one below its parent. */
export const addObjective = action({
  name: 'objective.add',
  input: addObjectiveSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, number, ...data }) => {
    const all = await lockTree(tx, exerciseId)
    const parent = all.find(({ id }) => id === data.parentId) ?? null
    if (data.parentId !== null && !parent) throw fieldRefusal('parentId', 'not_found')
    const siblings = all.filter(({ parentId }) => parentId === data.parentId)
    return tx.objective.create({
      data: {
        ...data,
        ...{ exerciseId, number: number || nextNumber(parent, siblings), position: behindAll(siblings) },
      },
      select: { id: true, number: true },
    })
  },
  stale: pages,
})

export const editObjective = action({
  name: 'objective.edit',
  input: editObjectiveSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, objectiveId: id, version, opened, ...data }) => {
    const all = await lockTree(tx, exerciseId)
    const row = { table: 'Objective', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    const { parentId } = changed
    if (parentId && !all.some(other => other.id === parentId)) throw fieldRefusal('parentId', 'not_found')
    if (parentId && parentProblem(id, parentId, all)) throw fieldRefusal('parentId', 'objective_below_itself')
    // Among new siblings it stands last.
    const siblings = all.filter(other => other.parentId === parentId)
    const position = parentId === undefined ? {} : { position: behindAll(siblings) }
    await tx.objective.update({
      where: { id, exerciseId },
      data: { ...changed, ...position },
      select: { id: true },
    })
  },
  stale: pages,
})

/** Up or down among those of the same parent. */
export const moveObjective = action({
  name: 'objective.move',
  input: moveObjectiveSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, objectiveId, direction }) => {
    const all = await lockTree(tx, exerciseId)
    const own = all.find(({ id }) => id === objectiveId)
    if (!own) throw new AppError('not_found', 'not_found')
    const ids = all.filter(({ parentId }) => parentId === own.parentId).map(({ id }) => id)
    for (const [position, id] of (moved(ids, objectiveId, direction) ?? []).entries())
      await tx.objective.updateMany({
        where: { id, exerciseId, position: { not: position } },
        data: { position },
      })
  },
  stale: pages,
})

/** Injects that served it do so no more: the page says how many. Refused while others stand below it. */
export const removeObjective = action({
  name: 'objective.remove',
  input: removeObjectiveSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, objectiveId: id }) => {
    const all = await lockTree(tx, exerciseId)
    if (!all.some(other => other.id === id)) throw new AppError('not_found', 'not_found')
    const below = all.filter(({ parentId }) => parentId === id).length
    if (below > 0) throw new AppError('refused', 'objective_has_others', { params: { below } })
    await tx.objective.delete({ where: { id, exerciseId }, select: { id: true } })
  },
  stale: pages,
})

/** Two planners hanging two objectives below each other would pass one by one: the tree changes one at a time. */
async function lockTree(tx: Tx, exerciseId: string) {
  await lockScenario(tx, exerciseId)
  return tx.objective.findMany({
    where: { exerciseId },
    select: { id: true, parentId: true, number: true, position: true },
    orderBy: [{ position: 'asc' }, { number: 'asc' }],
  })
}
