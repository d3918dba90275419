import { sql } from '@/lib/db'
import { graphFrom } from '@/lib/injects/known/rules'
import { plannedTimes } from '@/lib/injects/order/rules'
import { reach } from '@/lib/logic/graph/rules'
import { instantOfSeconds } from '@/lib/logic/times/rules'
import type { WaitLine } from '@/lib/logic-rows'
import type { Actor } from '@/lib/policy'
import type { RowRule } from '@/lib/policy-rows'
import { scenarioView } from '@/lib/scenario-view'
import { type Moment, optionalMomentOf, resolveMoment, type StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { arrayOf, type InjectLine, type Lines, lineAt, readLines, type TimingLine } from './lines/queries'

/** For whom injects are. Those for the same ones share it. */
type Recipients = {
  teamIds: readonly string[]
  roleIds: readonly string[]
  registrationIds: readonly string[]
}

type TimedInject = Pick<
  InjectLine,
  'id' | 'serial' | 'title' | 'storylineId' | 'phaseId' | 'controllerId'
> & {
  startAt: Instant
  /** Null for a moment without length. */
  endAt: Instant | null
  /** Whether the time is its own, and not what its waits make of it. */
  pinned: boolean
  to: Recipients
}

export type TimedInjects = {
  injects: TimedInject[]
  /** What they wait for, through gates too; both ends are seen. */
  links: { id: string; after: string }[]
  storylines: { id: string; number: number; name: string }[]
  controllers: { id: string; name: string }[]
  /** Of those asked for: without a time, gone, or never seen by this actor. */
  without: string[]
}

/**
 * The injects that have a time, own or implied, and that this actor may see; null for whoever sees nothing of the
 * scenario. With `changed`, those alone and all whose time could follow from theirs.
 */
export async function listTimedInjects(
  actor: Actor,
  exerciseId: string,
  frame: StartexFrame,
  changed: readonly string[] | null = null,
): Promise<TimedInjects | null> {
  const view = await scenarioView(actor, exerciseId)
  if (!view) return null
  return changed === null
    ? allTimed(exerciseId, frame, view.rule)
    : changedTimed(exerciseId, frame, view.rule, changed)
}

async function allTimed(exerciseId: string, frame: StartexFrame, seen: RowRule): Promise<TimedInjects> {
  const [wired, lines] = await Promise.all([readWired(exerciseId), readLines(exerciseId, seen, null)])
  const injects = timed(lines, plannedTimes(graphFrom(wired, frame)), frame)
  const ids = new Set(injects.map(({ id }) => id))
  const links = linksOf(wired.waits, null).filter(({ id, after }) => ids.has(id) && ids.has(after))
  return { ...(await namesIn(exerciseId, lines)), injects, links, without: [] }
}

/** Costs what hangs on the changed ones and what times those, however many there are beside. */
async function changedTimed(
  exerciseId: string,
  frame: StartexFrame,
  seen: RowRule,
  changed: readonly string[],
): Promise<TimedInjects> {
  const wired = await readWiredTo(exerciseId, changed)
  const graph = graphFrom(wired, frame)
  const wanted = reach(graph, changed, ({ start }) => start === null)
  const links = linksOf(wired.waits, wanted)
  // What is waited for is looked at too: whether the actor may know of it.
  const asked = [...new Set([...wanted, ...links.map(({ after }) => after)])]
  const lines = await readLines(exerciseId, seen, asked)
  const injects = timed(lines, plannedTimes(graph), frame)
  const ids = new Set(injects.map(({ id }) => id))
  const gates = new Set(wired.gates.map(({ id }) => id))
  return {
    ...(await namesIn(exerciseId, lines)),
    injects: injects.filter(({ id }) => wanted.has(id)),
    links: links.filter(({ id, after }) => ids.has(id) && ids.has(after)),
    without: [...wanted].filter(id => !ids.has(id) && !gates.has(id)),
  }
}

/** What they are sorted by, in the exercise's own order; nothing that none of them names. */
async function namesIn(exerciseId: string, { columns }: Lines) {
  const ids = (key: 'storylineId' | 'controllerId') =>
    arrayOf([...new Set(columns[key] ?? [])].filter(id => id !== null))
  const [storylines, controllers] = await Promise.all([
    sql<TimedInjects['storylines']>`
      SELECT "id", "number", "name" FROM "Storyline"
       WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids('storylineId')}::text::uuid[])
       ORDER BY "position", "number"`,
    sql<TimedInjects['controllers']>`
      SELECT "id", "name" FROM "Account" WHERE "id" = ANY(${ids('controllerId')}::text::uuid[]) ORDER BY "name", "id"`,
  ])
  return { storylines, controllers }
}

type Wired = {
  injects: { id: string; serial: string; durationSeconds: number | null; moment: Moment | null }[]
  gates: { id: string; number: number; kind: 'all' | 'any' | 'manual' }[]
  waits: WaitLine[]
}

/** Whatever waits or is waited for: the rest times itself. All of it, whoever asks, or the times would be wrong. */
async function readWired(exerciseId: string): Promise<Wired> {
  const [lines, gates, waits] = await Promise.all([
    sql<TimingLine[]>`
      SELECT ${timing()} FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid AND "id" IN (
             SELECT "injectId" FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid AND "injectId" IS NOT NULL
              UNION ALL
             SELECT "afterInjectId" FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid AND "afterInjectId" IS NOT NULL)`,
    sql<Wired['gates']>`
      SELECT "id", "number", "kind"::text AS "kind" FROM "LogicGate" WHERE "exerciseId" = ${exerciseId}::uuid`,
    sql<WaitLine[]>`SELECT ${waiting()} FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid`,
  ])
  return { injects: lines.map(withMoment), gates, waits }
}

/**
 * As much of it as says when these injects are, and all whose time could follow from theirs: forward to what hangs on
 * them and from there back to what times it, neither beyond what is pinned.
 */
async function readWiredTo(exerciseId: string, changed: readonly string[]): Promise<Wired> {
  const nodes = await sql<{ id: string }[]>`
    WITH RECURSIVE hanging("id", "free") AS (
      SELECT unnest(${arrayOf(changed)}::text::uuid[]), true
       UNION
      SELECT w.* FROM hanging h CROSS JOIN LATERAL (
        SELECT coalesce(b."injectId", b."gateId"), i."startAnchor" IS NULL
          FROM "Wait" b LEFT JOIN "Inject" i ON i."id" = b."injectId"
         WHERE b."exerciseId" = ${exerciseId}::uuid AND (b."afterInjectId" = h."id" OR b."afterGateId" = h."id")) w
       WHERE h."free"),
    timing("id", "free") AS (
      SELECT "id", true FROM hanging
       UNION
      SELECT w.* FROM timing t CROSS JOIN LATERAL (
        SELECT coalesce(b."afterInjectId", b."afterGateId"), i."startAnchor" IS NULL
          FROM "Wait" b LEFT JOIN "Inject" i ON i."id" = b."afterInjectId"
         WHERE b."exerciseId" = ${exerciseId}::uuid AND (b."injectId" = t."id" OR b."gateId" = t."id")) w
       WHERE t."free")
    SELECT DISTINCT "id" FROM timing`
  const ids = arrayOf(nodes.map(({ id }) => id))
  const [lines, gates, waits] = await Promise.all([
    sql<TimingLine[]>`
      SELECT ${timing()} FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids}::text::uuid[])`,
    sql<Wired['gates']>`
      SELECT "id", "number", "kind"::text AS "kind" FROM "LogicGate"
       WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${ids}::text::uuid[])`,
    sql<WaitLine[]>`
      SELECT ${waiting()} FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid
         AND ("injectId" = ANY(${ids}::text::uuid[]) OR "gateId" = ANY(${ids}::text::uuid[]))`,
  ])
  return { injects: lines.map(withMoment), gates, waits }
}

const timing = () => sql`
  "id", "serial"::text AS "serial", "durationSeconds", "startAnchor"::text AS "startAnchor", "startAt", "startDay",
  "startMinute", "startOffset", "startTimeZone"`
const waiting = () => sql`
  "id", "injectId", "gateId", "afterInjectId", "afterGateId", "condition"::text AS "condition", "delaySeconds"`

const withMoment = (line: TimingLine) => ({
  id: line.id,
  serial: line.serial,
  durationSeconds: line.durationSeconds,
  moment: optionalMomentOf(line, 'start'),
})

/** Those of them that have a time. */
function timed(lines: Lines, times: ReadonlyMap<string, number | null>, frame: StartexFrame): TimedInject[] {
  const recipients = new Map<string | null, Recipients>()
  const found: TimedInject[] = []
  for (const [line, id] of (lines.columns.id ?? []).entries()) {
    const row = lineAt(lines, line, id)
    const moment = optionalMomentOf(row, 'start')
    const seconds = moment ? null : (times.get(row.id) ?? null)
    if (!moment && seconds === null) continue
    const startAt = moment ? resolveMoment(moment, frame).at : instantOfSeconds(seconds ?? 0, frame)
    const to = recipients.get(row.to) ?? recipientsIn(row.to)
    recipients.set(row.to, to)
    found.push({
      id: row.id,
      serial: row.serial,
      title: row.title,
      storylineId: row.storylineId,
      phaseId: row.phaseId,
      controllerId: row.controllerId,
      startAt,
      endAt: row.durationSeconds === null ? null : startAt + row.durationSeconds * 1000,
      pinned: moment !== null,
      to,
    })
  }
  return found
}

function recipientsIn(text: string | null): Recipients {
  const parties = text?.split(' ') ?? []
  const ids = (kind: string) =>
    parties.flatMap(party => (party.startsWith(kind) ? [party.slice(kind.length)] : []))
  return { teamIds: ids('team:'), roleIds: ids('role:'), registrationIds: ids('person:') }
}

/** A wait for a gate is drawn from each inject that the gate waits for, gates behind gates too. */
function linksOf(waits: readonly WaitLine[], of: ReadonlySet<string> | null): TimedInjects['links'] {
  const gates = new Map<string, WaitLine[]>()
  for (const wait of waits) {
    if (wait.gateId === null) continue
    const known = gates.get(wait.gateId)
    if (known) known.push(wait)
    else gates.set(wait.gateId, [wait])
  }
  const sources = (wait: WaitLine, passed: ReadonlySet<string>): string[] => {
    if (wait.afterInjectId !== null) return [wait.afterInjectId]
    const gate = wait.afterGateId
    if (gate === null || passed.has(gate)) return []
    return (gates.get(gate) ?? []).flatMap(one => sources(one, new Set([...passed, gate])))
  }
  return waits.flatMap(wait => {
    const id = wait.injectId
    if (id === null || (of && !of.has(id))) return []
    return [...new Set(sources(wait, new Set()))].map(after => ({ id, after }))
  })
}
