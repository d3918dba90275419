import { db } from '../db'
import { type Actor, can } from '../policy'
import { type Instant, instantOf } from '../time'
import { invitationState, invitationUse } from './rules'

const uses = { expiresAt: true, revokedAt: true, used: true, maxUses: true } as const

/** The invitations to an exercise's staff, or to one of its delegations, newest first; none to whom they are no business of. */
export async function listInvitations(
  actor: Actor,
  { exerciseId, participationId = null }: { exerciseId: string; participationId?: string | null },
  now: Instant,
) {
  const allowed = can(actor, participationId === null ? 'member.edit' : 'nation.edit', { exerciseId })
  if (!allowed) return []
  const rows = await db.invitation.findMany({
    where: { exerciseId, participationId },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: {
      id: true,
      role: true,
      email: true,
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
      by: row.createdBy?.name ?? null,
      madeAt: instantOf(row.createdAt),
      state: invitationState(use, now),
      ...use,
    }
  })
}
