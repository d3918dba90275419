import { sql } from '@/lib/db'
import { graphFrom } from '@/lib/injects/known/rules'
import { plannedTimes } from '@/lib/injects/order/rules'
import { reach } from '@/lib/logic/graph/rules'
import { instantOfSeconds } from '@/lib/logic/times/rules'
import type { WaitLine } from '@/lib/logic-rows'
import type { Actor } from '@/lib/policy'
import { asSql } from '@/lib/policy-rows'
import { scenarioView } from '@/lib/scenario-view'
import { type OptionalMomentColumns, optionalMomentOf, resolveMoment, type StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'

type TimingLine = OptionalMomentColumns<'start'> & {
  id: string
  serial: string
  durationSeconds: number | null
}

type InjectLine = TimingLine & {
  title: string
  storylineId: string | null
  phaseId: string | null
  controllerId: string | null
  /** for whom it is, as `team:ID role:ID person:ID` */
  to: string | null
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
  to: string[]
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
  const wired = await readWired(exerciseId)
  const graph = graphFrom(wired, frame)
  const wanted = changed === null ? null : reach(graph, changed, ({ start }) => start === null)
  const links = linksOf(wired.waits, wanted)
  // What is waited for is looked at too: whether the actor may know of it.
  const asked = wanted === null ? null : [...new Set([...wanted, ...links.map(({ after }) => after)])]
  const rule = asSql(view.rule, 'i', 3)
  const rows = await sql.unsafe<InjectLine[]>(linesSql(rule.text), [
    exerciseId,
    asked === null ? null : `{${asked.join(',')}}`,
    ...rule.values,
  ])
  const times = plannedTimes(graph)
  const seen = rows.flatMap(row => timed(row, times, frame))
  const ids = new Set(seen.map(({ id }) => id))
  const gates = new Set(wired.gates.map(({ id }) => id))
  return {
    ...(await namesIn(exerciseId, rows)),
    injects: wanted === null ? seen : seen.filter(({ id }) => wanted.has(id)),
    links: links.filter(({ id, after }) => ids.has(id) && ids.has(after)),
    without: [...(wanted ?? [])].filter(id => !ids.has(id) && !gates.has(id)),
  }
}

/** What the rows are sorted by, in the exercise's own order; nothing that none of them names. */
async function namesIn(exerciseId: string, rows: readonly InjectLine[]) {
  const ids = (key: 'storylineId' | 'controllerId') =>
    `{${[...new Set(rows.flatMap(row => row[key] ?? []))].join(',')}}`
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

// In plain SQL and one statement: thirty thousand of them are on the screen within a second (`npm run bench timeline-load`).
function linesSql(rule: string): string {
  return `
    SELECT i."id", i."serial"::text AS "serial", i."title", i."storylineId", i."phaseId", i."controllerId",
           i."durationSeconds", i."startAnchor"::text AS "startAnchor", i."startAt", i."startDay", i."startMinute",
           i."startOffset", i."startTimeZone", p."to"
      FROM "Inject" i
      LEFT JOIN (
        SELECT "injectId", string_agg(CASE WHEN "teamId" IS NOT NULL THEN 'team:' || "teamId"
                 WHEN "roleId" IS NOT NULL THEN 'role:' || "roleId" ELSE 'person:' || "registrationId" END, ' '
                 ORDER BY "position") AS "to"
          FROM "InjectParty" WHERE "exerciseId" = $1::uuid AND "side" = 'to' AND "personaId" IS NULL
         GROUP BY "injectId") p ON p."injectId" = i."id"
     WHERE i."exerciseId" = $1::uuid AND ($2::uuid[] IS NULL OR i."id" = ANY($2::uuid[])) AND ${rule}`
}

/** Whatever waits or is waited for: the rest times itself. All of it, whoever asks, or the times would be wrong. */
async function readWired(exerciseId: string) {
  const [lines, gates, waits] = await Promise.all([
    sql<TimingLine[]>`
      SELECT "id", "serial"::text AS "serial", "durationSeconds", "startAnchor"::text AS "startAnchor", "startAt",
             "startDay", "startMinute", "startOffset", "startTimeZone"
        FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid AND "id" IN (
             SELECT "injectId" FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid AND "injectId" IS NOT NULL
              UNION ALL
             SELECT "afterInjectId" FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid AND "afterInjectId" IS NOT NULL)`,
    sql<{ id: string; number: number; kind: 'all' | 'any' | 'manual' }[]>`
      SELECT "id", "number", "kind"::text AS "kind" FROM "LogicGate" WHERE "exerciseId" = ${exerciseId}::uuid`,
    sql<WaitLine[]>`
      SELECT "id", "injectId", "gateId", "afterInjectId", "afterGateId", "condition"::text AS "condition", "delaySeconds"
        FROM "Wait" WHERE "exerciseId" = ${exerciseId}::uuid`,
  ])
  return { injects: lines.map(line => ({ ...line, moment: optionalMomentOf(line, 'start') })), gates, waits }
}

function timed(
  row: InjectLine,
  times: ReadonlyMap<string, number | null>,
  frame: StartexFrame,
): TimedInject[] {
  const { id, serial, title, storylineId, phaseId, controllerId, durationSeconds, to } = row
  const moment = optionalMomentOf(row, 'start')
  const seconds = moment ? null : (times.get(id) ?? null)
  if (!moment && seconds === null) return []
  const startAt = moment ? resolveMoment(moment, frame).at : instantOfSeconds(seconds ?? 0, frame)
  const endAt = durationSeconds === null ? null : startAt + durationSeconds * 1000
  const pinned = moment !== null
  return [
    {
      id,
      serial,
      title,
      storylineId,
      phaseId,
      controllerId,
      startAt,
      endAt,
      pinned,
      to: to?.split(' ') ?? [],
    },
  ]
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
