import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programmeStaffOf } from '@/prisma/actors'
import type { Prisma } from '@/prisma/client/client'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makePhase, makeRole, makeTeam, nextNumber } from '@/prisma/factories'
import { makeInject, makePersona, makeStoryline } from '@/prisma/scenario-factories'
import { execute } from './action'
import { cloneExercise } from './editions/actions'
import { renamed, renamedSql } from './renamed'

const now = Date.UTC(2027, 5, 1)
const db = factoryDb()

/** An exercise with all that injects may name, and the director who makes its next edition. */
async function setting() {
  const exercise = await makeExercise()
  const own = { exerciseId: exercise.id }
  await db.scenario.create({ data: { ...own, timeZone: 'Asia/Tokyo', nextGate: 9, attackRelease: '17.1' } })
  await db.scenarioMark.create({ data: { ...own, offset: 60, scenarioAt: new Date(5), speed: 2.5 } })
  await db.mselWord.create({ data: { ...own, word: 'zeitpunkt', meaning: 'start' } })
  const storyline = await makeStoryline(exercise)
  const of = { ...own, storylineId: storyline.id }
  const incident = await db.incident.create({ data: { ...of, number: 3, name: 'Dark' } })
  const mode = await db.deliveryMode.create({ data: { ...own, name: 'Fax', position: 4 } })
  const top = await db.objective.create({
    data: { ...own, number: '1', title: 'Defend', criteria: ['a', 'b'] },
  })
  const part = await db.objective.create({ data: { ...own, number: '1.1', title: 'See', parentId: top.id } })
  const text = await db.mselColumn.create({ data: { ...own, name: 'Cell', kind: 'text' } })
  const named = await db.mselColumn.create({ data: { ...own, name: 'Played by', kind: 'team' } })
  const who = await db.mselColumn.create({ data: { ...own, name: 'Called by', kind: 'person' } })
  const gate = await db.logicGate.create({ data: { ...own, number: 1, kind: 'all', name: 'Both' } })
  const [team, role, phase] = [await makeTeam(exercise), await makeRole(exercise), await makePhase(exercise)]
  const persona = await makePersona(exercise, 'Gazette')
  const registration = await makeRegistration(await makeParticipation(exercise))
  const director = await programmeStaffOf({ id: exercise.programmeId }, 'director')
  const accountId = director.kind === 'account' ? director.accountId : null
  return {
    ...{ exercise, own, storyline, incident, mode, part, text, named, who, gate, team, role, phase },
    ...{ persona, registration, director, accountId },
  }
}

type Setting = Awaited<ReturnType<typeof setting>>

function clone({ exercise, director }: Setting, code = `CL${nextNumber()}`) {
  const input = { programmeId: exercise.programmeId, fromId: exercise.id, code, name: 'Next' }
  return execute(cloneExercise.definition, director, { ...input, startex: '2028-04-11 09:00' }, now)
}

const words = fc.string({ unit: 'binary', maxLength: 12 }).map(text => text.replaceAll('\u0000', ''))
const someInject = fc.record({
  title: words,
  text: words,
  kind: fc.constantFrom('inject' as const, 'contingency' as const, 'information' as const),
  start: fc.constantFrom('none', 'ttime', 'dday'),
  state: fc.constantFrom('draft' as const, 'approved' as const),
  durationSeconds: fc.option(fc.nat(90_000), { nil: null }),
  scoreLeast: fc.option(fc.nat(10), { nil: null }),
  releasableTo: words,
  tlp: fc.constantFrom(null, 'amber_strict' as const, 'green' as const),
  placed: fc.boolean(),
  parties: fc.uniqueArray(fc.constantFrom('team', 'role', 'persona', 'person'), { maxLength: 4 }),
  served: fc.boolean(),
  value: fc.option(
    words.filter(word => word !== ''),
    { nil: null },
  ),
  played: fc.constantFrom(null, 'team', 'person'),
  after: fc.constantFrom(null, 'gate', 'before'),
})
type SomeInject = typeof someInject extends fc.Arbitrary<infer T> ? T : never

const startOf = (start: string, n: number): Partial<Prisma.InjectUncheckedCreateInput> =>
  start === 'ttime'
    ? { startAnchor: 'ttime', startOffset: n * 60 }
    : start === 'dday'
      ? { startAnchor: 'dday', startDay: n, startMinute: 30, startTimeZone: 'Asia/Kathmandu' }
      : {}

async function write(scene: Setting, one: SomeInject, n: number, before: string | null): Promise<string> {
  const { own } = scene
  const inject = await makeInject(scene.exercise, {
    ...startOf(one.start, n),
    ...{ title: one.title, text: one.text, kind: one.kind, state: one.state, tlp: one.tlp },
    ...{ durationSeconds: one.durationSeconds, scoreLeast: one.scoreLeast, releasableTo: one.releasableTo },
    ...{ controllerId: scene.accountId, reviewerId: scene.accountId, createdById: scene.accountId },
    ...{ cves: ['CVE-2026-1'], techniques: ['T1566'], stateReason: 'Said', foreign: { format: 'x', n } },
    ...(one.placed
      ? { storylineId: scene.storyline.id, incidentId: scene.incident.id, deliveryModeId: scene.mode.id }
      : { phaseId: scene.phase.id, keptToKindId: scene.team.kindId }),
  })
  const hung = { ...own, injectId: inject.id }
  const who = {
    ...{ team: { teamId: scene.team.id }, role: { roleId: scene.role.id } },
    ...{ persona: { personaId: scene.persona.id }, person: { registrationId: scene.registration.id } },
  }
  for (const [position, party] of one.parties.entries())
    await db.injectParty.create({
      data: { ...hung, side: 'to', position, ...who[party as keyof typeof who] },
    })
  if (one.served) await db.injectObjective.create({ data: { ...hung, objectiveId: scene.part.id } })
  if (one.value) await db.injectValue.create({ data: { ...hung, columnId: scene.text.id, value: one.value } })
  if (one.played === 'team')
    await db.injectValue.create({ data: { ...hung, columnId: scene.named.id, teamId: scene.team.id } })
  if (one.played === 'person')
    await db.injectValue.create({
      data: { ...hung, columnId: scene.who.id, registrationId: scene.registration.id },
    })
  const after = one.after === 'gate' ? { afterGateId: scene.gate.id } : { afterInjectId: before }
  if (one.after === 'gate' || (one.after === 'before' && before))
    await db.wait.create({ data: { ...hung, ...after, condition: 'succeeded', delaySeconds: n } })
  return inject.id
}

const copied = [
  ...['Scenario', 'ScenarioMark', 'Storyline', 'Incident', 'DeliveryMode', 'Persona', 'Objective'],
  ...[
    'MselColumn',
    'MselWord',
    'LogicGate',
    'Inject',
    'InjectParty',
    'InjectObjective',
    'InjectValue',
    'Wait',
  ],
]
/** What is decided anew for the next edition. */
const anew = ['controllerId', 'reviewerId', 'createdById', 'state', 'stateReason', 'version']

/** Every row of the scenario, as words, under the ids that `name` gives; without those that name an expert. */
async function rowsOf(exerciseId: string, name: (id: string) => string): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  for (const table of copied) {
    const found = await db.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) AS "row" FROM "${table}" t WHERE "exerciseId" = $1::uuid`,
      exerciseId,
    )
    rows[table] = found
      .filter(({ row }) => !row.registrationId)
      .map(({ row }) => {
        const told = Object.entries(row).filter(([key]) => !anew.includes(key))
        return JSON.stringify(
          told.map(([key, value]) =>
            key === 'exerciseId'
              ? ''
              : /^id$|Id$/.test(key) && typeof value === 'string'
                ? name(value)
                : value,
          ),
        )
      })
      .sort()
  }
  return rows
}

test('whatever the scenario holds, the next edition has the same under other ids', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someInject, { minLength: 3, maxLength: 12 }), async all => {
      const scene = await setting()
      let before: string | null = null
      for (const [n, one] of all.entries()) before = await write(scene, one, n, before)
      await db.wait.create({ data: { ...scene.own, gateId: scene.gate.id, afterInjectId: before } })
      const result = await clone(scene)
      if (!result.ok) throw new Error(result.error.reason)
      const { exerciseId } = result.data
      const next = await rowsOf(exerciseId, id => id)
      expect(next).toEqual(await rowsOf(scene.exercise.id, id => renamed(exerciseId, id)))
      expect(next.Inject).toHaveLength(all.length)
      const injects = await db.inject.findMany({ where: { exerciseId } })
      for (const { state, stateReason, controllerId, reviewerId, createdById } of injects)
        expect([state, stateReason, controllerId, reviewerId, createdById]).toEqual([
          'draft',
          null,
          null,
          null,
          null,
        ])
    }),
    { numRuns: 6 },
  )
})

test('a new id is the same in code and in SQL, and one that is a UUID', async () => {
  const [here, there] = [crypto.randomUUID(), crypto.randomUUID()]
  const [found] = await db.$queryRawUnsafe<{ id: string; none: null }[]>(
    `SELECT ${renamedSql('$1::text', '$2::uuid')} AS "id", ${renamedSql('$1::text', 'NULL::uuid')} AS "none"`,
    here,
    there,
  )
  expect(found).toEqual({ id: renamed(here, there), none: null })
  expect(found?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(renamed(there, here)).not.toBe(found?.id)
})

test('two make the next edition at once, and each has it whole', async () => {
  const scene = await setting()
  const first = await makeInject(scene.exercise)
  const then = await makeInject(scene.exercise)
  await db.wait.create({ data: { ...scene.own, injectId: then.id, afterInjectId: first.id } })
  const results = await Promise.all([clone(scene), clone(scene)])
  for (const result of results) {
    if (!result.ok) throw new Error(result.error.reason)
    const { exerciseId } = result.data
    expect(await rowsOf(exerciseId, id => id)).toEqual(
      await rowsOf(scene.exercise.id, id => renamed(exerciseId, id)),
    )
  }
})

test('what somebody is writing is taken whole', async () => {
  const scene = await setting()
  const inject = await makeInject(scene.exercise, { title: 'Old' })
  const hung = { ...scene.own, injectId: inject.id, columnId: scene.text.id }
  let copying: ReturnType<typeof clone> | null = null
  await db.$transaction(async tx => {
    // As every action of the exercise begins: its change holds the key of the exercise's row.
    await tx.$executeRaw`
      INSERT INTO "Change" ("id", "at", "actorKind", "actorLabel", "action", "exerciseId")
      VALUES (gen_random_uuid(), now(), 'job', '', 'inject.edit', ${scene.exercise.id}::uuid)`
    await tx.inject.update({ where: { id: inject.id }, data: { title: 'New' } })
    copying = clone(scene)
    await Promise.race([copying, untilSomebodyWaits()])
    await tx.injectValue.create({ data: { ...hung, value: 'New' } })
  })
  const result = await (copying ?? clone(scene))
  if (!result.ok) throw new Error(result.error.reason)
  const own = { where: { exerciseId: result.data.exerciseId } }
  expect(await db.inject.findMany({ ...own, include: { values: true } })).toMatchObject([
    { title: 'New', values: [{ value: 'New' }] },
  ])
})

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [found] = await db.$queryRaw<{ waits: boolean }[]>`
      SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "waits"`
    if (found?.waits) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

test('one’s own views and those that others share are kept, but for those of somebody who is not there', async () => {
  const scene = await setting()
  const { own, accountId } = scene
  const other = await programmeStaffOf({ id: scene.exercise.programmeId }, 'director')
  const otherId = other.kind === 'account' ? other.accountId : ''
  const mine = { ...own, accountId: accountId ?? '' }
  await db.mselView.createMany({
    data: [
      { ...mine, name: 'Grid', query: `storyline=${scene.storyline.id},none&team=${scene.team.id}` },
      { ...mine, name: 'Mine', query: `controller=${accountId}` },
      { ...own, accountId: otherId, name: 'Drafts', query: 'state=draft', shared: true },
      { ...own, accountId: otherId, name: 'Grid', query: 'q=grid', shared: true },
      { ...own, accountId: otherId, name: 'Private', query: 'q=x' },
    ],
  })
  const result = await clone(scene)
  if (!result.ok) throw new Error(result.error.reason)
  const { exerciseId } = result.data
  const renewed = (id: string) => renamed(exerciseId, id)
  const views = await db.mselView.findMany({ where: { exerciseId }, orderBy: { name: 'asc' } })
  expect(views).toMatchObject([
    { accountId, name: 'Drafts', query: 'state=draft', shared: true },
    {
      ...{ accountId, name: 'Grid', shared: false },
      query: `storyline=${renewed(scene.storyline.id)},none&team=${renewed(scene.team.id)}`,
    },
  ])
})
