import type { Instant } from '@/lib/time'
import { DAY, MINUTE } from '@/lib/timeline/wall/rules'

/** What is seen: from the left edge to the right. Instants may be fractions of a millisecond while zooming. */
export type Window = { from: Instant; to: Instant }

/** How far one may go: always in sight of [from, to], never closer than `least` nor farther than `most` (ms). */
export type Limits = { from: Instant; to: Instant; least: number; most: number }

const LEAST = 10 * MINUTE
const YEAR = 366 * DAY
/** A pan leaves at least this share of the window over the plan, so that nobody gets lost in empty years. */
const KEEP = 0.2

export function spanOf(window: Window): number {
  return window.to - window.from
}

export function limitsOf(extent: Window): Limits {
  return { from: extent.from, to: extent.to, least: LEAST, most: Math.max(3 * YEAR, 2 * spanOf(extent)) }
}

/** Where an instant lies, as a share of the width: 0 the left edge, 1 the right. */
export function shareOf(window: Window, at: Instant): number {
  return (at - window.from) / spanOf(window)
}

export function instantAt(window: Window, share: number): Instant {
  return window.from + share * spanOf(window)
}

/** Puts a window of any origin (a link, a drag) inside the limits; the middle stays when the length must change. */
export function settle(window: Window, limits: Limits): Window {
  const span = Math.min(limits.most, Math.max(limits.least, spanOf(window)))
  const from = (window.from + window.to) / 2 - span / 2
  const kept = Math.min(limits.to, Math.max(limits.from - span, from))
  return { from: kept, to: kept + span }
}

/** Zooms by `factor` (below 1 comes closer) about a moment, which stays where it is on the screen. */
export function zoomAt(window: Window, at: Instant, factor: number, limits: Limits): Window {
  const span = Math.min(limits.most, Math.max(limits.least, spanOf(window) * factor))
  const from = at - shareOf(window, at) * span
  return settle({ from, to: from + span }, limits)
}

/** Moves by `by` ms (positive: later). Stops where little of the plan would be left to see. */
export function panBy(window: Window, by: number, limits: Limits): Window {
  const keep = KEEP * spanOf(window)
  const furthest = Math.max(window.from, limits.to - keep)
  const earliest = Math.min(window.from, limits.from + keep - spanOf(window))
  const from = Math.min(furthest, Math.max(earliest, window.from + by))
  return { from, to: from + spanOf(window) }
}

/** A window round a stretch of time, with air on both sides; a moment without length gets a day. */
export function windowRound(startAt: Instant, endAt: Instant, limits: Limits): Window {
  const air = Math.max((endAt - startAt) * 0.5, endAt === startAt ? DAY / 2 : LEAST)
  return settle({ from: startAt - air, to: endAt + air }, limits)
}

/** Everything at once; more air on the right, where the last labels stand. */
export function windowOfAll(extent: Window): Window {
  const span = Math.max(spanOf(extent), DAY)
  return { from: extent.from - 0.02 * span, to: extent.from + 1.07 * span }
}

/** Moves as little as possible so that a moment is in sight, a tenth of the width away from the edge. */
export function reveal(window: Window, at: Instant, limits: Limits): Window {
  const margin = 0.1 * spanOf(window)
  if (at < window.from + margin) return panBy(window, at - window.from - margin, limits)
  if (at > window.to - margin) return panBy(window, at - window.to + margin, limits)
  return window
}

/**
 * Into a crowd: round it, but at least four times closer, so that opening one again and again always ends, even with
 * everything at one instant.
 */
export function windowInto(window: Window, startAt: Instant, endAt: Instant, limits: Limits): Window {
  const round = windowRound(startAt, endAt, limits)
  const closer = spanOf(window) / 4
  if (spanOf(round) <= closer) return round
  return settle({ from: startAt - closer / 2, to: startAt + closer / 2 }, limits)
}
