import { z } from 'zod'
import { lineField, seenFields } from '@/lib/text'
import { audiences, choicesIn, columnKinds, isOfChoices } from './rules'
import { isColumnSet } from './sets/rules'

const inExercise = { exerciseId: z.uuid() }
const one = { ...inExercise, columnId: z.uuid() }

const details = {
  ...inExercise,
  name: lineField(120),
  kind: z.enum(columnKinds, 'required'),
  choices: z.preprocess(
    value => (typeof value === 'string' ? choicesIn(value) : (value ?? [])),
    z.array(lineField(120)).max(100, 'too_many'),
  ),
  audience: z.enum(audiences, 'required'),
}

type Form = { kind: (typeof columnKinds)[number]; choices: readonly string[] }
const enough = ({ kind, choices }: Form) => !isOfChoices(kind) || choices.length >= 2
const tooFew = { path: ['choices'], error: 'two_options' }

export const addColumnSchema = z.object(details).refine(enough, tooFew)
export const editColumnSchema = z.object({ ...details, ...one, ...seenFields }).refine(enough, tooFew)
export const moveColumnSchema = z.object({ ...one, direction: z.enum(['up', 'down']) })
export const removeColumnSchema = z.object(one)
export const addColumnSetSchema = z.object({
  ...inExercise,
  set: z.string().refine(isColumnSet, 'required'),
})
