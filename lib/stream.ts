/**
 * The live stream of scenarios: one LISTEN connection a process, one reading of the history an exercise and
 * notification for all who listen, then what each may see of it. Knows no noun: whoever subscribes brings the reading
 * of its rows, and how they are sent.
 */
import { describeError, log } from './log'
import type { RowRule } from './policy-rows'
import { type Changes, everSeen, type RuleRow, readChanges, readRuleRows } from './stream-changes'
import type { Cursor } from './stream-cursor'
import { type Listening, listenTo } from './stream-listen'
import type { ChangesMessage, StreamEvent } from './stream-messages'
import { hearPresence, prunePresence, tellPresence } from './stream-presence'

/** Who reads: what it sees and how its rows are read. Equal `view`s share one answer. */
type Reader = {
  exerciseId: string
  rule: RowRule
  /** whether it learns which lists change and who is on which row, beside the rows that it sees */
  seesWork: boolean
  view: string
  rows: (ids: string[]) => Promise<{ id: string }[]>
}

export type Subscriber = Reader & {
  accountId: string
  /** how far it has read, and how far it was told: nothing that it may see lies between */
  cursor: Cursor
  told: Cursor
  /** never throws; who cannot follow is ended by it */
  send: (event: StreamEvent, id: Cursor | null, data: string) => void
  /** looks again whether it may listen, and ends it where not */
  check: () => Promise<void>
  presenceTold?: string
}

type Hub = { subscribers: Set<Subscriber>; running: boolean; again: boolean }
type Kept = {
  hubs: Map<string, Hub>
  listening: Listening | null
  timer: NodeJS.Timeout | null
}

// Route handlers may be bundled apart, and hot reload evaluates this file again.
const global = globalThis as typeof globalThis & { startexStream?: Kept }
global.startexStream ??= { hubs: new Map(), listening: null, timer: null }
const kept = global.startexStream

/** Milliseconds between beats: a sign of life, the cursor moved on, and a net under lost notifications. */
const beatMs = 15_000

/** Begins to tell; the function that comes back ends it. */
export function subscribe(subscriber: Subscriber): () => void {
  const { exerciseId } = subscriber
  const hub = kept.hubs.get(exerciseId) ?? { subscribers: new Set(), running: false, again: false }
  kept.hubs.set(exerciseId, hub)
  hub.subscribers.add(subscriber)
  kept.listening ??= listenTo({ scenario: wake, access: checkAccount, presence: hearPresence(tell) }, wakeAll)
  kept.timer ??= setInterval(beat, beatMs).unref()
  wake(exerciseId)
  tell(exerciseId)
  return () => {
    hub.subscribers.delete(subscriber)
    if (hub.subscribers.size === 0 && kept.hubs.get(exerciseId) === hub) kept.hubs.delete(exerciseId)
  }
}

/** How many streams an account has open in this process, or all accounts. */
export function countStreams(accountId?: string): number {
  const all = [...kept.hubs.values()].flatMap(hub => [...hub.subscribers])
  return accountId === undefined ? all.length : all.filter(one => one.accountId === accountId).length
}

/** Ends listening, for tests that end their database. */
export async function endListening(): Promise<void> {
  if (kept.timer) clearInterval(kept.timer)
  await kept.listening?.end()
  kept.hubs.clear()
  kept.timer = null
  kept.listening = null
}

/** Reads what is new in the exercise, once however often it is called meanwhile. */
function wake(exerciseId: string): void {
  const hub = kept.hubs.get(exerciseId)
  if (!hub) return
  hub.again = true
  if (!hub.running) run(exerciseId, hub)
}

function wakeAll(): void {
  for (const exerciseId of kept.hubs.keys()) wake(exerciseId)
}

async function run(exerciseId: string, hub: Hub): Promise<void> {
  hub.running = true
  try {
    while (hub.again) {
      hub.again = false
      await readOnce(exerciseId, hub)
    }
  } catch (error) {
    // The next beat reads from where everybody was: no cursor has moved on without its message.
    log.warn(describeError(error), 'stream cannot read')
  } finally {
    hub.running = false
  }
}

/** Who has just come reads from its own cursor, up to the same snapshot as all others: from there they share. */
async function readOnce(exerciseId: string, hub: Hub): Promise<void> {
  const groups = new Map<Cursor, Subscriber[]>()
  for (const one of hub.subscribers) groups.set(one.cursor, [...(groups.get(one.cursor) ?? []), one])
  let now: Cursor | null = null
  for (const [since, subscribers] of groups) {
    const changes: Changes = await readChanges(exerciseId, since, now)
    now = changes.cursor
    await deliver(exerciseId, changes, subscribers)
  }
}

async function deliver(exerciseId: string, changes: Changes, subscribers: Subscriber[]): Promise<void> {
  const { cursor, injects, parts } = changes
  // Settings say how much controllers see.
  if (parts.includes('settings')) await Promise.all(subscribers.map(one => one.check()))
  const ids = [...injects.keys()]
  const ruleRows = once(() => readRuleRows(exerciseId, ids))
  const bodies = new Map<string, Body | null>()
  for (const subscriber of subscribers) {
    let body = bodies.get(subscriber.view)
    if (body === undefined) {
      body = await bodyFor(subscriber, changes, ids, ruleRows)
      bodies.set(subscriber.view, body)
    }
    subscriber.cursor = cursor
    if (body !== null) say(subscriber, body)
  }
}

/** What a reader may see of what is new since its cursor, at once and without listening. */
export async function changesSince(
  reader: Reader & { cursor: Cursor },
): Promise<ChangesMessage<{ id: string }>> {
  const changes = await readChanges(reader.exerciseId, reader.cursor, null)
  const ids = [...changes.injects.keys()]
  const body = await bodyFor(reader, changes, ids, () => readRuleRows(reader.exerciseId, ids))
  return { from: reader.cursor, to: changes.cursor, ...(body ?? nothing) }
}

type Body = Pick<ChangesMessage<{ id: string }>, 'rows' | 'removed' | 'reload'>

const nothing: Body = { rows: [], removed: [], reload: [] }

async function bodyFor(
  { rows: read, rule, seesWork, exerciseId }: Reader,
  { injects, parts }: Changes,
  ids: string[],
  ruleRows: () => Promise<Map<string, RuleRow>>,
): Promise<Body | null> {
  const rows = ids.length === 0 ? [] : await read(ids)
  const shown = new Set(rows.map(({ id }) => id))
  const gone = ids.filter(id => !shown.has(id))
  const now = gone.length === 0 ? null : await ruleRows()
  const removed = gone.filter(id => everSeen(rule, exerciseId, now?.get(id) ?? null, injects.get(id) ?? []))
  const reload = parts.filter(part => seesWork || part === 'everything')
  return rows.length + removed.length + reload.length === 0 ? null : { rows, removed, reload }
}

function say(subscriber: Subscriber, body: Body): void {
  const message = { from: subscriber.told, to: subscriber.cursor, ...body }
  subscriber.told = subscriber.cursor
  subscriber.send('changes', subscriber.cursor, JSON.stringify(message))
}

function beat(): void {
  prunePresence(tell)
  for (const hub of kept.hubs.values()) {
    for (const subscriber of hub.subscribers) {
      say(subscriber, nothing)
      subscriber.check()
    }
  }
  wakeAll()
}

function checkAccount(accountId: string): void {
  for (const hub of kept.hubs.values())
    for (const subscriber of hub.subscribers) if (subscriber.accountId === accountId) subscriber.check()
}

/** Who is where, to everybody who listens to the exercise. */
function tell(exerciseId: string): void {
  tellPresence(exerciseId, () => kept.hubs.get(exerciseId)?.subscribers ?? [])
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}
