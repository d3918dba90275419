'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError } from '@/lib/errors'
import { can } from '@/lib/policy'
import { behindAll, moved } from '@/lib/questions/rules'
import { addIncidentSchema, editIncidentSchema, moveIncidentSchema, removeIncidentSchema } from './schema'

const pages = () => ['/exercises/[code]/scenario/storylines']

type Place = { exerciseId: string; storylineId: string }

/** What happens within a storyline; its number is the next one of it, also where one before it is gone. */
export const addIncident = action({
  name: 'incident.add',
  input: addIncidentSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, storylineId, ...data }) => {
    const number = await lockStoryline(tx, { exerciseId, storylineId })
    await tx.storyline.update({
      where: { id: storylineId, exerciseId },
      data: { nextIncident: number + 1 },
      select: { id: true },
    })
    const others = await tx.incident.findMany({
      where: { exerciseId, storylineId },
      select: { position: true },
    })
    return tx.incident.create({
      data: { ...data, exerciseId, storylineId, number, position: behindAll(others) },
      select: { id: true, number: true },
    })
  },
  stale: pages,
})

export const editIncident = action({
  name: 'incident.edit',
  input: editIncidentSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, storylineId, incidentId: id, version, opened, ...data }) => {
    const where = { id, exerciseId, storylineId }
    if ((await tx.incident.count({ where })) === 0) throw new AppError('not_found', 'not_found')
    const row = { table: 'Incident', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    await tx.incident.update({ where, data: changed, select: { id: true } })
  },
  stale: pages,
})

export const moveIncident = action({
  name: 'incident.move',
  input: moveIncidentSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, storylineId, incidentId, direction }) => {
    const own = { exerciseId, storylineId }
    await lockStoryline(tx, own)
    const found = await tx.incident.findMany({
      where: own,
      select: { id: true },
      orderBy: [{ position: 'asc' }, { number: 'asc' }],
    })
    const ids = found.map(({ id }) => id)
    if (!ids.includes(incidentId)) throw new AppError('not_found', 'not_found')
    for (const [position, id] of (moved(ids, incidentId, direction) ?? []).entries())
      await tx.incident.updateMany({ where: { ...own, id, position: { not: position } }, data: { position } })
  },
  stale: pages,
})

/** Its injects stay in the storyline. */
export const removeIncident = action({
  name: 'incident.remove',
  input: removeIncidentSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, storylineId, incidentId: id }) => {
    const { count } = await tx.incident.deleteMany({ where: { id, exerciseId, storylineId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})

/** The number of its next incident. Whoever takes one, or changes the order, waits for whoever else does. */
async function lockStoryline(tx: Tx, { exerciseId, storylineId }: Place): Promise<number> {
  const [found] = await tx.$queryRaw<{ nextIncident: number }[]>`
    SELECT "nextIncident" FROM "Storyline"
     WHERE "id" = ${storylineId}::uuid AND "exerciseId" = ${exerciseId}::uuid FOR NO KEY UPDATE`
  if (!found) throw new AppError('not_found', 'not_found')
  return found.nextIncident
}
