import type { AttendedActivity } from '@/lib/attendance-line'
import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { activityRows, asWhere, attendanceRows } from '@/lib/policy-rows'
import { resolveActivity } from '@/lib/schedule/rules'
import { isId } from '@/lib/text'
import { instantOf, type Moment, momentOf, optionalMomentOf } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import type { Presence } from './rules'
import { found, signUpWindow } from './rules'
import type { AttendanceFilter } from './schema'

/** An activity as a place to go to: when and where it is, and how one signs up. Null for whoever may not know of it. */
export async function getGathering(actor: Actor, { exerciseId, activityId }: AttendedActivity) {
  if (!isId(activityId) || !can(actor, 'exercise.read', { exerciseId })) return null
  const row = await db.activity.findFirst({
    where: { id: activityId, exerciseId, AND: [asWhere(activityRows(actor, exerciseId))] },
    include: {
      signUp: true,
      exercise: { select: { startexAt: true, timeZone: true } },
      places: { where: { partnerId: null }, select: { presence: true, size: true, used: true } },
      _count: { select: { attendances: { where: { state: 'waiting' } } } },
    },
  })
  if (!row) return null
  const { id, title, kind, description, place, link, audience, durationSeconds, days, signUp, exercise } = row
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const start = momentOf(row, 'start')
  const when = resolveActivity({ start, durationSeconds, days }, frame)
  const say = (moment: Moment | null) => (moment ? formatMoment(moment, frame.timeZone) : '')
  const placesOf = (presence: Presence) => {
    const known = row.places.find(one => one.presence === presence)
    return { size: known?.size ?? null, used: known?.used ?? 0 }
  }
  const opens = signUp && optionalMomentOf(signUp, 'opens')
  const closes = signUp && optionalMomentOf(signUp, 'closes')
  return {
    ...{ id, title, kind, description, place, link, audience, frame, start },
    ...when,
    signUp: signUp && {
      by: signUp.by,
      open: signUp.open,
      nationPlaces: signUp.nationPlaces,
      version: signUp.version,
      typed: { opens: say(opens), closes: say(closes) },
      window: signUpWindow({ open: signUp.open, opens, closes }, when.startAt, frame),
    },
    places: { on_site: placesOf('on_site'), remote: placesOf('remote') },
    waiting: row._count.attendances,
  }
}
export type Gathering = NonNullable<Awaited<ReturnType<typeof getGathering>>>

type NationCount = {
  partnerId: string
  participationId: string | null
  kind: 'nation' | 'organisation' | 'fictional'
  code: string
  name: string
  size: number | null
  own: boolean
  used: number
  waiting: number
  attended: number
}

/** How many of each partner come, for whoever may know which nations take part; no names. */
export async function listNationCounts(actor: Actor, { exerciseId, activityId }: AttendedActivity) {
  if (!isId(activityId) || !can(actor, 'nation.list', { exerciseId })) return []
  return sql<NationCount[]>`
    SELECT n."id" AS "partnerId", d."id" AS "participationId", n."kind", n."code", n."name", p."size", p."own", p."used",
           count(a."id") FILTER (WHERE a."state" = 'waiting')::int AS "waiting",
           count(a."attendedAt")::int AS "attended"
      FROM "ActivityPlaces" p JOIN "Partner" n ON n."id" = p."partnerId"
      LEFT JOIN "Participation" d ON d."exerciseId" = p."exerciseId" AND d."partnerId" = n."id"
      LEFT JOIN "Attendance" a ON a."exerciseId" = p."exerciseId" AND a."activityId" = p."activityId"
       AND a."partnerId" = n."id"
     WHERE p."exerciseId" = ${exerciseId}::uuid AND p."activityId" = ${activityId}::uuid
     GROUP BY n."id", d."id", p."id" ORDER BY n."code"`
}

/** Partners of the programme, whether they take part in the exercise or not, for whoever signs up their people. */
export async function listPartnerChoices(actor: Actor, exerciseId: string) {
  if (!can(actor, 'attendance.edit', { exerciseId })) return []
  const rows = await db.partner.findMany({
    where: { programme: { exercises: { some: { id: exerciseId } } } },
    select: {
      ...{ id: true, kind: true, code: true, name: true },
      participations: { where: { exerciseId }, select: { id: true } },
    },
    orderBy: { code: 'asc' },
  })
  return rows.map(({ participations, ...partner }) => ({ ...partner, takesPart: participations.length > 0 }))
}

type Scope = AttendedActivity & { participationId?: string }

/** Who comes, who waits and who has cancelled, by nation and name; an actor's own rows alone. */
export async function listAttendances(actor: Actor, scope: Scope, filter: AttendanceFilter) {
  const { exerciseId, activityId } = scope
  if (!isId(activityId)) return []
  const rows = await db.attendance.findMany({
    where: { ...scope, AND: [asWhere(attendanceRows(actor))] },
    select: {
      ...{ id: true, partnerId: true, participationId: true, personId: true },
      ...{ email: true, givenName: true, familyName: true, nativeName: true, presence: true },
      ...{
        state: true,
        stateAt: true,
        stateReason: true,
        signedUpAt: true,
        lateReason: true,
        attendedAt: true,
      },
      partner: { select: { kind: true, code: true, name: true } },
    },
    orderBy: [{ partner: { code: 'asc' } }, { familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
  })
  const line = await placesInLine(
    rows.some(({ state }) => state === 'waiting') ? { exerciseId, activityId } : null,
  )
  const all = can(actor, 'attendance.list', { exerciseId })
  const coming = new Map<string, typeof rows>()
  for (const row of all ? rows : []) {
    if (row.state === 'cancelled') continue
    const known = coming.get(row.personId)
    if (known) known.push(row)
    else coming.set(row.personId, [row])
  }
  const named = rows.map(({ stateAt, signedUpAt, attendedAt, personId, ...row }) => ({
    ...row,
    stateAt: instantOf(stateAt),
    signedUpAt: instantOf(signedUpAt),
    attendedAt: attendedAt && instantOf(attendedAt),
    /** the place in the whole line, from 1; null for whoever does not wait */
    position: line.get(row.id) ?? null,
    /** who else has signed the same person up: for organisers alone */
    alsoBy: (coming.get(personId) ?? [])
      .filter(other => other.partnerId !== row.partnerId)
      .map(other => other.partner.code),
  }))
  return named.filter(row => found(row, filter))
}
export type ListedAttendance = Awaited<ReturnType<typeof listAttendances>>[number]

/** The position of everybody in an activity's line. */
async function placesInLine(owner: AttendedActivity | null): Promise<Map<string, number>> {
  if (!owner) return new Map()
  const rows = await db.attendance.findMany({
    where: { ...owner, state: 'waiting', erasedAt: null },
    select: { id: true },
    orderBy: [{ signedUpAt: 'asc' }, { id: 'asc' }],
  })
  return new Map(rows.map(({ id }, at) => [id, at + 1]))
}

type FileScope = AttendedActivity & { participationId: string | null }

/** The same for a file, or null for whoever may not have it. */
export async function listForFile(actor: Actor, scope: FileScope, filter: AttendanceFilter) {
  const { exerciseId, activityId, participationId } = scope
  const may =
    participationId === null
      ? can(actor, 'attendance.list', { exerciseId })
      : can(actor, 'attendance.read', { exerciseId, participationId })
  if (!may) return null
  const narrowed = participationId === null ? {} : { participationId }
  return listAttendances(actor, { exerciseId, activityId, ...narrowed }, filter)
}
