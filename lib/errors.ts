import type { z } from 'zod'

/** What can go wrong, in the few kinds that a caller can act on. `unexpected` is a fault of ours. */
export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'conflict'
  | 'refused'
  | 'unexpected'

/** Values that a message may name: counts, dates already formatted, names. Never free text from an exception. */
export type ErrorParams = Record<string, string | number>

/** One refusal beside one field of the form, in a rule's own literal. */
export type FieldError = { reason: string; params?: ErrorParams }

/** What another person changed since the form was opened: shown beside what was typed. */
export type ConflictDetail = { field: string; theirs: string; by: string | null }

/** The only shape of an error that reaches a browser. */
export type PublicError = {
  code: ErrorCode
  reason: string
  params?: ErrorParams
  fields?: Record<string, FieldError>
  conflicts?: ConflictDetail[]
  /** Names the log entry of an unexpected error. */
  reference?: string
}

type Extra = Omit<PublicError, 'code' | 'reason'>

/** A refusal with a reason: the rule's literal, worded by the component that shows it (`messages/…/errors.json`). */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    readonly extra: Extra = {},
  ) {
    super(`${code}: ${reason}`)
    this.name = 'AppError'
  }
}

/** A rule's refusal that belongs to one field. */
export function fieldRefusal(field: string, reason: string, params?: ErrorParams): AppError {
  const error = params ? { reason, params } : { reason }
  return new AppError('refused', reason, { ...(params ? { params } : {}), fields: { [field]: error } })
}

/** Throws what a `…Problem` rule found, or passes. */
export function refuseIf(problem: string | null, params?: ErrorParams): void {
  if (problem !== null) throw new AppError('refused', problem, params ? { params } : {})
}

export function publicError(error: AppError): PublicError {
  return { code: error.code, reason: error.reason, ...error.extra }
}

/** A schema's own literal (`z.string({ error: 'required' })`, `.refine(…, 'end_before_start')`) or zod's kind of fault. */
export function fieldErrorOf(issue: z.core.$ZodIssue): FieldError {
  const params: ErrorParams = {}
  if ('maximum' in issue) params.maximum = Number(issue.maximum)
  if ('minimum' in issue) params.minimum = Number(issue.minimum)
  const reason = /^[a-z][a-z0-9_]*$/.test(issue.message) ? issue.message : issue.code
  return Object.keys(params).length > 0 ? { reason, params } : { reason }
}
