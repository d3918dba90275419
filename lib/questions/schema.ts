import { z } from 'zod'
import { emptyAsNull, lineField, optionalLine, seenFields, tick } from '@/lib/text'
import { longestOption, mostOptions, optionsIn, questionKinds } from './rules'

const inExercise = { exerciseId: z.uuid() }

/** One option a line, as people paste them; the same twice counts once. */
const optionsField = z.preprocess(
  value => (typeof value === 'string' ? optionsIn(value) : (value ?? [])),
  z.array(lineField(longestOption)).max(mostOptions, 'too_many'),
)

const ids = z.array(z.uuid()).max(200, 'too_many').default([])

const details = {
  ...inExercise,
  wording: lineField(300),
  help: optionalLine(500),
  required: tick,
  options: optionsField,
  /** asked only of these; of everybody where none is named */
  roleIds: ids,
  siteIds: ids,
}

export const addQuestionSchema = z
  .object({ ...details, kind: z.enum(questionKinds, 'required') })
  .refine(question => question.kind !== 'choice' || question.options.length >= 2, {
    path: ['options'],
    error: 'two_options',
  })

export const editQuestionSchema = z.object({
  ...details,
  questionId: z.uuid(),
  ...seenFields,
  /** not sent where people have answered: the kind is fixed then */
  kind: emptyAsNull(z.enum(questionKinds)).default(null),
})

export const moveQuestionSchema = z.object({
  ...inExercise,
  questionId: z.uuid(),
  direction: z.enum(['up', 'down']),
})

export const removeQuestionSchema = z.object({ ...inExercise, questionId: z.uuid() })

/** Answers by their question, as a form sends them; what is not sent stays as it is. */
export const answersField = z.record(z.uuid(), z.string().max(4000, 'too_long').nullable()).default({})
