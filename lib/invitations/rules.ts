import { type Actor, can, grantsOf } from '../policy'
import { type Instant, instantOf } from '../time'

/** How long a link stays open. */
export const invitationDays = 14

/** What decides whether a link still lets anybody in; instants. */
export type InvitationUse = { expiresAt: Instant; revokedAt: Instant | null; used: number; maxUses: number }

type UseColumns = { expiresAt: Date; revokedAt: Date | null; used: number; maxUses: number }

export function invitationUse({ expiresAt, revokedAt, used, maxUses }: UseColumns): InvitationUse {
  return {
    used,
    maxUses,
    expiresAt: instantOf(expiresAt),
    revokedAt: revokedAt === null ? null : instantOf(revokedAt),
  }
}

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired'

export function invitationState(invitation: InvitationUse, now: Instant): InvitationState {
  if (invitation.revokedAt !== null) return 'revoked'
  if (invitation.used >= invitation.maxUses) return 'used'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}

/** Why a link lets nobody in any more, or null. */
export function invitationProblem(invitation: InvitationUse | null, now: Instant): string | null {
  if (invitation === null) return 'invitation_unknown'
  const state = invitationState(invitation, now)
  return state === 'open' ? null : `invitation_${state}`
}

/** Only administrators make administrators: a director of a programme would rise by inviting himself. */
export function mayGiveProgrammeRole(actor: Actor, programmeId: string, role: string): boolean {
  if (!can(actor, 'programme.edit', { programmeId })) return false
  if (role !== 'administrator' || actor.kind === 'job') return true
  return grantsOf(actor).some(
    grant =>
      grant.role === 'administrator' &&
      (grant.scope === 'platform' || (grant.scope === 'programme' && grant.programmeId === programmeId)),
  )
}

type Reach = {
  programmeId?: string | undefined
  exerciseId?: string | undefined
  participationId?: string | undefined
}

/** Whoever may invite to something may take such an invitation back. */
export function mayRevoke(actor: Actor, { programmeId, exerciseId, participationId }: Reach): boolean {
  if (exerciseId !== undefined) {
    return participationId === undefined
      ? can(actor, 'member.edit', { exerciseId })
      : can(actor, 'contact.edit', { exerciseId, participationId })
  }
  if (programmeId !== undefined) return can(actor, 'programme.edit', { programmeId })
  return can(actor, 'platform.administer', {})
}
