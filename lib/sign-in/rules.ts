import { type Actor, contactRoles, grantsOf, staffRoles } from '../policy'

/** The same site's path that a person wanted before signing in, or null for anything that could lead elsewhere. */
export function safePath(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 500) return null
  // A browser reads `//host` and `/\host` as another site, and drops tabs and line breaks while reading.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return null
  return /^\/sign-in(?![\w-])/.test(next) ? null : next
}

/** Where somebody begins: staff with their exercises, a point of contact with the delegation, an expert with the own days. */
export function landingPath(actor: Actor): string {
  const held = new Set(grantsOf(actor).map(grant => grant.role))
  if (staffRoles.some(role => held.has(role)) || held.has('observer')) return '/exercises'
  if (contactRoles.some(role => held.has(role))) return '/delegation'
  if (held.has('company_contact')) return '/company'
  return held.has('expert') ? '/me' : '/account'
}
