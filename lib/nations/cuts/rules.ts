import type { CalendarDate } from '@/lib/time-calendar'

/** A pending cut: the size it leads to, and the last day for choosing whom. */
export type Cut = { to: number; on: CalendarDate; reason: string }

type CutColumns = { cutTo: number | null; cutReason: string | null }

/** The cut of a quota's row, or null; `on` is its date, read already. */
export function cutOf({ cutTo, cutReason }: CutColumns, on: CalendarDate | null): Cut | null {
  return cutTo === null || on === null ? null : { to: cutTo, on, reason: cutReason ?? '' }
}

/** Why a quota of `size` places is not cut to `to` by a day, or null. */
export function cutProblem(to: number, size: number, on: CalendarDate, today: CalendarDate) {
  if (to >= size) return { field: 'size', reason: 'cut_is_no_cut' } as const
  return on < today ? ({ field: 'cutOn', reason: 'cut_in_the_past' } as const) : null
}

/** People who have still to go; of a cut whose last day has passed they are overdue. Nobody is ever chosen for them. */
export function leftToGo(used: number, cut: Pick<Cut, 'to'> | null): number {
  return cut === null ? 0 : Math.max(used - cut.to, 0)
}

/** `today` is the day at home. */
export function isCutOverdue(cut: Pick<Cut, 'on'>, today: CalendarDate): boolean {
  return today > cut.on
}
