import { beforeAll, expect, test } from 'vitest'
import { factoryDb } from '@/prisma/factories'
import { makeEntry } from '@/prisma/scenario-factories'
import { visitor } from './policy'
import {
  activityRows,
  attendanceRows,
  catalogueRows,
  exerciseRows,
  injectRows,
  needsRows,
  registrationRows,
  shiftRows,
} from './policy-rows'
import { actors, askings, exercises, idsByWhere, nameOf, people, standing } from './policy-rows.fixture'

beforeAll(people)

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
