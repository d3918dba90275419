import type { Instant } from '../time'

/** Characters of a password. Length is what counts (NIST SP 800-63B); the most bounds the work of hashing. */
export const passwordLength = { least: 12, most: 128 } as const

/** Why a password will not do, or null. `email` is null where it is not known yet. */
export function passwordProblem(password: string, email: string | null): string | null {
  if (password.length < passwordLength.least) return 'password_too_short'
  if (password.length > passwordLength.most) return 'password_too_long'
  const plain = password.toLowerCase()
  const mailbox = email?.toLowerCase().split('@')[0] ?? ''
  if (mailbox.length > 5 && plain.includes(mailbox)) return 'password_is_address'
  return new Set(plain).size < 5 ? 'password_too_simple' : null
}

/** How long after signing in a password may be replaced without the former one: whoever forgot it comes by e-mail link. */
const freshMinutes = 15

/** Whether the former password has to be given: an open browser left alone must not hand the account over. */
export function needsCurrentPassword(hasPassword: boolean, since: Instant, now: Instant): boolean {
  return hasPassword && now - since > freshMinutes * 60_000
}

const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** What a person recognises the own device by; null where the browser does not tell. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const find = (list: readonly (readonly [string, string])[]) =>
    list.find(([sign]) => userAgent?.includes(sign))?.[1] ?? null
  const browser = find(browsers)
  const system = find(systems)
  return browser === null || system === null ? null : { browser, system }
}
