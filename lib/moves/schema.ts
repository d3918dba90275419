import { z } from 'zod'
import { lineField, optionalLine, tick } from '@/lib/text'
import { momentLimits } from '@/lib/time'
import { epochDayOrNull } from '@/lib/time-calendar'
import { choiceField, momentField, zoneField } from '@/lib/time-typed'

/** Most that are moved by hand at once; a whole operation has no such limit. */
const mostItems = 2000

const movableKinds = ['phase', 'activity', 'inject', 'shift'] as const
export type MovableKind = (typeof movableKinds)[number]

const itemSchema = z.object({ kind: z.enum(movableKinds), id: z.uuid() })
export type MovedItem = z.output<typeof itemSchema>

const items = z.array(itemSchema).min(1, 'required').max(mostItems, 'too_many')

/** An instant, in epoch milliseconds. */
const instant = z.coerce
  .number('required')
  .int('moment_form')
  .min(momentLimits.earliest, 'out_of_range')
  .max(momentLimits.latest, 'out_of_range')

/** How far, in seconds: whole days keep the wall time, everything else is time that passes. */
const bySeconds = z.coerce
  .number('required')
  .int('not_a_number')
  .min(-momentLimits.offset, 'out_of_range')
  .max(momentLimits.offset, 'out_of_range')

const date = z
  .string('required')
  .trim()
  .refine(text => epochDayOrNull(text) !== null, 'no_such_day')

/** Where something is pinned (a fixed moment), a whole operation leaves it, unless told otherwise. */
const withPinned = tick

/**
 * What a planner asks for, as JSON. `items`: dragged, alone or several; `pinTo` is where the first of them begins, to the
 * millisecond, and then `bySeconds` does not count. `edge`: one end of a bar. `duplicate`: the same once more, that much
 * later. `slide_phase`: a phase with all that is in it. `slip_startex`: as typed. `stretch_day`: a day of play lasts
 * longer. `skip_weekend`: what falls on Saturdays and Sundays from one date to another goes to the Monday after.
 * `home_zone`: the exercise is at home elsewhere; either the times on the wall stay, or the instants do.
 */
export const operationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('items'), items, bySeconds, pinTo: instant.optional() }),
  z.object({ kind: z.literal('edge'), item: itemSchema, edge: z.enum(['start', 'end']), at: instant }),
  z.object({ kind: z.literal('duplicate'), items: items.max(200, 'too_many'), bySeconds }),
  z.object({ kind: z.literal('slide_phase'), phaseId: z.uuid('required'), bySeconds, withPinned }),
  z.object({
    kind: z.literal('slip_startex'),
    startex: momentField,
    startexChoice: choiceField,
    /** what has already taken place stays where it was, as fixed moments */
    keepPast: tick,
  }),
  z.object({ kind: z.literal('stretch_day'), on: date, bySeconds, withPinned }),
  z.object({ kind: z.literal('skip_weekend'), from: date, to: date, withPinned }),
  z.object({ kind: z.literal('home_zone'), timeZone: zoneField, keep: z.enum(['walls', 'instants']) }),
])
export type Operation = z.output<typeof operationSchema>
export type OperationKind = Operation['kind']

/** Operations on a whole stretch of the plan, which always have a reason. */
export const wholeKinds = [
  'slide_phase',
  'slip_startex',
  'stretch_day',
  'skip_weekend',
  'home_zone',
] as const satisfies readonly OperationKind[]

export type WholeKind = (typeof wholeKinds)[number]

export const isWhole = (kind: OperationKind): boolean => wholeKinds.some(whole => whole === kind)

export const applyMoveSchema = z
  .object({
    exerciseId: z.uuid(),
    operation: operationSchema,
    /** what the preview showed (`Preview.seen`): whoever moves from another plan is told first */
    seen: lineField(4000),
    reason: optionalLine(500).default(''),
    /** those affected get a letter */
    tell: tick,
    /** approved injects stay approved: the time is all that changes */
    editorial: tick,
  })
  .superRefine(({ operation, reason }, context) => {
    if (isWhole(operation.kind) && reason === '')
      context.addIssue({ code: 'custom', message: 'required', path: ['reason'] })
  })

export const undoMoveSchema = z.object({ exerciseId: z.uuid(), changeId: z.uuid() })
