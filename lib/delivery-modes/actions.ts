'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError } from '@/lib/errors'
import { can } from '@/lib/policy'
import { behindAll, moved } from '@/lib/questions/rules'
import { lockScenario } from '@/lib/scenario-lock'
import { addModeSchema, editModeSchema, moveModeSchema, removeModeSchema } from './schema'

const pages = () => ['/exercises/[code]/scenario/setup']

export const addMode = action({
  name: 'delivery_mode.add',
  input: addModeSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, name }) => {
    const position = behindAll(await inOrder(tx, exerciseId))
    return tx.deliveryMode.create({ data: { exerciseId, name, position }, select: { id: true } })
  },
  stale: pages,
})

export const editMode = action({
  name: 'delivery_mode.edit',
  input: editModeSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, modeId: id, version, opened, ...data }) => {
    const row = { table: 'DeliveryMode', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    await tx.deliveryMode.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: pages,
})

export const moveMode = action({
  name: 'delivery_mode.move',
  input: moveModeSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, modeId, direction }) => {
    const ids = (await inOrder(tx, exerciseId)).map(({ id }) => id)
    if (!ids.includes(modeId)) throw new AppError('not_found', 'not_found')
    for (const [position, id] of (moved(ids, modeId, direction) ?? []).entries())
      await tx.deliveryMode.updateMany({
        where: { id, exerciseId, position: { not: position } },
        data: { position },
      })
  },
  stale: pages,
})

/** Injects that came by it have none then: the page says how many. */
export const removeMode = action({
  name: 'delivery_mode.remove',
  input: removeModeSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, modeId: id }) => {
    const { count } = await tx.deliveryMode.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})

/** Whoever changes the order waits for whoever else does. */
async function inOrder(tx: Tx, exerciseId: string) {
  await lockScenario(tx, exerciseId)
  return tx.deliveryMode.findMany({
    where: { exerciseId },
    select: { id: true, position: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}
