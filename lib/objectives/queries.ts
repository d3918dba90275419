import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { asWhere, injectRows } from '@/lib/policy-rows'
import { dayNumberOf, optionalMomentOf, resolveMoment, type StartexFrame, startColumns } from '@/lib/time'
import { coverageOf, inTree, type Serving, withAncestors } from './rules'

/**
 * The exercise's objectives as a tree with what serves each. Whoever does not write the scenario reads those of the own
 * injects, with what they belong to, and counts those injects alone.
 */
export async function getObjectives(actor: Actor, exerciseId: string, frame: StartexFrame) {
  if (!can(actor, 'scenario.read', { exerciseId })) return null
  const mayEdit = can(actor, 'scenario.edit', { exerciseId })
  const [objectives, injects] = await Promise.all([
    db.objective.findMany({
      where: { exerciseId },
      select: {
        ...{ id: true, parentId: true, number: true, title: true, criteria: true },
        ...{ leastInjects: true, version: true, position: true },
      },
      orderBy: [{ position: 'asc' }, { number: 'asc' }],
    }),
    servingOf(actor, exerciseId, frame),
  ])
  const served = new Set(injects.flatMap(({ objectiveIds }) => objectiveIds))
  const shown = withAncestors(objectives, served)
  const seen = mayEdit ? objectives : objectives.filter(({ id }) => shown.has(id))
  const coverage = coverageOf(seen, injects)
  const teamIds = [...new Set(injects.flatMap(inject => inject.teamIds))]
  const teams = await db.team.findMany({
    where: { exerciseId, id: { in: teamIds } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]))
  return {
    mayEdit,
    teams: teams.length,
    objectives: inTree(seen).flatMap(objective => {
      const own = coverage.get(objective.id)
      if (!own) return []
      const teamsWithout = own.teamsWithout.flatMap(id => nameOf.get(id) ?? []).sort()
      return [{ ...objective, ...own, teamsWithout }]
    }),
  }
}
export type ObjectiveRow = NonNullable<Awaited<ReturnType<typeof getObjectives>>>['objectives'][number]

/** The injects that the actor sees and that serve something: for which teams and when. */
async function servingOf(actor: Actor, exerciseId: string, frame: StartexFrame): Promise<Serving[]> {
  const scenario = await db.scenario.findUnique({
    where: { exerciseId },
    select: { controllersSee: true },
  })
  const visible = asWhere(injectRows(actor, exerciseId, scenario?.controllersSee ?? 'own'))
  const found = await db.inject.findMany({
    where: { exerciseId, AND: [visible], objectives: { some: {} } },
    select: {
      ...startColumns,
      objectives: { select: { objectiveId: true } },
      parties: { where: { side: 'to', teamId: { not: null } }, select: { teamId: true } },
    },
  })
  return found.map(({ objectives, parties, ...inject }) => {
    const moment = optionalMomentOf(inject, 'start')
    return {
      objectiveIds: objectives.map(({ objectiveId }) => objectiveId),
      teamIds: parties.flatMap(({ teamId }) => teamId ?? []),
      day: moment && dayNumberOf(resolveMoment(moment, frame).at, frame.timeZone, frame),
    }
  })
}
