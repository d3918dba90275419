import type { FieldError } from '@/lib/errors'
import { readLength } from '@/lib/schedule/rules'
import { type Moment, reanchor, resolveMoment, type StartexFrame } from '@/lib/time'
import { MINUTE, SECOND } from '@/lib/time-calendar'
import { formatMoment } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'

/** `endAt` is exclusive, null for a point in time. */
export type Span = { startAt: Instant; endAt: Instant | null }

/** A point of a programme, or a leg of an itinerary, as instants. */
export function itemSpan(item: { start: Moment; durationSeconds: number | null }, frame: StartexFrame): Span {
  const startAt = resolveMoment(item.start, frame).at
  return { startAt, endAt: item.durationSeconds === null ? null : startAt + item.durationSeconds * SECOND }
}

/** Whether something lies outside what it is part of. What has no end of its own may last as long as it likes. */
export function outside(item: Span, whole: Span): boolean {
  const end = item.endAt ?? item.startAt
  return item.startAt < whole.startAt || (whole.endAt !== null && end > whole.endAt)
}

type ReadItem =
  | { ok: true; durationSeconds: number | null }
  | { ok: false; field: 'start' | 'duration'; problem: FieldError }

/** What is on a programme has a time of day, and lasts hours, not days. */
export function readItem(start: Moment, duration: string): ReadItem {
  if (start.anchor === 'dday' && start.minute === null)
    return { ok: false, field: 'start', problem: { reason: 'time_of_day_needed' } }
  const read = readLength(duration, start)
  if (!read.ok) return { ok: false, field: 'duration', problem: { reason: read.reason } }
  const { durationSeconds, days } = read.length
  return { ok: true, durationSeconds: days === null ? durationSeconds : days * 86_400 }
}

type Planned = Span & { start: Moment }

/** Where the next one probably begins, as it is typed: where the last one ends, else nine o'clock on the first day. */
export function nextStart(items: readonly Planned[], whole: { start: Moment }, frame: StartexFrame): string {
  const last = items.at(-1)
  const { start } = last ?? whole
  if (!last && start.anchor === 'dday' && start.minute === null)
    return formatMoment({ ...start, minute: 9 * 60 }, frame.timeZone)
  if (!last) return formatMoment(start, frame.timeZone)
  const timeZone = start.anchor === 'ttime' ? frame.timeZone : start.timeZone
  const at = Math.ceil((last.endAt ?? last.startAt) / MINUTE) * MINUTE
  return formatMoment(
    reanchor({ anchor: 'fixed', at, timeZone }, start.anchor, frame, timeZone).moment,
    frame.timeZone,
  )
}
