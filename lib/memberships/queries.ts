import { db } from '../db'
import { type Actor, accountOf, can } from '../policy'
import { instantOf } from '../time'

const columns = {
  id: true,
  role: true,
  createdAt: true,
  programmeId: true,
  account: { select: { id: true, name: true, email: true } },
} as const

/** The exercise's staff and observers, and those of its programme, who reach it too; by name. Null where the actor may not know. */
export async function listMembers(actor: Actor, exercise: { id: string; programmeId: string }) {
  if (!can(actor, 'member.edit', { exerciseId: exercise.id })) return null
  const rows = await db.membership.findMany({
    where: {
      OR: [
        { exerciseId: exercise.id, participationId: null },
        { programmeId: exercise.programmeId, exerciseId: null },
      ],
    },
    orderBy: [{ account: { name: 'asc' } }, { createdAt: 'asc' }],
    select: columns,
  })
  const own = accountOf(actor)?.accountId ?? null
  return rows.map(({ id, role, createdAt, programmeId, account }) => ({
    membershipId: id,
    role,
    since: instantOf(createdAt),
    ofProgramme: programmeId !== null,
    name: account.name,
    email: account.email,
    isYou: account.id === own,
  }))
}

/** Who speaks for one delegation, the lead first; for staff and the delegation itself. */
export async function listContacts(actor: Actor, exerciseId: string, participationId: string) {
  if (!can(actor, 'delegation.read', { exerciseId, participationId })) return []
  const rows = await db.membership.findMany({
    where: { exerciseId, participationId },
    orderBy: [{ role: 'asc' }, { account: { name: 'asc' } }],
    select: { ...columns, company: { select: { name: true } } },
  })
  const own = accountOf(actor)?.accountId ?? null
  return rows.map(({ id, role, createdAt, account, company }) => ({
    membershipId: id,
    role,
    company: company?.name ?? null,
    since: instantOf(createdAt),
    name: account.name,
    email: account.email,
    isYou: account.id === own,
  }))
}

/** Who administers the whole platform; null for who does not. */
export async function listAdministrators(actor: Actor) {
  if (!can(actor, 'platform.administer', {})) return null
  const rows = await db.membership.findMany({
    where: { role: 'administrator', programmeId: null },
    orderBy: { account: { name: 'asc' } },
    select: columns,
  })
  const own = accountOf(actor)?.accountId ?? null
  return rows.map(({ id, createdAt, account }) => ({
    membershipId: id,
    since: instantOf(createdAt),
    name: account.name,
    email: account.email,
    isYou: account.id === own,
  }))
}
