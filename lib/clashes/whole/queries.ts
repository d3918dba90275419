import { countFindings } from '@/lib/clashes/queries'
import { clashesIn, type Found, fingerprintOf, type Spans } from '@/lib/clashes/whole/found/queries'
import { type ClashFilter, inTheirOrder, isOver } from '@/lib/clashes/whole/list/rules'
import { namesOf } from '@/lib/clashes/whole/names/queries'
import { nationClash } from '@/lib/clashes/whole/nations/rules'
import type { Clash, ClashKind } from '@/lib/clashes/whole/plan/rules'
import { sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { instantOf } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'

type AcceptedRow = { key: string; fingerprint: string; reason: string; acceptedAt: Date; by: string | null }

/** How a clash was accepted, by whom and why. */
type Acceptance = { reason: string; by: string | null; acceptedAt: Instant }
export type ListedClash = Clash & {
  fingerprint: string
  accepted: Acceptance | null
  /** Accepted once, when it said something else: that holds no more. */
  before: Acceptance | null
}

/** How much waits for somebody, with what the checks of the scenario find; null for whoever does not plan the exercise. */
export async function countClashes(actor: Actor, exerciseId: string, now: Instant): Promise<number | null> {
  if (!can(actor, 'schedule.edit', { exerciseId })) return null
  const [{ found }, accepted, findings] = await Promise.all([
    clashesIn(exerciseId),
    readAccepted(exerciseId),
    countFindings(actor, exerciseId),
  ])
  return found.filter(one => stateOf(one, accepted, now) === 'open').length + findings
}

/**
 * A page of what is open of a delegation's own people and deadlines, for its contacts and for staff; null for anybody
 * else. What the organisers have accepted is settled, and their reasons are theirs.
 */
export async function listNationClashes(
  actor: Actor,
  { exerciseId, participationId }: { exerciseId: string; participationId: string },
  { now, offset, limit }: { now: Instant; offset: number; limit: number },
) {
  if (!can(actor, 'delegation.read', { exerciseId, participationId })) return null
  const [{ found, spans }, accepted] = await Promise.all([clashesIn(exerciseId), readAccepted(exerciseId)])
  const own = found.flatMap(one => {
    const people = one.delegations.get(participationId)
    if (!people || stateOf(one, accepted, now) !== 'open') return []
    return nationClash(one.clash, participationId, people) ?? []
  })
  const clashes = inTheirOrder(own).slice(offset, offset + limit)
  return { total: own.length, clashes, ...(await told(exerciseId, clashes, spans)) }
}

/** What references are called and when they are. */
async function told(exerciseId: string, clashes: readonly Clash[], spans: Spans) {
  const refs = clashes.flatMap(({ about }) => about)
  return { spanOf: (id: string) => spans.get(id) ?? null, called: await namesOf(exerciseId, refs) }
}

/** A page of what is wrong with a plan, with the names of what it is about; null for whoever does not plan it. */
export async function listClashes(
  actor: Actor,
  exerciseId: string,
  { filter, now, offset, limit }: { filter: ClashFilter; now: Instant; offset: number; limit: number },
) {
  if (!can(actor, 'schedule.edit', { exerciseId })) return null
  const [{ found: all, spans }, accepted] = await Promise.all([
    clashesIn(exerciseId),
    readAccepted(exerciseId),
  ])
  const there = all.filter(
    ({ teams, delegations }) =>
      (filter.team === null || teams.includes(filter.team)) &&
      (filter.nation === null || delegations.has(filter.nation)),
  )
  const states = { open: 0, accepted: 0, over: 0 }
  const kinds = new Map<ClashKind, number>()
  const chosen: Clash[] = []
  for (const one of there) {
    const state = stateOf(one, accepted, now)
    states[state]++
    const { kind } = one.clash
    if (state !== filter.state) continue
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (filter.kind === null || kind === filter.kind) chosen.push(one.clash)
  }
  const shown = inTheirOrder(chosen).slice(offset, offset + limit)
  return {
    ...{ states, kinds, total: chosen.length, all: all.length },
    clashes: shown.map((clash): ListedClash => {
      const fingerprint = fingerprintOf(clash)
      const row = accepted.get(clash.key)
      const holds = row?.fingerprint === fingerprint
      const acceptance = row && { reason: row.reason, by: row.by, acceptedAt: instantOf(row.acceptedAt) }
      return {
        ...clash,
        fingerprint,
        accepted: holds && acceptance ? acceptance : null,
        before: !holds && acceptance ? acceptance : null,
      }
    }),
    ...(await told(exerciseId, shown, spans)),
  }
}

function stateOf({ clash }: Found, accepted: ReadonlyMap<string, AcceptedRow>, now: Instant) {
  if (isOver(clash, now)) return 'over'
  const row = accepted.get(clash.key)
  return row && row.fingerprint === fingerprintOf(clash) ? 'accepted' : 'open'
}

async function readAccepted(exerciseId: string): Promise<Map<string, AcceptedRow>> {
  const rows = await sql<AcceptedRow[]>`
    SELECT c."key", c."fingerprint", c."reason", c."acceptedAt", a."name" AS "by"
      FROM "AcceptedClash" c LEFT JOIN "Account" a ON a."id" = c."acceptedById" WHERE c."exerciseId" = ${exerciseId}::uuid`
  return new Map(rows.map(row => [row.key, row]))
}
