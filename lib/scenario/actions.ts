'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { can } from '@/lib/policy'
import { lockScenario } from '@/lib/scenario-lock'
import { editScenarioSchema } from './schema'

/** How the story is told: its zone, what counts as night, how much a controller handles and sees. */
export const editScenario = action({
  name: 'scenario.edit',
  input: editScenarioSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, version, opened, ...data }) => {
    await lockScenario(tx, exerciseId)
    const row = { table: 'Scenario', id: exerciseId, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    await tx.scenario.update({ where: { exerciseId }, data: changed, select: { exerciseId: true } })
  },
  stale: () => ['/exercises/[code]/scenario/setup'],
})
