import pino from 'pino'
import { env } from './env'

/** Structured lines for machines. Ids and codes only: no names, no addresses, no values of a row. */
export const log = pino({ level: env.logLevel, base: null })

/** What of an exception may be written down: its kind and where it came from. Messages of the database quote
 * values of rows, so they stay out. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = (error.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at '))
  return {
    kind: error.name,
    code: 'code' in error ? error.code : undefined,
    frames: frames.slice(0, 12).map(line => line.trim()),
  }
}
