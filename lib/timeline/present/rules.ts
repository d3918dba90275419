import type { Instant } from '@/lib/time'
import type { TimelineItem } from '@/lib/timeline/columns/rules'

const MINUTE = 60_000
/** How long a moment without length counts as what is happening. */
const LINGERS = 5 * MINUTE

/** What a room looks up for: the phases that run, what is going on, and what comes next, with how many more there are. */
export type Present = {
  phases: TimelineItem[]
  running: TimelineItem[]
  moreRunning: number
  next: TimelineItem[]
  moreToday: number
}

/** What has really begun or ended counts before what was planned. Half-open: what ends now is over. */
function isRunning(item: TimelineItem, now: Instant): boolean {
  const { startAt, endAt, beganAt, endedAt } = item
  if (endedAt !== null && endedAt <= now) return false
  if (beganAt !== null) return beganAt <= now
  return startAt <= now && now < (endAt ?? startAt + LINGERS)
}

/** `most` of each list. Running: what ends first stands first. Next: by start, and `moreToday` within 24 hours. */
export function presentAt(items: readonly TimelineItem[], now: Instant, most: number): Present {
  const phases: TimelineItem[] = []
  const running: TimelineItem[] = []
  const next: TimelineItem[] = []
  for (const item of items) {
    // A bar of each team for weeks is nothing that goes on in the room.
    if (item.kind === 'registration') continue
    if (isRunning(item, now)) (item.kind === 'phase' ? phases : running).push(item)
    else if (item.startAt > now && item.beganAt === null && item.kind !== 'phase') next.push(item)
  }
  const endOf = ({ startAt, endAt }: TimelineItem) => endAt ?? startAt + LINGERS
  running.sort((a, b) => endOf(a) - endOf(b))
  next.sort((a, b) => a.startAt - b.startAt)
  const today = next.filter(({ startAt }) => startAt <= now + 24 * 60 * MINUTE).length
  return {
    phases,
    running: running.slice(0, most),
    moreRunning: Math.max(0, running.length - most),
    next: next.slice(0, most),
    moreToday: Math.max(0, today - most),
  }
}
