import { z } from 'zod'
import { lineField, optionalLine, seenFields, textField } from '@/lib/text'

const inExercise = { exerciseId: z.uuid() }
const details = {
  ...inExercise,
  name: lineField(200),
  /** for whom it speaks: a ministry, a newspaper, a hostile group */
  affiliation: optionalLine(200),
  note: textField(2000),
}

export const addPersonaSchema = z.object(details)
export const editPersonaSchema = z.object({ ...details, personaId: z.uuid(), ...seenFields })
export const removePersonaSchema = z.object({ ...inExercise, personaId: z.uuid() })
