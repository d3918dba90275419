import { db, sql } from '@/lib/db'
import { type Actor, accountOf, can, grantsOf } from '@/lib/policy'
import { asSql, registrationRows, type SqlText, shiftRows } from '@/lib/policy-rows'
import { standingStates } from '@/lib/shift-writes'
import { instantOf, type MomentColumns, momentOf, resolveMoment, type StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'

/** Who stands a shift: a registered expert, or one of the exercise's own staff. */
type Duty = {
  id: string
  registrationId: string | null
  accountId: string | null
  /** whose registration was withdrawn or refused since: nobody takes them off in silence, but they fill no place */
  gone: boolean
}

type ShiftRow = MomentColumns<'start'> & {
  id: string
  rotaId: string | null
  teamId: string
  roleId: string | null
  crew: number | null
  title: string
  note: string
  durationSeconds: number
  places: number
  version: number
}

/** Shifts by what they are, of a rota (null for none) or of a team. */
type Only = { column: 'id' | 'rotaId' | 'teamId'; in: readonly (string | null)[] }

/** What each duty is, and whether the actor may know whose. */
type DutyRow = Duty & { shiftId: string; seen: boolean }

/**
 * The shifts that the actor may see, in order of time. `duties` are those of people whom the actor may know, `filled` is
 * how many stand it whoever they are, without those who are gone. With `only`, those alone. Plain SQL, since a timeline
 * draws five thousand with fifteen thousand duties.
 */
export async function listShifts(actor: Actor, exerciseId: string, only: Only | null = null) {
  const frame = await frameOf(exerciseId)
  if (!frame) return []
  const seen = shiftRows(actor, exerciseId, await ownShifts(actor, exerciseId))
  const rule = asSql(only === null ? seen : { all: [seen, only] }, 's')
  if (rule.text === 'false') return []
  const [rows, duties] = await Promise.all([
    shiftsUnder(rule, only === null),
    dutiesUnder(actor, exerciseId, rule, only === null),
  ])
  const standing = byShift(duties)
  return rows
    .map(row => plannedShift(row, standing.get(row.id) ?? [], frame))
    .sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt || (a.id < b.id ? -1 : 1))
}

function byShift(duties: readonly DutyRow[]): Map<string, DutyRow[]> {
  const standing = new Map<string, DutyRow[]>()
  for (const duty of duties) {
    const others = standing.get(duty.shiftId)
    if (others) others.push(duty)
    else standing.set(duty.shiftId, [duty])
  }
  return standing
}

/** Written out: copies of five thousand rows with the rest of their fields took half of what all of this takes. */
function plannedShift(row: ShiftRow, duties: readonly DutyRow[], frame: StartexFrame) {
  const start = momentOf(row, 'start')
  const startAt = resolveMoment(start, frame).at
  return {
    id: row.id,
    rotaId: row.rotaId,
    teamId: row.teamId,
    roleId: row.roleId,
    crew: row.crew,
    title: row.title,
    note: row.note,
    durationSeconds: row.durationSeconds,
    places: row.places,
    version: row.version,
    start,
    startAt,
    endAt: startAt + row.durationSeconds * SECOND,
    filled: duties.filter(({ gone }) => !gone).length,
    duties: duties.filter(({ seen }) => seen).map(dutyOf),
  }
}

const dutyOf = ({ id, registrationId, accountId, gone }: DutyRow): Duty => ({
  id,
  registrationId,
  accountId,
  gone,
})

// Kept prepared where the text is the same each time.
function shiftsUnder(rule: SqlText, prepare: boolean): Promise<ShiftRow[]> {
  return sql.unsafe<ShiftRow[]>(
    `SELECT s."id", s."rotaId", s."teamId", s."roleId", s."crew", s."title", s."note", s."durationSeconds", s."places",
            s."version", s."startAnchor", s."startAt", s."startDay", s."startMinute", s."startOffset", s."startTimeZone"
       FROM "Shift" s WHERE ${rule.text}`,
    rule.values,
    { prepare },
  )
}

/** Staff know everybody, a contact the own delegation's people, an expert oneself: whose registrations they see. */
function dutiesUnder(
  actor: Actor,
  exerciseId: string,
  shifts: SqlText,
  prepare: boolean,
): Promise<DutyRow[]> {
  const people = asSql(registrationRows(actor), 'r', shifts.values.length + 1)
  const staff = can(actor, 'registration.overview', { exerciseId })
  const values = [...shifts.values, ...people.values, exerciseId, accountOf(actor)?.accountId ?? null]
  return sql.unsafe<DutyRow[]>(
    `SELECT d."id", d."shiftId", d."registrationId", d."accountId",
            coalesce(NOT r."state"::text = ANY($${values.length + 1}), false) AS "gone",
            coalesce(d."accountId" = $${values.length}::uuid, false)
              OR CASE WHEN d."accountId" IS NULL THEN ${people.text} ELSE ${staff} END AS "seen"
       FROM "Duty" d JOIN "Shift" s ON s."id" = d."shiftId"
       LEFT JOIN "Registration" r ON r."id" = d."registrationId"
      WHERE d."exerciseId" = $${values.length - 1}::uuid AND ${shifts.text}
      ORDER BY d."id"`,
    [...values, [...standingStates]],
    { prepare },
  )
}

/** The shifts that the actor stands, by the account or by a registration of the own. */
export async function ownShifts(actor: Actor, exerciseId: string): Promise<string[]> {
  const registrations = grantsOf(actor).flatMap(grant =>
    grant.scope === 'own' && grant.exerciseId === exerciseId ? [grant.registrationId] : [],
  )
  const account = accountOf(actor)
  if (!account || can(actor, 'exercise.plan', { exerciseId })) return []
  const duties = await db.duty.findMany({
    where: {
      exerciseId,
      OR: [{ accountId: account.accountId }, { registrationId: { in: registrations } }],
    },
    select: { shiftId: true },
  })
  return duties.map(duty => duty.shiftId)
}

export async function frameOf(exerciseId: string): Promise<StartexFrame | null> {
  const found = await db.exercise.findUnique({
    where: { id: exerciseId },
    select: { startexAt: true, timeZone: true },
  })
  return found && { startexAt: instantOf(found.startexAt), timeZone: found.timeZone }
}
