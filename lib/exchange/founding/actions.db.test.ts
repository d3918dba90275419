import fc from 'fast-check'
import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { administrator, programmeStaffOf, staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { canonical } from '../canonical/rules'
import { readDocument, writeDocument } from '../document/rules'
import type { ExerciseDocument } from '../document/schema'
import { wholeDocument } from '../document/whole.fixture'
import { getWholeDocument } from '../whole/queries'
import { foundExercise } from './actions'

const now = Date.UTC(2026, 10, 22)
let codes = 0

async function setting() {
  const exercise = await makeExercise()
  const director = await staffOf(exercise, 'director')
  const organiser = await administrator()
  const found = (document: unknown, given: object = {}, actor: Actor = organiser) =>
    execute(
      foundExercise.definition,
      actor,
      {
        ...{ programmeId: exercise.programmeId, seriesId: exercise.seriesId, code: `FND${++codes}` },
        ...{ name: 'Founded', venue: 'Tallinn', document, ...given },
      },
      now,
    )
  const made = async (document: unknown, given: object = {}) => {
    const result = await found(document, given)
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    const whole = await getWholeDocument(organiser, result.data.exerciseId, true)
    if (!whole || whole === 'too_many_files') throw new Error('nothing to see')
    return { exerciseId: result.data.exerciseId, document: whole }
  }
  return { exercise, director, found, made }
}

/** As it would be called BL27 again. */
const called = (document: ExerciseDocument): ExerciseDocument => ({
  ...document,
  exercise: document.exercise && { ...document.exercise, code: 'BL27', name: 'Baltic Lantern' },
})

/** Injects in the order of another document, which knows their times. */
function ordered(document: ExerciseDocument, as: ExerciseDocument): ExerciseDocument {
  const order = new Map(as.scenario.injects.map(({ serial }, at) => [serial, at]))
  const injects = document.scenario.injects.toSorted(
    (a, b) => (order.get(a.serial) ?? -1) - (order.get(b.serial) ?? -1),
  )
  return { ...document, scenario: { ...document.scenario, injects } }
}

it('is the same document again, whatever the exercise: document, exercise, document, exercise, document', async () => {
  const { made } = await setting()
  await fc.assert(
    fc.asyncProperty(wholeDocument, async document => {
      const first = await made(document)
      expect(called(first.document)).toEqual(canonical(ordered(document, first.document)))
      const text = writeDocument(first.document)
      expect(readDocument(JSON.parse(text))).toEqual({ ok: true, document: first.document })
      const second = await made(JSON.parse(text))
      expect(writeDocument(called(second.document))).toBe(writeDocument(called(first.document)))
    }),
    { numRuns: 15 },
  )
}, 120_000)

/** The smallest exercise there is, with these injects. */
function small(injects: readonly object[], more: object = {}) {
  return {
    ...{ format: 'startex-exercise', version: 2 },
    exercise: {
      ...{ code: 'OLD', name: 'Old', startexAt: '2027-04-13T06:00:00.000Z', timeZone: 'Europe/Tallinn' },
      ...{ endexOffset: 172_800, venue: 'Tallinn' },
    },
    scenario: { injects },
    ...more,
  }
}

const reasonOf = (result: Awaited<ReturnType<Awaited<ReturnType<typeof setting>>['found']>>) =>
  result.ok ? 'done' : (Object.values(result.error.fields ?? {})[0]?.reason ?? result.error.reason)

it('makes nothing for those who may make no exercise, or not in that programme', async () => {
  const { exercise, director, found } = await setting()
  const other = await makeExercise()
  expect(reasonOf(await found(small([]), {}, director))).toBe('not_yours')
  expect(reasonOf(await found(small([]), {}, await programmeStaffOf({ id: other.programmeId })))).toBe(
    'not_yours',
  )
  const organiser = await programmeStaffOf({ id: exercise.programmeId })
  expect(reasonOf(await found(small([]), {}, organiser))).toBe('done')
})

it('makes nothing of a document that is not sound, or that no exercise could be', async () => {
  const { exercise, found } = await setting()
  const before = await factoryDb().exercise.count({ where: { programmeId: exercise.programmeId } })
  const circle = [
    { id: 'i1', waits: [{ after: { kind: 'inject', id: 'i2' } }] },
    { id: 'i2', waits: [{ after: { kind: 'inject', id: 'i1' } }] },
  ]
  for (const document of [
    { format: 'startex-exercise' },
    small([{ id: 'i1', storyline: 's9' }]),
    small(circle),
    small([{ id: 'i1', title: 'a\u0000b' }]),
    small([], { files: [{ inject: 'i1', name: 'run.exe', content: '' }] }),
  ])
    expect(reasonOf(await found(document))).toBe('document_unsound')
  const program = Buffer.from('MZ').toString('base64')
  const files = [{ inject: 'i1', name: 'run.exe', content: program }]
  expect(reasonOf(await found(small([{ id: 'i1' }], { files })))).toBe('attachment_kind')
  expect(await factoryDb().exercise.count({ where: { programmeId: exercise.programmeId } })).toBe(before)
})

it('makes one exercise of a request that is sent twice, and refuses a code that is taken', async () => {
  const { found } = await setting()
  const given = { code: 'TWICE1', requestId: crypto.randomUUID() }
  const [first, second] = await Promise.all([found(small([]), given), found(small([]), given)])
  expect(first).toEqual(second)
  expect(reasonOf(await found(small([]), { code: 'TWICE1' }))).toBe('exercise_code_taken')
})

it('makes two exercises that know nothing of each other: what changes in one stays as it was in the other', async () => {
  const { made } = await setting()
  const document = small([{ id: 'i1', serial: '1.1', title: 'Phish' }])
  const [one, other] = [await made(document), await made(document)]
  await factoryDb().inject.updateMany({ where: { exerciseId: one.exerciseId }, data: { title: 'Changed' } })
  await factoryDb().exercise.delete({ where: { id: one.exerciseId } })
  const left = await factoryDb().inject.findMany({ where: { exerciseId: other.exerciseId } })
  expect(left.map(({ title }) => title)).toEqual(['Phish'])
})

it('still takes a document of version 1', async () => {
  const { made } = await setting()
  const { document } = await made({
    ...{ format: 'startex-exercise', version: 1 },
    exercise: { ...small([]).exercise, venue: undefined },
    phases: [{ id: 'ph1', name: 'Play', start: { anchor: 'ttime', offset: 0 } }],
    teams: [{ id: 't1', name: 'Blue Team 01', number: 1 }],
    scenario: { injects: [{ id: 'i1', to: [{ kind: 'team', id: 't1' }], phase: 'ph1', controller: 'Ann' }] },
  })
  expect(document.version).toBe(3)
  expect(document.phases[0]?.end).toEqual({ anchor: 'ttime', offset: 172_800 })
  expect(document.teamKinds.find(({ id }) => id === document.teams[0]?.kind)?.name).toBe('Blue')
  const [inject] = document.scenario.injects
  expect(inject).toMatchObject({ serial: '0.1', notes: 'controller: Ann', to: [{ kind: 'team', id: 't1' }] })
  expect(document.scenario.nextInject).toBe(2)
})

it('asks when and where for a list of injects alone, and puts it there', async () => {
  const { found, made } = await setting()
  const list = { ...small([{ id: 'i1', start: { anchor: 'ttime', offset: 60 } }]), exercise: null }
  expect(reasonOf(await found(list))).toBe('required')
  const given = { timeZone: 'Asia/Tokyo', startex: '2027-05-01 09:00', endex: 'D+2 17:00' }
  const { document } = await made(list, given)
  expect(document.exercise).toMatchObject({
    ...{ timeZone: 'Asia/Tokyo', startexAt: '2027-05-01T00:00:00.000Z', endexOffset: 201_600 },
  })
})

it('moves what is fixed with another STARTEX, and leaves the rest to be counted from it', async () => {
  const { made } = await setting()
  const fixed = { anchor: 'fixed', at: '2027-04-14T06:00:00.000Z', timeZone: 'Europe/Tallinn' }
  const document = small([
    { id: 'i1', serial: '1', start: fixed },
    { id: 'i2', serial: '2', start: { anchor: 'ttime', offset: 7200 } },
  ])
  const { document: later } = await made(document, { startex: '2027-04-20 09:00' })
  expect(later.scenario.injects.map(({ serial, start }) => [serial, start])).toEqual([
    ['2', { anchor: 'ttime', offset: 7200 }],
    ['1', { ...fixed, at: '2027-04-21T06:00:00.000Z' }],
  ])
})
