'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { numberedName, parentProblem } from './rules'
import {
  addTeamKindSchema,
  addTeamSchema,
  addTeamSeriesSchema,
  editTeamKindSchema,
  editTeamSchema,
  removeTeamKindSchema,
  removeTeamSchema,
  setTeamNationsSchema,
} from './schema'

const pages = ['/exercises/[code]/teams', '/exercises/[code]/teams/kinds', '/exercises/[code]/teams/[teamId]']

export const addTeamKind = action({
  name: 'team_kind.add',
  input: addTeamKindSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, input) => {
    const position = await tx.teamKind.count({ where: { exerciseId: input.exerciseId } })
    return tx.teamKind.create({ data: { ...input, position }, select: { id: true } })
  },
  stale: () => pages,
})

export const editTeamKind = action({
  name: 'team_kind.edit',
  input: editTeamKindSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, kindId: id, version, opened, ...data }) => {
    const changed = await changedByEdit(
      tx,
      { table: 'TeamKind', id, owner: exerciseId, version, opened },
      data,
    )
    await tx.teamKind.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: () => pages,
})

/** Refused while teams of the kind exist. */
export const removeTeamKind = action({
  name: 'team_kind.remove',
  input: removeTeamKindSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, kindId: id }) => {
    const { count } = await tx.teamKind.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})

export const addTeam = action({
  name: 'team.add',
  input: addTeamSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: ({ tx }, input) => tx.team.create({ data: input, select: { id: true } }),
  stale: () => pages,
})

/** A whole numbered row of teams at once. */
export const addTeamSeries = action({
  name: 'team.add_series',
  input: addTeamSeriesSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, kindId, siteId, prefix, first, count }) => {
    const numbers = Array.from({ length: count }, (_, index) => first + index)
    const data = numbers.map(number => ({
      exerciseId,
      kindId,
      siteId,
      number,
      name: numberedName(prefix, number),
    }))
    await tx.team.createMany({ data })
    return { added: count }
  },
  stale: () => pages,
})

export const editTeam = action({
  name: 'team.edit',
  input: editTeamSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, teamId: id, version, opened, ...data }) => {
    const changed = await changedByEdit(tx, { table: 'Team', id, owner: exerciseId, version, opened }, data)
    await checkParent(tx, exerciseId, id, changed.parentId ?? null)
    await tx.team.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: () => pages,
})

/** Its seats and nations go with it; refused while it has teams below or people in it. */
export const removeTeam = action({
  name: 'team.remove',
  input: removeTeamSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, teamId: id }) => {
    const { count } = await tx.team.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})

/** Says which nations form a team: several may, and each may sit in several. */
export const setTeamNations = action({
  name: 'team.nations',
  input: setTeamNationsSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, teamId, participationIds }) => {
    await tx.teamNation.deleteMany({
      where: { exerciseId, teamId, participationId: { notIn: participationIds } },
    })
    await tx.teamNation.createMany({
      data: participationIds.map(participationId => ({ exerciseId, teamId, participationId })),
      skipDuplicates: true,
    })
  },
  stale: () => pages,
})

/** Two planners hanging two teams under each other would pass one by one: the exercise's trees change one at a time. */
async function checkParent(
  tx: Tx,
  exerciseId: string,
  teamId: string,
  parentId: string | null,
): Promise<void> {
  if (parentId === null) return
  await tx.$queryRaw`SELECT 1 FROM "Exercise" WHERE "id" = ${exerciseId}::uuid FOR NO KEY UPDATE`
  const teams = await tx.team.findMany({ where: { exerciseId }, select: { id: true, parentId: true } })
  const problem = parentProblem(teamId, parentId, teams)
  if (problem) throw fieldRefusal('parentId', problem)
}
