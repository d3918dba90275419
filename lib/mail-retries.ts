import type { Instant } from './time-zones'

const MINUTE = 60_000

/** Minutes from each attempt that failed to the next: greylisting passes in some, a server that is down in two days. */
const waits = [1, 5, 15, 60, 180, 360, 720, 1440]

/** When a letter is tried again after so many attempts (from 1), or null where it is given up. */
export function nextAttemptAt(attempts: number, now: Instant): Instant | null {
  const wait = waits[attempts - 1]
  return wait === undefined ? null : now + wait * MINUTE
}
