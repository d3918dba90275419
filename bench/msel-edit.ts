/**
 * One field of one inject is edited, and another planner sees it: from calling the action to the painted frame of the MSEL
 * in the other's browser, through the web server as `npm start` runs it. Beside it, in turn and on the same database, a
 * bare relay to a bare page: NOTIFY, LISTEN, one line to a stream, one line of text. The p95 of each, in milliseconds; and
 * the same once more as far as the streams, without the browsers.
 */
import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Page } from '@playwright/test'
import connect from 'postgres'
import { execute } from '@/lib/action'
import { addInjects, editInjects } from '@/lib/injects/actions'
import { type Actor, accountOf } from '@/lib/policy'
import { currentInstant } from '@/lib/time'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { endChild } from '@/scripts/children'
import { atEnd } from '@/scripts/ending'
import { checkout } from '@/scripts/folders'
import { freePort } from '@/scripts/postgres'
import { alternate, type Line, rounds } from './line'
import { type Ear, openBrowser, watched } from './screen'

/** Edits a round; the fifth slowest of a hundred is the p95. */
const edits = 100
const injectsInAll = 1000

type Setting = { url: string; base: string; secret: string }

/** Somebody who listens to a stream until an event with the words has come whole. */
async function listen(address: string, headers: Record<string, string>): Promise<Ear> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { headers, agent: false }, resolve).on('error', reject)
  })
  if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.statusCode}`)
  atEnd(() => void answer.destroy())
  let text = ''
  let wanted: { words: string; tell: (at: number) => void }[] = []
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    if (!text.endsWith('\n\n')) return
    const at = performance.now()
    for (const { words, tell } of wanted) if (text.includes(words)) tell(at)
    wanted = wanted.filter(({ words }) => !text.includes(words))
    text = ''
  })
  return {
    waitFor: async words => ({
      arrived: new Promise(tell => {
        wanted.push({ words, tell })
      }),
    }),
  }
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0
}

/** Each after the other, as one person edits; how long each took to arrive. */
async function arrivals(
  ear: Ear,
  send: (words: string) => Promise<unknown>,
  after: number[] = [],
): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < edits; n++) {
    const words = `Title ${crypto.randomUUID()}`
    const { arrived } = await ear.waitFor(words)
    const begun = performance.now()
    await send(words)
    const sent = performance.now()
    const at = await arrived
    times.push(at - begun)
    after.push(Math.max(0, at - sent))
  }
  return times
}

async function scene({ base, secret }: Setting) {
  const exercise = await makeExercise()
  const [writer, reader] = [await staffOf(exercise, 'planner'), await staffOf(exercise, 'planner')]
  const injects = Array.from({ length: 500 }, (_, n) => ({
    values: [
      { field: 'title', value: `Inject ${n}` },
      { field: 'start', value: `T+${n}m` },
      { field: 'text', value: 'A report comes in. '.repeat(20) },
    ],
  }))
  const ids: string[] = []
  while (ids.length < injectsInAll) {
    const input = { exerciseId: exercise.id, injects }
    const made = await execute(addInjects.definition, writer, input, currentInstant())
    if (!made.ok) throw new Error(made.error.reason)
    ids.push(...made.data.injects.map(({ id }) => id))
  }
  const cookie = await cookieOf(reader, secret)
  const ear = await listen(`${base}/api/stream/${exercise.id}`, { cookie, 'accept-encoding': 'gzip, br' })
  return { exerciseId: exercise.id, code: exercise.code, cookie, writer, injectId: ids[0] ?? '', ear }
}

/** The other planner's browser, on the MSEL; and one on the relay's page. */
async function screens(msel: { base: string; code: string; cookie: string }, relay: string) {
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = msel.cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: msel.base }])
  const [ours, bare] = [await context.newPage(), await context.newPage()]
  await ours.goto(`${msel.base}/exercises/${msel.code}/scenario`)
  await ours.getByText('Inject 0', { exact: true }).first().waitFor()
  await bare.goto(`${relay}/page`)
  return { ours, bare }
}

async function cookieOf(actor: Actor, secret: string): Promise<string> {
  const token = crypto.randomUUID()
  const ownerId = accountOf(actor)?.accountId ?? ''
  const expiresAt = new Date(currentInstant() + 3_600_000)
  await factoryDb().session.create({ data: { ownerId, token, expiresAt } })
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `startex.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

async function startRelay(url: string): Promise<{ ear: Ear; address: string }> {
  const port = await freePort()
  const script = path.join(checkout, 'bench/msel-edit-relay.mjs')
  const relay = spawn(process.execPath, [script, url, String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  atEnd(() => endChild(relay))
  for (let attempt = 0; ; attempt++) {
    try {
      const address = `http://127.0.0.1:${port}`
      return { address, ear: await listen(`${address}/`, {}) }
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

/** On the database of `lib/env`, which the web server at `base` uses too; leaves its own exercise behind. */
export async function mselEdit(setting: Setting): Promise<Line> {
  const { exerciseId, code, cookie, writer, injectId, ear } = await scene(setting)
  const relay = await startRelay(setting.url)
  const pages = await screens({ base: setting.base, code, cookie }, relay.address)
  const sql = connect(setting.url, { max: 1, onnotice: () => {} })
  let seen = 'Inject 0'
  const writes: number[] = []
  const edit = async (value: string) => {
    const input = { exerciseId, edits: [{ injectId, field: 'title', seen, value }] }
    const begun = performance.now()
    const result = await execute(editInjects.definition, writer, input, currentInstant())
    writes.push(performance.now() - begun)
    if (!result.ok || result.data.refused.length > 0) throw new Error('The edit was refused')
    seen = value
  }
  const notify = (words: string) => sql`SELECT pg_notify('bench_relay', ${JSON.stringify({ words })})`
  // A page in the background paints nothing: whoever is measured stands in front.
  const shown = async (page: Page, screen: Ear, send: (words: string) => Promise<unknown>) => {
    await page.bringToFront()
    return p95(await arrivals(screen, send))
  }
  const [msel, bare] = [await watched(pages.ours), await watched(pages.bare)]
  const measured = await alternate(
    () => shown(pages.ours, msel, edit),
    () => shown(pages.bare, bare, notify),
  )
  const told: number[] = []
  const streams = await alternate(
    async () => p95(await arrivals(ear, edit, told)),
    async () => p95(await arrivals(relay.ear, notify)),
  )
  // The least that an edit can be: one row updated, on disk, and told in the same transaction.
  const leastEdit = p95(
    await arrivals(relay.ear, words =>
      sql.begin(async tx => {
        await tx`SELECT set_config('startex.change', 'off', true)`
        await tx`UPDATE "Inject" SET "title" = ${words} WHERE "id" = ${injectId}::uuid`
        await tx`SELECT pg_notify('bench_relay', ${JSON.stringify({ words })})`
      }),
    ),
  )
  await sql.end()
  return {
    ...{ bench: 'msel-edit', ...measured, unit: 'ms (p95)', n: rounds, edits, injects: injectsInAll },
    // As far as the other's stream, and the relay's.
    toStream: { ours: streams.ours, baseline: streams.baseline, ratio: streams.ratio },
    // What of it is the edit itself, committed on disk with its history, before anybody can be told.
    editAlone: Number(p95(writes).toFixed(2)),
    // From there to the other's stream: what telling costs.
    toldAfter: Number(p95(told).toFixed(2)),
    leastEdit: Number(leastEdit.toFixed(2)),
    target: 'ratio at most 3',
  }
}
