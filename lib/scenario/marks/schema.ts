import { z } from 'zod'
import { optionalLine, seenFields } from '@/lib/text'
import { choiceField, momentField } from '@/lib/time-typed'
import { speedIn } from './rules'

const inExercise = { exerciseId: z.uuid() }

const details = {
  ...inExercise,
  /** in the exercise: `T+2h`, `D+1 09:00` */
  start: momentField,
  startChoice: choiceField,
  /** in the story: a date and a time, in its zone */
  story: momentField,
  storyChoice: choiceField,
  speed: optionalLine(12)
    .refine(text => speedIn(text) !== null, 'not_a_speed')
    .transform(text => speedIn(text) ?? 1),
}

export const addMarkSchema = z.object(details)
export const editMarkSchema = z.object({ ...details, markId: z.uuid(), ...seenFields })
export const removeMarkSchema = z.object({ ...inExercise, markId: z.uuid() })
