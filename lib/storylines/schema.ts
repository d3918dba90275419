import { z } from 'zod'
import { emptyAsNull, lineField, seenFields, textField } from '@/lib/text'

const inExercise = { exerciseId: z.uuid() }
const details = { ...inExercise, name: lineField(200), summary: textField(4000) }
const one = { ...inExercise, storylineId: z.uuid() }

export const addStorylineSchema = z.object(details)
export const editStorylineSchema = z.object({ ...details, ...one, ...seenFields })
export const moveStorylineSchema = z.object({ ...one, direction: z.enum(['up', 'down']) })
export const removeStorylineSchema = z.object({
  ...one,
  /** where its injects go: another storyline, or none; not said, it must have none */
  injectsTo: emptyAsNull(z.union([z.literal('none'), z.uuid()])).default(null),
})
