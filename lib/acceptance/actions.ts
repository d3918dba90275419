'use server'

import { hashPassword } from 'better-auth/crypto'
import { z } from 'zod'
import { passwordProblem } from '../accounts/rules'
import { type Definition, execute, type Write } from '../action'
import { auth } from '../auth'
import { clientAddress } from '../client-address'
import type { Tx } from '../db'
import { entrance } from '../entry'
import { AppError, fieldRefusal, refuseIf } from '../errors'
import { invitationProblem, invitationUse } from '../invitations/rules'
import type { Locale } from '../locale'
import { linkPeople } from '../people-links'
import type { ContactRole } from '../policy'
import { countAttempt, forgiveAttempt } from '../rate-limit'
import { loadActor } from '../session'
import { landingPath } from '../sign-in/rules'
import { dateOf } from '../time'
import { hashToken, openToken } from '../tokens'
import { acceptInvitationSchema } from './schema'

/** Accepts as who is signed in, or opens an account and signs it in. */
export const acceptInvitation = entrance({
  name: 'invitation.accept',
  input: acceptInvitationSchema,
  async run(
    { headers, actor, locale, now },
    { token: given, requestId, name, email = null, password = null },
  ) {
    const address = clientAddress(headers)
    await countAttempt('invitation_by_address', address)
    const { token, sealed } = openToken(given)
    const isVisitor = actor.kind !== 'account'
    const input = {
      // A newcomer's answer leads to a session: nobody else may ask for it again by its id.
      ...(requestId && !isVisitor ? { requestId } : {}),
      tokenHash: hashToken(token),
      newcomer: isVisitor
        ? { name: name ?? null, email, locale, sealed, hash: await hashOf(password, email) }
        : null,
    }
    const result = await execute(useInvitation, actor, input, now)
    if (!result.ok) throw new AppError(result.error.code, result.error.reason, result.error)
    await forgiveAttempt('invitation_by_address', address)
    const { accountId } = result.data
    if (isVisitor) await auth().api.openSession({ body: { accountId }, headers })
    return { accountId, goTo: landingPath(await loadActor(accountId)) }
  },
  goTo: data => data.goTo,
  stale: 'none',
})

async function hashOf(password: string | null, email: string | null): Promise<string | null> {
  if (password === null) return null
  const problem = passwordProblem(password, email)
  if (problem) throw fieldRefusal('password', problem)
  return hashPassword(password)
}

const useInvitationSchema = z.object({
  tokenHash: z.string().length(64),
  newcomer: z
    .object({
      name: z.string().nullable(),
      email: z.string().nullable(),
      locale: z.enum(['en', 'fr']),
      sealed: z.boolean(),
      hash: z.string().nullable(),
    })
    .nullable(),
})
type Newcomer = NonNullable<z.output<typeof useInvitationSchema>['newcomer']>

/** Apart from `acceptInvitation`, so that no transaction waits for the hashing. The token is the permission. */
const useInvitation: Definition<typeof useInvitationSchema, Accepted> = {
  name: 'invitation.accept',
  input: useInvitationSchema,
  may: actor => actor.kind === 'account' || actor.kind === 'visitor',
  async run(write, { tokenHash, newcomer }) {
    const { tx, actor } = write
    const invitation = await tx.invitation.findUnique({ where: { tokenHash } })
    if (invitation && actor.kind === 'account' && (await isMember(tx, invitation, actor.accountId))) {
      return accepted(invitation, actor.accountId)
    }
    await takeUse(write, tokenHash)
    if (!invitation) throw new AppError('refused', 'invitation_unknown')
    const accountId =
      actor.kind === 'account' ? actor.accountId : await openAccount(tx, invitation.email, newcomer)
    await tx.membership.create({ data: { accountId, ...reachOf(invitation) }, select: { id: true } })
    return accepted(invitation, accountId)
  },
  stale: 'none',
}

type Accepted = { accountId: string; exerciseId: string | null; programmeId: string | null }
type Reach = {
  role:
    | 'administrator'
    | 'director'
    | 'planner'
    | 'controller'
    | 'registrar'
    | ContactRole
    | 'company_contact'
    | 'expert'
    | 'observer'
  programmeId: string | null
  exerciseId: string | null
  participationId: string | null
  companyId: string | null
}

const reachOf = ({ role, programmeId, exerciseId, participationId, companyId }: Reach): Reach => ({
  role,
  programmeId,
  exerciseId,
  participationId,
  companyId,
})

const accepted = ({ exerciseId, programmeId }: Reach, accountId: string) => ({
  accountId,
  exerciseId,
  programmeId,
})

async function isMember(tx: Tx, invitation: Reach, accountId: string): Promise<boolean> {
  const { role, companyId: _, ...reach } = reachOf(invitation)
  // Who speaks for a delegation already keeps the own part, whatever the link offers.
  const where = reach.participationId === null ? { ...reach, role } : reach
  return (await tx.membership.count({ where: { accountId, ...where } })) > 0
}

/** One conditional update, so that of two who press at once only one gets the last use; says why where none is left. */
async function takeUse({ tx, now }: Write, tokenHash: string): Promise<void> {
  const taken = await tx.$executeRaw`
    UPDATE "Invitation" SET "used" = "used" + 1
     WHERE "tokenHash" = ${tokenHash} AND "revokedAt" IS NULL AND "used" < "maxUses" AND "expiresAt" > ${dateOf(now)}`
  if (taken === 1) return
  const row = await tx.invitation.findUnique({ where: { tokenHash } })
  refuseIf(invitationProblem(row && invitationUse(row), now) ?? 'invitation_used')
}

/** An account for the address that was invited, or else the one that is given; taken ones have to sign in first. */
async function openAccount(tx: Tx, invited: string | null, newcomer: Newcomer | null): Promise<string> {
  const { name = null, email: own = null, locale = 'en', sealed = false, hash = null } = newcomer ?? {}
  const email = invited ?? own
  if (!name) throw fieldRefusal('name', 'required')
  if (!email) throw fieldRefusal('email', 'required')
  const emailVerified = sealed && invited !== null
  const account = await tx.account.create({
    data: { name, email: email.toLowerCase(), emailVerified, locale: locale satisfies Locale },
    select: { id: true },
  })
  if (hash !== null) {
    await tx.credential.create({
      data: { ownerId: account.id, providerId: 'credential', subject: account.id, password: hash },
      select: { id: true },
    })
  }
  await linkPeople(tx, account.id)
  return account.id
}
