import { beforeAll, expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { db, sql } from '@/lib/db'
import { type Actor, accountOf } from '@/lib/policy'
import { administrator, programmeStaffOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeTeam } from '@/prisma/factories'
import { makeInject, makeStoryline } from '@/prisma/scenario-factories'
import { editEntry, removeEntry, retireEntry } from './actions'
import { getProspect } from './bringing/queries'
import { differencesOf } from './differences/rules'
import { getEntry, getVersion, listEntries } from './queries'
import { bring, done, keep, now, twoExercises } from './setting.fixture'

type Setting = Awaited<ReturnType<typeof twoExercises>>
let setting: Setting
const asking = ({ id, programmeId }: { id: string; programmeId: string }) => ({ id, programmeId })
const search = { q: '', kind: null, keyword: '', retired: false, page: 1 }
const accountIdOf = (actor: Actor) => accountOf(actor)?.accountId ?? ''
const chosen = ({ storyline }: Setting) => `storyline:${storyline.id}`

beforeAll(async () => {
  setting = await twoExercises()
})

/** The storyline of the setting as an entry of its own. */
async function kept(given: Record<string, unknown> = {}) {
  const { here, planner } = setting
  const words = { name: 'Power grid', summary: 'Dark', keywords: 'energy, Energy, blackout', tlp: 'amber' }
  return done(keep(planner, here, { chosen: chosen(setting), ...words, ...given }))
}

test('a storyline that is kept is brought into another exercise with fresh serials, at its own time', async () => {
  const { there, elsewhere } = setting
  const { entryId } = await kept()
  await makeStoryline(there, { number: 1, name: 'Fuel' })
  await factoryDb().scenario.create({
    data: { exerciseId: there.id, timeZone: there.timeZone, nextStoryline: 2, nextGate: 4 },
  })
  const seen = await getProspect(
    elsewhere,
    {
      ...{ exerciseId: there.id, entryId, number: 1, into: 'new', storyline: 'Power grid', start: 'T+2h' },
      ...{ startChoice: null, spacing: 200, choices: {} },
    },
    now,
  )
  expect(seen?.serials).toEqual(['2.1', '2.2', '2.3'])
  const done1 = await done(bring(elsewhere, there, { entryId, spacing: 200 }))
  expect(done1).toMatchObject({ injects: 3, first: '2.1', last: '2.3' })
  const where = { exerciseId: there.id }
  const injects = await db.inject.findMany({
    where,
    orderBy: { serial: 'asc' },
    include: { parties: true, waits: true, incident: true, storyline: true, catalogueVersion: true },
  })
  expect(injects.map(({ serial, title, startOffset }) => [serial, title, startOffset])).toEqual([
    ['2.1', 'Feeder trips', 7200],
    ['2.2', 'Control room calls', null],
    ['2.3', 'Shops close', null],
  ])
  expect(injects[0]).toMatchObject({
    state: 'draft',
    incident: { name: 'Blackout', number: 1 },
    storyline: { name: 'Power grid', number: 2, summary: 'It goes dark', nextInject: 4, nextIncident: 2 },
    catalogueVersion: { entryId, number: 1 },
    // The team is not known there, the minister is made.
    parties: [{ side: 'from' }],
    notes: 'To: Blue 1',
  })
  expect(injects[1]?.waits).toMatchObject([{ afterInjectId: injects[0]?.id, delaySeconds: 2400 }])
  const gates = await db.logicGate.findMany({ where, include: { waits: true } })
  expect(gates).toMatchObject([{ number: 4, kind: 'all', waits: [{ afterInjectId: injects[1]?.id }] }])
  expect(injects[2]?.waits).toMatchObject([{ afterGateId: gates[0]?.id, delaySeconds: 1200 }])
  expect(await db.persona.findMany({ where, select: { name: true } })).toEqual([
    { name: 'Minister of Nordavia' },
  ])
  expect(await db.change.count({ where: { ...where, action: 'catalogue.bring_in' } })).toBe(1)

  const again = await done(
    bring(elsewhere, there, { entryId, into: injects[0]?.storylineId, start: 'D+1 09:00' }),
  )
  expect(again).toMatchObject({ first: '2.4', last: '2.6' })
  const entry = await getEntry(elsewhere, asking(there), entryId)
  expect(entry).toMatchObject({ here: { injects: 6, number: 1 }, uses: [{ code: there.code }] })
  // Of an exercise in which somebody has no part there is a number, and no name.
  expect(await getEntry(setting.planner, asking(setting.here), entryId)).toMatchObject({
    ...{ uses: [], usesElsewhere: 1, keywords: ['Energy', 'blackout'] },
    versions: [{ from: setting.here.code }],
  })
})

test('what comes from the catalogue and is kept again unchanged says the same', async () => {
  const { here } = setting
  const { entryId } = await kept({ name: 'Grid, once more' })
  const fresh = await makeExercise({ programmeId: here.programmeId })
  const planner = await staffOf(fresh, 'planner')
  await makeTeam(fresh, { name: 'blue  1' })
  const { storylineId } = await done(bring(planner, fresh, { entryId }))
  const again = await done(
    keep(planner, fresh, { chosen: `storyline:${storylineId}`, name: 'Again', tlp: 'amber' }),
  )
  const [a, b] = [
    await getVersion(planner, asking(fresh), entryId),
    await getVersion(planner, asking(fresh), again.entryId),
  ]
  const plain = (version: typeof a) =>
    JSON.parse(JSON.stringify({ ...version?.content, startsAt: null }).replace('blue  1', 'Blue 1'))
  expect(plain(b)).toEqual(plain(a))
  expect([a?.content.startsAt, b?.content.startsAt]).toEqual([3600, 7200])
})

test('kept again it is a new version, unless it says the same; what was kept is never rewritten', async () => {
  const own = await twoExercises()
  const { here, planner, storyline, injects } = own
  const first = await done(keep(planner, here, { chosen: chosen(own), name: 'Grid' }))
  const { entryId } = first
  const again = (given = {}) => keep(planner, here, { chosen: chosen(own), entryId, ...given })
  expect(await again()).toMatchObject({ error: { reason: 'catalogue_same' } })
  await factoryDb().inject.update({ where: { id: injects.third.id }, data: { title: 'Shops shut' } })
  await makeInject(here, { storylineId: storyline.id, serial: '3.9', title: 'Rumours', tlp: 'amber_strict' })
  expect(await done(again({ note: 'After the conference' }))).toEqual({ entryId, number: 2, entries: 0 })
  const entry = await getEntry(planner, asking(here), entryId)
  expect(entry).toMatchObject({
    tlp: 'amber_strict',
    versions: [
      { number: 2, injects: 4, note: 'After the conference' },
      { number: 1, injects: 3 },
    ],
  })
  const [before, after] = [
    await getVersion(planner, asking(here), entryId, 1),
    await getVersion(planner, asking(here), entryId),
  ]
  if (!before || !after) throw new Error('no versions')
  expect(differencesOf(before.content, after.content)).toMatchObject({
    added: ['Rumours'],
    removed: [],
    changed: [{ title: 'Shops shut', fields: [{ field: 'title', from: 'Shops close', to: 'Shops shut' }] }],
  })
  const rewrite = factoryDb().catalogueContent.update({
    where: { versionId: before.id },
    data: { content: {} },
  })
  await expect(rewrite).rejects.toThrow(/never rewritten/)
  await expect(
    factoryDb().catalogueVersion.update({ where: { id: before.id }, data: { number: 7 } }),
  ).rejects.toThrow(/never rewritten/)
  // An incident is another kind of thing.
  expect(await keep(planner, here, { chosen: `incident:${own.incident.id}`, entryId })).toMatchObject({
    error: { reason: 'catalogue_other_kind' },
  })
})

test('two who keep at once make two versions, two who bring in at once get different serials', async () => {
  const own = await twoExercises()
  const { here, there, planner, elsewhere, injects } = own
  const { entryId } = await done(keep(planner, here, { chosen: chosen(own), name: 'Grid' }))
  const brought = await Promise.all(
    ['A', 'B', 'C'].map(storyline => done(bring(elsewhere, there, { entryId, storyline }))),
  )
  expect(brought.map(({ first }) => first).sort()).toEqual(['1.1', '2.1', '3.1'])
  const into = brought[0]?.storylineId
  await Promise.all([1, 2].map(() => done(bring(elsewhere, there, { entryId, into }))))
  const serials = await db.inject.findMany({ where: { exerciseId: there.id }, select: { serial: true } })
  expect(new Set(serials.map(({ serial }) => serial)).size).toBe(15)
  await factoryDb().inject.update({ where: { id: injects.first.id }, data: { title: 'Feeder fails' } })
  const results = await Promise.all([1, 2].map(() => keep(planner, here, { chosen: chosen(own), entryId })))
  // The second sees what the first has kept, and that nothing differs.
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('people never go into the catalogue: a person is kept as a role, who is responsible not at all', async () => {
  const { here, planner } = setting
  const person = await makeRegistration(await makeParticipation(here), {
    familyName: 'Tamm',
    givenName: 'Aune',
  })
  const role = await factoryDb().role.update({
    where: { id: person.roleId },
    data: { name: 'Press officer' },
  })
  const inject = await makeInject(here, {
    serial: '0.1',
    title: 'Press call',
    controllerId: accountIdOf(planner),
  })
  await factoryDb().injectParty.create({
    data: { exerciseId: here.id, injectId: inject.id, side: 'to', registrationId: person.id },
  })
  const { entryId } = await done(keep(planner, here, { chosen: 'injects:0.1', name: 'Press call' }))
  const version = await getVersion(planner, asking(here), entryId)
  expect(version?.content.injects[0]?.to).toEqual([{ kind: 'role', name: role.name }])
  const [stored] = await sql<{ text: string }[]>`
    SELECT string_agg(c."content"::text, ' ') AS "text" FROM "CatalogueContent" c`
  expect(stored?.text).not.toMatch(new RegExp(`Tamm|Aune|${accountIdOf(planner)}|${person.id}`))
})

test('chosen injects are kept together, or each as an entry of its own', async () => {
  const { here, planner, injects } = setting
  const two = `injects:${injects.first.serial},${injects.third.serial}`
  const together = await done(keep(planner, here, { chosen: two, name: 'Dark and shut' }))
  const version = await getVersion(planner, asking(here), together.entryId)
  // The third waited through what stays behind, and keeps the time that it had: 1200 s and 600 s later.
  expect(version?.content.injects.map(({ title, at, waits }) => [title, at, waits.length])).toEqual([
    ['Feeder trips', 0, 0],
    ['Shops close', 1800, 0],
  ])
  const each = await done(keep(planner, here, { chosen: two, each: 'on', keywords: 'single' }))
  expect(each.entries).toBe(2)
  const found = await listEntries(planner, asking(here), { ...search, keyword: 'Single' })
  expect(found?.entries.map(({ name, kind, tlp }) => [name, kind, tlp])).toEqual([
    ['Feeder trips', 'inject', 'amber'],
    ['Shops close', 'inject', 'amber'],
  ])
})

test('TLP:RED is for whoever kept it and for the planners of the exercise that it is from', async () => {
  const own = await twoExercises()
  const { here, there, planner, elsewhere } = own
  await makeInject(here, { storylineId: own.storyline.id, serial: '3.66', title: 'The mole', tlp: 'red' })
  const free = await keep(planner, here, { chosen: chosen(own), name: 'Mole', tlp: 'amber' })
  expect(free).toMatchObject({ error: { reason: 'catalogue_tlp_too_free', fields: { tlp: {} } } })
  const { entryId } = await done(keep(planner, here, { chosen: chosen(own), name: 'Mole' }))
  const director = await programmeStaffOf({ id: here.programmeId }, 'director')
  for (const actor of [planner, await staffOf(here, 'planner'), director, await administrator()]) {
    expect(await getEntry(actor, asking(here), entryId)).toMatchObject({ tlp: 'red' })
  }
  expect(await getEntry(elsewhere, asking(there), entryId)).toBe(null)
  expect(await getVersion(elsewhere, asking(there), entryId)).toBe(null)
  expect(await listEntries(elsewhere, asking(there), search)).toMatchObject({ total: 0 })
  expect(await bring(elsewhere, there, { entryId })).toMatchObject({ error: { code: 'not_found' } })
  const open = await done(keep(planner, here, { chosen: `incident:${own.incident.id}`, name: 'Blackout' }))
  const red = { entryId: open.entryId, name: 'B', summary: '', keywords: '', tlp: 'red', version: 1 }
  expect(await execute(editEntry.definition, elsewhere, { exerciseId: there.id, ...red }, now)).toMatchObject(
    { error: { reason: 'catalogue_red_elsewhere' } },
  )
})

test('nobody but planners of the programme reads, keeps or brings in', async () => {
  const { here, planner, storyline } = setting
  const { entryId } = await kept({ name: 'Closed' })
  const stranger = await makeExercise()
  const others = [
    await staffOf(here, 'controller'),
    await staffOf(here, 'registrar'),
    await staffOf(here, 'observer'),
    await staffOf(stranger, 'planner'),
  ]
  const words = { name: 'C', summary: '', keywords: '', tlp: 'amber', version: 1 }
  const base = { exerciseId: here.id, entryId }
  for (const actor of others) {
    expect(await listEntries(actor, asking(here), search)).toBe(null)
    expect(await getEntry(actor, asking(here), entryId)).toBe(null)
    expect(await getVersion(actor, asking(here), entryId)).toBe(null)
    for (const attempt of [
      keep(actor, here, { chosen: chosen(setting), name: 'Taken' }),
      bring(actor, here, { entryId }),
      execute(editEntry.definition, actor, { ...base, ...words }, now),
      execute(retireEntry.definition, actor, { ...base, retired: true }, now),
      execute(removeEntry.definition, actor, base, now),
    ])
      expect(await attempt).toMatchObject({ error: { code: 'forbidden' } })
  }
  // In the name of an exercise of another programme the entry is not known, and neither is this storyline.
  const far = await staffOf(stranger, 'planner')
  const foreign = { exerciseId: stranger.id, entryId }
  for (const attempt of [
    keep(far, stranger, { chosen: `storyline:${storyline.id}`, name: 'Taken' }),
    keep(far, stranger, { chosen: 'injects:3.1', name: 'Taken' }),
    bring(far, stranger, { entryId }),
    execute(editEntry.definition, far, { ...foreign, ...words }, now),
    execute(retireEntry.definition, far, { ...foreign, retired: true }, now),
    execute(removeEntry.definition, far, foreign, now),
  ])
    expect(await attempt).toMatchObject({ error: { code: 'not_found' } })
  expect(await listEntries(planner, asking(here), { ...search, q: 'closed' })).toMatchObject({ total: 1 })
})

test('an entry is renamed, retired and, as long as nothing came from it, removed', async () => {
  const { here, there, planner, elsewhere } = setting
  const { entryId } = await kept({ name: 'Old name' })
  const base = { exerciseId: there.id, entryId }
  const words = { name: 'New name', summary: 'More', keywords: 'ports', tlp: 'amber', version: 1 }
  expect(await execute(editEntry.definition, elsewhere, { ...base, ...words }, now)).toMatchObject({
    ok: true,
  })
  expect(
    await execute(editEntry.definition, elsewhere, { ...base, ...words, version: 2, tlp: 'clear' }, now),
  ).toMatchObject({ error: { reason: 'catalogue_tlp_too_free' } })
  // Somebody else named it meanwhile: what they wrote is shown, not lost.
  expect(
    await execute(
      editEntry.definition,
      planner,
      { ...base, exerciseId: here.id, ...words, name: 'Mine' },
      now,
    ),
  ).toMatchObject({ error: { code: 'conflict', conflicts: [{ field: 'name', theirs: 'New name' }] } })
  await done(execute(retireEntry.definition, planner, { ...base, exerciseId: here.id, retired: true }, now))
  expect(await bring(elsewhere, there, { entryId, storyline: 'R' })).toMatchObject({
    error: { reason: 'catalogue_retired' },
  })
  expect(await listEntries(planner, asking(here), { ...search, q: 'new name' })).toMatchObject({ total: 0 })
  const all = { ...search, q: 'new name', retired: true }
  expect(await listEntries(planner, asking(here), all)).toMatchObject({ entries: [{ retired: true }] })
  await done(execute(retireEntry.definition, planner, { ...base, exerciseId: here.id, retired: false }, now))
  await done(bring(elsewhere, there, { entryId, storyline: 'In use' }))
  expect(await execute(removeEntry.definition, elsewhere, base, now)).toMatchObject({
    error: { reason: 'catalogue_in_use', params: { injects: 3 } },
  })
  await factoryDb().inject.deleteMany({ where: { catalogueVersion: { entryId } } })
  await done(execute(removeEntry.definition, elsewhere, base, now))
  expect(await getEntry(planner, asking(here), entryId)).toBe(null)
})

test('what was typed is refused beside its field, and nothing is written', async () => {
  const { there, elsewhere } = setting
  const { entryId } = await kept({ name: 'For refusals' })
  const before = await db.inject.count({ where: { exerciseId: there.id } })
  for (const [given, field, reason] of [
    [{ start: 'after lunch' }, 'start', 'unknown_notation'],
    [{ start: '' }, 'start', 'catalogue_start_needed'],
    [{ storyline: '' }, 'storyline', 'required'],
    [{ into: 'none' }, 'into', 'catalogue_storyline_needed'],
    [{ into: crypto.randomUUID() }, 'into', 'not_found'],
  ] as const) {
    const refused = await bring(elsewhere, there, { entryId, storyline: 'Refused', ...given })
    expect(refused, JSON.stringify(given)).toMatchObject({ error: { fields: { [field]: { reason } } } })
  }
  expect(await bring(elsewhere, there, { entryId, number: 9 })).toMatchObject({
    error: { code: 'not_found' },
  })
  expect(await bring(elsewhere, there, { entryId, spacing: 0 })).toMatchObject({ error: { code: 'invalid' } })
  expect(await db.inject.count({ where: { exerciseId: there.id } })).toBe(before)
})

test('a thousand injects are kept and brought in as one change each', async () => {
  const own = await twoExercises()
  const { here, there, planner, elsewhere } = own
  const long = await makeStoryline(here, { number: 9, name: 'Long' })
  const rows = Array.from({ length: 1000 }, (_, n) => ({
    ...{ id: crypto.randomUUID(), exerciseId: here.id, storylineId: long.id, serial: `9.${n + 1}` },
    ...{ title: `Report ${n}`, text: 'x'.repeat(1000), startAnchor: 'ttime' as const, startOffset: n * 60 },
  }))
  await factoryDb().inject.createMany({ data: rows })
  const persona = await factoryDb().persona.findFirstOrThrow({ where: { exerciseId: here.id } })
  await factoryDb().injectParty.createMany({
    data: rows.flatMap(({ id }) => [
      { exerciseId: here.id, injectId: id, side: 'from' as const, personaId: persona.id },
    ]),
  })
  await factoryDb().wait.createMany({
    data: rows.slice(1).map(({ id }, n) => {
      return { exerciseId: here.id, injectId: id, afterInjectId: rows[n]?.id ?? null }
    }),
  })
  const { entryId } = await done(keep(planner, here, { chosen: `storyline:${long.id}`, name: 'Long' }))
  const brought = await done(bring(elsewhere, there, { entryId, storyline: 'Long' }))
  expect(brought).toMatchObject({ injects: 1000, last: expect.stringMatching(/\.1000$/) })
  expect(await db.wait.count({ where: { exerciseId: there.id } })).toBeGreaterThanOrEqual(999)
})
