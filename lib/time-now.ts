import type { Instant } from './time-zones'

/** The only clock that is read. Entries call it once and hand `now` down; apart from time.ts, so that pages stay light. */
export function currentInstant(): Instant {
  return Date.now()
}
