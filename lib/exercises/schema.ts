import { z } from 'zod'
import { activityFields, phaseFields } from '@/lib/schedule/schema'
import { codeField, emptyAsNull, lineField, seenFields, textField, tick } from '@/lib/text'
import { choiceField, momentField, zoneField } from '@/lib/time-typed'

export const exerciseStatuses = ['draft', 'planning', 'registration', 'conduct', 'closed'] as const
export type ExerciseStatus = (typeof exerciseStatuses)[number]

/** The Traffic Light Protocol, version 2.0 (FIRST). */
export const tlpLabels = ['red', 'amber_strict', 'amber', 'green', 'clear'] as const
export type Tlp = (typeof tlpLabels)[number]

/** Where and when an exercise is held, as typed: STARTEX is a time on the wall at home. */
const startexFields = { timeZone: zoneField, startex: momentField, startexChoice: choiceField }

const details = {
  name: lineField(200),
  venue: lineField(200),
  tlp: z.enum(tlpLabels, 'required'),
  summary: textField(4000),
  endex: momentField,
  endexChoice: choiceField,
}

/** A series that is already there, or the code and name of a new one. */
export const seriesFields = {
  seriesId: emptyAsNull(z.uuid()).default(null),
  seriesCode: emptyAsNull(codeField).default(null),
  seriesName: emptyAsNull(lineField(200)).default(null),
}

type SeriesFields = { seriesId: string | null; seriesCode: string | null; seriesName: string | null }

/** Without a series that is there, a new one has both. */
export function seriesGiven({ seriesId, seriesCode, seriesName }: SeriesFields, context: z.RefinementCtx) {
  if (seriesId !== null) return
  for (const [path, value] of Object.entries({ seriesCode, seriesName }))
    if (value === null) context.addIssue({ code: 'custom', message: 'required', path: [path] })
}

const withoutRow = z.object({ include: z.literal(false) })
/** A row of the milestone template; unticked, it may hold anything. */
const phaseRow = z.discriminatedUnion('include', [
  withoutRow,
  z.object({ include: z.literal(true), key: z.string().max(60), ...phaseFields }),
])
const activityRow = z.discriminatedUnion('include', [
  withoutRow,
  z.object({ include: z.literal(true), phase: z.string().max(60).default(''), ...activityFields }),
])

export const createExerciseSchema = z
  .object({
    programmeId: z.uuid('required'),
    code: codeField,
    ...details,
    ...startexFields,
    ...seriesFields,
    phases: z.array(phaseRow).max(50, 'too_many').default([]),
    activities: z.array(activityRow).max(150, 'too_many').default([]),
  })
  .superRefine(seriesGiven)

/** Days before a date, typed as a list; none where nobody is to be reminded. */
const daysField = z.preprocess(
  value =>
    typeof value === 'string'
      ? value
          .split(/[\s,;]+/)
          .filter(part => part !== '')
          .map(Number)
      : value,
  z
    .array(z.number('not_a_number').int('not_a_number').min(0, 'reminder_days').max(90, 'reminder_days'))
    .max(6, 'too_many')
    .transform(days => [...new Set(days)].sort((a, b) => b - a)),
)

export const editExerciseSchema = z.object({
  exerciseId: z.uuid(),
  ...seenFields,
  /** the STARTEX that the form showed, as an instant */
  startexAt: z.coerce.number().int(),
  ...details,
  lateRegistration: tick,
  reminderDays: daysField,
})

export const setStatusSchema = z.object({
  exerciseId: z.uuid(),
  from: z.enum(exerciseStatuses),
  to: z.enum(exerciseStatuses),
})
