import { z } from 'zod'
import { optionalLine, textField } from '@/lib/text'
import { type InjectField, injectFields, injectStates } from './rules'

const exercise = { exerciseId: z.uuid() }

const fieldSchema = z.custom<InjectField>(
  field =>
    typeof field === 'string' &&
    (injectFields.some(known => known === field) || /^column:[0-9a-f-]{36}$/.test(field)),
  'invalid',
)

/** Looser than any field: what a field may hold, `judgeEdit` says beside each edit. */
const valueSchema = z.union([
  z.string().max(20_000),
  z.number(),
  z.null(),
  z.array(z.string().max(4000)).max(500),
])

const injectIds = z.array(z.uuid()).min(1).max(2000)

export const editInjectsSchema = z.object({
  ...exercise,
  /** words alone: what was approved stays approved */
  editorial: z.boolean().default(false),
  /** `seen` is what the person saw there, so that nobody's word is overwritten unseen */
  edits: z
    .array(z.object({ injectId: z.uuid(), field: fieldSchema, seen: valueSchema, value: valueSchema }))
    .min(1)
    .max(2000),
})

/** A serial as planners write them; one that is given is kept for good. */
const serialField = optionalLine(40).pipe(z.string().regex(/^[^\s,][^,]*$/, 'serial_form'))

/** What the file that an inject came from called it and said besides: goes back with an export. */
export const foreignSchema = z.object({
  format: z.string().max(40),
  id: z.string().max(200).nullable(),
  fields: z.record(z.string().max(200), z.string().max(20_000)),
})

export const addInjectsSchema = z.object({
  ...exercise,
  injects: z
    .array(
      z.object({
        storylineId: z.uuid().nullable().default(null),
        incidentId: z.uuid().nullable().default(null),
        serial: serialField.optional(),
        foreign: foreignSchema.nullable().default(null),
        values: z
          .array(z.object({ field: fieldSchema, value: valueSchema }))
          .max(100)
          .default([]),
      }),
    )
    .min(1)
    .max(500),
})

export const removeInjectsSchema = z.object({
  ...exercise,
  injectIds,
  /** also where others wait for them, which then wait no longer */
  evenIfAwaited: z.boolean().default(false),
})

export const duplicateInjectsSchema = z.object({ ...exercise, injectIds })

export const setInjectStateSchema = z.object({
  ...exercise,
  injectIds,
  state: z.enum(injectStates),
  /** why it goes back: asked for where it does */
  reason: textField(500).default(''),
})
