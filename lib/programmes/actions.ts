'use server'

import { action } from '@/lib/action'
import { can } from '@/lib/policy'
import { createProgrammeSchema, createSeriesSchema } from './schema'

/** Makes the host of several series a year. */
export const createProgramme = action({
  name: 'programme.create',
  input: createProgrammeSchema,
  may: actor => can(actor, 'platform.administer', {}),
  run: async ({ tx }, input) => {
    const { id: programmeId } = await tx.programme.create({ data: input, select: { id: true } })
    return { programmeId }
  },
  stale: () => ['/exercises', '/exercises/new'],
})

/** Makes a name under which exercises are held again and again. */
export const createSeries = action({
  name: 'series.create',
  input: createSeriesSchema,
  may: (actor, input) => can(actor, 'programme.edit', input),
  run: async ({ tx }, input) => {
    const { id: seriesId, programmeId } = await tx.series.create({
      data: input,
      select: { id: true, programmeId: true },
    })
    return { seriesId, programmeId }
  },
  stale: () => ['/exercises', '/exercises/new'],
})
