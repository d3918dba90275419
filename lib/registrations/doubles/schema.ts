import { z } from 'zod'
import { emptyAsNull, lineField } from '@/lib/text'

const pair = { exerciseId: z.uuid(), registrationId: z.uuid(), otherId: z.uuid() }

export const decideDoubleSchema = z.object({
  ...pair,
  verdict: z.enum(['same', 'different', 'accepted'], 'required'),
  /** the registration that stays, where both are one person's */
  keptId: emptyAsNull(z.uuid()).default(null),
  /** of the evidence that was read */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  reason: lineField(500),
})

export const reopenDoubleSchema = z.object(pair)
