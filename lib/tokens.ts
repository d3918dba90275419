import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env'

/** What a link carries and only its holder knows: 256 random bits, safe in a path. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token. A plain digest suffices: nobody guesses 256 bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * A token as it goes out by mail. Whoever made the link saw the token but never the seal, so the seal proves that its
 * bearer reads that mailbox.
 */
export function sealToken(token: string): string {
  return `${token}.${sealOf(token)}`
}

/** Takes the two apart; `sealed` is false for a missing or wrong seal. */
export function openToken(given: string): { token: string; sealed: boolean } {
  const [token = '', seal = ''] = given.split('.')
  const expected = Buffer.from(sealOf(token))
  const actual = Buffer.from(seal)
  return { token, sealed: actual.length === expected.length && timingSafeEqual(actual, expected) }
}

function sealOf(token: string): string {
  return createHmac('sha256', env.authSecret).update(`by mail: ${token}`).digest('base64url').slice(0, 22)
}
