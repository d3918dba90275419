import { db } from '../db'
import type { Actor } from '../policy'
import { type Instant, instantOf } from '../time'
import { invitationState, invitationUse, mayRevoke } from './rules'

const uses = { expiresAt: true, revokedAt: true, used: true, maxUses: true } as const

/** What invitations are to; to the whole platform where nothing is named. */
export type InvitedTo = { programmeId?: string; exerciseId?: string; participationId?: string }

/** The invitations to exactly this, newest first; none to whom they are no business of. */
export async function listInvitations(actor: Actor, to: InvitedTo, now: Instant) {
  if (!mayRevoke(actor, to)) return []
  const { programmeId = null, exerciseId = null, participationId = null } = to
  const rows = await db.invitation.findMany({
    where: { programmeId, exerciseId, participationId },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: {
      id: true,
      role: true,
      email: true,
      company: { select: { name: true } },
      createdAt: true,
      createdBy: { select: { name: true } },
      ...uses,
    },
  })
  return rows.map(row => {
    const use = invitationUse(row)
    return {
      invitationId: row.id,
      role: row.role,
      email: row.email,
      company: row.company?.name ?? null,
      by: row.createdBy?.name ?? null,
      madeAt: instantOf(row.createdAt),
      state: invitationState(use, now),
      ...use,
    }
  })
}
