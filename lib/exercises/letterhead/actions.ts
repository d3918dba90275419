'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { can } from '@/lib/policy'
import { editLetterheadSchema } from './schema'

/** How the exercise's letters are signed: the name beside our address, where answers go, and their footer. */
export const editLetterhead = action({
  name: 'exercise.letterhead',
  input: editLetterheadSchema,
  may: (actor, input) => can(actor, 'exercise.edit', input),
  async run({ tx }, { exerciseId: id, version, opened, ...data }) {
    const row = { table: 'Exercise', id, owner: id, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    await tx.exercise.update({ where: { id }, data: changed, select: { id: true } })
  },
  stale: () => ['/exercises/[code]/settings'],
})
