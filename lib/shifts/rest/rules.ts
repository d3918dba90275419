import { DAY, MINUTE, SECOND } from '@/lib/time-calendar'
import { type Instant, offsetSecondsAt, transitionsBetween } from '@/lib/time-zones'

/** How much duty an exercise asks of one person. Broken rules are warned of, never forbidden. */
export type RestRules = {
  /** between two duties */
  leastRestMinutes: number
  /** of duty within any 24 hours */
  mostDutyMinutes: number
  /** in a row; a night counts where a duty covers part of it */
  mostNights: number
  /** minutes after midnight; a night that ends at or before it begins passes midnight */
  nightFromMinute: number
  nightToMinute: number
}

/** What an exercise asks that has said nothing: Directive 2003/88/EC's eleven hours of rest, and its thirteen of duty
 * less an hour of hand-over. The database has the same defaults. */
export const usualRest: RestRules = {
  leastRestMinutes: 660,
  mostDutyMinutes: 720,
  mostNights: 3,
  nightFromMinute: 1380,
  nightToMinute: 360,
}

export type DutySpan = { id: string; shiftId: string; startAt: Instant; endAt: Instant }

/** What is broken, which shifts break it, and between which instants. */
export type RestProblem = { shifts: string[]; limit: number; startAt: Instant; endAt: Instant } & (
  | { kind: 'rest_short'; minutes: number }
  | { kind: 'duty_long'; minutes: number }
  | { kind: 'nights_many'; nights: number }
)

/** Everything broken for one person, in the order in which it begins; nights are those of the person's zone. */
export function restProblems(spans: readonly DutySpan[], rules: RestRules, timeZone: string): RestProblem[] {
  const inOrder = ordered(spans)
  const stretches = stretchesOf(inOrder)
  return [
    ...shortRests(stretches, rules.leastRestMinutes),
    ...longDuties(stretches, rules.mostDutyMinutes),
    ...manyNights(inOrder, rules, timeZone),
  ].sort((a, b) => a.startAt - b.startAt || a.kind.localeCompare(b.kind))
}

export type DutyFigures = {
  dutyMinutes: number
  nights: number
  /** null where there is one stretch of duty at most */
  shortestRestMinutes: number | null
}

/** How much one person stands altogether: hours that two shifts share count once. */
export function dutyFigures(spans: readonly DutySpan[], rules: RestRules, timeZone: string): DutyFigures {
  const inOrder = ordered(spans)
  const stretches = stretchesOf(inOrder)
  const rests = stretches.slice(1).map((next, i) => next.startAt - (stretches[i]?.endAt ?? next.startAt))
  return {
    dutyMinutes: stretches.reduce((sum, { startAt, endAt }) => sum + (endAt - startAt), 0) / MINUTE,
    nights: nightsOf(inOrder, rules, timeZone).size,
    shortestRestMinutes: rests.length === 0 ? null : Math.min(...rests) / MINUTE,
  }
}

function ordered(spans: readonly DutySpan[]): DutySpan[] {
  return spans
    .filter(span => span.startAt < span.endAt)
    .sort((a, b) => a.startAt - b.startAt || a.endAt - b.endAt || (a.shiftId < b.shiftId ? -1 : 1))
}

/** Duty without a gap: shifts that overlap are a double booking and no rest, shifts that touch are one long one. */
type Stretch = { startAt: Instant; endAt: Instant; spans: DutySpan[] }

function stretchesOf(inOrder: readonly DutySpan[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const span of inOrder) {
    const last = stretches.at(-1)
    if (last && span.startAt <= last.endAt) {
      last.spans.push(span)
      last.endAt = Math.max(last.endAt, span.endAt)
    } else stretches.push({ startAt: span.startAt, endAt: span.endAt, spans: [span] })
  }
  return stretches
}

const shiftsOf = (spans: readonly DutySpan[]) => [...new Set(spans.map(span => span.shiftId))]

function shortRests(stretches: readonly Stretch[], limit: number): RestProblem[] {
  return stretches.slice(1).flatMap((next, i): RestProblem[] => {
    const before = stretches[i]
    const minutes = before ? (next.startAt - before.endAt) / MINUTE : limit
    if (!before || minutes >= limit) return []
    const shifts = shiftsOf([
      ...before.spans.filter(span => span.endAt === before.endAt),
      ...next.spans.filter(span => span.startAt === next.startAt),
    ])
    return [{ kind: 'rest_short', shifts, minutes, limit, startAt: before.endAt, endAt: next.startAt }]
  })
}

/**
 * Of all 24 hours, those that begin with a stretch of duty hold the most: moved later they lose duty at their beginning,
 * moved earlier they win none. Of two such days with the same shifts only the worse is told of.
 */
function longDuties(stretches: readonly Stretch[], limit: number): RestProblem[] {
  const problems: Extract<RestProblem, { kind: 'duty_long' }>[] = []
  stretches.forEach(({ startAt }, first) => {
    const endAt = startAt + DAY
    const { minutes, shifts } = dutyWithin(stretches, first, endAt)
    if (minutes <= limit) return
    const last = problems.at(-1)
    const told = last !== undefined && shifts.every(id => last.shifts.includes(id))
    if (told && minutes <= last.minutes) return
    if (told) problems.pop()
    problems.push({ kind: 'duty_long', shifts, minutes, limit, startAt, endAt })
  })
  return problems
}

function dutyWithin(stretches: readonly Stretch[], first: number, endAt: Instant) {
  let duty = 0
  const spans: DutySpan[] = []
  for (let i = first; i < stretches.length; i++) {
    const stretch = stretches[i]
    if (!stretch || stretch.startAt >= endAt) break
    duty += Math.min(stretch.endAt, endAt) - stretch.startAt
    spans.push(...stretch.spans.filter(span => span.startAt < endAt))
  }
  return { minutes: duty / MINUTE, shifts: shiftsOf(spans) }
}

function manyNights(inOrder: readonly DutySpan[], rules: RestRules, timeZone: string): RestProblem[] {
  const limit = rules.mostNights
  const nights = [...nightsOf(inOrder, rules, timeZone)].sort(([a], [b]) => a - b)
  const runs: { last: number; nights: number; spans: DutySpan[] }[] = []
  for (const [night, spans] of nights) {
    const run = runs.at(-1)
    if (run && run.last === night - 1) {
      run.last = night
      run.nights += 1
      run.spans.push(...spans)
    } else runs.push({ last: night, nights: 1, spans: [...spans] })
  }
  return runs
    .filter(run => run.nights > limit)
    .map(({ nights, spans }) => ({
      kind: 'nights_many',
      shifts: shiftsOf(spans),
      nights,
      limit,
      startAt: Math.min(...spans.map(span => span.startAt)),
      endAt: Math.max(...spans.map(span => span.endAt)),
    }))
}

/** By the day on which a night begins, the duties that cover part of it. A night is what the wall clock says it is: the
 * hour that a change skips is nobody's, the one that it repeats is night both times. */
function nightsOf(
  inOrder: readonly DutySpan[],
  { nightFromMinute, nightToMinute }: RestRules,
  timeZone: string,
): Map<number, DutySpan[]> {
  const from = nightFromMinute * MINUTE
  const to = nightToMinute * MINUTE + (nightToMinute <= nightFromMinute ? DAY : 0)
  const nights = new Map<number, DutySpan[]>()
  for (const span of inOrder) {
    const covered = new Set<number>()
    for (const [start, end] of wallPieces(span, timeZone)) {
      const last = Math.ceil((end - from) / DAY) - 1
      for (let night = Math.floor((start - to) / DAY) + 1; night <= last; night++) covered.add(night)
    }
    for (const night of covered) {
      const others = nights.get(night)
      if (others) others.push(span)
      else nights.set(night, [span])
    }
  }
  return nights
}

/** What the wall clock shows during a duty, cut where the zone changes its offset; as if it ran in UTC. */
function wallPieces({ startAt, endAt }: DutySpan, timeZone: string): [from: number, to: number][] {
  const cuts = transitionsBetween(timeZone, startAt + 1, endAt).map(change => change.at)
  const starts = [startAt, ...cuts]
  return starts.map((start, i) => {
    const offset = offsetSecondsAt(timeZone, start) * SECOND
    return [start + offset, (starts[i + 1] ?? endAt) + offset]
  })
}
