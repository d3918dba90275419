import { z } from 'zod'
import { columnsLimit, peopleLimit, rosterFields } from '@/lib/rosters/fields/schema'
import { explainedKinds } from '@/lib/rosters/rows/rules'
import { emptyAsNull, lineField, optionalLine } from '@/lib/text'
import { nomineeSchema } from '../schema'

const inRoster = { exerciseId: z.uuid(), participationId: z.uuid(), rosterId: z.uuid() }

/** A part fits into the body of one action (`longestBody` of lib/content-policy.ts) with room for long names. */
export const part = { rows: 500, bytes: 220 * 1024, most: 64 } as const

/** Words that a delegation may have explained in one import. */
const mostWords = 200

/** A person and the row of the file, from 1, in which they stand. */
const rowSchema = nomineeSchema.extend({ line: z.int().min(1).max(100_000) })

export const stageRosterSchema = z.object({
  ...inRoster,
  part: z
    .int()
    .min(0)
    .max(part.most - 1),
  rows: z.array(rowSchema).min(1, 'choose_people').max(part.rows, 'too_many'),
})

export const addRosterSchema = z.object({
  ...inRoster,
  /** what was sent before: nothing is added while some of it is missing */
  parts: z.int().min(1).max(part.most),
  people: z.int().min(1, 'choose_people').max(peopleLimit, 'too_many'),
  /** takes their places at once, instead of leaving them drafts */
  submit: z.boolean().default(false),
  lateReason: emptyAsNull(lineField(500)),
  /** what the delegation's headings and names mean, to be known next time */
  columns: z
    .array(z.object({ heading: optionalLine(200), field: z.enum(rosterFields).nullable() }))
    .max(columnsLimit)
    .default([]),
  explanations: z
    .array(
      z.object({
        kind: z.enum(explainedKinds),
        word: lineField(200),
        meaning: z.union([z.uuid(), z.literal('')]),
      }),
    )
    .max(mostWords)
    .default([]),
})
export type RosterWords = Pick<z.output<typeof addRosterSchema>, 'columns' | 'explanations'>

export const dropRosterSchema = z.object(inRoster)
