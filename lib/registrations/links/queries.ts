import { db } from '@/lib/db'
import { endexAt } from '@/lib/exercises/rules'
import type { Actor } from '@/lib/policy'
import { asWhere, registrationRows } from '@/lib/policy-rows'
import { type Instant, instantOf } from '@/lib/time'
import { hashToken } from '@/lib/tokens'
import { linkProblem } from './rules'

/** Who holds a personal link, as an actor that reaches the own registration and nothing else; or why nobody does. */
export async function getLinkHolder(token: string, now: Instant) {
  const found = await db.registrationLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      ...{ id: true, revokedAt: true, openedAt: true, registrationId: true, exerciseId: true },
      createdBy: { select: { name: true } },
      registration: {
        select: {
          ...{ participationId: true, teamId: true, givenName: true, familyName: true },
          exercise: { select: { startexAt: true, endexOffset: true, status: true } },
        },
      },
    },
  })
  if (!found) return { problem: linkProblem(null, now) ?? 'own_link_unknown' }
  const { registration, registrationId, exerciseId } = found
  const { participationId, teamId, exercise } = registration
  const ends = endexAt({ startexAt: instantOf(exercise.startexAt), endexOffset: exercise.endexOffset })
  const revokedAt = found.revokedAt && instantOf(found.revokedAt)
  const problem = linkProblem({ revokedAt, endexAt: ends, status: exercise.status }, now)
  if (problem) return { problem }
  const ids = { exerciseId, participationId, registrationId }
  const holder: Actor = {
    kind: 'link',
    linkId: found.id,
    name: `${registration.familyName} ${registration.givenName}`,
    grants: [{ scope: 'own', role: 'expert', ...ids, teamId, teamKindId: null }],
  }
  return {
    problem: null,
    holder,
    ids,
    askedBy: found.createdBy?.name ?? null,
    opened: found.openedAt !== null,
  }
}

/** The link that a person has, for whoever may read the registration: when it went out, by whom, and whether it was opened. */
export async function getLink(actor: Actor, exerciseId: string, registrationId: string) {
  const found = await db.registrationLink.findFirst({
    where: {
      ...{ exerciseId, registrationId, revokedAt: null },
      registration: asWhere(registrationRows(actor)),
    },
    select: { createdAt: true, openedAt: true, createdBy: { select: { name: true } } },
  })
  if (!found) return null
  return {
    sentAt: instantOf(found.createdAt),
    openedAt: found.openedAt && instantOf(found.openedAt),
    by: found.createdBy?.name ?? null,
  }
}
