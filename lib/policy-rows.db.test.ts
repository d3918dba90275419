import { beforeAll, expect, test } from 'vitest'
import { audiences } from '@/lib/schedule/kinds/rules'
import {
  actorWithoutRole,
  administrator,
  companyContactOf,
  contactOf,
  expertOf,
  programmeStaffOf,
  staffOf,
} from '@/prisma/actors'
import {
  makeAttendance,
  makeCompany,
  makeParticipation,
  makeRegistration,
  makeTeamNation,
} from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { makeEntry, makeInject } from '@/prisma/scenario-factories'
import { makeDuty, makeShift } from '@/prisma/shift-factories'
import { db, sql } from './db'
import { type Actor, grantsOf, visitor } from './policy'
import {
  activityRows,
  asSql,
  asWhere,
  attendanceRows,
  audiencesOf,
  catalogueRows,
  exerciseRows,
  injectRows,
  matches,
  needsRows,
  participationRows,
  phaseRows,
  type RowRule,
  registrationRows,
  shiftRows,
} from './policy-rows'

/** What each id stands for, in the words of the expectations: `here.est.kask`. */
const names = new Map<string, string>()
const nameOf = (id: string) => names.get(id) ?? id
const actors = new Map<string, Actor>()
const exercises: string[] = []
const askings: { id: string; programmeId: string }[] = []

/** One exercise with two nations; each has a team of its own and two experts. */
async function scene(place: string, programmeId?: string) {
  const exercise = await makeExercise(programmeId ? { programmeId } : {})
  exercises.push(exercise.id)
  askings.push(exercise)
  names.set(exercise.id, place)
  for (const audience of audiences) {
    names.set((await makePhase(exercise, { audience })).id, `${place}.${audience}`)
    names.set((await makeActivity(exercise, { audience })).id, `${place}.${audience}`)
  }
  const nations = []
  for (const nation of ['est', 'jpn']) {
    const participation = await makeParticipation(exercise)
    const team = await makeTeam(exercise)
    await makeTeamNation(team, participation)
    names.set(participation.id, `${place}.${nation}`)
    const activity = await makeActivity(exercise, { teamId: team.id })
    names.set(activity.id, `${place}.team of ${nation}`)
    names.set((await makeAttendance(participation, activity)).id, `${place}.${nation}.attends`)
    const first = await makeRegistration(participation, { state: 'confirmed', teamId: team.id })
    const second = await makeRegistration(participation, { state: 'draft' })
    names.set(first.id, `${place}.${nation}.first`)
    names.set(second.id, `${place}.${nation}.second`)
    names.set((await makeShift(team)).id, `${place}.watch of ${nation}`)
    nations.push({ participation, first, second })
    // What is kept to the kind of this nation's team: its plans.
    for (const tlp of [null, 'red'] as const)
      names.set(
        (await makeInject(exercise, { keptToKindId: team.kindId, tlp })).id,
        `${place}.${tlp ?? 'plan'} of ${nation}`,
      )
  }
  names.set((await makeInject(exercise)).id, `${place}.inject`)
  const watch = await makeShift(await makeTeam(exercise))
  names.set(watch.id, `${place}.watch of excon`)
  for (const { first } of nations.slice(0, 1)) {
    await makeDuty(watch, { registrationId: first.id })
    standings.set(first.id, watch.id)
  }
  for (const tlp of ['amber', 'red'] as const)
    names.set((await makeEntry(exercise, { tlp })).id, `${place}.${tlp} entry`)
  names.set((await makeInject(exercise, { tlp: 'red' })).id, `${place}.red inject`)
  return { exercise, nations }
}

beforeAll(async () => {
  const here = await scene('here')
  await scene('sister', here.exercise.programmeId)
  await scene('far')
  const [est] = here.nations
  if (!est) throw new Error('no nation')
  const programme = { id: here.exercise.programmeId }
  actors.set('visitor', visitor)
  actors.set('job', { kind: 'job', name: 'night' })
  actors.set('link', { kind: 'link', linkId: est.first.id, name: 'Liis Kask', grants: [] })
  actors.set('nobody', await actorWithoutRole())
  actors.set('platform administrator', await administrator())
  for (const role of [
    'administrator',
    'director',
    'planner',
    'controller',
    'registrar',
    'observer',
  ] as const) {
    actors.set(`programme ${role}`, await programmeStaffOf(programme, role))
  }
  for (const role of ['director', 'planner', 'controller', 'registrar', 'observer'] as const) {
    actors.set(role, await staffOf(here.exercise, role))
  }
  actors.set('contact', await contactOf(est.participation))
  actors.set('deputy', await contactOf(est.participation, 'deputy_contact'))
  actors.set('reader', await contactOf(est.participation, 'reading_contact'))
  const company = await makeCompany(est.participation)
  await factoryDb().registration.update({ where: { id: est.first.id }, data: { companyId: company.id } })
  actors.set('company contact', await companyContactOf(company))
  actors.set('expert', await expertOf(est.first))
  const controller = actors.get('controller')
  const controllerId = controller?.kind === 'account' ? controller.accountId : null
  names.set((await makeInject(here.exercise, { controllerId, tlp: 'red' })).id, 'here.controlled')
  names.set((await makeInject(here.exercise, { reviewerId: controllerId })).id, 'here.reviewed')
  actors.set('expert in draft', await expertOf(est.second))
})

type Table =
  | 'Registration'
  | 'Attendance'
  | 'Participation'
  | 'Exercise'
  | 'Phase'
  | 'Activity'
  | 'Inject'
  | 'Shift'
  | 'CatalogueEntry'

/** The shifts of whoever holds an expert's grant, by registration. */
const standings = new Map<string, string>()
const standing = (actor: Actor) =>
  grantsOf(actor).flatMap(grant =>
    grant.scope === 'own' ? [standings.get(grant.registrationId) ?? []].flat() : [],
  )

const kinds: [string, Table, (actor: Actor) => RowRule][] = [
  ['registrations', 'Registration', registrationRows],
  ['needs', 'Registration', needsRows],
  ['who attends', 'Attendance', attendanceRows],
  ['what hangs on a participation', 'Registration', actor => participationRows(actor, 'participationId')],
  ['participations', 'Participation', participationRows],
  ['exercises', 'Exercise', exerciseRows],
  ['phases', 'Phase', actor => ({ any: exercises.map(id => phaseRows(actor, id)) })],
  ['activities', 'Activity', actor => ({ any: exercises.map(id => activityRows(actor, id)) })],
  ['injects', 'Inject', actor => ({ any: exercises.map(id => injectRows(actor, id, 'own')) })],
  ['shifts', 'Shift', actor => ({ any: exercises.map(id => shiftRows(actor, id, standing(actor))) })],
  [
    'entries of the catalogue',
    'CatalogueEntry',
    actor => ({ any: askings.map(asking => catalogueRows(actor, asking)) }),
  ],
  ['injects, where controllers see all', 'Inject', actor => injectRows(actor, exercises[0] ?? '', 'all')],
]

async function idsByWhere(table: Table, rule: RowRule): Promise<string[]> {
  const where = asWhere(rule)
  const select = { id: true }
  if (table === 'Registration') return ids(await db.registration.findMany({ where, select }))
  if (table === 'Attendance') return ids(await db.attendance.findMany({ where, select }))
  if (table === 'Participation') return ids(await db.participation.findMany({ where, select }))
  if (table === 'Exercise') return ids(await db.exercise.findMany({ where, select }))
  if (table === 'Shift') return ids(await db.shift.findMany({ where, select }))
  if (table === 'Inject') return ids(await db.inject.findMany({ where, select }))
  if (table === 'CatalogueEntry') return ids(await db.catalogueEntry.findMany({ where, select }))
  if (table === 'Phase') return ids(await db.phase.findMany({ where, select }))
  return ids(await db.activity.findMany({ where, select }))
}

/** A parameter stands before the rule's own, as in a real query. */
async function idsBySql(table: Table, rule: RowRule): Promise<string[]> {
  const { text, values } = asSql(rule, 'r', 2)
  const rows = await sql.unsafe<{ id: string }[]>(
    `SELECT r."id" FROM "${table}" r WHERE $1::text = 'yes' AND ${text}`,
    ['yes', ...values],
  )
  return ids(rows)
}

async function idsByHand(table: Table, rule: RowRule): Promise<string[]> {
  const rows = await sql.unsafe<Record<string, unknown>[]>(`SELECT * FROM "${table}"`)
  return ids(rows.filter(row => matches(rule, row)).map(row => ({ id: String(row.id) })))
}

const ids = (rows: readonly { id: string }[]) => rows.map(row => row.id).sort()

const everybody = [
  'visitor',
  'job',
  'link',
  'nobody',
  'platform administrator',
  ...['administrator', 'director', 'planner', 'controller', 'registrar', 'observer'].map(
    role => `programme ${role}`,
  ),
  ...['director', 'planner', 'controller', 'registrar', 'observer'],
  ...['contact', 'deputy', 'reader', 'company contact', 'expert', 'expert in draft'],
]

test.each(kinds)(
  '%s: the ORM, plain SQL and the rule in hand see the same rows, for every role',
  async (_, table, ruleOf) => {
    expect([...actors.keys()]).toEqual(everybody)
    const seen = new Map<string, number>()
    for (const [name, actor] of actors) {
      const rule = ruleOf(actor)
      const byHand = await idsByHand(table, rule)
      expect(await idsByWhere(table, rule), name).toEqual(byHand)
      expect(await idsBySql(table, rule), name).toEqual(byHand)
      seen.set(name, byHand.length)
    }
    // A rule that shows everybody the same proves nothing.
    expect(new Set(seen.values()).size).toBeGreaterThan(2)
  },
)

/** The ways in which queries put a rule beside their own conditions. */
const settings: [string, (rule: RowRule) => object][] = [
  ['alone', rule => asWhere(rule)],
  ['spread beside a condition', rule => ({ exerciseId: { in: exercises }, ...asWhere(rule) })],
  ['under AND', rule => ({ AND: [asWhere(rule), { exerciseId: { in: exercises } }] })],
  ['under AND within AND', rule => ({ AND: [{ AND: [asWhere(rule)] }] })],
  ['under OR', rule => ({ OR: [asWhere(rule)] })],
  ['inside a rule of rules', rule => asWhere({ all: [{ any: [rule] }, 'everything'] })],
]

test.each(settings)('a rule means the same %s', async (_, where) => {
  for (const [name, actor] of actors) {
    const rule = registrationRows(actor)
    const found = await db.registration.findMany({ where: where(rule), select: { id: true } })
    expect(ids(found), name).toEqual(await idsByHand('Registration', rule))
  }
})

test('whoever sees nothing finds nothing by way of another row either', async () => {
  const where = { registrations: { some: asWhere(registrationRows(visitor)) } }
  expect(await db.participation.count({ where })).toBe(0)
  expect(await db.participation.count({ where: { NOT: where } })).toBeGreaterThan(0)
})

const all = (place: string) => ['est', 'jpn'].flatMap(n => [`${place}.${n}.first`, `${place}.${n}.second`])

test.each([
  ['visitor', []],
  ['link', []],
  ['nobody', []],
  ['platform administrator', [...all('far'), ...all('here'), ...all('sister')]],
  ['job', [...all('far'), ...all('here'), ...all('sister')]],
  ['programme planner', [...all('here'), ...all('sister')]],
  ['programme observer', []],
  ['registrar', all('here')],
  ['controller', all('here')],
  ['observer', []],
  ['contact', ['here.est.first', 'here.est.second']],
  ['company contact', ['here.est.first']],
  ['expert', ['here.est.first']],
  ['expert in draft', []],
])('as %s the registrations seen are %j', async (name, expected) => {
  const rule = registrationRows(actors.get(name) ?? visitor)
  expect((await idsByWhere('Registration', rule)).map(nameOf).sort()).toEqual([...expected].sort())
})

test.each([
  ['visitor', []],
  ['link', []],
  ['platform administrator', [...all('far'), ...all('here'), ...all('sister')]],
  ['programme director', [...all('here'), ...all('sister')]],
  ['programme planner', []],
  ['director', all('here')],
  ['registrar', all('here')],
  ['planner', []],
  ['controller', []],
  ['observer', []],
  ['contact', ['here.est.first', 'here.est.second']],
  ['deputy', ['here.est.first', 'here.est.second']],
  ['reader', []],
  ['company contact', []],
  ['expert', ['here.est.first']],
  ['expert in draft', []],
])('as %s the needs seen are those of %j', async (name, expected) => {
  const rule = needsRows(actors.get(name) ?? visitor)
  expect((await idsByWhere('Registration', rule)).map(nameOf).sort()).toEqual([...expected].sort())
})

test.each([
  ['visitor', []],
  ['programme planner', ['here.est.attends', 'here.jpn.attends', 'sister.est.attends', 'sister.jpn.attends']],
  ['registrar', ['here.est.attends', 'here.jpn.attends']],
  ['observer', []],
  ['programme observer', []],
  ['contact', ['here.est.attends']],
  ['expert', []],
])('as %s the people seen at activities are %j', async (name, expected) => {
  const rule = attendanceRows(actors.get(name) ?? visitor)
  expect((await idsByWhere('Attendance', rule)).map(nameOf).sort()).toEqual(expected)
})

test.each([
  ['visitor', ['here.public']],
  [
    'director',
    [
      'here.nations',
      'here.participants',
      'here.public',
      'here.staff',
      'here.team of est',
      'here.team of jpn',
    ],
  ],
  ['observer', ['here.nations', 'here.participants', 'here.public']],
  ['contact', ['here.nations', 'here.participants', 'here.public', 'here.team of est']],
  ['company contact', ['here.participants', 'here.public']],
  ['expert', ['here.participants', 'here.public', 'here.team of est']],
  ['expert in draft', ['here.public']],
])('as %s the activities seen are %j', async (name, expected) => {
  const rule = activityRows(actors.get(name) ?? visitor, exercises[0] ?? '')
  expect((await idsByWhere('Activity', rule)).map(nameOf).sort()).toEqual(expected)
})

const watches = ['here.watch of est', 'here.watch of excon', 'here.watch of jpn']
test.each([
  ['visitor', []],
  ['link', []],
  ['nobody', []],
  ['controller', watches],
  ['registrar', watches],
  ['observer', watches],
  ['programme observer', watches],
  ['job', watches],
  ['contact', ['here.watch of est']],
  ['reader', ['here.watch of est']],
  ['company contact', []],
  ['expert', ['here.watch of est', 'here.watch of excon']],
  ['expert in draft', []],
])('as %s the shifts seen are %j', async (name, expected) => {
  const actor = actors.get(name) ?? visitor
  const rule = shiftRows(actor, exercises[0] ?? '', standing(actor))
  expect((await idsByWhere('Shift', rule)).map(nameOf).sort()).toEqual(expected)
})

const plans = ['here.plan of est', 'here.plan of jpn', 'here.red of est', 'here.red of jpn']
const theirs = ['here.controlled', 'here.reviewed']
test.each([
  ['visitor', [], []],
  ['observer', [], []],
  ['registrar', [], []],
  ['contact', [], []],
  ['expert', ['here.plan of est'], ['here.plan of est']],
  ['expert in draft', [], []],
  ['controller', theirs, ['here.controlled', 'here.inject', 'here.reviewed']],
  ['programme controller', [], ['here.inject', 'here.reviewed']],
  ['planner', ...Array(2).fill([...theirs, 'here.inject', ...plans, 'here.red inject'].sort())],
])('as %s the injects seen are %j, and where controllers see all, %j', async (name, own, all) => {
  const seen = async (view: 'own' | 'all') =>
    (await idsByWhere('Inject', injectRows(actors.get(name) ?? visitor, exercises[0] ?? '', view)))
      .map(nameOf)
      .sort()
  expect(await seen('own')).toEqual(own)
  expect(await seen('all')).toEqual(all)
})

test.each([
  ['visitor', []],
  ['controller', []],
  ['registrar', []],
  ['observer', []],
  ['contact', []],
  ['expert', []],
  ['programme controller', []],
  ['planner', ['here.amber entry', 'here.red entry', 'sister.amber entry']],
  ['programme planner', ['here.amber entry', 'here.red entry', 'sister.amber entry', 'sister.red entry']],
])('as %s the entries of the catalogue seen are %j', async (name, expected) => {
  const [here] = askings
  if (!here) throw new Error('no exercise')
  const rule = catalogueRows(actors.get(name) ?? visitor, here)
  expect((await idsByWhere('CatalogueEntry', rule)).map(nameOf).sort()).toEqual(expected)
})

test('whoever made a TLP:RED entry of another exercise sees it still', async () => {
  const [here, sister] = askings
  const planner = actors.get('planner')
  if (!here || !sister || planner?.kind !== 'account') throw new Error('nobody is signed in')
  const { id } = await makeEntry(sister, { tlp: 'red', createdById: planner.accountId })
  expect(await idsByWhere('CatalogueEntry', catalogueRows(planner, here))).toContain(id)
  await factoryDb().catalogueEntry.delete({ where: { id } })
})

test.each([
  ['contact', ['here']],
  ['expert', ['here']],
  ['planner', ['here']],
  ['programme observer', ['here', 'sister']],
  ['platform administrator', ['far', 'here', 'sister']],
  ['visitor', []],
])('as %s the exercises seen are %j', async (name, expected) => {
  const rule = exerciseRows(actors.get(name) ?? visitor)
  expect((await idsByWhere('Exercise', rule)).map(nameOf).sort()).toEqual(expected)
})

test('whoever has a part in one exercise is a visitor in another', () => {
  for (const name of ['contact', 'expert', 'observer', 'director']) {
    expect(audiencesOf(actors.get(name) ?? visitor, exercises[2] ?? ''), name).toEqual(['public'])
  }
})

test('a wider part in one exercise widens nothing in another', async () => {
  const [here = '', sister = ''] = exercises
  const expert = actors.get('expert') ?? visitor
  const observer = await staffOf({ id: sister }, 'observer')
  if (expert.kind !== 'account' || observer.kind !== 'account') throw new Error('nobody is signed in')
  const both: Actor = { ...expert, grants: [...expert.grants, ...observer.grants] }
  expect(audiencesOf(both, here)).toEqual(['public', 'participants'])
  expect(audiencesOf(both, sister)).toEqual(['public', 'participants', 'nations'])
})

test('a membership that ends takes its rows along at the next look', async () => {
  const { exercise } = await scene('brief')
  const actor = await staffOf(exercise, 'planner')
  expect(await idsByWhere('Exercise', exerciseRows(actor))).toEqual([exercise.id])
  const accountId = actor.kind === 'account' ? actor.accountId : ''
  await factoryDb().membership.deleteMany({ where: { accountId } })
  const { loadActor } = await import('./session')
  expect(await idsByWhere('Exercise', exerciseRows(await loadActor(accountId)))).toEqual([])
  exercises.pop()
})

test.each([
  ['everything', 1],
  ['nothing', 0],
] as const)('%s stays so inside other conditions', async (rule, expected) => {
  const { exercise } = await scene('nested')
  exercises.pop()
  const { id } = exercise
  const where = asWhere(rule)
  const never = { code: 'NEVER' }
  for (const nested of [where, { AND: [where] }, { OR: [where, never] }, { AND: [{ OR: [where] }] }]) {
    expect(await db.exercise.count({ where: { id, AND: [nested] } }), JSON.stringify(nested)).toBe(expected)
  }
})
