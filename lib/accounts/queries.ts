import { db } from '../db'
import type { Actor } from '../policy'
import { dateOf, type Instant, instantOf } from '../time'

/** The own account, null for who is not signed in. */
export async function getOwnAccount(actor: Actor) {
  if (actor.kind !== 'account') return null
  const account = await db.account.findUnique({
    where: { id: actor.accountId },
    select: {
      name: true,
      email: true,
      emailVerified: true,
      locale: true,
      timeZone: true,
      credentials: { where: { providerId: 'credential', password: { not: null } }, select: { id: true } },
    },
  })
  if (!account) return null
  const { credentials, ...rest } = account
  return { ...rest, hasPassword: credentials.length > 0 }
}

/** Where the actor is signed in, newest first. */
export async function listOwnSessions(actor: Actor, now: Instant) {
  if (actor.kind !== 'account') return []
  const rows = await db.session.findMany({
    where: { ownerId: actor.accountId, expiresAt: { gt: dateOf(now) } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true, expiresAt: true, userAgent: true },
  })
  return rows.map(row => ({
    id: row.id,
    since: instantOf(row.createdAt),
    until: instantOf(row.expiresAt),
    device: row.userAgent,
  }))
}
