import type { Span } from '@/lib/agendas/rules'

/** The ids of legs that begin before the one ahead of them has ended: nobody is in two places. In order of time. */
export function hurried(legs: readonly (Span & { id: string })[]): string[] {
  let until = Number.NEGATIVE_INFINITY
  return legs.flatMap(({ id, startAt, endAt }) => {
    const early = startAt < until
    until = Math.max(until, endAt ?? startAt)
    return early ? [id] : []
  })
}
