import { z } from 'zod'
import { optionalLine, seenFields } from '@/lib/text'
import { choiceField } from '@/lib/time-typed'

/** When something planned really began and ended, in any notation; empty for what has not happened yet. */
export const noteActualSchema = z.object({
  exerciseId: z.uuid(),
  of: z.enum(['phase', 'activity']),
  id: z.uuid(),
  began: optionalLine(200).default(''),
  beganChoice: choiceField,
  ended: optionalLine(200).default(''),
  endedChoice: choiceField,
  ...seenFields,
})
