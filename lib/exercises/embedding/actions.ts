'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { can } from '@/lib/policy'
import { editEmbeddingSchema } from './schema'

/** Which hosts' pages may show the public timeline in a frame. */
export const editEmbedding = action({
  name: 'exercise.embedding',
  input: editEmbeddingSchema,
  may: (actor, input) => can(actor, 'exercise.edit', input),
  async run({ tx }, { exerciseId: id, version, opened, hosts }) {
    const row = { table: 'Exercise', id, owner: id, version, opened } as const
    const changed = await changedByEdit(tx, row, { embedHosts: hosts })
    await tx.exercise.update({ where: { id }, data: changed, select: { id: true } })
  },
  stale: () => ['/exercises/[code]/settings'],
})
