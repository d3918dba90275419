import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TimelineChanges } from '@/lib/timeline/columns/rules'
import { tableOf } from '@/lib/timeline/columns/rules'
import { planOf } from '@/lib/timeline/plan.fixture'
import type { Columns } from './board-data'
import { askAt, follow } from './live'

type Answer = TimelineChanges | 'refused'

/** A server that holds each answer back until the test gives it, and knows what it was asked. */
let server: Server
let address: string
let asked: string[]
let waiting: ((answer: Answer) => void)[]
let questions: (() => void)[]

beforeEach(async () => {
  ;[asked, waiting, questions] = [[], [], []]
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://localhost').searchParams.get('since') ?? '')
    waiting.push(answer =>
      answer === 'refused' ? response.writeHead(404).end() : response.end(JSON.stringify(answer)),
    )
    for (const question of questions.splice(0)) question()
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/plan?of=JPN`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise(done => server.close(done))
})

const { shapes, words } = planOf({ injects: 3, shifts: 0, people: 0 })
const { home, startexAt, endexAt, lists } = shapes
const frame = { home, startexAt, endexAt, lists }
const without = (cursor: string, ...removed: string[]): TimelineChanges => ({
  ...{ cursor, all: false, frame, items: [], groups: [], links: [], removed },
})
const nothing = (cursor: string) => without(cursor)

/** A board that follows the server, told by hand. */
function board() {
  const stop = new AbortController()
  const state = {
    ...{ columns: { shapes: { ...shapes, cursor: '1' }, table: tableOf(shapes), said: words } as Columns },
    ...{ heard: [] as boolean[], again: 0, ended: false, tell: () => {}, moved: () => {} },
  }
  const settled = () => new Promise<void>(resolve => (state.moved = resolve))
  follow(
    {
      columns: () => state.columns,
      ask: askAt(address),
      listen: told => {
        state.tell = told
        return () => {
          state.ended = true
        }
      },
      take: next => {
        state.columns = next
        state.moved()
      },
      heard: yes => {
        state.heard.push(yes)
        if (!yes) state.moved()
      },
      again: () => {
        state.again++
        state.moved()
      },
      settled: 0,
    },
    stop.signal,
  )
  return { state, settled, stop }
}

/** Until the server has been asked once more; gives the answer away. */
const question = async (): Promise<(answer: Answer) => void> => {
  if (waiting.length === 0) await new Promise<void>(resolve => questions.push(resolve))
  return waiting.shift() ?? expect.unreachable()
}

it('asks once for a burst, from where it stands, and takes what is new', async () => {
  const { state, settled } = board()
  for (let edit = 0; edit < 5; edit++) state.tell()
  const answer = await question()
  const taken = settled()
  answer(without('2', 'i1'))
  await taken
  expect(asked).toEqual(['1'])
  expect(state.columns.shapes.cursor).toBe('2')
  expect(state.columns.said?.id).not.toContain('i1')
  expect(state.columns.table.count).toBe(shapes.kind.length - 1)
})

it('keeps the very same items where only the cursor is another', async () => {
  const { state, settled } = board()
  const { table } = state.columns
  state.tell()
  const answer = await question()
  const taken = settled()
  answer(nothing('7'))
  await taken
  expect(state.columns.shapes.cursor).toBe('7')
  expect(state.columns.table).toBe(table)
})

it('asks again where something was told while an answer was on its way', async () => {
  const { state, settled } = board()
  state.tell()
  const first = await question()
  state.tell()
  // The second question waits for the first answer: time for it to come too early.
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(asked).toEqual(['1'])
  const taken = settled()
  first(nothing('2'))
  await taken
  const second = await question()
  second(nothing('3'))
  expect(asked).toEqual(['1', '2'])
})

it('drops an answer to what it no longer shows, and asks anew', async () => {
  const { state, settled } = board()
  state.tell()
  const answer = await question()
  state.columns = { ...state.columns, shapes: { ...state.columns.shapes, cursor: '9' } }
  answer(without('2', 'i1'))
  const next = await question()
  expect(asked).toEqual(['1', '9'])
  expect(state.columns.said?.id).toContain('i1')
  const taken = settled()
  next(nothing('10'))
  await taken
})

it('asks for everything where too much has changed', async () => {
  const { state, settled } = board()
  state.tell()
  const answer = await question()
  const taken = settled()
  answer({ cursor: '2', all: true })
  await taken
  expect(state.again).toBe(1)
  expect(state.columns.shapes.cursor).toBe('1')
})

it('says when no answer came, and asks when it is told of something again', async () => {
  const { state, settled } = board()
  state.tell()
  const answer = await question()
  const refused = settled()
  answer('refused')
  await refused
  expect(state.heard).toEqual([false])
  state.tell()
  const next = await question()
  const taken = settled()
  next(nothing('2'))
  await taken
  expect(state.heard).toEqual([false, true])
})

it('takes nothing and listens no more once it has ended', async () => {
  const { state, stop } = board()
  state.tell()
  const answer = await question()
  stop.abort()
  answer(without('2', 'i1'))
  state.tell()
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(state.ended).toBe(true)
  expect(state.columns.shapes.cursor).toBe('1')
  expect(asked).toEqual(['1'])
})
