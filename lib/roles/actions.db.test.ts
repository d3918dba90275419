import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import { setting } from '@/lib/teams/setting.fixture'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { makeRole, makeSeat, makeTeam, usualStartexAt as now } from '@/prisma/factories'
import { addRole, editRole, removeRole, setSeat } from './actions'

const { exercise, other, planner, outsiders, base } = await setting()

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
  it('are edited by two as long as they change different fields', async () => {
    const mine = await makeRole(exercise, { name: 'Forensics' })
    const { discipline, presence } = mine
    const edit = (over: Record<string, string>) =>
      execute(
        editRole.definition,
        planner,
        {
          ...role({ name: mine.name, discipline, presence, ...over }),
          roleId: mine.id,
          version: mine.version,
        },
        now,
      )
    expect(await edit({ name: 'Disk forensics' })).toMatchObject({ ok: true })
    expect(await edit({ presence: 'remote' })).toMatchObject({ ok: true })
    expect(await edit({ name: 'Memory forensics' })).toMatchObject({
      error: { code: 'conflict', conflicts: [{ field: 'name', theirs: 'Disk forensics' }] },
    })
    expect(await db.role.findUnique({ where: { id: mine.id } })).toMatchObject({
      name: 'Disk forensics',
      presence: 'remote',
    })
  })
  it('are set by two at once as one row', async () => {
    const seat = { ...base(), teamId: (await makeTeam(exercise)).id, roleId: (await makeRole(exercise)).id }
    const set = (most: number) => execute(setSeat.definition, planner, { ...seat, least: 0, most }, now)
    await Promise.all([2, 3, 4, 5].map(set))
    expect(await db.seat.count({ where: seat })).toBe(1)
  })
  it('are shaped by planners of the exercise and nobody else', async () => {
    const mine = await makeRole(exercise)
    const team = await makeTeam(exercise)
    const { id: roleId, version } = mine
    for (const actor of outsiders) {
      const refused = await Promise.all([
        execute(addRole.definition, actor, role({ name: 'Stray' }), now),
        execute(editRole.definition, actor, { ...role(), roleId, version }, now),
        execute(removeRole.definition, actor, { ...base(), roleId }, now),
        execute(setSeat.definition, actor, { ...base(), teamId: team.id, roleId, least: 0, most: 1 }, now),
      ])
      for (const result of refused) expect(result).toMatchObject({ error: { code: 'forbidden' } })
    }
  })
})
