import { beforeAll, expect, test } from 'vitest'
import { staffOf } from '@/prisma/actors'
import { factoryDb } from '@/prisma/factories'
import { db } from './db'
import { type Actor, visitor } from './policy'
import {
  activityRows,
  asWhere,
  attendanceRows,
  audiencesOf,
  catalogueRows,
  exerciseRows,
  injectRows,
  needsRows,
  participationRows,
  phaseRows,
  type RowRule,
  registrationRows,
  shiftRows,
} from './policy-rows'
import {
  actors,
  askings,
  exercises,
  ids,
  idsByHand,
  idsBySql,
  idsByWhere,
  people,
  scene,
  standing,
  type Table,
} from './policy-rows.fixture'

beforeAll(people)

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
