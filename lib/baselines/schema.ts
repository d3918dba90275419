import { z } from 'zod'
import { emptyAsNull, lineField, textField } from '@/lib/text'

export const addBaselineSchema = z.object({
  exerciseId: z.uuid(),
  name: lineField(120),
  note: textField(2000).default(''),
})

export const removeBaselineSchema = z.object({ exerciseId: z.uuid(), baselineId: z.uuid() })

/** The moment to go back to: a baseline, or an instant in milliseconds. */
const momentFields = {
  baselineId: emptyAsNull(z.uuid()).default(null),
  at: z.number().int().min(0).nullable().default(null),
}
const hasOne = ({ baselineId, at }: { baselineId: string | null; at: number | null }) =>
  (baselineId === null) !== (at === null)

export const rollBackSchema = z
  .object({ exerciseId: z.uuid(), reason: lineField(500), ...momentFields })
  .refine(hasOne, 'no_moment')

export const restoreInjectSchema = z
  .object({ exerciseId: z.uuid(), injectId: z.uuid(), ...momentFields })
  .refine(hasOne, 'no_moment')
