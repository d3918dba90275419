import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { activityRows, asSql, asWhere, exerciseRows, phaseRows, type RowRule } from '@/lib/policy-rows'
import { isId } from '@/lib/text'
import {
  endColumns,
  instantOf,
  type Length,
  type MomentColumns,
  momentOf,
  type StartexFrame,
  startColumns,
} from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import type { Prisma } from '@/prisma/client/client'
import { gateMoments, resolveActivity, resolvePhase, typedLength } from './rules'

const phaseColumns = {
  id: true,
  name: true,
  audience: true,
  beganAt: true,
  endedAt: true,
  version: true,
  ...startColumns,
  ...endColumns,
} as const

const activityColumns = {
  id: true,
  phaseId: true,
  teamId: true,
  kind: true,
  gate: true,
  title: true,
  description: true,
  audience: true,
  durationSeconds: true,
  days: true,
  place: true,
  link: true,
  beganAt: true,
  endedAt: true,
  version: true,
  team: { select: { id: true, name: true, number: true, kind: { select: { letter: true, colour: true } } } },
  ...startColumns,
} as const

/** The frame of an exercise that the actor may see: the own ones, and everybody's once it is no draft any more. */
async function visibleFrame(actor: Actor, exerciseId: string): Promise<StartexFrame | null> {
  const found = await db.exercise.findFirst({
    where: { id: exerciseId, OR: [asWhere(exerciseRows(actor)), { status: { not: 'draft' } }] },
    select: { startexAt: true, timeZone: true },
  })
  return found && { startexAt: instantOf(found.startexAt), timeZone: found.timeZone }
}

/** The phases and activities that the actor may see, in the order in which they begin. */
export async function listPlan(actor: Actor, exerciseId: string) {
  const frame = await visibleFrame(actor, exerciseId)
  if (!frame) return { phases: [], activities: [] }
  const [phases, activities] = await Promise.all([
    phasesUnder(phaseRows(actor, exerciseId)),
    activitiesUnder(activityRows(actor, exerciseId)),
  ])
  return {
    phases: phases
      .map(row => planPhase(row, frame))
      .sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt),
    activities: activities
      .map(row => planActivity(row, frame))
      .sort((a, b) => a.startAt - b.startAt || a.title.localeCompare(b.title)),
  }
}

type PhaseRow = Prisma.PhaseGetPayload<{ select: typeof phaseColumns }>
type ActivityRow = Prisma.ActivityGetPayload<{ select: typeof activityColumns }>

// Plain SQL, since the timeline stands under `npm run bench timeline-page`: one statement for what the ORM asks in three.
function phasesUnder(seen: RowRule): Promise<PhaseRow[]> {
  const rule = asSql(seen, 'p')
  return sql.unsafe<PhaseRow[]>(
    `SELECT ${plain('p', phaseColumns)} FROM "Phase" p WHERE ${rule.text}`,
    rule.values,
    { prepare: true },
  )
}

function activitiesUnder(seen: RowRule): Promise<ActivityRow[]> {
  const rule = asSql(seen, 'a')
  return sql.unsafe<ActivityRow[]>(
    `SELECT ${plain('a', activityColumns)},
            CASE WHEN t."id" IS NOT NULL THEN json_build_object('id', t."id", 'name', t."name", 'number', t."number",
              'kind', json_build_object('letter', k."letter", 'colour', k."colour")) END AS "team"
       FROM "Activity" a LEFT JOIN "Team" t ON t."id" = a."teamId" LEFT JOIN "TeamKind" k ON k."id" = t."kindId"
      WHERE ${rule.text}`,
    rule.values,
    { prepare: true },
  )
}

/** The row's own columns of a selection, as SQL. */
function plain(alias: string, selection: Readonly<Record<string, unknown>>): string {
  const own = Object.keys(selection).filter(column => selection[column] === true)
  return own.map(column => `${alias}."${column}"`).join(', ')
}

/** The window's own rows, for rules that weigh them against `now`. */
export async function listGates(actor: Actor, exerciseId: string) {
  if (!can(actor, 'exercise.read', { exerciseId })) return []
  const rows = await db.activity.findMany({
    where: { exerciseId, gate: { not: null } },
    select: { gate: true, ...startColumns },
  })
  return gateMoments(rows)
}

/** One activity with its moment as it is typed, for whoever may edit it; else null. */
export async function getActivity(actor: Actor, exerciseId: string, activityId: string) {
  if (!isId(activityId) || !can(actor, 'schedule.edit', { exerciseId })) return null
  const frame = await visibleFrame(actor, exerciseId)
  const row = await db.activity.findFirst({ where: { id: activityId, exerciseId }, select: activityColumns })
  if (!frame || !row) return null
  const typed = { start: formatMoment(momentOf(row, 'start'), frame.timeZone), duration: typedLength(row) }
  return { ...planActivity(row, frame), typed }
}

/** One phase likewise, with the number of activities that belong to it. */
export async function getPhase(actor: Actor, exerciseId: string, phaseId: string) {
  if (!isId(phaseId) || !can(actor, 'schedule.edit', { exerciseId })) return null
  const frame = await visibleFrame(actor, exerciseId)
  const row = await db.phase.findFirst({
    where: { id: phaseId, exerciseId },
    select: { ...phaseColumns, _count: { select: { activities: true } } },
  })
  if (!frame || !row) return null
  const typed = {
    start: formatMoment(momentOf(row, 'start'), frame.timeZone),
    end: formatMoment(momentOf(row, 'end'), frame.timeZone),
  }
  return { ...planPhase(row, frame), typed, activities: row._count.activities }
}

/** Teams to choose from in a form. */
export async function listTeamChoices(actor: Actor, exerciseId: string) {
  if (!can(actor, 'schedule.edit', { exerciseId })) return []
  return db.team.findMany({
    where: { exerciseId },
    select: { id: true, name: true },
    orderBy: [{ kind: { position: 'asc' } }, { number: 'asc' }, { name: 'asc' }],
  })
}

type Starts = MomentColumns<'start'>
type Ends = MomentColumns<'end'>

/** The six columns of a start as the one moment they are, beside the rest of the row. */
function withStart<Row extends Starts>(row: Row) {
  const { startAnchor, startAt, startDay, startMinute, startOffset, startTimeZone, ...rest } = row
  const columns = { startAnchor, startAt, startDay, startMinute, startOffset, startTimeZone }
  return { ...rest, start: momentOf(columns, 'start') }
}

function withEnd<Row extends Ends>(row: Row) {
  const { endAnchor, endAt, endDay, endMinute, endOffset, endTimeZone, ...rest } = row
  return { ...rest, end: momentOf({ endAnchor, endAt, endDay, endMinute, endOffset, endTimeZone }, 'end') }
}

type Happened = { beganAt: Date | null; endedAt: Date | null }

/** What really happened, as instants. */
function happened({ beganAt, endedAt }: Happened) {
  return { beganAt: beganAt && instantOf(beganAt), endedAt: endedAt && instantOf(endedAt) }
}

function planPhase<Row extends Starts & Ends & Happened>(row: Row, frame: StartexFrame) {
  const phase = { ...withStart(withEnd(row)), ...happened(row) }
  return { ...phase, ...resolvePhase({ start: momentOf(row, 'start'), end: momentOf(row, 'end') }, frame) }
}

function planActivity<Row extends Starts & Length & Happened>(row: Row, frame: StartexFrame) {
  const activity = { ...withStart(row), ...happened(row) }
  const { durationSeconds, days } = row
  return { ...activity, ...resolveActivity({ start: activity.start, durationSeconds, days }, frame) }
}
