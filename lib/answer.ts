import type { z } from 'zod'
import { asAppError } from './database-errors'
import { AppError, type FieldError, fieldErrorOf, type PublicError } from './errors'
import { describeError, log } from './log'

/** What a caller is told: never thrown, never more than the rule's own words. */
export type Result<Data> = { ok: true; data: Data } | { ok: false; error: PublicError }

/** The input as its schema understands it. Throws `invalid` with a reason beside each field. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw invalid(parsed.error)
}

/** The same of two schemas that read one input; what is wrong by either is told together. */
export function parseBoth<One extends z.ZodType, Other extends z.ZodType>(
  one: One,
  other: Other,
  input: unknown,
): [z.output<One>, z.output<Other>] {
  const [first, second] = [one.safeParse(input), other.safeParse(input)]
  if (first.success && second.success) return [first.data, second.data]
  throw invalid(first.error, second.error)
}

function invalid(...errors: (z.ZodError | undefined)[]): AppError {
  const fields: Record<string, FieldError> = {}
  for (const issue of errors.flatMap(error => error?.issues ?? [])) {
    fields[issue.path.join('.')] ??= fieldErrorOf(issue)
  }
  return new AppError('invalid', 'check_the_fields', { fields })
}

/** A refusal as it is; anything else is a fault of ours, logged and named by a reference. */
export function asKnown(error: unknown, name: string): AppError {
  if (error instanceof AppError) return error
  const known = asAppError(error)
  if (known) return known
  const reference = crypto.randomUUID().slice(0, 8)
  log.error({ action: name, reference, ...describeError(error) }, 'action failed')
  return new AppError('unexpected', 'unexpected', { reference })
}
