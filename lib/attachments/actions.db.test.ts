import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { attempt } from '@/lib/attempt.fixture'
import { db } from '@/lib/db'
import { accountOf } from '@/lib/policy'
import { currentCursor, readChanges } from '@/lib/stream-changes'
import { setting } from '@/lib/teams/setting.fixture'
import { staffOf } from '@/prisma/actors'
import { factoryDb, usualStartexAt as now } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { addAttachment, removeAttachment } from './actions'
import { getAttachment, listAttachments } from './queries'
import { longestAttachment, mostAttached } from './rules'

const { exercise, other, planner, outsiders, base } = await setting()
const content = new TextEncoder().encode('Bring the map.')

const file = (injectId: string, name: string, over: Record<string, unknown> = {}) => ({
  ...{ ...base(), injectId, name, content },
  ...over,
})

async function attach(injectId: string, name: string) {
  const made = await execute(addAttachment.definition, planner, file(injectId, name), now)
  if (!made.ok) throw new Error(made.error.reason)
  return made.data.id
}

test('a file is kept with its sum and comes back as it was, and its history has no bytes', async () => {
  const inject = await makeInject(exercise)
  const id = await attach(inject.id, '../orders/Map note.txt')
  expect(await listAttachments(planner, exercise.id, inject.id)).toEqual([
    { id, name: 'Map note.txt', size: content.length },
  ])
  expect(await getAttachment(planner, exercise.id, id)).toMatchObject({
    ...{ name: 'Map note.txt', mime: 'text/plain;charset=utf-8', bytes: content },
  })
  const [recorded] = await db.changeField.findMany({ where: { row: `${inject.id}/${id}` } })
  const sha256 = createHash('sha256').update(content).digest('hex')
  expect(recorded).toMatchObject({ table: 'Attachment', field: '*', to: { sha256 } })
  expect(await db.changeField.count({ where: { table: 'AttachmentContent' } })).toBe(0)
})

test('a file that is not what its name says, too long or empty is refused', async () => {
  const { id } = await makeInject(exercise)
  const add = (over: Record<string, unknown>) =>
    execute(addAttachment.definition, planner, file(id, 'a.txt', over), now)
  expect(await add({ name: 'tool.exe' })).toMatchObject({ error: { reason: 'attachment_kind' } })
  expect(await add({ name: 'a.png' })).toMatchObject({ error: { reason: 'attachment_kind' } })
  const long = new Uint8Array(longestAttachment + 1).fill(0x61)
  expect(await add({ content: long })).toMatchObject({
    error: { fields: { content: { reason: 'attachment_too_long' } } },
  })
  expect(await add({ content: new Uint8Array() })).toMatchObject({
    error: { fields: { content: { reason: 'attachment_empty' } } },
  })
})

test('two files of one name at once are one, and the last room is given once', async () => {
  const { exercise: full, planner: author } = await setting()
  const inject = await makeInject(full)
  const add = (name: string) =>
    execute(addAttachment.definition, author, { ...file(inject.id, name), exerciseId: full.id }, now)
  const same = await Promise.all([add('a.txt'), add('a.txt')])
  expect(same.map(result => result.ok).sort()).toEqual([false, true])
  expect(same.find(result => !result.ok)).toMatchObject({ error: { reason: 'attachment_name_taken' } })
  const filler = { exerciseId: full.id, injectId: inject.id, mime: 'text/plain', sha256: '0'.repeat(64) }
  const room = mostAttached - 2 * content.length
  for (let left = room, n = 0; left > 0; left -= 5_000_000, n++)
    await factoryDb().attachment.create({
      data: { ...filler, name: `${n}.txt`, size: Math.min(left, 5_000_000) },
    })
  const last = await Promise.all([add('b.txt'), add('c.txt')])
  expect(last.map(result => result.ok).sort()).toEqual([false, true])
  expect(last.find(result => !result.ok)).toMatchObject({ error: { reason: 'attachments_full' } })
})

test('a file is for those who see its inject, and goes with it', async () => {
  const controller = await staffOf(exercise, 'controller')
  const mine = await makeInject(exercise, { controllerId: accountOf(controller)?.accountId ?? null })
  const others = await makeInject(exercise)
  const [seen, hidden] = [await attach(mine.id, 'a.txt'), await attach(others.id, 'b.txt')]
  expect(await listAttachments(controller, exercise.id, mine.id)).toHaveLength(1)
  expect(await getAttachment(controller, exercise.id, seen)).not.toBe(null)
  expect(await listAttachments(controller, exercise.id, others.id)).toBe(null)
  expect(await getAttachment(controller, exercise.id, hidden)).toBe(null)
  for (const actor of outsiders) expect(await getAttachment(actor, exercise.id, seen)).toBe(null)
  expect(await getAttachment(planner, other.id, seen)).toBe(null)
  await factoryDb().inject.delete({ where: { id: mine.id } })
  expect(await db.attachmentContent.count({ where: { attachmentId: seen } })).toBe(0)
})

test('whoever has the inject open is told that a file came, and that it went', async () => {
  const inject = await makeInject(exercise)
  const before = await currentCursor()
  const attachmentId = await attach(inject.id, 'a.txt')
  const came = await readChanges(exercise.id, before, null)
  expect([...came.injects.keys()]).toEqual([inject.id])
  await execute(removeAttachment.definition, planner, { ...base(), attachmentId }, now)
  const went = await readChanges(exercise.id, came.cursor, null)
  expect([...went.injects.keys()]).toEqual([inject.id])
})

test('files are added and removed by planners of the exercise and nobody else', async () => {
  const inject = await makeInject(exercise)
  const attachmentId = await attach(inject.id, 'a.txt')
  const attempts = (place: { exerciseId: string }) => [
    attempt(addAttachment, { ...file(inject.id, 'b.txt'), ...place }),
    attempt(removeAttachment, { ...place, attachmentId }),
  ]
  for (const actor of [...outsiders, await staffOf(exercise, 'controller')])
    for (const one of attempts(base()))
      expect(await one(actor)).toMatchObject({ error: { code: 'forbidden' } })
  const elsewhere = await staffOf(other, 'planner')
  for (const one of attempts({ exerciseId: other.id }))
    expect(await one(elsewhere)).toMatchObject({ error: { code: 'not_found' } })
  const [, remove] = attempts(base())
  expect(await remove?.(planner)).toMatchObject({ ok: true })
})
