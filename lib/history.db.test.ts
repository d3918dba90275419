import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeExercise, makeSite } from '@/prisma/factories'
import { type Definition, execute } from './action'
import { db } from './db'
import { conflictsIn, lockForEdit, plainText } from './history'

const schema = z.object({
  exerciseId: z.uuid(),
  id: z.uuid(),
  version: z.number(),
  name: z.string().exactOptional(),
  place: z.string().exactOptional(),
})

/** An edit of a site by whoever opened it at `version`. */
const editSite: Definition<typeof schema, { version: number }> = {
  name: 'site.edit',
  input: schema,
  may: () => true,
  async run({ tx }, { exerciseId, id, version, ...data }) {
    await lockForEdit(tx, { table: 'Site', id, owner: exerciseId, version, touched: Object.keys(data) })
    return tx.site.update({ where: { id, exerciseId }, data, select: { version: true } })
  },
  stale: 'none',
}
const edit = (by: string, input: object) => execute(editSite, { kind: 'job', name: by }, input, 0)

async function scene() {
  const exercise = await makeExercise()
  const site = await makeSite(exercise, { name: 'Hall A', place: 'Tallinn' })
  return { exerciseId: exercise.id, id: site.id, version: site.version, siteId: site.id }
}

test('an edit raises the version by itself', async () => {
  const { siteId: _, ...opened } = await scene()
  expect(await edit('Aino', { ...opened, name: 'Hall B' })).toEqual({ ok: true, data: { version: 2 } })
})

test('two who change the same field: the second is shown the first’s value, and nothing is lost', async () => {
  const { siteId, ...opened } = await scene()
  await edit('Aino', { ...opened, name: 'Hall B' })
  await edit('Aino', { ...opened, version: 2, name: 'Hall C' })
  expect(await edit('Mart', { ...opened, name: 'Hall D' })).toEqual({
    ok: false,
    error: {
      code: 'conflict',
      reason: 'changed_meanwhile',
      conflicts: [{ field: 'name', theirs: 'Hall C', by: 'Aino' }],
    },
  })
  expect((await db.site.findUniqueOrThrow({ where: { id: siteId } })).name).toBe('Hall C')
})

test('two who change different fields both succeed', async () => {
  const { siteId, ...opened } = await scene()
  await edit('Aino', { ...opened, name: 'Hall B' })
  expect(await edit('Mart', { ...opened, place: 'Tartu' })).toEqual({ ok: true, data: { version: 3 } })
  expect(await db.site.findUniqueOrThrow({ where: { id: siteId } })).toMatchObject({
    name: 'Hall B',
    place: 'Tartu',
  })
})

test('of two at the very same moment the second sees what the first did', async () => {
  const { siteId, ...opened } = await scene()
  const results = await Promise.all([
    edit('Aino', { ...opened, name: 'Hall B' }),
    edit('Mart', { ...opened, name: 'Hall C' }),
  ])
  expect(results.filter(result => result.ok)).toHaveLength(1)
  const refused = results.find(result => !result.ok)
  const { name } = await db.site.findUniqueOrThrow({ where: { id: siteId } })
  expect(refused).toMatchObject({ error: { code: 'conflict', conflicts: [{ field: 'name', theirs: name }] } })
})

test('a row of another exercise, and one that is gone, is not found', async () => {
  const { siteId: _, ...opened } = await scene()
  const other = await scene()
  const notFound = { ok: false, error: { code: 'not_found', reason: 'not_found' } }
  expect(await edit('Mart', { ...opened, exerciseId: other.exerciseId, name: 'Taken' })).toEqual(notFound)
  expect(await edit('Mart', { ...opened, id: crypto.randomUUID(), name: 'Ghost' })).toEqual(notFound)
})

test('only the last word on a touched field is shown, emptied and listed values too', () => {
  const changes = [
    { field: 'name', to: 'Hall B', by: 'Aino' },
    { field: 'place', to: 'Tartu', by: 'Aino' },
    { field: 'name', to: null, by: null },
  ]
  expect(conflictsIn(changes, ['name', 'capacity'])).toEqual([{ field: 'name', theirs: '', by: null }])
  expect(plainText(['en', 'et'])).toBe('en, et')
  expect(plainText({ a: 1 })).toBe('{"a":1}')
})
