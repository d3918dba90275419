import type { Instant } from './time-zones'

export type ClockMarkKind = 'start' | 'pause' | 'resume' | 'jump'
type ClockBasis = 'planned' | 'actual'

/**
 * What is done to the exercise clock, and when. `offset` is what it shows from then on, in seconds from STARTEX:
 * needed by a jump, 0 for a start that names none, without meaning for pause and resume.
 */
export type ClockMark = { kind: ClockMarkKind; basis: ClockBasis; at: Instant; offset?: number | null }

/** A straight piece of the clock: from `at` on it shows `offset` seconds, and runs or stands. */
type ClockSegment = {
  kind: ClockMarkKind
  basis: ClockBasis
  at: Instant
  offset: number
  running: boolean
}

/** In order of `at`, never empty. Before the first segment the clock counts down towards it. */
export type Clock = readonly [ClockSegment, ...ClockSegment[]]

/** `skipped`: a jump passes over it. `repeated`: it is shown more than once. `held`: the clock stands and no resume is known. */
export type OffsetResolution = { at: Instant; adjusted: null | 'skipped' | 'repeated'; held: boolean }

/** Runs through from STARTEX: what an exercise has that never touches its clock. */
export function runningClock(startexAt: Instant): Clock {
  return [{ kind: 'start', basis: 'planned', at: startexAt, offset: 0, running: true }]
}

function showsAt(segment: ClockSegment, at: Instant): number {
  if (!segment.running) return segment.offset
  // To the millisecond: sums of fractions would no longer equal the offset that somebody typed.
  return Math.round(segment.offset * 1000 + (at - segment.at)) / 1000
}

const KIND_ORDER = ['start', 'pause', 'jump', 'resume']

/** What happened overrules what was planned for the same instant, and a resume ends a pause of that instant. */
function inEffectOrder(a: ClockMark, b: ClockMark): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.basis !== b.basis) return a.basis === 'planned' ? -1 : 1
  return KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind)
}

/**
 * Joins planned and actual marks, in any order. An actual start replaces a planned one, else STARTEX starts the clock;
 * every other mark takes effect at its time, and does nothing where the clock is already so (a planned pause after
 * an early real one). Marks before the start do nothing: `clockProblem` refuses them.
 */
export function buildClock(startexAt: Instant, marks: readonly ClockMark[]): Clock {
  const starts = marks.filter(mark => mark.kind === 'start')
  const start = starts.find(mark => mark.basis === 'actual') ?? starts[0]
  const first: ClockSegment = start
    ? { kind: 'start', basis: start.basis, at: start.at, offset: start.offset ?? 0, running: true }
    : { kind: 'start', basis: 'planned', at: startexAt, offset: 0, running: true }
  const clock: [ClockSegment, ...ClockSegment[]] = [first]
  const rest = marks.filter(mark => mark.kind !== 'start' && mark.at >= first.at).sort(inEffectOrder)
  let last = first
  for (const { kind, basis, at, offset } of rest) {
    const shown = showsAt(last, at)
    const running = kind === 'jump' ? last.running : kind === 'resume'
    const next = kind === 'jump' ? (offset ?? shown) : shown
    if (running === last.running && next === shown) continue
    last = { kind, basis, at, offset: next, running }
    clock.push(last)
  }
  return clock
}

export type ClockProblem = 'clock_two_starts' | 'clock_before_start' | 'clock_jump_nowhere'

/** Why these marks are no clock, or null. A planned mark that a late real start overtakes is no problem: it does nothing. */
export function clockProblem(startexAt: Instant, marks: readonly ClockMark[]): ClockProblem | null {
  if (marks.some(mark => mark.kind === 'jump' && typeof mark.offset !== 'number')) return 'clock_jump_nowhere'
  const planned = marks.filter(mark => mark.basis === 'planned')
  const actual = marks.filter(mark => mark.basis === 'actual')
  for (const [own, known] of [
    [planned, planned],
    [actual, marks],
  ] as const) {
    if (own.filter(mark => mark.kind === 'start').length > 1) return 'clock_two_starts'
    const [start] = buildClock(startexAt, known)
    if (own.some(mark => mark.at < start.at)) return 'clock_before_start'
  }
  return null
}

function segmentAt(clock: Clock, at: Instant): ClockSegment {
  let current = clock[0]
  for (const segment of clock) {
    if (segment.at > at) break
    current = segment
  }
  return current
}

/** What the exercise clock shows, in seconds from STARTEX (a fraction within a second; negative in the countdown). */
export function exerciseTimeAt(clock: Clock, at: Instant): number {
  return showsAt(segmentAt(clock, at), at)
}

export function isRunningAt(clock: Clock, at: Instant): boolean {
  return at < clock[0].at || segmentAt(clock, at).running
}

function reach(segment: ClockSegment, offset: number): Instant {
  return segment.at + Math.round((offset - segment.offset) * 1000)
}

/**
 * Each instant at which the clock comes to show that time, in order: none where a jump passes over it or a pause
 * never ends, several after a jump back. A pause that stands on it counts once, with its beginning.
 */
export function instantsAt(clock: Clock, offset: number): Instant[] {
  const found: Instant[] = []
  if (offset < clock[0].offset) found.push(reach(clock[0], offset))
  let stoodUntil: Instant | null = null
  for (const [index, segment] of clock.entries()) {
    const end = clock[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const at = segment.running ? reach(segment, offset) : segment.at
    const shows = segment.running ? at >= segment.at && at < end : segment.offset === offset && at < end
    // What a resume shows first is what the pause before it stood on: no second coming.
    if (shows && at !== stoodUntil) found.push(at)
    if (shows && !segment.running) stoodUntil = end
  }
  return found
}

/**
 * The one instant to plan with: the first of several (flagged `repeated`); the jump that passes over it (`skipped`);
 * where the clock stands for good, the earliest it could still be, as if it resumed at once (`held`).
 */
export function resolveOffset(clock: Clock, offset: number): OffsetResolution {
  const [first, second] = instantsAt(clock, offset)
  if (first !== undefined)
    return { at: first, adjusted: second === undefined ? null : 'repeated', held: false }
  for (const [index, segment] of clock.entries()) {
    const before = clock[index - 1]
    if (before && showsAt(before, segment.at) <= offset && offset < segment.offset) {
      return { at: segment.at, adjusted: 'skipped', held: false }
    }
  }
  const last = clock.at(-1) ?? clock[0]
  return { at: Math.max(last.at, reach(last, offset)), adjusted: null, held: true }
}
