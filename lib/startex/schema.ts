import { z } from 'zod'
import { startexFields } from '@/lib/exercises/schema'
import { lineField, tick } from '@/lib/text'

export const moveStartexSchema = z.object({
  exerciseId: z.uuid(),
  version: z.coerce.number().int().min(1),
  ...startexFields,
  /** what has already taken place stays where it was, as fixed moments */
  keepPast: tick,
  /** for the history: everybody's plans change with it */
  reason: lineField(500),
})
