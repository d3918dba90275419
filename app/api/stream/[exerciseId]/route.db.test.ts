import { createHmac } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { now } from '@/lib/action.fixture'
import { env } from '@/lib/env'
import { editInjects } from '@/lib/injects/actions'
import { type Actor, accountOf } from '@/lib/policy'
import { countStreams, endListening } from '@/lib/stream'
import { currentCursor } from '@/lib/stream-changes'
import { actorWithoutRole, staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { POST } from './presence/route'
import { GET } from './route'

afterAll(endListening)

async function signedIn(actor: Actor) {
  const ownerId = accountOf(actor)?.accountId ?? ''
  const token = crypto.randomUUID()
  const expiresAt = new Date(Date.now() + 3_600_000)
  const session = await factoryDb().session.create({ data: { ownerId, token, expiresAt } })
  const signature = createHmac('sha256', env.authSecret).update(token).digest('base64')
  const cookie = `startex.session_token=${encodeURIComponent(`${token}.${signature}`)}`
  return { cookie, sessionId: session.id, accountId: ownerId }
}

const context = (exerciseId: string) => ({ params: Promise.resolve({ exerciseId }) })

function ask(exerciseId: string, headers: Record<string, string>, query = '', signal?: AbortSignal) {
  const request = new Request(`http://localhost/api/stream/${exerciseId}${query}`, {
    headers,
    ...(signal ? { signal } : {}),
  })
  return GET(request, context(exerciseId))
}

/** Reads on until what has come holds the words, or the stream ends. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, words: RegExp): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  while (!words.test(text)) {
    const { done, value } = await reader.read()
    if (done) return `${text}[end]`
    text += decoder.decode(value, { stream: true })
  }
  return text
}

async function readerOf(answer: Response) {
  if (!answer.body) throw new Error('The answer has no body')
  return answer.body.getReader()
}

async function setting() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const inject = await makeInject(exercise, { title: 'Mail to the port' })
  const rename = (value: string, seen: string) =>
    execute(
      editInjects.definition,
      planner,
      { exerciseId: exercise.id, edits: [{ injectId: inject.id, field: 'title', seen, value }] },
      now,
    )
  return { exercise, exerciseId: exercise.id, planner, inject, rename, ...(await signedIn(planner)) }
}

it('tells an edit as an event with its cursor, and tells what was missed to whoever comes back with it', async () => {
  const { exerciseId, inject, rename, cookie, accountId } = await setting()
  const leaving = new AbortController()
  const since = encodeURIComponent(await currentCursor())
  const answer = await ask(exerciseId, { cookie }, `?since=${since}`, leaving.signal)
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(answer.headers.get('cache-control')).toContain('no-transform')
  const reader = await readerOf(answer)
  expect(await rename('Call to the port', 'Mail to the port')).toMatchObject({ data: { refused: [] } })
  const told = await readUntil(reader, /event: changes\n.*\n\n/)
  expect(told).toContain('Call to the port')
  const id = /^id: (.+)$/m.exec(told)?.[1] ?? ''
  leaving.abort()
  expect(countStreams(accountId)).toBe(0)
  await rename('Radio to the port', 'Call to the port')
  const missed = await readerOf(await ask(exerciseId, { cookie, 'last-event-id': id }, `?since=${since}`))
  const again = await readUntil(missed, /event: changes\n.*\n\n/)
  expect(again).toContain('Radio to the port')
  await missed.cancel()
  expect(countStreams(accountId)).toBe(0)
  const once = await (await ask(exerciseId, { cookie }, `?once&since=${encodeURIComponent(id)}`)).json()
  expect(once).toMatchObject({ from: id, rows: [{ id: inject.id, title: 'Radio to the port' }] })
})

it('ends with the sign-in, and with the part that allowed it', async () => {
  const one = await setting()
  const reader = await readerOf(await ask(one.exerciseId, { cookie: one.cookie }))
  await factoryDb().session.delete({ where: { id: one.sessionId } })
  expect(await readUntil(reader, /never/)).toContain('[end]')
  const other = await signedIn(one.planner)
  const second = await readerOf(await ask(one.exerciseId, { cookie: other.cookie }))
  await factoryDb().membership.deleteMany({ where: { accountId: one.accountId } })
  expect(await readUntil(second, /never/)).toContain('[end]')
  expect((await ask(one.exerciseId, { cookie: other.cookie })).status).toBe(404)
})

it('has a reader for everybody who may, and only so many of one account', async () => {
  const { exerciseId, cookie, accountId } = await setting()
  const readers = []
  for (let n = 0; n < 12; n++) readers.push(await readerOf(await ask(exerciseId, { cookie })))
  expect((await ask(exerciseId, { cookie })).status).toBe(429)
  for (const reader of readers) await reader.cancel()
  expect(countStreams(accountId)).toBe(0)
  const stranger = await signedIn(await actorWithoutRole())
  const asked = [
    [await ask(exerciseId, {}), 401],
    [await ask(exerciseId, { cookie: 'startex.session_token=forged.c2lnbmVk' }), 401],
    [await ask(exerciseId, { cookie: stranger.cookie }), 404],
    [await ask('nonsense', { cookie }), 404],
    [await ask(exerciseId, { cookie }, "?since=1:2:'"), 400],
  ] as const
  expect(asked.map(([answer]) => answer.status)).toEqual(asked.map(([, status]) => status))
})

it('a reader that takes nothing is let go before it costs much', async () => {
  const { exerciseId, inject, rename, cookie, accountId } = await setting()
  const reader = await readerOf(await ask(exerciseId, { cookie }))
  const text = 'x'.repeat(19_000)
  await factoryDb().inject.update({ where: { id: inject.id }, data: { text, notes: 'y'.repeat(7000) } })
  for (let n = 0; n < 200 && countStreams(accountId) > 0; n++) {
    await rename(`${n + 1}`, n === 0 ? 'Mail to the port' : `${n}`)
  }
  expect(countStreams(accountId)).toBe(0)
  expect(await readUntil(reader, /never/)).toContain('[end]')
})

it('says where somebody is, to nobody who may not know, and not without end', async () => {
  const { exerciseId, exercise, inject, cookie } = await setting()
  const reader = await readerOf(await ask(exerciseId, { cookie }))
  const tab = crypto.randomUUID()
  const say = (body: unknown, as = cookie) =>
    POST(
      new Request('http://localhost/', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { cookie: as },
      }),
      context(exerciseId),
    )
  expect((await say({ tab, injectId: inject.id, field: 'title' })).status).toBe(204)
  expect(await readUntil(reader, /event: presence\n.*\n\n/)).toContain(inject.id)
  await reader.cancel()
  const registrar = await signedIn(await staffOf(exercise, 'registrar'))
  const refused = [
    [await say({ tab: 'me', injectId: inject.id }), 400],
    [await say({ tab, injectId: inject.id }, ''), 401],
    [await say({ tab, injectId: inject.id }, registrar.cookie), 404],
  ] as const
  expect(refused.map(([answer]) => answer.status)).toEqual(refused.map(([, status]) => status))
  const many = await Promise.all(Array.from({ length: 100 }, () => say({ tab, injectId: inject.id })))
  expect(many.some(answer => answer.status === 429)).toBe(true)
})
