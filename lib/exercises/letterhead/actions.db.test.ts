import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { editLetterhead } from './actions'
import { getLetterhead } from './queries'

const now = Date.UTC(2027, 0, 15, 12)

async function setting() {
  const exercise = await makeExercise()
  const director = await staffOf(exercise)
  const form = {
    exerciseId: exercise.id,
    version: exercise.version,
    mailName: 'Locked Harbour',
    mailReplyTo: 'desk@example.org',
    mailFooter: 'Registration desk\n+372 600 0000',
  }
  const edit = (given: object = {}, actor = director) =>
    execute(editLetterhead.definition, actor, { ...form, ...given }, now)
  return { exercise, director, form, edit }
}

test('a director says how letters are signed, and the history keeps it', async () => {
  const { exercise, director, form, edit } = await setting()
  expect(await edit()).toMatchObject({ ok: true })
  const { exerciseId: _, version, ...head } = form
  expect(await getLetterhead(director, exercise.id)).toEqual({ ...head, version: version + 1 })
  const fields = await factoryDb().changeField.findMany({ where: { row: exercise.id } })
  expect(fields.map(({ field }) => field).sort()).toEqual(['mailFooter', 'mailName', 'mailReplyTo'])
  expect(await edit({ version: version + 1, mailName: '', mailReplyTo: '', mailFooter: '' })).toMatchObject({
    ok: true,
  })
  expect(await getLetterhead(director, exercise.id)).toMatchObject({ mailName: '', mailReplyTo: null })
})

test('what would become a line or an address of its own in a letter’s head is refused beside its field', async () => {
  const { edit } = await setting()
  const refused = async (given: object) => {
    const result = await edit(given)
    return result.ok
      ? null
      : Object.entries(result.error.fields ?? {}).map(([field, { reason }]) => `${field} ${reason}`)
  }
  expect(await refused({ mailName: 'Desk\r\nBcc: eve@example.net' })).toEqual(['mailName control_characters'])
  expect(await refused({ mailName: 'Desk <eve@example.net>' })).toEqual(['mailName sender_name'])
  expect(await refused({ mailName: 'x'.repeat(81) })).toEqual(['mailName too_long'])
  expect(await refused({ mailReplyTo: 'a@example.org, eve@example.net' })).toEqual([
    'mailReplyTo not_an_email',
  ])
  expect(await refused({ mailReplyTo: 'a@example.org\r\nBcc: eve@example.net' })).toEqual([
    'mailReplyTo control_characters',
  ])
  expect(await refused({ mailFooter: 'x'.repeat(501) })).toEqual(['mailFooter too_long'])
})

test('nobody else may, and of two who change the same one is told', async () => {
  const { exercise, edit } = await setting()
  expect(await edit({}, await staffOf(exercise, 'registrar'))).toMatchObject({ error: { code: 'forbidden' } })
  expect(await edit({}, await staffOf(await makeExercise()))).toMatchObject({ error: { code: 'forbidden' } })
  const results = await Promise.all([edit({ mailName: 'One' }), edit({ mailName: 'Other' })])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } })
})
