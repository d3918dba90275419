import { expect, test } from 'vitest'
import { z } from 'zod'
import { factoryDb, makeActivity, makeExercise } from '@/prisma/factories'
import { action, execute } from './action'
import { changedByEdit } from './edit'
import { momentColumns } from './time'

const moment = ['startAnchor', 'startDay', 'startMinute', 'durationSeconds'] as const

/** As an action does it: whatever a form carried goes in, what was changed comes out and is written. */
const edit = action({
  name: 'test.edit',
  input: z.object({
    exerciseId: z.uuid(),
    id: z.uuid(),
    version: z.number(),
    opened: z.number().optional(),
    data: z.looseObject({}),
    at: z.number().optional(),
  }),
  may: () => true,
  run: async ({ tx }, { exerciseId, id, version, opened, data, at }) => {
    const sent: Record<string, unknown> = at === undefined ? data : { ...data, startAt: new Date(at) }
    const row = { table: 'Activity', id, owner: exerciseId, version, opened } as const
    const changed = await changedByEdit(tx, row, sent, [moment])
    await tx.activity.update({ where: { id }, data: changed })
    return Object.keys(changed)
  },
  stale: 'none',
})
const job = { kind: 'job', name: 'Kaja' } as const

async function setting() {
  const exercise = await makeExercise()
  const activity = await makeActivity(exercise, { title: 'Scripting', place: 'Hall A' })
  const row = { exerciseId: exercise.id, id: activity.id, version: activity.version }
  const save = (data: object) => execute(edit.definition, job, { ...row, data }, 0)
  return { activity, row, save }
}

test('what a form only carried along does not undo what another saved since', async () => {
  const { activity, save } = await setting()
  await save({ title: 'Scripting workshop', place: 'Hall A' })
  expect(await save({ title: 'Scripting', place: 'Hall B' })).toEqual({ ok: true, data: ['place'] })
  expect(await factoryDb().activity.findUniqueOrThrow({ where: { id: activity.id } })).toMatchObject({
    title: 'Scripting workshop',
    place: 'Hall B',
    version: activity.version + 2,
  })
})

test('the same field changed by two is a conflict that shows theirs, and nothing is written', async () => {
  const { activity, save } = await setting()
  await save({ title: 'Scripting workshop', place: 'Hall A' })
  expect(await save({ title: 'Scripting week', place: 'Hall B' })).toEqual({
    ok: false,
    error: {
      code: 'conflict',
      reason: 'changed_meanwhile',
      conflicts: [{ field: 'title', theirs: 'Scripting workshop', by: 'Kaja' }],
    },
  })
  expect(await factoryDb().activity.findUniqueOrThrow({ where: { id: activity.id } })).toMatchObject({
    place: 'Hall A',
  })
})

test('of two at the very same moment the second sees what the first did', async () => {
  const { activity, save } = await setting()
  const results = await Promise.all(['Second', 'Third'].map(title => save({ title })))
  const { title } = await factoryDb().activity.findUniqueOrThrow({ where: { id: activity.id } })
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({
    error: { conflicts: [{ field: 'title', theirs: title }] },
  })
})

test('only the last word on a field is shown, also where it was emptied', async () => {
  const { row, save } = await setting()
  await save({ place: 'Hall B' })
  await execute(
    edit.definition,
    job,
    { ...row, version: 2, data: { place: 'Hall C', link: 'https://a.example' } },
    0,
  )
  await execute(edit.definition, job, { ...row, version: 3, data: { link: '' } }, 0)
  expect(await save({ place: 'Hall D', link: 'https://b.example' })).toMatchObject({
    error: {
      conflicts: [
        { field: 'place', theirs: 'Hall C' },
        { field: 'link', theirs: '' },
      ],
    },
  })
})

test('two who change a field to the same value agree', async () => {
  const { save } = await setting()
  await save({ title: 'Scripting workshop' })
  expect(await save({ title: 'Scripting workshop' })).toMatchObject({ ok: true })
})

test('columns that belong together collide though they differ by name', async () => {
  const { save } = await setting()
  await save({ startDay: -21, startMinute: 540, durationSeconds: 3600 })
  const second = await save({ startDay: -7, startMinute: 600, durationSeconds: 3600 })
  expect(second).toMatchObject({ error: { conflicts: [{ field: 'startDay', theirs: '-21' }] } })
})

test('an instant equals itself however Postgres writes it', async () => {
  const { row } = await setting()
  const at = Date.UTC(2027, 2, 28, 1, 30, 0, 250)
  const fixed = momentColumns('start', { anchor: 'fixed', at, timeZone: 'Europe/Tallinn' })
  const { startAt: _, ...rest } = fixed
  const first = await execute(edit.definition, job, { ...row, data: rest, at }, 0)
  expect(first).toMatchObject({ ok: true })
  const again = await execute(edit.definition, job, { ...row, version: row.version + 1, data: rest, at }, 0)
  expect(again).toEqual({ ok: true, data: [] })
})

test('a row of another exercise, and one that is gone, is not found', async () => {
  const { row } = await setting()
  const gone = { ...row, id: crypto.randomUUID(), data: { title: 'Ghost' } }
  expect(await execute(edit.definition, job, gone, 0)).toMatchObject({ error: { code: 'not_found' } })
  const other = await makeExercise()
  const result = await execute(edit.definition, job, { ...row, exerciseId: other.id, data: {} }, 0)
  expect(result).toMatchObject({ error: { code: 'not_found' } })
})

test('after a conflict the form is sent again: mine is kept, and theirs in fields that I left alone', async () => {
  const { activity, row, save } = await setting()
  await save({ title: 'Scripting workshop', place: 'Hall B' })
  const form = { title: 'Scripting week', place: 'Hall A' }
  expect(await save(form)).toMatchObject({ error: { conflicts: [{ field: 'title' }] } })
  // The page has shown version 2, but the form still holds the place that it was opened with.
  const again = { ...row, version: 2, opened: 1, data: form }
  expect(await execute(edit.definition, job, again, 0)).toEqual({ ok: true, data: ['title'] })
  expect(await factoryDb().activity.findUniqueOrThrow({ where: { id: activity.id } })).toMatchObject({
    title: 'Scripting week',
    place: 'Hall B',
  })
})

test('what a third person changed since the conflict was shown is a conflict again', async () => {
  const { row, save } = await setting()
  await save({ title: 'Second' })
  await execute(edit.definition, job, { ...row, version: 2, data: { title: 'Third' } }, 0)
  const late = { ...row, version: 2, opened: 1, data: { title: 'Mine' } }
  expect(await execute(edit.definition, job, late, 0)).toMatchObject({
    error: { conflicts: [{ field: 'title', theirs: 'Third' }] },
  })
})
