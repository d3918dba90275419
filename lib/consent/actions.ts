'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { can } from '@/lib/policy'
import { versionAfter } from './rules'
import { editConsentSchema } from './schema'

/** Says what people are told of the processing. Every change makes a new version, and everybody is asked again. */
export const editConsent = action({
  name: 'consent.edit',
  input: editConsentSchema,
  may: (actor, input) => can(actor, 'exercise.edit', input),
  run: async ({ tx }, { exerciseId, version, opened, ...data }) => {
    const row = { table: 'Exercise', id: exerciseId, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, data)
    const before = await tx.exercise.findUniqueOrThrow({
      where: { id: exerciseId },
      select: {
        ...{ consentText: true, consentVersion: true, legalBasis: true },
        ...{ legalBasisNote: true, dataController: true, dataContact: true },
      },
    })
    await tx.exercise.update({
      where: { id: exerciseId },
      data: { ...changed, consentVersion: versionAfter(before, changed) },
      select: { id: true },
    })
  },
  stale: () => ['/exercises/[code]/settings/questions', '/exercises/[code]/settings'],
})
