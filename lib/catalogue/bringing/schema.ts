import { z } from 'zod'
import { emptyAsNull, optionalLine, wholeNumber } from '@/lib/text'
import { choiceField } from '@/lib/time-typed'
import { leastSpacing, mostSpacing } from './times/rules'

export const bringSchema = z.object({
  exerciseId: z.uuid(),
  entryId: z.uuid(),
  /** which version of it */
  number: wholeNumber(1, 1_000_000),
  /** an existing storyline by id, `new`, or `none` */
  into: z.union([z.uuid(), z.enum(['new', 'none'])]).default('new'),
  /** of a new storyline */
  storyline: optionalLine(200).default(''),
  /** when the first inject is, in any notation; empty where the entry knows no times */
  start: optionalLine(200).default(''),
  startChoice: choiceField,
  spacing: wholeNumber(leastSpacing, mostSpacing).default(100),
  /** what stands here for a name of the entry: by the name's key */
  choices: z.record(z.string().max(40), emptyAsNull(z.uuid())).default({}),
})
export type BringInput = z.output<typeof bringSchema>
