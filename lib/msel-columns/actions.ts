'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { behindAll, moved } from '@/lib/questions/rules'
import { lockScenario } from '@/lib/scenario-lock'
import { isOfChoices, misfits } from './rules'
import {
  addColumnSchema,
  addColumnSetSchema,
  editColumnSchema,
  moveColumnSchema,
  removeColumnSchema,
} from './schema'
import { addedBy } from './sets/rules'

const pages = () => ['/exercises/[code]/scenario/setup']

/** A column of the exercise's own, after the others. */
export const addColumn = action({
  name: 'msel_column.add',
  input: addColumnSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, input) => {
    const position = behindAll(await inOrder(tx, input.exerciseId))
    const choices = isOfChoices(input.kind) ? input.choices : []
    return tx.mselColumn.create({ data: { ...input, choices, position }, select: { id: true } })
  },
  stale: pages,
})

/** Adds what a template has beyond what every inject has; columns of the same name stay as they are. */
export const addColumnSet = action({
  name: 'msel_column.add_set',
  input: addColumnSetSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, set }) => {
    const known = await inOrder(tx, exerciseId)
    const names = new Set(known.map(({ name }) => name.toLowerCase()))
    const wanted = addedBy(set).filter(({ name }) => !names.has(name.toLowerCase()))
    await tx.mselColumn.createMany({
      data: wanted.map((column, at) => ({ ...column, exerciseId, position: behindAll(known) + at })),
    })
    return { added: wanted.length }
  },
  stale: pages,
})

/** Changes a column. What injects have in it keeps its meaning: a kind or choices that do not fit it are refused. */
export const editColumn = action({
  name: 'msel_column.edit',
  input: editColumnSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, columnId: id, version, opened, ...given }) => {
    await lockScenario(tx, exerciseId)
    // Also against a value that is being written: it holds the column's key.
    await tx.$queryRaw`SELECT FROM "MselColumn" WHERE "id" = ${id}::uuid AND "exerciseId" = ${exerciseId}::uuid FOR UPDATE`
    const where = { id, exerciseId }
    const before = await tx.mselColumn.findFirst({ where, select: { kind: true, choices: true } })
    if (!before) throw new AppError('not_found', 'not_found')
    const data = { ...given, choices: isOfChoices(given.kind) ? given.choices : [] }
    const row = { table: 'MselColumn', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data, [['kind', 'choices']])
    const after = { ...before, ...changed }
    const wrong = misfits(before, after, await valuesIn(tx, exerciseId, id))
    if (wrong) {
      const field = after.kind === before.kind ? 'choices' : 'kind'
      throw fieldRefusal(field, 'column_values_do_not_fit', wrong)
    }
    await tx.mselColumn.update({ where, data: changed, select: { id: true } })
  },
  stale: pages,
})

export const moveColumn = action({
  name: 'msel_column.move',
  input: moveColumnSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, columnId, direction }) => {
    const ids = (await inOrder(tx, exerciseId)).map(({ id }) => id)
    if (!ids.includes(columnId)) throw new AppError('not_found', 'not_found')
    for (const [position, id] of (moved(ids, columnId, direction) ?? []).entries())
      await tx.mselColumn.updateMany({
        where: { id, exerciseId, position: { not: position } },
        data: { position },
      })
  },
  stale: pages,
})

/** Takes a column away, and what injects have in it: the page says of how many. The history keeps it. */
export const removeColumn = action({
  name: 'msel_column.remove',
  input: removeColumnSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, columnId: id }) => {
    const { count } = await tx.mselColumn.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})

/** Whoever changes the order waits for whoever else does. */
async function inOrder(tx: Tx, exerciseId: string) {
  await lockScenario(tx, exerciseId)
  return tx.mselColumn.findMany({
    where: { exerciseId },
    select: { id: true, name: true, position: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

/** Each different value of the column once, with how many injects have it. */
async function valuesIn(tx: Tx, exerciseId: string, columnId: string) {
  const rows = await tx.injectValue.groupBy({
    by: ['value', 'teamId', 'registrationId'],
    where: { exerciseId, columnId },
    _count: true,
  })
  return rows.map(({ _count: count, ...value }) => ({ ...value, count }))
}
