import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { db } from '@/lib/db'
import { setting } from '@/lib/teams/setting.fixture'
import { makeSite, makeTeam, usualStartexAt as now } from '@/prisma/factories'
import { addSite, editSite, removeSite } from './actions'

const { exercise, other, planner, outsiders, base } = await setting()

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
  it('are edited by two as long as they change different fields', async () => {
    const mine = await makeSite(exercise, { name: 'Hall K', place: 'Tallinn' })
    const written = { name: 'Hall K', place: 'Tallinn', timeZone: mine.timeZone, remote: '', capacity: '' }
    const edit = (over: object) =>
      execute(
        editSite.definition,
        planner,
        { ...base(), ...written, siteId: mine.id, version: mine.version, ...over },
        now,
      )
    expect(await edit({ place: 'Tartu' })).toMatchObject({ ok: true })
    expect(await edit({ capacity: '40' })).toMatchObject({ ok: true })
    expect(await edit({ place: 'Narva' })).toMatchObject({
      error: { code: 'conflict', conflicts: [{ field: 'place', theirs: 'Tartu' }] },
    })
    expect(await db.site.findUnique({ where: { id: mine.id } })).toMatchObject({
      place: 'Tartu',
      capacity: 40,
    })
  })
  it('have a name once, also when two planners press at the same moment', async () => {
    const twice = { ...base(), ...site, name: 'Hall T' }
    const results = await Promise.all([1, 2].map(() => execute(addSite.definition, planner, twice, now)))
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(results.find(result => !result.ok)).toMatchObject({
      error: { fields: { name: { reason: 'site_name_taken' } } },
    })
  })
  it('are shaped by planners of the exercise and nobody else', async () => {
    const { id: siteId, version } = await makeSite(exercise)
    for (const actor of outsiders) {
      const refused = await Promise.all([
        execute(addSite.definition, actor, { ...base(), ...site, name: 'Hall Z' }, now),
        execute(editSite.definition, actor, { ...base(), ...site, siteId, version }, now),
        execute(removeSite.definition, actor, { ...base(), siteId }, now),
      ])
      for (const result of refused) expect(result).toMatchObject({ error: { code: 'forbidden' } })
    }
  })
})
