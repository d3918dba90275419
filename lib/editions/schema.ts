import { z } from 'zod'
import { codeField, lineField } from '@/lib/text'
import { choiceField, momentField } from '@/lib/time-typed'

export const cloneExerciseSchema = z.object({
  programmeId: z.uuid(),
  /** the edition that is taken over */
  fromId: z.uuid(),
  code: codeField,
  name: lineField(200),
  startex: momentField,
  startexChoice: choiceField,
})
