import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { frameHosts } from '@/lib/frame-hosts'
import { staffOf } from '@/prisma/actors'
import { makeExercise } from '@/prisma/factories'
import { editEmbedding } from './actions'
import { getEmbedding } from './queries'

const now = Date.UTC(2027, 0, 15, 12)

async function setting(given: Parameters<typeof makeExercise>[0] = {}) {
  const exercise = await makeExercise(given)
  const director = await staffOf(exercise)
  const edit = (hosts: string, actor = director) =>
    execute(editEmbedding.definition, actor, { exerciseId: exercise.id, version: 1, hosts }, now)
  return { exercise, director, edit }
}

test('a director names hosts in any form, each once, and the policy of the page names them', async () => {
  const { exercise, director, edit } = await setting()
  expect(await edit('example.org\nHTTPS://example.org/, *.mil.example')).toMatchObject({ ok: true })
  const hosts = ['https://example.org', 'https://*.mil.example']
  expect(await getEmbedding(director, exercise.id)).toMatchObject({ embedHosts: hosts, version: 2 })
  expect(await frameHosts(exercise.code.toLowerCase())).toEqual(hosts)
})

test('what is no host is refused as a whole, and a planner names none', async () => {
  const { exercise, director, edit } = await setting()
  expect(await edit("example.org\n'self'; script-src")).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  })
  expect(await edit('example.org', await staffOf(exercise, 'planner'))).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  })
  expect(await getEmbedding(director, exercise.id)).toMatchObject({ embedHosts: [] })
})

test('nobody frames a draft, or an exercise that is not there', async () => {
  const { exercise, edit } = await setting({ status: 'draft' })
  expect(await edit('example.org')).toMatchObject({ ok: true })
  expect(await frameHosts(exercise.code)).toEqual([])
  expect(await frameHosts('NOWHERE')).toEqual([])
  expect(await frameHosts("'; --")).toEqual([])
})
