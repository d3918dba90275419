/**
 * Who is on which row: kept in no table, told by notification to every process, forgotten after silence.
 */
import { z } from 'zod'
import { sql } from './db'
import { describeError, log } from './log'
import { matches, type RowRule } from './policy-rows'
import { readRuleRows } from './stream-changes'
import type { Present, StreamEvent } from './stream-messages'

/** Milliseconds after which somebody who says nothing has left; browsers say again every twenty seconds. */
const silenceMs = 45_000
/** Moves within so many milliseconds are told together. */
const gatherMs = 100
const mostInExercise = 200
/** Tabs of one account: whoever opens more is shown in the latest, and takes nobody else's place. */
const mostOfAccount = 5

const toldSchema = z.object({
  exerciseId: z.uuid(),
  tab: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  injectId: z.uuid().nullable(),
  field: z.string().max(60).nullable(),
})
export type Told = z.output<typeof toldSchema>

type Listener = {
  rule: RowRule
  seesWork: boolean
  presenceTold?: string
  send: (event: StreamEvent, id: null, data: string) => void
}
type Entry = Present & { until: number }
type Kept = { exercises: Map<string, Map<string, Entry>>; gathering: Set<string> }
const global = globalThis as typeof globalThis & { startexPresence?: Kept }
global.startexPresence ??= { exercises: new Map(), gathering: new Set() }
const { exercises, gathering } = global.startexPresence

/** Announcements of one account within ten seconds; a browser sends one a second at most. */
const mostSaid = 40
const saidMs = 10_000
let said = new Map<string, number>()
let saidSince = 0

/** Counted in this process: what is told is small and forgotten soon. */
export function mayAnnounce(accountId: string): boolean {
  if (performance.now() - saidSince > saidMs) {
    said = new Map()
    saidSince = performance.now()
  }
  const count = (said.get(accountId) ?? 0) + 1
  said.set(accountId, count)
  return count <= mostSaid
}

/** Tells every process where somebody is. A name of 200 characters stays far below the 8000 bytes of a payload. */
export async function announce(told: Told): Promise<void> {
  await sql`SELECT pg_notify('presence', ${JSON.stringify(told)})`
}

export function hearPresence(tell: (exerciseId: string) => void): (payload: string) => void {
  return payload => {
    const told = toldSchema.safeParse(JSON.parse(payload)).data
    if (!told) return
    const { exerciseId, injectId, ...who } = told
    // Tabs are known to whoever listens: nobody may speak for another's.
    const tab = `${who.accountId} ${who.tab}`
    const here = exercises.get(exerciseId) ?? new Map<string, Entry>()
    if (injectId !== null && !here.has(tab)) makeRoom(here, who.accountId)
    if (injectId === null) here.delete(tab)
    else if (here.has(tab) || here.size < mostInExercise)
      here.set(tab, { ...who, injectId, until: performance.now() + silenceMs })
    exercises.set(exerciseId, here)
    tell(exerciseId)
  }
}

/** Where an account has as many tabs as it may, the one that has been silent longest goes. */
function makeRoom(here: Map<string, Entry>, accountId: string): void {
  const own = [...here].filter(([, entry]) => entry.accountId === accountId)
  const [silent] = own.toSorted(([, one], [, other]) => one.until - other.until)
  if (silent && own.length >= mostOfAccount) here.delete(silent[0])
}

export function prunePresence(tell: (exerciseId: string) => void): void {
  for (const [exerciseId, here] of exercises) {
    const before = here.size
    for (const [tab, { until }] of here) if (until < performance.now()) here.delete(tab)
    if (here.size === 0) exercises.delete(exerciseId)
    if (here.size < before) tell(exerciseId)
  }
}

/** Sends the whole list to each, where it is another one than last: nothing to lose, nothing to add up. */
export function tellPresence(exerciseId: string, listeners: () => Iterable<Listener>): void {
  if (gathering.has(exerciseId)) return
  gathering.add(exerciseId)
  setTimeout(() => {
    gathering.delete(exerciseId)
    send(exerciseId, listeners()).catch(error => log.warn(describeError(error), 'stream presence'))
  }, gatherMs).unref()
}

async function send(exerciseId: string, listeners: Iterable<Listener>): Promise<void> {
  const present = [...(exercises.get(exerciseId)?.values() ?? [])].map(({ until: _, ...who }) => who)
  const injects = [...new Set(present.map(({ injectId }) => injectId))]
  const rows = injects.length === 0 ? null : await readRuleRows(exerciseId, injects)
  for (const listener of listeners) {
    const { rule, seesWork } = listener
    const shown = (id: string) => seesWork && matches(rule, rows?.get(id) ?? {})
    const text = JSON.stringify(present.filter(({ injectId }) => shown(injectId)))
    if (text === (listener.presenceTold ?? '[]')) continue
    listener.presenceTold = text
    listener.send('presence', null, text)
  }
}
