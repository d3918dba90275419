'use server'

import { z } from 'zod'
import type { Prisma } from '@/prisma/client/client'
import { action, type Write } from '../action'
import { partnerName } from '../countries/rules'
import { env } from '../env'
import { AppError } from '../errors'
import { queueMail } from '../mail'
import { accountOf, type ContactRole, can } from '../policy'
import { dateOf, type Instant } from '../time'
import { hashToken, makeToken, sealToken } from '../tokens'
import { invitationDays, mayGiveProgrammeRole, mayRevoke } from './rules'
import {
  inviteAdministratorSchema,
  inviteCompanyContactSchema,
  inviteContactSchema,
  inviteProgrammeStaffSchema,
  inviteStaffSchema,
  revokeInvitationSchema,
} from './schema'

const contactPages = ['/exercises/[code]/nations/[participationId]', '/delegation/[participationId]/contacts']
const membersPage = '/exercises/[code]/settings/members'

/** Lets somebody speak for a delegation, or read along; organisers may, and its lead. */
export const inviteContact = action({
  name: 'invitation.invite_contact',
  input: inviteContactSchema,
  may: (actor, input) => can(actor, 'contact.edit', input),
  run: (write, { role, ...input }) => inviteIntoDelegation(write, input, { role }),
  stale: () => contactPages,
})

/** Lets somebody put up the people of one company or agency of a delegation. */
export const inviteCompanyContact = action({
  name: 'invitation.invite_company_contact',
  input: inviteCompanyContactSchema,
  may: (actor, input) => can(actor, 'contact.edit', input),
  async run(write, { companyId, ...input }) {
    const { exerciseId, participationId } = input
    const company = await write.tx.company.findFirst({
      where: { id: companyId, exerciseId, participationId },
      select: { name: true },
    })
    if (!company) throw new AppError('not_found', 'not_found')
    return inviteIntoDelegation(write, input, { role: 'company_contact', companyId, company: company.name })
  },
  stale: () => contactPages,
})

type ToDelegation = Omit<z.output<typeof inviteContactSchema>, 'role'>
type Part = { role: ContactRole } | { role: 'company_contact'; companyId: string; company: string }

async function inviteIntoDelegation(
  write: Write,
  { exerciseId, participationId, locale, ...given }: ToDelegation,
  part: Part,
) {
  const delegation = await write.tx.participation.findFirst({
    where: { id: participationId, exerciseId },
    select: {
      partner: { select: { kind: true, code: true, name: true, timeZone: true } },
      exercise: { select: { name: true, timeZone: true } },
    },
  })
  if (!delegation) throw new AppError('not_found', 'not_found')
  const { partner, exercise } = delegation
  const { role } = part
  const ofCompany = part.role === 'company_contact' ? part : null
  const params = {
    exercise: exercise.name,
    nation: partnerName(partner, locale),
    company: ofCompany?.company ?? '',
    role,
    inviter: inviterOf(write),
    timeZone: partner.timeZone ?? exercise.timeZone,
  }
  const row = { ...given, role, exerciseId, participationId, companyId: ofCompany?.companyId ?? null }
  return makeInvitation(write, row, letter =>
    queueMail(write.tx, {
      ...letter.to,
      locale,
      exerciseId,
      template: 'contact_invitation',
      params: { ...params, expiresAt: letter.expiresAt },
    }),
  )
}

/** Lets somebody into an exercise's staff, or in as an observer. */
export const inviteStaff = action({
  name: 'invitation.invite_staff',
  input: inviteStaffSchema,
  may: (actor, input) => can(actor, 'member.edit', input),
  async run(write, { exerciseId, role, locale, ...given }) {
    const exercise = await write.tx.exercise.findUnique({
      where: { id: exerciseId },
      select: { name: true, timeZone: true },
    })
    if (!exercise) throw new AppError('not_found', 'not_found')
    const params = { exercise: exercise.name, role, inviter: inviterOf(write), timeZone: exercise.timeZone }
    return makeInvitation(write, { ...given, role, exerciseId }, letter =>
      queueMail(write.tx, {
        ...letter.to,
        locale,
        exerciseId,
        template: 'staff_invitation',
        params: { ...params, expiresAt: letter.expiresAt },
      }),
    )
  },
  stale: () => [membersPage],
})

/** Lets somebody into the staff of all exercises of a programme. */
export const inviteProgrammeStaff = action({
  name: 'invitation.invite_programme_staff',
  input: inviteProgrammeStaffSchema,
  may: (actor, input) => mayGiveProgrammeRole(actor, input.programmeId, input.role),
  async run(write, { programmeId, role, locale, ...given }) {
    const programme = await write.tx.programme.findUnique({
      where: { id: programmeId },
      select: { name: true, timeZone: true },
    })
    if (!programme) throw new AppError('not_found', 'not_found')
    const params = {
      programme: programme.name,
      role,
      inviter: inviterOf(write),
      timeZone: programme.timeZone,
    }
    return makeInvitation(write, { ...given, role, programmeId }, letter =>
      queueMail(write.tx, {
        ...letter.to,
        locale,
        template: 'programme_invitation',
        params: { ...params, expiresAt: letter.expiresAt },
      }),
    )
  },
  stale: () => [membersPage],
})

export const inviteAdministrator = action({
  name: 'invitation.invite_administrator',
  input: inviteAdministratorSchema,
  may: actor => can(actor, 'platform.administer', {}),
  run: (write, { locale, ...given }) =>
    makeInvitation(write, { ...given, role: 'administrator' }, letter =>
      queueMail(write.tx, {
        ...letter.to,
        locale,
        template: 'administrator_invitation',
        params: { inviter: inviterOf(write), expiresAt: letter.expiresAt, timeZone: 'UTC' },
      }),
    ),
  stale: () => ['/administrators'],
})

export const revokeInvitation = action({
  name: 'invitation.revoke',
  input: revokeInvitationSchema,
  may: mayRevoke,
  async run({ tx, now }, { invitationId, programmeId = null, exerciseId = null, participationId = null }) {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, programmeId, exerciseId, participationId, revokedAt: null },
      data: { revokedAt: dateOf(now) },
    })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: ({ exerciseId, participationId }) =>
    participationId ? contactPages : exerciseId ? [membersPage] : [membersPage, '/administrators'],
})

/**
 * For a database without any administrator: a link that makes its bearer one. Each call ends the link before it;
 * nothing to offer where there is an administrator already.
 */
export const offerFirstAdministrator = action({
  name: 'invitation.offer_first_administrator',
  input: z.object({}),
  may: actor => actor.kind === 'job',
  async run(write) {
    const { tx, now } = write
    const row = { role: 'administrator', programmeId: null } as const
    if ((await tx.membership.count({ where: row })) > 0) return null
    await tx.invitation.updateMany({
      where: { ...row, createdById: null, revokedAt: null },
      data: { revokedAt: dateOf(now) },
    })
    return makeInvitation(write, { role: 'administrator', email: null }, async () => {})
  },
  stale: 'none',
})

type NewInvitation = Pick<
  Prisma.InvitationUncheckedCreateInput,
  'role' | 'exerciseId' | 'participationId' | 'companyId' | 'programmeId'
> & { email: string | null; maxUses?: number | undefined }

type LetterOut = { to: { cause: string; recipient: string; secret: string }; expiresAt: Instant }

/** Only the token's digest is kept. The maker is told the link once; the letter's carries a seal beside it. */
async function makeInvitation(
  { tx, actor, now }: Write,
  { maxUses = 1, ...row }: NewInvitation,
  post: (letter: LetterOut) => Promise<void>,
) {
  const token = makeToken()
  const expiresAt = now + invitationDays * 86_400_000
  const { id } = await tx.invitation.create({
    data: {
      ...row,
      maxUses,
      tokenHash: hashToken(token),
      createdAt: dateOf(now),
      expiresAt: dateOf(expiresAt),
      createdById: accountOf(actor)?.accountId ?? null,
    },
    select: { id: true },
  })
  const to = { cause: `invitation:${id}`, recipient: row.email ?? '', secret: sealToken(token) }
  if (row.email) await post({ to, expiresAt })
  return { invitationId: id, expiresAt, once: { link: `${env.baseUrl}/invitations/${token}` } }
}

function inviterOf({ actor }: Write): string {
  return actor.kind === 'account' ? actor.name : 'Startex'
}
