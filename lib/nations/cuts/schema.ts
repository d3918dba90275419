import { z } from 'zod'
import { lineField, wholeNumber } from '@/lib/text'

const inDelegation = { exerciseId: z.uuid(), participationId: z.uuid() }

export const cutQuotaSchema = z.object({
  ...inDelegation,
  quotaId: z.uuid(),
  /** places that are left when the cut is done */
  size: wholeNumber(0, 100_000),
  /** the last day for the nation to choose whom, at home */
  cutOn: z.iso.date('not_a_date'),
  cutReason: lineField(500),
})

export const cancelCutSchema = z.object({ ...inDelegation, quotaId: z.uuid() })
