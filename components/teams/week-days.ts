import { dateOfEpochDay } from '@/lib/time-calendar'
import { startOfEpochDay } from '@/lib/time-wall'
import type { Instant } from '@/lib/time-zones'

/** `endAt` is exclusive, null for a point in time. */
export type WeekItem = {
  id: string
  kind: 'shift' | 'activity' | 'inject'
  /** A serial, or empty. */
  code?: string
  title: string
  startAt: Instant
  endAt: Instant | null
  wholeDays: boolean
  place: string
  names: readonly string[]
}
export type WeekDay = { date: string; startAt: Instant; endAt: Instant; items: WeekItem[] }

/** Seven days of a zone from a day since 1970 on; what lasts stands on each day that it touches. */
export function weekOf(firstDay: number, timeZone: string, items: readonly WeekItem[]): WeekDay[] {
  const inOrder = items.toSorted((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
  return Array.from({ length: 7 }, (_, at) => {
    const [startAt, endAt] = [
      startOfEpochDay(firstDay + at, timeZone),
      startOfEpochDay(firstDay + at + 1, timeZone),
    ]
    const there = inOrder.filter(item => item.startAt < endAt && (item.endAt ?? item.startAt + 1) > startAt)
    return { date: dateOfEpochDay(firstDay + at), startAt, endAt, items: there }
  })
}
