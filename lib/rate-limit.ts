import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { unknownAddress } from './client-address'
import { sql } from './db'
import { AppError } from './errors'

/** Attempts within so many minutes. By e-mail they slow guessing one password, by address trying many people. */
const limits = {
  password_by_email: { points: 10, minutes: 15 },
  password_by_address: { points: 60, minutes: 15 },
  link_by_email: { points: 5, minutes: 60 },
  // A whole training hall may sit behind one address.
  link_by_address: { points: 300, minutes: 60 },
  link_use_by_address: { points: 60, minutes: 15 },
  invitation_by_address: { points: 60, minutes: 15 },
  own_link_by_address: { points: 60, minutes: 15 },
  // Each writes a letter to whatever address is typed in.
  sign_up_by_link: { points: 100, minutes: 60 },
  password_change_by_account: { points: 10, minutes: 15 },
} as const
export type Attempt = keyof typeof limits

/** Where addresses cannot be told apart, everybody shares one: it must hold a whole exercise's morning. */
const sharedFactor = 25

// rate-limiter-flexible speaks pg's dialect; its statements run on the pool that no transaction of ours holds.
const storeClient = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const rows = await sql.unsafe(text, values, { prepare: true })
    return { rows, rowCount: rows.count }
  },
}

const limiters = new Map<string, RateLimiterPostgres>()

function limiterOf(attempt: Attempt, factor: number): RateLimiterPostgres {
  const key = `${attempt}:${factor}`
  const known = limiters.get(key)
  if (known) return known
  const { points, minutes } = limits[attempt]
  const made = new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: attempt,
    points: points * factor,
    duration: minutes * 60,
  })
  limiters.set(key, made)
  return made
}

/** Counts one attempt, in the database and apart from any transaction. Throws `too_many_attempts` past the limit. */
export async function countAttempt(attempt: Attempt, subject: string): Promise<void> {
  try {
    await limiterOf(attempt, subject === unknownAddress ? sharedFactor : 1).consume(keyOf(subject))
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000))
    throw new AppError('refused', 'too_many_attempts', { params: { minutes } })
  }
}

/** After a success: what went well is no guess, and a hall full of people behind one address may come in. */
export async function forgiveAttempt(attempt: Attempt, subject: string): Promise<void> {
  await limiterOf(attempt, subject === unknownAddress ? sharedFactor : 1).reward(keyOf(subject))
}

/** After a success: the next wrong try begins anew. */
export async function forgetAttempts(attempt: Attempt, subject: string): Promise<void> {
  await limiterOf(attempt, 1).delete(keyOf(subject))
}

/** Neither addresses nor e-mails are kept, only what recognises them. */
function keyOf(subject: string): string {
  return createHash('sha256').update(subject.toLowerCase()).digest('base64url').slice(0, 32)
}
