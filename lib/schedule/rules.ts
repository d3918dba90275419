import type { ConflictDetail } from '@/lib/errors'
import type { ActivityKind, Gate } from '@/lib/schedule/kinds/rules'
import {
  endOfMoment,
  type Length,
  type Moment,
  type OptionalMomentColumns,
  optionalMomentOf,
  resolveMoment,
  type StartexFrame,
} from '@/lib/time'
import { DAY, localMillis } from '@/lib/time-calendar'
import { formatDuration } from '@/lib/time-format'
import { parseDuration } from '@/lib/time-parse'
import type { Instant } from '@/lib/time-zones'

/** Ends are exclusive: the first instant no longer part of it. `adjusted`: DST skips or repeats the wall time. */
export type ResolvedPhase = { startAt: Instant; endAt: Instant; adjusted: 'skipped' | 'repeated' | null }

/** A phase that ends on a whole day ends with that day. */
export function resolvePhase(phase: { start: Moment; end: Moment }, frame: StartexFrame): ResolvedPhase {
  const start = resolveMoment(phase.start, frame)
  const end = resolveMoment(phase.end, frame)
  return {
    startAt: start.at,
    endAt: isWholeDay(phase.end) ? endOfDay(phase.end, frame) : end.at,
    adjusted: start.adjusted ?? end.adjusted,
  }
}

export type ResolvedActivity = {
  startAt: Instant
  /** Null for a point in time. */
  endAt: Instant | null
  wholeDays: boolean
  adjusted: 'skipped' | 'repeated' | null
}

export function resolveActivity(activity: { start: Moment } & Length, frame: StartexFrame): ResolvedActivity {
  const { start, durationSeconds, days } = activity
  const { at, adjusted } = resolveMoment(start, frame)
  const endAt = durationSeconds === null && days === null ? null : endOfMoment(start, activity, frame)
  return { startAt: at, endAt, wholeDays: days !== null, adjusted }
}

/** When a gate opens or shuts: a whole day opens as it begins, and closes as it ends. */
export function gateAt(gate: Gate, moment: Moment, frame: StartexFrame): Instant {
  if (gate === 'registration_opens' || !isWholeDay(moment)) return resolveMoment(moment, frame).at
  return endOfDay(moment, frame)
}

/** Open while `opensAt ≤ now < closesAt`, changeable while `now < editUntil`; null means no such limit. */
export type RegistrationWindow = {
  opensAt: Instant | null
  closesAt: Instant | null
  editUntil: Instant | null
}

type GateMoment = { gate: Gate; moment: Moment }
type GateRow = OptionalMomentColumns<'start'> & { gate: Gate | null }

/** The gates among rows, whichever table they are of; a row without a gate or a moment is none. */
export function gateMoments(rows: readonly GateRow[]): GateMoment[] {
  return rows.flatMap(row => {
    const moment = optionalMomentOf(row, 'start')
    return row.gate && moment ? [{ gate: row.gate, moment }] : []
  })
}

/**
 * The window of one nation: its own dates stand in for the exercise's, gate by gate. Changes last at least as long as
 * registration does, also where a nation's own closing date lies after the exercise's edit deadline.
 */
export function registrationWindow(
  exerciseGates: readonly GateMoment[],
  ownGates: readonly GateMoment[],
  frame: StartexFrame,
): RegistrationWindow {
  const at = (gate: Gate) => {
    const found = [...ownGates, ...exerciseGates].find(row => row.gate === gate)
    return found ? gateAt(gate, found.moment, frame) : null
  }
  const closesAt = at('registration_closes')
  const deadline = at('edit_deadline')
  const editUntil = closesAt === null ? deadline : Math.max(closesAt, deadline ?? closesAt)
  return { opensAt: at('registration_opens'), closesAt, editUntil }
}

export type WindowState = 'not_yet' | 'open' | 'closed'

export function windowStateAt({ opensAt, closesAt }: RegistrationWindow, now: Instant): WindowState {
  if (opensAt !== null && now < opensAt) return 'not_yet'
  return closesAt !== null && now >= closesAt ? 'closed' : 'open'
}

/** Why a phase cannot be: it must last, however its two ends are said. */
export function phaseProblem(phase: { start: Moment; end: Moment }, frame: StartexFrame): string | null {
  const { startAt, endAt } = resolvePhase(phase, frame)
  return endAt <= startAt ? 'end_before_start' : null
}

/** Why a gate cannot be what was typed. */
export function gateProblem(
  gate: Gate | null,
  kind: ActivityKind,
  start: Moment,
  { durationSeconds, days }: Length,
): string | null {
  if (gate === null) return null
  if (kind !== 'deadline') return 'gate_needs_deadline'
  const lasts = durationSeconds !== null || (isWholeDay(start) ? (days ?? 1) > 1 : days !== null)
  return lasts ? 'gate_has_no_length' : null
}

/** Why the gates of an exercise cannot stand together, or those of a nation that has its own. */
export function windowProblem(
  gates: readonly GateMoment[],
  frame: StartexFrame,
  own: readonly GateMoment[] = [],
): string | null {
  const { opensAt, closesAt } = registrationWindow(gates, own, frame)
  return opensAt !== null && closesAt !== null && closesAt <= opensAt ? 'closes_before_opens' : null
}

export type ReadLength = { ok: true; length: Length } | { ok: false; reason: string }

/**
 * How long something lasts, as typed beside its start. Whole days only from a start that is a whole day or midnight;
 * `3 days` after a time of day are three times 24 hours.
 */
export function readLength(text: string, start: Moment): ReadLength {
  const whole = isWholeDay(start)
  if (text.trim() === '') return { ok: true, length: { durationSeconds: null, days: whole ? 1 : null } }
  const parsed = parseDuration(text)
  if (!parsed.ok) return { ok: false, reason: parsed.problem }
  const { seconds, days } = parsed
  if (seconds === 0) return { ok: false, reason: 'length_nothing' }
  if (days !== null && (whole || isMidnight(start)))
    return { ok: true, length: { durationSeconds: null, days } }
  if (whole) return { ok: false, reason: 'whole_day_needs_days' }
  return { ok: true, length: { durationSeconds: seconds, days: null } }
}

export function isWholeDay(moment: Moment): boolean {
  return moment.anchor === 'dday' && moment.minute === null
}

function isMidnight(moment: Moment): boolean {
  return moment.anchor === 'fixed' && localMillis(moment.at, moment.timeZone) % DAY === 0
}

function endOfDay(moment: Moment, frame: StartexFrame): Instant {
  return endOfMoment(moment, { durationSeconds: null, days: 1 }, frame)
}

/** A length as it is typed again: `3 d`, `1 h 30 min`, empty for a point in time. */
export function typedLength({ durationSeconds, days }: Length): string {
  if (days !== null) return `${days} d`
  return durationSeconds === null ? '' : formatDuration(durationSeconds, 'en')
}

/** Conflicts name columns, a form has fields: six columns of a moment are one field, and theirs reads as it is typed. */
export function conflictsAsTyped(
  conflicts: readonly ConflictDetail[],
  typed: Record<string, string>,
): ConflictDetail[] {
  const found = new Map<string, ConflictDetail>()
  for (const conflict of conflicts) {
    const moment = /^(start|end)[A-Z]/.exec(conflict.field)?.[1]
    const field = moment ?? (/^(durationSeconds|days)$/.test(conflict.field) ? 'duration' : conflict.field)
    found.set(field, { ...conflict, field, theirs: typed[field] ?? conflict.theirs })
  }
  return [...found.values()]
}

/** What is under way or still to come, the next first; `most` at most. */
export function comingUp<Row extends { startAt: Instant; endAt: Instant | null }>(
  rows: readonly Row[],
  now: Instant,
  most: number,
): Row[] {
  return rows
    .filter(({ startAt, endAt }) => (endAt ?? startAt) >= now)
    .sort((a, b) => a.startAt - b.startAt)
    .slice(0, most)
}
