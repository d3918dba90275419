'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError } from '@/lib/errors'
import { can } from '@/lib/policy'
import { addPersonaSchema, editPersonaSchema, removePersonaSchema } from './schema'

const pages = () => ['/exercises/[code]/scenario/setup']

export const addPersona = action({
  name: 'persona.add',
  input: addPersonaSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: ({ tx }, data) => tx.persona.create({ data, select: { id: true } }),
  stale: pages,
})

export const editPersona = action({
  name: 'persona.edit',
  input: editPersonaSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, personaId: id, version, opened, ...data }) => {
    const row = { table: 'Persona', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    await tx.persona.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: pages,
})

/** Injects that name it as sender or recipient do so no more: the page says how many. */
export const removePersona = action({
  name: 'persona.remove',
  input: removePersonaSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, personaId: id }) => {
    const { count } = await tx.persona.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: pages,
})
