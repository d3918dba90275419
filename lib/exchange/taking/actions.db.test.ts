import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { addInjects, editInjects } from '@/lib/injects/actions'
import { getDictionary } from '@/lib/injects/dictionary/queries'
import { listInjects } from '@/lib/injects/queries'
import type { Actor } from '@/lib/policy'
import { writeWorkbook } from '@/lib/sheets/writing/rules'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise, makeTeam } from '@/prisma/factories'
import { emptyDocument, emptyInject } from '../document/rules'
import { readExchange } from '../files/rules'
import { planGates } from '../gates/rules'
import { coveredFields } from '../plan/covered/rules'
import { missingNames, planImport } from '../plan/rules'
import { noChoices } from '../times/rules'
import { keepForeign, takeGates, takeNames } from './actions'
import { getListTimes, listKept, listMselWords } from './queries'

const now = Date.UTC(2026, 10, 22)
const heads = [
  '#',
  'Time',
  'Storyline',
  'Incident',
  'Method',
  'From',
  'To',
  'Subject',
  'Objective',
  'Controller',
  'Weather',
]
const row = (serial: string, time: string, subject: string, to = 'blue team 07') => [
  serial,
  time,
  'Power',
  'Blackout',
  'E-mail',
  'Gazette',
  to,
  subject,
  '1.1 Detect',
  'Nobody Known',
  'rain',
]

async function done<Data>(
  result: Promise<{ ok: true; data: Data } | { ok: false; error: { reason: string } }>,
) {
  const outcome = await result
  if (!outcome.ok) throw new Error(outcome.error.reason)
  return outcome.data
}

/** An exercise with a team, and a planner who takes a list in as the page does. */
async function setting() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  await makeTeam(exercise, { name: 'Blue Team 07' })
  const exerciseId = exercise.id
  const plan = async (rows: string[][], actor: Actor = planner) => {
    const read = readExchange(writeWorkbook('MSEL', [heads, ...rows]), {
      name: 'm.xlsx',
      times: noChoices(now),
    })
    if (!read.ok) throw new Error(read.refusal)
    const dictionary = await getDictionary(actor, exerciseId)
    if (!dictionary) throw new Error('nothing to see')
    const found = (await listInjects(actor, exerciseId, { after: null, limit: 500 })) ?? []
    const serials = new Map(found.map(({ id, serial }) => [id, serial]))
    const saying = {
      timeZone: exercise.timeZone,
      scenarioZone: exercise.timeZone,
      serialOf: (id: string) => serials.get(id),
      gateOf: () => undefined,
    }
    const missing = missingNames(read.document, dictionary)
    const covered = coveredFields(read.look?.mapping ?? null)
    return {
      missing,
      planned: planImport(read.document, {
        ...{ place: dictionary, rows: found, saying, covered },
        kept: (await listKept(actor, exerciseId)) ?? {},
        gates: planGates(read.document, dictionary, saying.serialOf).idOf,
      }),
    }
  }
  const names = (given: object, actor: Actor = planner) =>
    execute(takeNames.definition, actor, { exerciseId, ...given }, now)
  return { exercise, exerciseId, planner, plan, names }
}

const text = ({ field, from, to }: { field: string; from: unknown; to: unknown }) =>
  `${field.replace(/:.*/, '')}: ${from} → ${to}`

it('takes a list in by its names and serials, and the same list again changes nothing', async () => {
  const { exerciseId, planner, plan, names } = await setting()
  const list = [row('7.1', 'T+1h', 'Phish'), row('7.2', 'T+2h', 'Call')]
  const first = await plan(list)
  expect(first.missing).toEqual({
    ...{
      personas: ['Gazette'],
      modes: ['E-mail'],
      storylines: ['Power'],
      columns: [{ name: 'Weather', kind: 'text' }],
    },
    ...{
      incidents: [{ storyline: 'Power', name: 'Blackout' }],
      objectives: [{ number: '1.1', title: 'Detect' }],
    },
  })
  await done(names(first.missing))
  const second = await plan(list)
  expect(Object.values(second.missing).every(made => made.length === 0)).toBe(true)
  const injects = second.planned.map(({ serial, wanted, changes, foreign }) => ({
    ...{ serial, storylineId: wanted.storylineId, incidentId: wanted.incidentId, foreign },
    values: changes
      .filter(({ field }) => !/^(?:storyline|incident)Id$/.test(field))
      .map(({ field, to }) => ({ field, value: to })),
  }))
  const added = await done(execute(addInjects.definition, planner, { exerciseId, injects }, now))
  expect(added.refused).toEqual([])
  const again = await plan(list)
  expect(again.planned.map(({ existing, changes }) => [existing?.serial, changes])).toEqual([
    ['7.1', []],
    ['7.2', []],
  ])
  const ids = added.injects.flatMap(({ id, serial }) => (serial === '7.1' ? [id] : []))
  const [inject] = (await listInjects(planner, exerciseId, { ids })) ?? []
  expect(inject).toMatchObject({
    title: 'Phish',
    moment: { anchor: 'ttime', offset: 3600 },
    notes: 'controller: Nobody Known',
  })
  expect(inject?.incidentId).not.toBeNull()
  expect(inject?.to[0]).toMatch(/^team:/)
  expect(Object.values(inject?.values ?? {})).toEqual(['rain'])
})

it('shows what a changed list changes, and lets nobody’s word be overwritten unseen', async () => {
  const { exerciseId, planner, plan, names } = await setting()
  const first = await plan([row('7.1', 'T+1h', 'Phish')])
  await done(names(first.missing))
  const { planned } = await plan([row('7.1', 'T+1h', 'Phish')])
  const values = planned[0]?.changes.filter(({ field }) => field === 'title' || field === 'start') ?? []
  const injects = [{ serial: '7.1', values: values.map(({ field, to }) => ({ field, value: to })) }]
  await done(execute(addInjects.definition, planner, { exerciseId, injects }, now))
  const changed = await plan([row('7.1', 'T+90m', 'Spear phish')])
  const wanted =
    changed.planned[0]?.changes.filter(({ field }) => field === 'title' || field === 'start') ?? []
  expect(wanted.map(text)).toEqual(
    expect.arrayContaining(['title: Phish → Spear phish', 'start: T+01:00:00 → T+01:30:00']),
  )
  const injectId = changed.planned[0]?.existing?.id ?? ''
  const edits = wanted.map(({ field, from, to }) => ({ injectId, field, seen: from, value: to }))
  await done(
    execute(
      editInjects.definition,
      planner,
      { exerciseId, edits: [{ injectId, field: 'title', seen: 'Phish', value: 'Another word' }] },
      now,
    ),
  )
  const outcome = await done(execute(editInjects.definition, planner, { exerciseId, edits }, now))
  expect(outcome.applied.map(({ field }) => field)).toEqual(['start'])
  expect(outcome.refused).toMatchObject([
    { field: 'title', reason: 'changed_meanwhile', theirs: 'Another word' },
  ])
})

it('remembers what headings were said to mean, for those who write the scenario', async () => {
  const { exercise, exerciseId, planner, names } = await setting()
  await done(
    names({
      words: [
        { word: 'faction', meaning: 'storyline' },
        { word: 'tab', meaning: '' },
      ],
    }),
  )
  await done(names({ words: [{ word: 'faction', meaning: 'own' }] }))
  expect(await listMselWords(planner, exerciseId)).toEqual(
    expect.arrayContaining([
      ['faction', 'own'],
      ['tab', null],
    ]),
  )
  expect(await listMselWords(await staffOf(exercise, 'controller'), exerciseId)).toBeNull()
})

it('makes each name once, whoever else makes it at the same time, and nothing for those who may not', async () => {
  const { exercise, exerciseId, names } = await setting()
  const given = {
    personas: ['Gazette', 'gazette'],
    storylines: ['Power', 'Water'],
    incidents: [{ storyline: 'power', name: 'Blackout' }],
  }
  for (const outcome of await Promise.all([names(given), names(given), names(given)]))
    expect(outcome.ok).toBe(true)
  const where = { exerciseId }
  expect(await factoryDb().persona.count({ where })).toBe(1)
  const storylines = await factoryDb().storyline.findMany({ where, orderBy: { number: 'asc' } })
  expect(storylines.map(({ name, number }) => [name, number])).toEqual([
    ['Power', 1],
    ['Water', 2],
  ])
  expect(await factoryDb().incident.count({ where })).toBe(1)
  const other = await staffOf(await makeExercise(), 'planner')
  for (const actor of [other, await staffOf(exercise, 'controller')])
    expect(await names(given, actor)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

it('makes the gates of a document once, and an inject of it waits for them here', async () => {
  const { exerciseId, planner, plan, names } = await setting()
  const list = [row('7.1', 'T+1h', 'Phish'), row('7.2', 'T+2h', 'Call')]
  await done(names({ ...(await plan(list)).missing }))
  const add = { injects: list.map(([serial = '']) => ({ serial, values: [] })) }
  await done(execute(addInjects.definition, planner, { exerciseId, ...add }, now))
  const wait = { serial: null, gateId: null, key: null, condition: 'released', delaySeconds: 0 }
  const gates = [
    { key: 'g2', kind: 'all', name: 'Both', waits: [{ ...wait, key: 'g1' }] },
    {
      ...{ key: 'g1', kind: 'any', name: '' },
      waits: [
        { ...wait, serial: '7.1' },
        { ...wait, serial: '9.9' },
      ],
    },
  ]
  const made = await done(execute(takeGates.definition, planner, { exerciseId, gates }, now))
  expect(made.gates.map(({ key, number }) => [key, number])).toEqual([
    ['g2', 1],
    ['g1', 2],
  ])
  expect(made.lost).toBe(1)
  const waits = await factoryDb().wait.findMany({
    where: { exerciseId },
    select: {
      gate: { select: { number: true } },
      afterInject: { select: { serial: true } },
      afterGateId: true,
    },
  })
  expect(waits.map(({ gate, afterInject }) => `${gate?.number} ${afterInject?.serial}`).sort()).toEqual([
    '1 undefined',
    '2 7.1',
  ])
  const circle = gates.map(({ waits: _, ...gate }, at) => ({
    ...gate,
    waits: [{ ...wait, key: at === 0 ? 'g1' : 'g2' }],
  }))
  const refused = await execute(takeGates.definition, planner, { exerciseId, gates: circle }, now)
  expect(refused.ok ? '' : refused.error.reason).toBe('logic_circle')
})

it('keeps with an inject what a later file said besides, and tells what of it is new', async () => {
  const { exercise, exerciseId, planner, plan } = await setting()
  const serial = '7.1'
  const [inject] = (
    await done(
      execute(addInjects.definition, planner, { exerciseId, injects: [{ serial, values: [] }] }, now),
    )
  ).injects
  const foreign = { format: 'xlsx', id: 'abc', fields: { Card: 'Ace' } }
  const keep = (actor: Actor) =>
    execute(keepForeign.definition, actor, { exerciseId, injects: [{ injectId: inject?.id, foreign }] }, now)
  expect(await done(keep(planner))).toEqual({ kept: 1 })
  expect(await done(keep(planner))).toEqual({ kept: 0 })
  expect(await listKept(planner, exerciseId)).toEqual({ [inject?.id ?? '']: foreign })
  expect((await plan([row(serial, 'T+1h', 'Phish')])).planned[0]?.kept).toBe(null)
  const controller = await staffOf(exercise, 'controller')
  expect((await keep(controller)).ok).toBe(false)
  expect(await listKept(controller, exerciseId)).toBe(null)
  const other = await staffOf(await makeExercise(), 'planner')
  expect((await keep(other)).ok).toBe(false)
})

it('remembers what was said of the times of a list', async () => {
  const { exerciseId, planner, names } = await setting()
  const times = { timeZone: 'Asia/Tokyo', launchOn: '2027-04-20', dayFirst: false }
  await done(names({ times }))
  expect(await getListTimes(planner, exerciseId)).toEqual(times)
  expect(await listMselWords(planner, exerciseId)).toEqual([])
  await done(names({ times: { ...times, launchOn: null } }))
  expect(await getListTimes(planner, exerciseId)).toEqual({ ...times, launchOn: null })
})

it('leaves to an inject who is responsible for it when a document without people comes in', async () => {
  const { exerciseId, planner } = await setting()
  const controllerId = planner.kind === 'account' ? planner.accountId : ''
  const values = [{ field: 'controllerId', value: controllerId }]
  await done(
    execute(addInjects.definition, planner, { exerciseId, injects: [{ serial: '7.1', values }] }, now),
  )
  const document = emptyDocument()
  document.scenario.injects = [{ ...emptyInject('i1'), serial: '7.1', title: 'Phish' }]
  const dictionary = await getDictionary(planner, exerciseId)
  if (!dictionary) throw new Error('nothing to see')
  const rows = (await listInjects(planner, exerciseId, { after: null, limit: 10 })) ?? []
  const saying = { timeZone: 'UTC', scenarioZone: 'UTC', serialOf: () => undefined, gateOf: () => undefined }
  const [planned] = planImport(document, {
    ...{ place: dictionary, rows, saying, covered: coveredFields(null), kept: {}, gates: new Map() },
  })
  expect(planned?.changes.map(({ field }) => field)).toEqual(['title'])
})
