import { db } from '@/lib/db'
import { graphFrom } from '@/lib/injects/known/rules'
import { impliedTimes, instantOfSeconds } from '@/lib/logic/times/rules'
import { readLogic } from '@/lib/logic-rows'
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
  // Of the teams that get none of the own injects a controller cannot say whether they get any.
  const reached = new Set(injects.flatMap(({ teamIds }) => teamIds))
  const teams = (await audienceOf(exerciseId)).filter(({ id }) => mayEdit || reached.has(id))
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]))
  const coverage = coverageOf(seen, injects, new Set(nameOf.keys()))
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

/** Whom the exercise trains: the teams of the kinds that say so, or all where none does. */
async function audienceOf(exerciseId: string) {
  const teams = await db.team.findMany({
    where: { exerciseId },
    select: { id: true, name: true, kind: { select: { trained: true } } },
  })
  const trained = teams.filter(({ kind }) => kind.trained)
  return trained.length > 0 ? trained : teams
}

/**
 * The injects that the actor sees and that serve something: for which teams and when. What is for a role or a person is
 * for the teams that have it; what has no time of its own is when it follows from others.
 */
async function servingOf(actor: Actor, exerciseId: string, frame: StartexFrame): Promise<Serving[]> {
  const scenario = await db.scenario.findUnique({
    where: { exerciseId },
    select: { controllersSee: true },
  })
  const visible = asWhere(injectRows(actor, exerciseId, scenario?.controllersSee ?? 'own'))
  const [found, seats, logic] = await Promise.all([
    db.inject.findMany({
      where: { exerciseId, AND: [visible], objectives: { some: {} } },
      select: {
        ...{ id: true, ...startColumns },
        objectives: { select: { objectiveId: true } },
        parties: {
          where: { side: 'to' },
          select: { teamId: true, roleId: true, registration: { select: { teamId: true } } },
        },
      },
    }),
    db.seat.findMany({ where: { exerciseId }, select: { teamId: true, roleId: true } }),
    readLogic(db, exerciseId),
  ])
  const teamsWith = new Map<string, string[]>()
  for (const { teamId, roleId } of seats) teamsWith.set(roleId, [...(teamsWith.get(roleId) ?? []), teamId])
  const times = impliedTimes(graphFrom(logic, frame))
  const followsAt = (id: string) => {
    const at = times.get(id)?.at ?? null
    return at === null ? null : instantOfSeconds(at, frame)
  }
  return found.map(({ id, objectives, parties, ...inject }) => {
    const moment = optionalMomentOf(inject, 'start')
    const at = moment ? resolveMoment(moment, frame).at : followsAt(id)
    return {
      objectiveIds: objectives.map(({ objectiveId }) => objectiveId),
      teamIds: parties.flatMap(({ teamId, roleId, registration }) =>
        roleId === null ? (teamId ?? registration?.teamId ?? []) : (teamsWith.get(roleId) ?? []),
      ),
      day: at === null ? null : dayNumberOf(at, frame.timeZone, frame),
    }
  })
}
