import { partnerName } from '../countries/rules'
import { db } from '../db'
import { invitationProblem, invitationUse } from '../invitations/rules'
import { type Instant, instantOf } from '../time'
import { hashToken, openToken } from '../tokens'

/** What the bearer of a link is invited to, in the words of the page; `problem` says why it lets nobody in. */
export async function getInvitation(given: string, locale: string, now: Instant) {
  const { token, sealed } = openToken(given)
  const row = await db.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      email: true,
      role: true,
      createdBy: { select: { name: true } },
      exercise: { select: { code: true, name: true, timeZone: true } },
      programme: { select: { name: true, timeZone: true } },
      company: { select: { name: true } },
      participation: { select: { partner: { select: { kind: true, code: true, name: true } } } },
      expiresAt: true,
      revokedAt: true,
      used: true,
      maxUses: true,
    },
  })
  const problem = invitationProblem(row && invitationUse(row), now)
  if (row === null || problem !== null) return { problem: problem ?? 'invitation_unknown' }
  const known =
    row.email === null
      ? null
      : await db.account.findUnique({ where: { email: row.email }, select: { id: true } })
  return {
    problem: null,
    role: row.role,
    email: row.email,
    /** The address is proven by having read the letter. */
    sealed: sealed && row.email !== null,
    hasAccount: known !== null,
    inviter: row.createdBy?.name ?? null,
    exercise: row.exercise,
    programme: row.programme,
    company: row.company?.name ?? null,
    nation: row.participation === null ? null : partnerName(row.participation.partner, locale),
    expiresAt: instantOf(row.expiresAt),
    timeZone: row.exercise?.timeZone ?? row.programme?.timeZone ?? 'UTC',
  }
}
