import type { RegistrationWindow } from '@/lib/schedule/rules'
import { type Instant, offsetSecondsAt } from '@/lib/time-zones'

const DAY = 86_400_000

export type DueReminder = { gate: 'registration_closes' | 'edit_deadline'; at: Instant; days: number }

/**
 * What a delegation is to be reminded of now: of each date ahead the nearest step that has come, so that somebody who
 * joins late is not told three times at once. `days` before it, in whole days of 24 hours.
 */
export function dueReminders(
  { closesAt, editUntil }: RegistrationWindow,
  days: readonly number[],
  now: Instant,
): DueReminder[] {
  const dates: [DueReminder['gate'], Instant | null][] = [
    ['registration_closes', closesAt],
    // The same date twice is one.
    ['edit_deadline', editUntil === closesAt ? null : editUntil],
  ]
  return dates.flatMap(([gate, at]) => {
    if (at === null || at <= now) return []
    const come = days.filter(day => now >= at - day * DAY)
    return come.length === 0 ? [] : [{ gate, at, days: Math.min(...come) }]
  })
}

/** Hours in which somebody is written to, on the own wall: not before, and not from the second on. */
const WAKING = [8, 20] as const

export function isDaytime(now: Instant, timeZone: string): boolean {
  const hour = Math.floor((now / 1000 + offsetSecondsAt(timeZone, now)) / 3600) % 24
  return hour >= WAKING[0] && hour < WAKING[1]
}
