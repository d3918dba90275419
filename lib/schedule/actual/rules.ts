import type { Instant } from '@/lib/time-zones'

export type Actual = { beganAt: Instant | null; endedAt: Instant | null }

/** Why that cannot have happened: the field at fault and the reason. Nothing is noted ahead of its time. */
export function actualProblem(
  { beganAt, endedAt }: Actual,
  now: Instant,
): { field: 'began' | 'ended'; reason: string } | null {
  if (beganAt !== null && beganAt > now) return { field: 'began', reason: 'not_happened_yet' }
  if (endedAt !== null && endedAt > now) return { field: 'ended', reason: 'not_happened_yet' }
  if (endedAt === null) return null
  if (beganAt === null) return { field: 'began', reason: 'ended_without_beginning' }
  return endedAt < beganAt ? { field: 'ended', reason: 'ended_before_it_began' } : null
}
