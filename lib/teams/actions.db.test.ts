import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { makeTeam, makeTeamKind, usualStartexAt as now } from '@/prisma/factories'
import {
  addTeam,
  addTeamKind,
  addTeamSeries,
  editTeam,
  editTeamKind,
  removeTeam,
  removeTeamKind,
  setTeamNations,
} from './actions'
import { setting } from './setting.fixture'

const { exercise, other, planner, outsiders, base } = await setting()

describe('teams', () => {
  it('are made as a numbered row, once, however often two planners press', async () => {
    const kind = await makeTeamKind(exercise)
    const input = { ...base(), kindId: kind.id, siteId: '', prefix: 'BT', first: '1', count: '17' }
    const results = await Promise.all(
      [1, 2].map(() => execute(addTeamSeries.definition, planner, input, now)),
    )
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(await db.team.count({ where: { kindId: kind.id } })).toBe(17)
    expect(results.find(result => !result.ok)).toMatchObject({ error: { code: 'refused' } })
  })
  it('stand in a tree: two planners who hang two teams under each other make no circle', async () => {
    const kind = await makeTeamKind(exercise)
    const [one, two] = await Promise.all([
      makeTeam(exercise, { kindId: kind.id }),
      makeTeam(exercise, { kindId: kind.id }),
    ])
    const hang = (team: typeof one, under: typeof one) => {
      const { id: teamId, kindId, name, number } = team
      const input = {
        ...base(),
        teamId,
        kindId,
        name,
        number,
        siteId: '',
        parentId: under.id,
        version: team.version,
      }
      return execute(editTeam.definition, planner, input, now)
    }
    const results = await Promise.all([hang(one, two), hang(two, one)])
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({
      error: { fields: { parentId: { reason: 'team_circle' } } },
    })
  })
  it('are edited by two planners at once as long as they touch different rows of it', async () => {
    const team = await makeTeam(exercise)
    const { id: teamId, kindId, number, version } = team
    const input = { ...base(), teamId, kindId, number, siteId: '', parentId: '', version }
    expect(
      await execute(editTeam.definition, planner, { ...input, name: 'Forensics cell' }, now),
    ).toMatchObject({ ok: true })
    expect(await execute(editTeam.definition, planner, { ...input, name: 'Cell F' }, now)).toMatchObject({
      ok: false,
      error: { code: 'conflict', conflicts: [{ field: 'name', theirs: 'Forensics cell' }] },
    })
  })
  it('belong to one exercise: kinds, parents, sites and nations of another are not found', async () => {
    const foreignKind = await makeTeamKind(other)
    const input = { ...base(), kindId: foreignKind.id, parentId: '', siteId: '', number: '', name: 'Stray' }
    expect(await execute(addTeam.definition, planner, input, now)).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
    const team = await makeTeam(exercise)
    const nations = { ...base(), teamId: team.id, participationIds: [(await makeParticipation(other)).id] }
    expect(await execute(setTeamNations.definition, planner, nations, now)).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
    const foreign = await makeTeam(other)
    expect(
      await execute(removeTeam.definition, planner, { ...base(), teamId: foreign.id }, now),
    ).toMatchObject({ ok: false })
    expect(await db.team.count({ where: { id: foreign.id } })).toBe(1)
  })
  it('are formed by several nations, and the last word on them counts', async () => {
    const team = await makeTeam(exercise)
    const nations = await Promise.all([1, 2, 3].map(() => makeParticipation(exercise)))
    const ids = nations.map(({ id }) => id)
    const set = (participationIds: string[]) =>
      execute(setTeamNations.definition, planner, { ...base(), teamId: team.id, participationIds }, now)
    await set(ids)
    await set(ids.slice(1))
    const kept = await db.teamNation.findMany({
      where: { teamId: team.id },
      select: { participationId: true },
    })
    expect(kept.map(row => row.participationId).sort()).toEqual(ids.slice(1).sort())
  })
  it('stay while people are in them', async () => {
    const nation = await makeParticipation(exercise)
    const team = await makeTeam(exercise)
    await makeRegistration(nation, { teamId: team.id })
    expect(await execute(removeTeam.definition, planner, { ...base(), teamId: team.id }, now)).toMatchObject({
      ok: false,
      error: { reason: 'still_in_use' },
    })
  })
  it('keep their kind while one of it exists', async () => {
    const kind = await makeTeamKind(exercise)
    await makeTeam(exercise, { kindId: kind.id })
    const remove = () => execute(removeTeamKind.definition, planner, { ...base(), kindId: kind.id }, now)
    expect(await remove()).toMatchObject({ ok: false, error: { reason: 'still_in_use' } })
    const edit = {
      ...base(),
      kindId: kind.id,
      version: kind.version,
      name: 'Grey',
      letter: 'GY',
      colour: 'grey',
    }
    expect(await execute(editTeamKind.definition, planner, edit, now)).toMatchObject({
      ok: false,
      error: { fields: { colour: { reason: 'not_a_colour' } } },
    })
  })
  it('are shaped by planners of the exercise and nobody else', async () => {
    const { id: teamId, kindId, number, version } = await makeTeam(exercise)
    const team = { ...base(), kindId, parentId: '', siteId: '', number, name: 'Stray' }
    const kind = { ...base(), name: 'Stray', letter: 'S', colour: '#2f6fb5' }
    for (const actor of outsiders) {
      const refused = await Promise.all([
        execute(addTeamKind.definition, actor, kind, now),
        execute(editTeamKind.definition, actor, { ...kind, kindId, version }, now),
        execute(removeTeamKind.definition, actor, { ...base(), kindId }, now),
        execute(addTeam.definition, actor, team, now),
        execute(addTeamSeries.definition, actor, { ...team, prefix: 'S', first: '1', count: '2' }, now),
        execute(editTeam.definition, actor, { ...team, teamId, version }, now),
        execute(removeTeam.definition, actor, { ...base(), teamId }, now),
        execute(setTeamNations.definition, actor, { ...base(), teamId, participationIds: [] }, now),
      ])
      for (const result of refused) expect(result).toMatchObject({ error: { code: 'forbidden' } })
    }
  })
})
