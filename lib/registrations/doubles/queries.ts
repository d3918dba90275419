import { createHash } from 'node:crypto'
import { db, sql, type Tx } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { instantOf } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import { bookingFinding, type Candidate, compare, doublesAmong, type Finding, type Verdict } from './rules'

/** People whose registration stands; drafts are still the delegation's own affair. */
const standing = `('submitted', 'endorsed', 'waitlisted', 'confirmed', 'checked_in')`

const candidates = `
  SELECT r."id", r."participationId", r."personId", r."email"::text, r."givenName", r."familyName", r."nativeName",
         r."roleId", r."teamId", r."state", p."homeNation"
    FROM "Registration" r JOIN "Person" p ON p."id" = r."personId"
   WHERE r."exerciseId" = $1::uuid AND r."state" IN ${standing} AND p."erasedAt" IS NULL`

const bookings = `
  SELECT mine."id" AS "registrationId", r."id" AS "otherId", r."exerciseId", e."startexAt", e."endexOffset", r."roleId",
         own."startexAt" AS "ownStartexAt", own."endexOffset" AS "ownEndexOffset", e."code"::text, e."name", role."name" AS "role"
    FROM "Exercise" own
    JOIN "Exercise" e ON e."programmeId" = own."programmeId" AND e."id" <> own."id"
     AND e."startexAt" < own."startexAt" + own."endexOffset" * interval '1 second'
     AND own."startexAt" < e."startexAt" + e."endexOffset" * interval '1 second'
    JOIN "Registration" r ON r."exerciseId" = e."id" AND r."state" IN ${standing}
    JOIN "Registration" mine ON mine."exerciseId" = own."id" AND mine."personId" = r."personId" AND mine."state" IN ${standing}
    JOIN "Role" role ON role."id" = r."roleId"
   WHERE own."id" = $1::uuid`

type BookingRow = {
  registrationId: string
  otherId: string
  exerciseId: string
  startexAt: Date
  endexOffset: number
  roleId: string
  ownStartexAt: Date
  ownEndexOffset: number
  code: string
  name: string
  role: string
}

/** What this exercise's registrar may know of another exercise: that it is, when, and in which role. */
type OtherExercise = { code: string; name: string; role: string; startexAt: Instant; endexAt: Instant }

export type Known = Finding & { fingerprint: string; elsewhere: OtherExercise | null }

const fingerprintOf = ({ facts }: Finding) => createHash('sha256').update(facts).digest('hex')

function booked(row: BookingRow): Known | null {
  const [startexAt, ownStartexAt] = [instantOf(row.startexAt), instantOf(row.ownStartexAt)]
  const endexAt = startexAt + row.endexOffset * 1000
  const own = { startexAt: ownStartexAt, endexAt: ownStartexAt + row.ownEndexOffset * 1000 }
  const finding = bookingFinding({ ...row, startexAt, endexAt }, own)
  if (!finding) return null
  const { code, name, role } = row
  return {
    ...finding,
    fingerprint: fingerprintOf(finding),
    elsewhere: { code, name, role, startexAt, endexAt },
  }
}

type Kept = { stamp: string; pairs: Known[] }

/** The pairs of the exercises that were asked for last. Comparing takes a fifth of a second, and the page that counts
 * them is the registrar's first; the stamp says that nobody has changed since. */
const kept = new Map<string, Kept>()
const mostKept = 4

async function pairsIn(exerciseId: string): Promise<Known[]> {
  const [now] = await sql<{ stamp: string }[]>`
    SELECT count(*) || ' ' || coalesce(bit_xor(hashtextextended("id"::text || "version" || "state"::text, 0)), 0) AS "stamp"
      FROM "Registration" WHERE "exerciseId" = ${exerciseId}::uuid`
  const stamp = now?.stamp ?? ''
  const known = kept.get(exerciseId)
  if (known?.stamp === stamp) return known.pairs
  const people = await sql.unsafe<Candidate[]>(candidates, [exerciseId], { prepare: true })
  const pairs = doublesAmong(people).map(finding => ({
    ...finding,
    fingerprint: fingerprintOf(finding),
    elsewhere: null,
  }))
  kept.delete(exerciseId)
  kept.set(exerciseId, { stamp, pairs })
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
  return pairs
}

/** Everything that looks like one human being registered twice, the surest first, with what was decided of it. */
async function findingsIn(exerciseId: string) {
  const [pairs, rows, verdicts] = await Promise.all([
    pairsIn(exerciseId),
    sql.unsafe<BookingRow[]>(bookings, [exerciseId], { prepare: true }),
    sql<{ registrationId: string; otherId: string; fingerprint: string; verdict: Verdict }[]>`
      SELECT "registrationId", "otherId", "fingerprint", "verdict" FROM "DoubleVerdict" WHERE "exerciseId" = ${exerciseId}::uuid`,
  ])
  const decided = new Map(verdicts.map(one => [`${one.registrationId} ${one.otherId}`, one] as const))
  const all = [...pairs, ...rows.flatMap(row => booked(row) ?? [])]
  const order = ['same_person', 'double_booked', 'likely'] as const
  return all
    .filter(one => {
      const last = decided.get(`${one.registrationId} ${one.otherId}`)
      // One of the two was declined by such a verdict: where both stand, somebody has put them up again.
      const undone = last?.verdict === 'same' && one.elsewhere === null
      return undone || last?.fingerprint !== one.fingerprint
    })
    .map(one => ({ ...one, changed: decided.has(`${one.registrationId} ${one.otherId}`) }))
    .sort(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) || (a.registrationId < b.registrationId ? -1 : 1),
    )
}

/** How many pairs wait for a decision; 0 for whoever may not decide. */
export async function countDoubles(actor: Actor, exerciseId: string): Promise<number> {
  if (!can(actor, 'registration.decide', { exerciseId })) return 0
  return (await findingsIn(exerciseId)).length
}

const sideColumns = {
  id: true,
  participationId: true,
  givenName: true,
  familyName: true,
  nativeName: true,
  email: true,
  state: true,
  submittedAt: true,
  role: { select: { name: true } },
  team: { select: { name: true, kind: { select: { colour: true } } } },
  company: { select: { name: true } },
  person: { select: { homeNation: true } },
  participation: { select: { partner: { select: { kind: true, code: true, name: true } } } },
} as const

/** Pairs that wait for a decision, some of them with both sides; null for whoever may not decide. */
export async function listDoubles(
  actor: Actor,
  exerciseId: string,
  { offset, limit }: { offset: number; limit: number },
) {
  if (!can(actor, 'registration.decide', { exerciseId })) return null
  const findings = await findingsIn(exerciseId)
  const shown = findings.slice(offset, offset + limit)
  const ids = shown.flatMap(({ registrationId, otherId, elsewhere }) =>
    elsewhere ? [registrationId] : [registrationId, otherId],
  )
  const rows = await db.registration.findMany({
    where: { exerciseId, id: { in: ids } },
    select: sideColumns,
  })
  const sides = new Map(
    rows.map(({ submittedAt, ...row }) => [
      row.id,
      { ...row, submittedAt: submittedAt && instantOf(submittedAt) },
    ]),
  )
  return {
    total: findings.length,
    pairs: shown.flatMap(({ facts: _, ...finding }) => {
      const [own, other] = [sides.get(finding.registrationId), sides.get(finding.otherId) ?? null]
      return own ? [{ ...finding, own, other }] : []
    }),
  }
}
export type DoublePair = NonNullable<Awaited<ReturnType<typeof listDoubles>>>['pairs'][number]

const named = { givenName: true, familyName: true } as const

/** What was decided, the latest first; null as above. Of another exercise only its code. */
export async function listVerdicts(actor: Actor, exerciseId: string) {
  if (!can(actor, 'registration.decide', { exerciseId })) return null
  const rows = await db.doubleVerdict.findMany({
    where: { exerciseId },
    select: {
      registrationId: true,
      otherId: true,
      otherExerciseId: true,
      verdict: true,
      keptId: true,
      reason: true,
      decidedAt: true,
      decidedBy: { select: { name: true } },
      registration: {
        select: { ...named, participation: { select: { partner: { select: { code: true } } } } },
      },
      other: {
        select: {
          ...named,
          exercise: { select: { code: true } },
          participation: { select: { partner: { select: { code: true } } } },
        },
      },
    },
    orderBy: [{ decidedAt: 'desc' }, { registrationId: 'asc' }],
    take: 200,
  })
  const nameOf = (one: { givenName: string; familyName: string }) => `${one.familyName} ${one.givenName}`
  return rows.map(({ registration, other, decidedAt, decidedBy, otherExerciseId, ...row }) => ({
    ...row,
    decidedAt: instantOf(decidedAt),
    decidedBy: decidedBy?.name ?? null,
    first: { name: nameOf(registration), where: registration.participation.partner.code },
    second:
      otherExerciseId === exerciseId
        ? { name: nameOf(other), where: other.participation.partner.code }
        : { name: nameOf(registration), where: other.exercise.code },
  }))
}
export type DecidedDouble = NonNullable<Awaited<ReturnType<typeof listVerdicts>>>[number]

type Pair = { exerciseId: string; registrationId: string; otherId: string }

/** The pair as it is now, read inside the write that decides it; null where nothing speaks for it any more. */
export async function readDouble(
  tx: Tx,
  { exerciseId, registrationId, otherId }: Pair,
): Promise<(Known & { otherExerciseId: string }) | null> {
  const people = await tx.$queryRawUnsafe<Candidate[]>(
    `${candidates} AND r."id" IN ($2::uuid, $3::uuid)`,
    exerciseId,
    registrationId,
    otherId,
  )
  const [a, b] = people
  if (a && b) {
    const finding = compare(a, b)
    if (finding?.registrationId !== registrationId) return null
    return { ...finding, fingerprint: fingerprintOf(finding), elsewhere: null, otherExerciseId: exerciseId }
  }
  const [row] = await tx.$queryRawUnsafe<BookingRow[]>(
    `${bookings} AND mine."id" = $2::uuid AND r."id" = $3::uuid`,
    exerciseId,
    registrationId,
    otherId,
  )
  const found = row ? booked(row) : null
  return found && row ? { ...found, otherExerciseId: row.exerciseId } : null
}
