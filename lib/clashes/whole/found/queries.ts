/**
 * What is wrong with whole plans, kept for as long as nothing has changed that it depends on: the rail of every page
 * counts it, and checking a plan of fifty thousand shifts takes a second.
 */
import { createHash } from 'node:crypto'
import { type Clash, printOf } from '@/lib/clashes/whole/plan/rules'
import { planFrom } from '@/lib/clashes/whole/rows/rules'
import { clashesOf } from '@/lib/clashes/whole/rules'
import { sql } from '@/lib/db'
import { readPlanRows } from '@/lib/plan-rows'
import type { Cursor } from '@/lib/stream-cursor'
import type { Instant } from '@/lib/time-zones'

/** A clash, and the teams and delegations that it is about, directly or through somebody of theirs. */
export type Found = { clash: Clash; teams: readonly string[]; delegations: readonly string[] }

type Span = { startAt: Instant; endAt: Instant | null }

/** Everything that is wrong with a plan, and when its shifts and activities are. */
type Looked = { found: readonly Found[]; spans: ReadonlyMap<string, Span> }

/** `seen`: the snapshot of the database since which nothing has changed that counts. */
type Kept = Looked & { seen: Cursor }

const kept = new Map<string, Promise<Kept>>()
const mostKept = 4

/** Rows that a clash can come from, or go with. */
const tables = [
  ...['Exercise', 'Phase', 'Activity', 'Attendance', 'Shift', 'Duty', 'Seat', 'RestRules', 'Site', 'Team'],
  ...['Registration', 'Person', 'Participation', 'ParticipationGate', 'Partner', 'TeamNation', 'Membership'],
  'DoubleVerdict',
]

/** Everything that is wrong with an exercise's plan as it stands, whoever asks. */
export async function clashesIn(exerciseId: string): Promise<Looked> {
  const known = kept.get(exerciseId)
  const last = await known?.catch(() => null)
  if (last && !(await changedSince(exerciseId, last))) return last
  // Whoever asks at the same moment waits for the one who came first.
  const meanwhile = kept.get(exerciseId)
  const next = meanwhile !== undefined && meanwhile !== known ? meanwhile : look(exerciseId)
  kept.delete(exerciseId)
  kept.set(exerciseId, next)
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
  return next
}

async function look(exerciseId: string): Promise<Kept> {
  // Before the rows are read: what changes while they are read is looked at again.
  const [now] = await sql<{ seen: Cursor }[]>`SELECT pg_current_snapshot()::text AS "seen"`
  const rows = await readPlanRows(exerciseId)
  if (!now || !rows) return { seen: '0:0:', found: [], spans: new Map() }
  const plan = planFrom(rows)
  const teams = new Map([...rows.activities, ...rows.shifts].map(({ id, teamId }) => [id, teamId]))
  const delegations = new Map(plan.people.map(({ id, delegationId }) => [id, delegationId]))
  return {
    seen: now.seen,
    found: clashesOf(plan).map(clash => placed(clash, teams, delegations)),
    spans: new Map(
      [...plan.shifts, ...plan.activities].map(({ id, startAt, endAt }) => [id, { startAt, endAt }]),
    ),
  }
}

/** Whether anything that counts has been committed which the snapshot did not see; it moves on where nothing has. */
async function changedSince(exerciseId: string, known: Kept): Promise<boolean> {
  const [answer] = await sql<{ now: Cursor; changed: boolean }[]>`
    SELECT pg_current_snapshot()::text AS "now", EXISTS (
      SELECT FROM "Change" c JOIN "ChangeField" f ON f."changeId" = c."id" AND f."table" = ANY(${tables})
       WHERE c."transactionId" >= pg_snapshot_xmin(${known.seen}::pg_snapshot)::text::bigint
         AND NOT pg_visible_in_snapshot(c."transactionId"::text::xid8, ${known.seen}::pg_snapshot)
         AND (c."exerciseId" IS NULL OR c."exerciseId" IN (
           SELECT o."id" FROM "Exercise" o JOIN "Exercise" e ON e."programmeId" = o."programmeId"
            WHERE e."id" = ${exerciseId}::uuid))) AS "changed"`
  if (!answer || answer.changed) return true
  known.seen = answer.now
  return false
}

type Owners = ReadonlyMap<string, string | null>

function placed(clash: Clash, teamOf: Owners, delegationOf: Owners): Found {
  const teams = new Set<string>()
  const delegations = new Set<string>()
  for (const { kind, id } of clash.about) {
    const team = kind === 'team' ? id : teamOf.get(id)
    const delegation = kind === 'delegation' ? id : delegationOf.get(id)
    if (team) teams.add(team)
    if (delegation) delegations.add(delegation)
  }
  return { clash, teams: [...teams], delegations: [...delegations] }
}

/** What is accepted is this clash as it stands, and no other. */
export function fingerprintOf(clash: Clash): string {
  return createHash('sha256').update(printOf(clash)).digest('hex')
}
