import { z } from 'zod'
import { AppError, type FieldError } from './errors'
import { emptyAsNull, lineField } from './text'
import type { Moment } from './time'
import { type ParseContext, parseMoment } from './time-parse'
import { isTimeZone } from './time-zones'

/** A moment as a person typed it, and which of two they mean where the clocks show it twice. */
export type TypedMoment = { text: string; choice: 'earlier' | 'later' | null }

/** One field of a form that takes any notation; the field `…Choice` beside it is asked for only when needed. */
export const momentField = lineField(200)
export const choiceField = emptyAsNull(z.enum(['earlier', 'later'])).default(null)

/** A zone by its IANA name. */
export const zoneField = lineField(64).refine(isTimeZone, 'unknown_zone')

type Read = { ok: true; moment: Moment } | { ok: false; reason: string }

/** What was meant, or the reason why it cannot be said. A skipped time has no choice: no clock ever shows it. */
export function readMoment({ text, choice }: TypedMoment, context: ParseContext): Read {
  const parsed = parseMoment(text, context)
  if (parsed.ok) return parsed
  if (parsed.problem === 'repeated_hour' && choice !== null && parsed.offers) {
    const [earlier, later] = parsed.offers
    return { ok: true, moment: choice === 'earlier' ? earlier : later }
  }
  return { ok: false, reason: parsed.problem }
}

/** All moments of one form. Throws `invalid` with a reason beside each field that is not understood. */
export function readMoments<Field extends string>(
  typed: Record<Field, TypedMoment>,
  context: ParseContext,
): Record<Field, Moment> {
  const moments: Partial<Record<Field, Moment>> = {}
  const fields: Record<string, FieldError> = {}
  for (const field in typed) {
    const read = readMoment(typed[field], context)
    if (read.ok) moments[field] = read.moment
    else fields[field] = { reason: read.reason }
  }
  if (!hasAll(moments, typed)) throw new AppError('invalid', 'check_the_fields', { fields })
  return moments
}

function hasAll<Field extends string>(
  moments: Partial<Record<Field, Moment>>,
  typed: Record<Field, TypedMoment>,
): moments is Record<Field, Moment> {
  for (const field in typed) if (!moments[field]) return false
  return true
}
