import { beforeAll, describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { addRole, editRole, removeRole, setSeat } from '@/lib/roles/actions'
import { addSite, editSite, removeSite } from '@/lib/sites/actions'
import { contactOf, staffOf } from '@/prisma/actors'
import type { Exercise } from '@/prisma/client/client'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import {
  makeExercise,
  makeRole,
  makeSeat,
  makeSite,
  makeTeam,
  makeTeamKind,
  usualStartexAt as now,
} from '@/prisma/factories'
import {
  addTeam,
  addTeamSeries,
  editTeam,
  editTeamKind,
  removeTeam,
  removeTeamKind,
  setTeamNations,
} from './actions'

let exercise: Exercise
let other: Exercise
let planner: Actor

beforeAll(async () => {
  exercise = await makeExercise()
  other = await makeExercise()
  planner = await staffOf(exercise, 'planner')
})

const base = () => ({ exerciseId: exercise.id })

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
})

describe('roles and seats', () => {
  const role = (over: Record<string, string> = {}) => ({
    ...base(),
    name: 'Legal adviser',
    discipline: 'legal',
    presence: 'on_site',
    framework: '',
    frameworkCode: '',
    frameworkVersion: '',
    ...over,
  })
  it('name their framework whole or not at all', async () => {
    const half = role({ framework: 'nice', frameworkCode: 'OG-WRL-006' })
    expect(await execute(addRole.definition, planner, half, now)).toMatchObject({
      ok: false,
      error: { fields: { frameworkCode: { reason: 'framework_whole' } } },
    })
    const whole = { ...half, frameworkVersion: '2.0.0' }
    expect(await execute(addRole.definition, planner, whole, now)).toMatchObject({ ok: true })
    expect(await execute(addRole.definition, planner, whole, now)).toMatchObject({
      ok: false,
      error: { reason: 'role_name_taken' },
    })
  })
  it('of another exercise can be neither edited nor removed', async () => {
    const foreign = await makeRole(other)
    const edit = { ...role({ name: 'Mine now' }), roleId: foreign.id, version: foreign.version }
    expect(await execute(editRole.definition, planner, edit, now)).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
    const remove = { ...base(), roleId: foreign.id }
    expect(await execute(removeRole.definition, planner, remove, now)).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  })
  it('never shrink below those already confirmed', async () => {
    const team = await makeTeam(exercise)
    const mine = await makeRole(exercise)
    await makeSeat(team, mine, { most: 4 })
    const nation = await makeParticipation(exercise)
    for (let i = 0; i < 3; i++)
      await makeRegistration(nation, { state: 'confirmed', teamId: team.id, roleId: mine.id })
    const set = (least: number, most: number) =>
      execute(setSeat.definition, planner, { ...base(), teamId: team.id, roleId: mine.id, least, most }, now)
    expect(await set(0, 2)).toMatchObject({
      error: { fields: { most: { reason: 'seats_below_used', params: { used: 3, by: 1 } } } },
    })
    expect(await set(4, 3)).toMatchObject({ error: { fields: { most: { reason: 'most_below_least' } } } })
    expect(await set(1, 3)).toMatchObject({ ok: true })
  })
  it('go when a team shall have none of a role', async () => {
    const team = await makeTeam(exercise)
    const mine = await makeRole(exercise)
    await makeSeat(team, mine)
    await execute(
      setSeat.definition,
      planner,
      { ...base(), teamId: team.id, roleId: mine.id, least: 0, most: 0 },
      now,
    )
    expect(await db.seat.count({ where: { teamId: team.id } })).toBe(0)
  })
})

describe('sites', () => {
  const site = { name: 'Hall B', place: 'Tallinn', timeZone: 'Europe/Tallinn', remote: 'on', capacity: '' }
  it('that are remote hold nobody, and a zone must exist', async () => {
    expect(
      await execute(addSite.definition, planner, { ...base(), ...site, capacity: '12' }, now),
    ).toMatchObject({
      error: { fields: { capacity: { reason: 'remote_has_no_capacity' } } },
    })
    expect(
      await execute(addSite.definition, planner, { ...base(), ...site, timeZone: 'Europe/Talinn' }, now),
    ).toMatchObject({
      error: { fields: { timeZone: { reason: 'unknown_zone' } } },
    })
    expect(await execute(addSite.definition, planner, { ...base(), ...site }, now)).toMatchObject({
      ok: true,
    })
  })
  it('of another exercise are out of reach', async () => {
    const foreign = await makeSite(other)
    const input = { ...base(), ...site, siteId: foreign.id, version: foreign.version }
    expect(await execute(editSite.definition, planner, input, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(
      await execute(removeSite.definition, planner, { ...base(), siteId: foreign.id }, now),
    ).toMatchObject({ error: { code: 'not_found' } })
  })
  it('leave their teams behind without a place', async () => {
    const mine = await makeSite(exercise)
    const team = await makeTeam(exercise, { siteId: mine.id })
    expect(await execute(removeSite.definition, planner, { ...base(), siteId: mine.id }, now)).toMatchObject({
      ok: true,
    })
    expect(await db.team.findUnique({ where: { id: team.id } })).toMatchObject({
      siteId: null,
      exerciseId: exercise.id,
    })
  })
})

it('nobody but planners of this exercise shapes its teams', async () => {
  const contact = await contactOf(await makeParticipation(exercise))
  const input = { ...base(), name: 'Hall Z', place: '', timeZone: 'UTC', remote: 'on', capacity: '' }
  for (const actor of [contact, await staffOf(exercise, 'registrar'), await staffOf(other, 'planner')]) {
    expect(await execute(addSite.definition, actor, input, now)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    })
  }
})
