import { db } from '@/lib/db'
import { type Actor, accountOf, can, grantsOf } from '@/lib/policy'
import { asWhere, registrationRows } from '@/lib/policy-rows'
import type { Prisma } from '@/prisma/client/client'
import type { Slice, Whose } from './rules'

/**
 * Who they are whose part of an exercise is asked for, as far as the actor may know them; null for what is not there or
 * not the actor's affair.
 */
export async function getWhose(actor: Actor, exerciseId: string, slice: Slice): Promise<Whose | null> {
  return slice.of === 'own'
    ? ownWhose(actor, exerciseId)
    : nationWhose(actor, exerciseId, slice.participationId)
}

async function ownWhose(actor: Actor, exerciseId: string): Promise<Whose | null> {
  const account = accountOf(actor)
  if (!account) return null
  const ids = grantsOf(actor).flatMap(grant =>
    grant.scope === 'own' && grant.exerciseId === exerciseId ? [grant.registrationId] : [],
  )
  const [people, signUps] = await Promise.all([
    peopleUnder({ exerciseId, id: { in: ids } }),
    signUpsOf(exerciseId),
  ])
  const teams = people.flatMap(({ teamId }) => teamId ?? [])
  return {
    people: new Set([`account:${account.accountId}`, ...people.map(keyOf)]),
    ...{
      teamIds: new Set(teams),
      roleIds: new Set(people.map(({ roleId }) => roleId)),
      teamShifts: false,
      signUps,
    },
  }
}

async function nationWhose(actor: Actor, exerciseId: string, participationId: string): Promise<Whose | null> {
  if (!can(actor, 'delegation.read', { exerciseId, participationId })) return null
  const there = await db.participation.findFirst({
    where: { id: participationId, exerciseId },
    select: { teams: { select: { teamId: true } } },
  })
  if (!there) return null
  const [people, signUps] = await Promise.all([
    peopleUnder({ AND: [asWhere(registrationRows(actor))], exerciseId, participationId }),
    signUpsOf(exerciseId),
  ])
  return {
    people: new Set(people.map(keyOf)),
    teamIds: new Set(there.teams.map(({ teamId }) => teamId)),
    ...{ roleIds: new Set<string>(), teamShifts: true, signUps },
  }
}

const keyOf = ({ id }: { id: string }) => `registration:${id}`

function peopleUnder(where: Prisma.RegistrationWhereInput) {
  return db.registration.findMany({ where, select: { id: true, teamId: true, roleId: true } })
}

async function signUpsOf(exerciseId: string): Promise<ReadonlySet<string>> {
  const rows = await db.signUp.findMany({ where: { exerciseId }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}
