import { AppError } from './errors'

/** SQLSTATE and constraint of a failed statement, from whichever driver raised it. */
type DatabaseFault = { state: string; constraint: string | null; message: string | null }

const prismaStates: Record<string, string> = { P2002: '23505', P2003: '23503', P2034: '40001' }

/**
 * What a database refusal means to the caller, or null where it is a fault of ours. Constraints named
 * `<table>_<field>_taken` are the only place where uniqueness is said: their name is the reason. A missing
 * foreign row is *not found*: the composite keys refuse rows of another exercise.
 */
export function asAppError(error: unknown): AppError | null {
  const fault = faultOf(error)
  if (fault === null) return null
  const name = fault.constraint ?? ''
  if (fault.state === '23505' && name.endsWith('_taken')) {
    const field = name.slice(0, -'_taken'.length).split('_').at(-1) ?? name
    return new AppError('refused', name, { fields: { [field]: { reason: name } } })
  }
  if (fault.state === '23503' || fault.state === '23001') {
    // Up to Postgres 17 one state speaks of a missing parent and of a parent that still has children; 18 has two.
    const inUse = fault.message?.startsWith('update or delete') ?? false
    return inUse ? new AppError('refused', 'still_in_use') : new AppError('not_found', 'not_found')
  }
  if (fault.state === '23514' && name === 'registration_erased') return new AppError('refused', name)
  if (fault.state === 'P2025') return new AppError('not_found', 'not_found')
  if (fault.state === '22001') return new AppError('invalid', 'too_long')
  return null
}

/** True where the database gave up on this transaction for another's sake: trying again is safe. */
export function isRetryable(error: unknown): boolean {
  const fault = faultOf(error)
  // Prisma loses the code of a conflict found at COMMIT, but not its words.
  if (fault === null)
    return error instanceof Error && /could not serialize|deadlock detected/.test(error.message)
  return fault.state === '40001' || fault.state === '40P01'
}

/** What a transaction throws that began with facts which others changed before it had its locks. */
export function tryAgain(why: string): Error {
  return Object.assign(new Error(why), { code: '40001' })
}

function faultOf(error: unknown): DatabaseFault | null {
  if (!(error instanceof Error)) return null
  const code = text(error, 'code')
  if (code === null) return null
  if (!code.startsWith('P'))
    return {
      state: code,
      constraint: text(error, 'constraint_name') ?? text(error, 'constraint'),
      message: error.message,
    }
  if (code === 'P2025') return { state: code, constraint: null, message: null }
  const cause = path(error, 'meta', 'driverAdapterError', 'cause')
  const state = text(cause, 'originalCode') ?? prismaStates[code]
  if (state === undefined) return null
  return {
    state,
    constraint: text(path(cause, 'constraint'), 'index') ?? constraintIn(text(cause, 'originalMessage')),
    message: text(cause, 'originalMessage'),
  }
}

/** Raw queries keep only the words of the server: the constraint stands quoted in them. */
function constraintIn(message: string | null): string | null {
  return message === null ? null : (/constraint "([a-z_A-Z]+)"/.exec(message)?.[1] ?? null)
}

function path(value: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}

function text(value: unknown, key: string): string | null {
  const found = path(value, key)
  return typeof found === 'string' ? found : null
}
