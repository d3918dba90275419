import { startingKinds } from '@/lib/teams/rules'
import type { Exercise, Participation, Role, Seat, Site, Team } from '../client/client'
import { type DemoRole, frameworkVersions } from './roles'
import type { DemoSite, DemoTeam } from './teams'
import { type Making, one, put } from './world'

/** What people are placed in. */
export type Places = { sites: Site[]; roles: Role[]; teams: Team[]; seats: Seat[] }

export function addPlaces(
  making: Making,
  exercise: Exercise,
  plan: { sites: readonly DemoSite[]; roles: readonly DemoRole[]; teams: readonly DemoTeam[] },
): Places {
  const { world, random } = making
  const exerciseId = exercise.id
  const sites = plan.sites.map(({ name, place, timeZone, capacity }) =>
    put(world.Site, {
      id: random.id(),
      exerciseId,
      name,
      place,
      timeZone,
      capacity,
      remote: capacity === null,
      version: 1,
    }),
  )
  const roles = plan.roles.map(role =>
    put(world.Role, {
      id: random.id(),
      exerciseId,
      ...role,
      frameworkVersion: role.framework && frameworkVersions[role.framework],
      version: 1,
    }),
  )
  const teams = addTeams(making, exerciseId, plan.teams, sites)
  const seats = plan.teams.flatMap(({ name, seats }) =>
    seats.map(([role, least, most]) =>
      put(world.Seat, {
        id: random.id(),
        exerciseId,
        teamId: one(teams, team => team.name === name).id,
        roleId: one(roles, row => row.name === role).id,
        least,
        most,
        used: 0,
        version: 1,
      }),
    ),
  )
  return { sites, roles, teams, seats }
}

function addTeams(
  { world, random }: Making,
  exerciseId: string,
  plans: readonly DemoTeam[],
  sites: Site[],
): Team[] {
  const kinds = startingKinds.map((kind, position) =>
    put(world.TeamKind, { id: random.id(), exerciseId, ...kind, position, version: 1 }),
  )
  const teams: Team[] = []
  for (const { kind, name, number, parent, site } of plans) {
    const team = put(world.Team, {
      id: random.id(),
      exerciseId,
      kindId: one(kinds, row => row.name === kind).id,
      parentId: parent === null ? null : one(teams, row => row.name === parent).id,
      siteId: site === null ? null : one(sites, row => row.name === site).id,
      number,
      name,
      version: 1,
    })
    teams.push(team)
  }
  return teams
}

/** Which delegations form which team, as far as both are part of this exercise. */
export function addTeamNations(
  { world }: Making,
  plans: readonly DemoTeam[],
  { teams }: Places,
  delegations: ReadonlyMap<string, Participation>,
): void {
  for (const { name, crew } of plans) {
    const team = one(teams, row => row.name === name)
    for (const [code] of crew) {
      const own = delegations.get(code)
      if (own) put(world.TeamNation, { exerciseId: own.exerciseId, teamId: team.id, participationId: own.id })
    }
  }
}
