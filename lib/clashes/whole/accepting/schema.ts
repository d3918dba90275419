import { z } from 'zod'
import { lineField } from '@/lib/text'

const clash = { exerciseId: z.uuid(), key: lineField(300) }

export const acceptClashSchema = z.object({
  ...clash,
  /** of the clash that was read */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  reason: lineField(500),
})

export const reopenClashSchema = z.object(clash)
