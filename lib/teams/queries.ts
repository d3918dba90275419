import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { isId } from '@/lib/text'

const kindColumns = { id: true, name: true, letter: true, colour: true, version: true } as const

/** The kinds of teams that the exercise knows, in its own order. */
export async function listTeamKinds(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  return db.teamKind.findMany({
    where: { exerciseId },
    select: { ...kindColumns, _count: { select: { teams: true } } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
}

/** All teams with kind, site, nations and seats, by kind and number. Who sits in them is not told here. */
export async function listTeams(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  const teams = await db.team.findMany({
    where: { exerciseId },
    select: {
      id: true,
      name: true,
      number: true,
      parentId: true,
      kind: { select: kindColumns },
      site: { select: { id: true, name: true, timeZone: true, remote: true } },
      nations: {
        select: { participationId: true, participation: { select: { partner: { select: { code: true } } } } },
      },
      seats: { select: { least: true, most: true, used: true } },
    },
    orderBy: [{ kind: { position: 'asc' } }, { number: { sort: 'asc', nulls: 'last' } }, { name: 'asc' }],
  })
  return teams.map(({ nations, seats, ...team }) => ({
    ...team,
    nations: nations.map(({ participation }) => participation.partner.code).sort(),
    least: seats.reduce((sum, seat) => sum + seat.least, 0),
    most: seats.reduce((sum, seat) => sum + seat.most, 0),
    used: seats.reduce((sum, seat) => sum + seat.used, 0),
    /** roles that lack people, however full the team is as a whole */
    short: seats.filter(seat => seat.used < seat.least).length,
  }))
}

/** One team with its seats by role, or null. */
export async function getTeam(actor: Actor, exerciseId: string, teamId: string) {
  if (!isId(teamId) || !can(actor, 'exercise.read', { exerciseId })) return null
  return db.team.findFirst({
    where: { id: teamId, exerciseId },
    select: {
      id: true,
      exerciseId: true,
      name: true,
      number: true,
      parentId: true,
      kindId: true,
      siteId: true,
      version: true,
      kind: { select: kindColumns },
      site: { select: { name: true, place: true, timeZone: true, remote: true } },
      parent: { select: { id: true, name: true } },
      children: { select: { id: true, name: true }, orderBy: { name: 'asc' } },
      nations: {
        select: {
          participationId: true,
          participation: { select: { partner: { select: { kind: true, code: true, name: true } } } },
        },
      },
      seats: {
        select: {
          id: true,
          roleId: true,
          least: true,
          most: true,
          used: true,
          role: { select: { name: true, discipline: true } },
        },
        orderBy: { role: { name: 'asc' } },
      },
    },
  })
}
