import { z } from 'zod'
import { seenFields, wholeNumber } from '@/lib/text'

/** A step of the daily run: which exercise, and when the run began (an instant). */
export const eraseSchema = z.object({ exerciseId: z.uuid(), startedAt: z.number().int() })

export const eraseLettersSchema = z.object({ startedAt: z.number().int() })

export const editRetentionSchema = z.object({
  exerciseId: z.uuid(),
  ...seenFields,
  retentionDays: wholeNumber(30, 3650),
})
