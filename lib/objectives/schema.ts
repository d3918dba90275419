import { z } from 'zod'
import { emptyAsNull, lineField, optionalLine, seenFields, wholeNumber } from '@/lib/text'
import { criteriaIn } from './rules'

const inExercise = { exerciseId: z.uuid() }

const criteria = z.preprocess(
  value => (typeof value === 'string' ? criteriaIn(value) : (value ?? [])),
  z.array(lineField(500)).max(30, 'too_many'),
)

const details = {
  ...inExercise,
  parentId: emptyAsNull(z.uuid()).default(null),
  title: lineField(300),
  criteria,
  leastInjects: wholeNumber(0, 10_000),
}
const one = { ...inExercise, objectiveId: z.uuid() }

/** Without a number it gets the next one below its parent. */
export const addObjectiveSchema = z.object({ ...details, number: optionalLine(20).default('') })
export const editObjectiveSchema = z.object({ ...details, ...one, number: lineField(20), ...seenFields })
export const moveObjectiveSchema = z.object({ ...one, direction: z.enum(['up', 'down']) })
export const removeObjectiveSchema = z.object(one)
