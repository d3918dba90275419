import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { attempt } from '@/lib/attempt.fixture'
import { db } from '@/lib/db'
import { setting } from '@/lib/teams/setting.fixture'
import { staffOf } from '@/prisma/actors'
import { usualStartexAt as now } from '@/prisma/factories'
import { editScenario } from './actions'
import { addMark, editMark, removeMark } from './marks/actions'
import { getScenarioSettings } from './queries'

const { exercise, other, planner, outsiders, base } = await setting()

const settings = (over: Record<string, unknown> = {}) => ({
  ...base(),
  ...{ timeZone: 'Europe/Riga', nightFrom: '23:00', nightTo: '0530', controllerLoad: '4' },
  ...{ controllersSee: 'all', version: 1 },
  ...over,
})
const mark = (over: Record<string, unknown> = {}) => ({
  ...base(),
  ...{ start: 'T+0', story: '2031-05-01 06:00', speed: '24' },
  ...over,
})

test('a scenario is the usual one until somebody writes, and is made by whoever does so first', async () => {
  expect(await getScenarioSettings(planner, exercise)).toMatchObject({
    settings: { timeZone: 'Europe/Tallinn', nightFrom: 1320, controllersSee: 'own', version: 1 },
    marks: [],
  })
  expect(await execute(editScenario.definition, planner, settings(), now)).toMatchObject({ ok: true })
  expect(await getScenarioSettings(planner, exercise)).toMatchObject({
    settings: { timeZone: 'Europe/Riga', nightFrom: 1380, nightTo: 330, controllerLoad: 4, version: 2 },
  })
  expect(await db.deliveryMode.count({ where: { exerciseId: exercise.id } })).toBe(8)
})

test('two who write first at once make one scenario with its modes once', async () => {
  const { exercise: fresh, planner: author } = await setting()
  const form = (controllerLoad: string) => ({ ...settings({ controllerLoad }), exerciseId: fresh.id })
  const results = await Promise.all(
    ['2', '5'].map(load => execute(editScenario.definition, author, form(load), now)),
  )
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({ error: { code: 'conflict' } })
  expect(await db.deliveryMode.count({ where: { exerciseId: fresh.id } })).toBe(8)
})

test('what is no time of a day, no zone and no number is refused beside its field', async () => {
  const form = settings({ nightFrom: '25:00', timeZone: 'Atlantis/Poseidonis', controllerLoad: 'many' })
  expect(await execute(editScenario.definition, planner, form, now)).toMatchObject({
    error: {
      fields: {
        nightFrom: { reason: 'not_a_time_of_day' },
        timeZone: { reason: 'unknown_zone' },
        controllerLoad: { reason: 'not_a_number' },
      },
    },
  })
})

test('a mark says where the story is in its own zone, whatever way its moment is typed', async () => {
  const first = await execute(addMark.definition, planner, mark(), now)
  expect(first).toMatchObject({ ok: true })
  const later = mark({ start: 'D+1 09:00', story: '2031-06-01 00:00', speed: '0,5' })
  expect(await execute(addMark.definition, planner, later, now)).toMatchObject({ ok: true })
  expect((await getScenarioSettings(planner, exercise))?.marks).toMatchObject([
    // 06:00 in Riga
    { offset: 0, scenarioAt: Date.UTC(2031, 4, 1, 3), speed: 24 },
    { offset: 86_400, speed: 0.5 },
  ])
})

test('a mark stands alone at its second; the story’s time is a date; a speed is never negative', async () => {
  expect(await execute(addMark.definition, planner, mark(), now)).toMatchObject({
    error: { fields: { start: { reason: 'scenario_mark_start_taken' } } },
  })
  const wrong = mark({ start: 'T+1h', story: 'T+2h' })
  expect(await execute(addMark.definition, planner, wrong, now)).toMatchObject({
    error: { fields: { story: { reason: 'story_not_fixed' } } },
  })
  const back = mark({ start: 'T+1h', speed: '-1' })
  expect(await execute(addMark.definition, planner, back, now)).toMatchObject({
    error: { fields: { speed: { reason: 'not_a_speed' } } },
  })
})

test('two who move one mark collide only where they change the same', async () => {
  const at = { start: 'T+2h', story: '2031-05-03 06:00', speed: '1' }
  const made = await execute(addMark.definition, planner, mark(at), now)
  if (!made.ok) throw new Error('no mark')
  const edit = (over: Record<string, unknown>) =>
    execute(editMark.definition, planner, { ...mark(at), markId: made.data.id, version: 1, ...over }, now)
  expect(await edit({ speed: '3' })).toMatchObject({ ok: true })
  expect(await edit({ start: 'T+3h' })).toMatchObject({ ok: true })
  expect(await edit({ speed: '4' })).toMatchObject({ error: { code: 'conflict' } })
  const remove = { ...base(), markId: made.data.id }
  expect(await execute(removeMark.definition, planner, remove, now)).toMatchObject({ ok: true })
  expect(await execute(removeMark.definition, planner, remove, now)).toMatchObject({
    error: { code: 'not_found' },
  })
})

test('the scenario is its planners’ business and nobody else’s', async () => {
  const foreign = await db.scenarioMark.findFirstOrThrow({ where: { exerciseId: exercise.id } })
  const markId = foreign.id
  const attempts = (place: { exerciseId: string }) => [
    attempt(editMark, { ...mark(), ...place, markId, version: 1 }),
    attempt(removeMark, { ...place, markId }),
  ]
  for (const actor of outsiders) {
    expect(await getScenarioSettings(actor, exercise)).toBe(null)
    for (const one of [attempt(editScenario, settings()), attempt(addMark, mark()), ...attempts(base())])
      expect(await one(actor)).toMatchObject({ error: { code: 'forbidden' } })
  }
  const elsewhere = await staffOf(other, 'planner')
  for (const one of attempts({ exerciseId: other.id }))
    expect(await one(elsewhere)).toMatchObject({ error: { code: 'not_found' } })
  expect(await getScenarioSettings(planner, other)).toBe(null)
})
