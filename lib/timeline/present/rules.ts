import type { Instant } from '@/lib/time'
import type { Window } from '@/lib/timeline/axis/rules'
import type { TimelineItem } from '@/lib/timeline/columns/rules'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** How long a moment without length counts as what is happening. */
const LINGERS = 5 * MINUTE

/** What a room looks up for: the phases that run, what is going on, and what comes next; and how many there are. */
export type Present = {
  phases: TimelineItem[]
  running: TimelineItem[]
  runningCount: number
  next: TimelineItem[]
  /** Within 24 hours. */
  todayCount: number
}

/** What has really begun or ended counts before what was planned. Half-open: what ends now is over. */
function isRunning(item: TimelineItem, now: Instant): boolean {
  const { startAt, endAt, beganAt, endedAt } = item
  if (endedAt !== null && endedAt <= now) return false
  if (beganAt !== null) return beganAt <= now
  return startAt <= now && now < (endAt ?? startAt + LINGERS)
}

/**
 * `most` of each list. Running: what ends first stands first. Next: by start. `items` by start, as columns have them: this
 * is asked every second, and sorts only what goes on.
 */
export function presentAt(items: readonly TimelineItem[], now: Instant, most: number): Present {
  const phases: TimelineItem[] = []
  const running: TimelineItem[] = []
  const next: TimelineItem[] = []
  let today = 0
  for (const item of items) {
    // A bar of each team for weeks is nothing that goes on in the room.
    if (item.kind === 'registration') continue
    if (isRunning(item, now)) (item.kind === 'phase' ? phases : running).push(item)
    else if (item.startAt > now && item.beganAt === null && item.kind !== 'phase') {
      if (item.startAt <= now + DAY) today++
      if (next.length < most) next.push(item)
    }
  }
  const endOf = ({ startAt, endAt }: TimelineItem) => endAt ?? startAt + LINGERS
  running.sort((a, b) => endOf(a) - endOf(b))
  return {
    phases,
    running: running.slice(0, most),
    runningCount: running.length,
    next,
    todayCount: today,
  }
}

/**
 * What a board that follows now shows: a quarter of it is past. As long as `span` (ms) says, else hours while it is
 * played and weeks while it is planned.
 */
export function windowAround(
  now: Instant,
  { startexAt, endexAt }: { startexAt: Instant; endexAt: Instant },
  span: number | null,
): Window {
  const played = startexAt - 12 * HOUR <= now && now < endexAt
  const long = span ?? (played ? 8 * HOUR : 28 * DAY)
  return { from: now - long / 4, to: now + (long * 3) / 4 }
}
