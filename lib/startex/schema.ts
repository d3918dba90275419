import { z } from 'zod'
import { startexFields } from '@/lib/exercises/schema'
import { lineField, tick, versionField } from '@/lib/text'

export const moveStartexSchema = z.object({
  exerciseId: z.uuid(),
  version: versionField,
  ...startexFields,
  /** what has already taken place stays where it was, as fixed moments */
  keepPast: tick,
  /** for the history: everybody's plans change with it */
  reason: lineField(500),
})
