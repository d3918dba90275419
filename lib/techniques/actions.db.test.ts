import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { attempt } from '@/lib/attempt.fixture'
import { getChecks } from '@/lib/clashes/queries'
import { setting } from '@/lib/teams/setting.fixture'
import { administrator, staffOf } from '@/prisma/actors'
import { usualStartexAt as now } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { addRelease, chooseRelease, removeRelease } from './actions'
import { getAttack, listReleases, listTechniques } from './queries'

const { exercise, planner, outsiders, base } = await setting()
const admin = await administrator()

const technique = (code: string, over: object = {}) => ({
  ...{ code, name: `Name of ${code}`, tactics: ['stealth'], withdrawn: false, replacedBy: null },
  ...over,
})
const matrix = (over: object = {}) => ({
  ...{ release: '98.1', domain: 'enterprise', tactics: [{ key: 'stealth', name: 'Stealth' }] },
  techniques: [technique('T1566'), technique('T1562', { withdrawn: true, replacedBy: 'T1685' })],
  ...over,
})
const add = (over: object = {}) => execute(addRelease.definition, admin, matrix(over), now)

test('a fresh installation has release 19 of the enterprise matrix, as MITRE counts it', async () => {
  const [shipped] = (await listReleases(admin)) ?? []
  expect(shipped).toMatchObject({
    ...{ release: '19', domain: 'enterprise', tactics: 15, techniques: 858, exercises: 0 },
  })
})

test('a release is loaded once for each matrix, also by two at once', async () => {
  const results = await Promise.all([add(), add()])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({
    error: { fields: { release: { reason: 'attack_release_taken' } } },
  })
  expect(await add({ domain: 'ics', techniques: [technique('T0800')] })).toMatchObject({ ok: true })
})

test('a release without techniques, of no number or with codes that are none is refused', async () => {
  expect(await add({ release: '97', techniques: [] })).toMatchObject({ ok: false })
  expect(await add({ release: 'v19' })).toMatchObject({
    error: { fields: { release: { reason: 'attack_version_form' } } },
  })
  expect(await add({ release: '97', techniques: [technique('1566')] })).toMatchObject({ ok: false })
})

test('an exercise goes by the release that its planners choose, all its matrices together', async () => {
  expect(await listTechniques(planner, exercise.id)).toEqual([])
  const choose = (release: string) => execute(chooseRelease.definition, planner, { ...base(), release }, now)
  expect(await choose('97')).toMatchObject({ error: { reason: 'attack_release_gone' } })
  expect(await choose('98.1')).toMatchObject({ ok: true })
  const codes = (await listTechniques(planner, exercise.id))?.map(({ code }) => code)
  expect(codes).toEqual(['T1562', 'T1566', 'T0800'])
})

test('it is told before the choice which codes in use another release does not know or has withdrawn', async () => {
  await makeInject(exercise, { techniques: ['T1566', 'T1562'] })
  await makeInject(exercise, { techniques: ['T1566', 'T1009'] })
  const attack = await getAttack(planner, exercise.id)
  expect(attack?.misfits).toEqual({
    unknown: [{ code: 'T1009', injects: 1 }],
    withdrawn: [{ code: 'T1562', name: 'Name of T1562', injects: 1, replacedBy: 'T1685' }],
  })
  expect(attack?.others).toMatchObject([
    {
      release: '19',
      techniques: 697,
      misfits: { unknown: [], withdrawn: [{ code: 'T1009' }, { code: 'T1562' }] },
    },
  ])
  expect(attack?.matrices[0]).toMatchObject({
    domain: 'enterprise',
    tactics: [{ name: 'Stealth', techniques: 1, reached: 1 }],
  })
})

test('the checks point out the same codes, inject by inject', async () => {
  const checks = await getChecks(planner, exercise.id)
  const found = checks?.findings.filter(({ check }) => check.startsWith('technique_')) ?? []
  expect(found.map(({ check, mend, evidence }) => ({ check, mend, evidence }))).toEqual(
    expect.arrayContaining([
      { check: 'technique_unknown', mend: 'correct_code', evidence: { code: 'T1009' } },
      {
        check: 'technique_withdrawn',
        mend: 'replace_technique',
        evidence: { code: 'T1562', instead: 'T1685' },
      },
    ]),
  )
  expect(found).toHaveLength(2)
})

test('a controller is told of the own injects and of no other', async () => {
  const controller = await staffOf(exercise, 'controller')
  if (controller.kind !== 'account') throw new Error('no account')
  await makeInject(exercise, { techniques: ['T1685'], controllerId: controller.accountId })
  expect(await getAttack(controller, exercise.id)).toMatchObject({
    ...{ mayEdit: false, used: 1, others: [], misfits: { unknown: [{ code: 'T1685', injects: 1 }] } },
  })
})

test('a release that is removed leaves the codes of injects as they are, unchecked', async () => {
  const rows = (await listReleases(admin))?.filter(one => one.release === '98.1') ?? []
  expect(rows.map(({ exercises }) => exercises)).toEqual([1, 1])
  for (const { id: releaseId } of rows)
    expect(await execute(removeRelease.definition, admin, { releaseId }, now)).toMatchObject({ ok: true })
  expect(await getAttack(planner, exercise.id)).toMatchObject({ release: '98.1', loaded: false, used: 4 })
  const checks = await getChecks(planner, exercise.id)
  expect(checks?.findings.filter(({ check }) => check.startsWith('technique_'))).toEqual([])
})

test('releases are the administrators’ business, the choice is the planners’, the list is for whoever reads', async () => {
  const releaseId = (await listReleases(admin))?.[0]?.id
  for (const actor of [planner, ...outsiders]) {
    expect(await listReleases(actor)).toBe(null)
    for (const one of [attempt(addRelease, matrix({ release: '97' })), attempt(removeRelease, { releaseId })])
      expect(await one(actor)).toMatchObject({ error: { code: 'forbidden' } })
  }
  for (const actor of outsiders) {
    expect(await attempt(chooseRelease, { ...base(), release: '19' })(actor)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await getAttack(actor, exercise.id)).toBe(null)
    expect(await listTechniques(actor, exercise.id)).toBe(null)
  }
})
