import { db, sql } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { instantOf } from '@/lib/time'
import { placeInLine } from '../queries'

/** The actor's own registrations, whatever has become of them, the next STARTEX first. Drafts are the delegation's own
 * affair until it submits them. One's own by the account, not by a grant: a declined person has none. */
export async function listOwnRegistrations(actor: Actor) {
  if (actor.kind !== 'account') return []
  const found = await db.registration.findMany({
    where: { person: { accountId: actor.accountId }, state: { not: 'draft' } },
    select: {
      id: true,
      state: true,
      stateAt: true,
      givenName: true,
      familyName: true,
      presence: true,
      homeTimeZone: true,
      role: { select: { name: true } },
      team: { select: { id: true, name: true, kind: { select: { colour: true } } } },
      site: { select: { name: true, place: true, remote: true } },
      exercise: {
        select: {
          id: true,
          code: true,
          name: true,
          venue: true,
          timeZone: true,
          startexAt: true,
          endexOffset: true,
        },
      },
    },
    orderBy: [{ exercise: { startexAt: 'asc' } }, { id: 'asc' }],
  })
  const places = await placesInLine(found.filter(({ state }) => state === 'waitlisted').map(({ id }) => id))
  return found.map(({ stateAt, exercise: { startexAt, ...exercise }, ...own }) => ({
    ...own,
    /** the place on the delegation's waiting list, from 1; null for whoever does not wait */
    waiting: places.get(own.id) ?? null,
    stateAt: instantOf(stateAt),
    exercise: { ...exercise, startexAt: instantOf(startexAt) },
  }))
}
/** Who speaks for the delegation of one's own registration, the point of contact first. */
export async function listOwnContacts(actor: Actor, registrationId: string) {
  if (actor.kind !== 'account') return []
  const mine = { some: { id: registrationId, person: { accountId: actor.accountId } } }
  const rows = await db.membership.findMany({
    where: {
      role: { in: ['point_of_contact', 'deputy_contact'] },
      companyId: null,
      participation: { registrations: mine },
    },
    select: { id: true, role: true, account: { select: { name: true, email: true } } },
    orderBy: [{ role: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, role, account }) =>
    role === 'point_of_contact' || role === 'deputy_contact' ? [{ id, role, ...account }] : [],
  )
}

type Place = { position: number; of: number }

async function placesInLine(ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.unsafe<{ id: string; waiting: Place }[]>(
    `SELECT r."id", ${placeInLine} AS "waiting" FROM "Registration" r WHERE r."id" = ANY($1::uuid[])`,
    [[...ids]],
  )
  return new Map(rows.map(({ id, waiting }) => [id, waiting]))
}

export type OwnRegistration = Awaited<ReturnType<typeof listOwnRegistrations>>[number]
