'use server'

import type { Prisma } from '@/prisma/client/client'
import { action } from '../action'
import type { Tx } from '../db'
import { AppError, refuseIf } from '../errors'
import { type Actor, accountOf, can } from '../policy'
import { dateOf, type Instant } from '../time'
import { ownMembershipProblem } from './rules'
import {
  changeContactRoleSchema,
  changeRoleSchema,
  removeAdministratorSchema,
  removeContactSchema,
  removeMemberSchema,
} from './schema'

const settings = () => ['/exercises/[code]/settings/members']

/** Links that somebody made while in another role are doors that person still holds the keys of. */
async function revokeInvitationsOf(
  tx: Tx,
  {
    accountId,
    ...to
  }: { accountId: string; exerciseId: string | null; participationId?: string; programmeId?: null },
  now: Instant,
) {
  await tx.invitation.updateMany({
    where: { ...to, createdById: accountId, revokedAt: null, expiresAt: { gt: dateOf(now) } },
    data: { revokedAt: dateOf(now) },
  })
}

/** Whose membership is to change; nobody changes the own. */
async function membershipOfAnother(
  tx: Tx,
  actor: Actor,
  where: Prisma.MembershipWhereInput,
): Promise<string> {
  const member = await tx.membership.findFirst({ where, select: { accountId: true } })
  if (!member) throw new AppError('not_found', 'not_found')
  refuseIf(ownMembershipProblem(member.accountId, accountOf(actor)?.accountId ?? null))
  return member.accountId
}

export const changeMemberRole = action({
  name: 'member.change_role',
  input: changeRoleSchema,
  may: (actor, input) => can(actor, 'member.edit', input),
  async run({ tx, actor, now }, { exerciseId, membershipId, role }) {
    const where = { id: membershipId, exerciseId, participationId: null }
    const accountId = await membershipOfAnother(tx, actor, where)
    const { count } = await tx.membership.updateMany({ where, data: { role } })
    if (count === 0) throw new AppError('not_found', 'not_found')
    await revokeInvitationsOf(tx, { exerciseId, accountId }, now)
  },
  stale: settings,
})

/** What the account did stays in the history; only what it may do ends. */
export const removeMember = action({
  name: 'member.remove',
  input: removeMemberSchema,
  may: (actor, input) => can(actor, 'member.edit', input),
  async run({ tx, actor, now }, { exerciseId, membershipId }) {
    const where = { id: membershipId, exerciseId, participationId: null }
    const accountId = await membershipOfAnother(tx, actor, where)
    await tx.membership.deleteMany({ where })
    await revokeInvitationsOf(tx, { exerciseId, accountId }, now)
  },
  stale: settings,
})

const contactPages = () => [
  '/exercises/[code]/nations/[participationId]',
  '/delegation/[participationId]/contacts',
]

/** Makes a lead of a deputy, and so on; nobody changes the own part, so that a delegation never loses its last lead. */
export const changeContactRole = action({
  name: 'member.change_contact',
  input: changeContactRoleSchema,
  may: (actor, input) => can(actor, 'contact.edit', input),
  async run({ tx, actor, now }, { exerciseId, participationId, membershipId, role }) {
    // A company's contact speaks for its people alone, and never rises to speak for the nation.
    const where = { id: membershipId, exerciseId, participationId, companyId: null }
    const accountId = await membershipOfAnother(tx, actor, where)
    await tx.membership.updateMany({ where, data: { role } })
    await revokeInvitationsOf(tx, { exerciseId, participationId, accountId }, now)
  },
  stale: contactPages,
})

export const removeContact = action({
  name: 'member.remove_contact',
  input: removeContactSchema,
  may: (actor, input) => can(actor, 'contact.edit', input),
  async run({ tx, actor, now }, { exerciseId, participationId, membershipId }) {
    const where = { id: membershipId, exerciseId, participationId }
    const accountId = await membershipOfAnother(tx, actor, where)
    await tx.membership.deleteMany({ where })
    await revokeInvitationsOf(tx, { exerciseId, participationId, accountId }, now)
  },
  stale: contactPages,
})

export const removeAdministrator = action({
  name: 'member.remove_administrator',
  input: removeAdministratorSchema,
  may: actor => can(actor, 'platform.administer', {}),
  async run({ tx, actor, now }, { membershipId }) {
    const where = { id: membershipId, role: 'administrator', programmeId: null } as const
    const accountId = await membershipOfAnother(tx, actor, where)
    await tx.membership.deleteMany({ where })
    await revokeInvitationsOf(tx, { accountId, exerciseId: null, programmeId: null }, now)
  },
  stale: () => ['/administrators'],
})
