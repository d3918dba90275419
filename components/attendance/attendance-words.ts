import type { useTranslations } from 'next-intl'
import type { StatusTone } from '@/components/ui/status'
import type { AttendanceState, Presence } from '@/lib/attendance/rules'
import { formatInstant, type TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'

type Say = ReturnType<typeof useTranslations<'attendance'>>

type Standing = {
  state: AttendanceState
  stateReason: string | null
  position: number | null
  attendedAt: Instant | null
}

export const attendanceTones: Record<AttendanceState, StatusTone> = {
  signed_up: 'info',
  waiting: 'half',
  cancelled: 'empty',
}

/** Where somebody stands, in words: the place in the line, the tick of the day, the reason. */
export function standingWords(
  { state, stateReason, position, attendedAt }: Standing,
  t: Say,
  zone: { timeZone: string; locale: TimeLocale },
): string {
  if (attendedAt !== null)
    return t('attendedAt', { when: formatInstant(attendedAt, { ...zone, style: 'dayTime' }) })
  const word = position === null ? t(`state.${state}`) : t('waitingAt', { position })
  return stateReason ? t('withReason', { state: word, reason: stateReason }) : word
}

/** A row in words. */
export type AttendanceLine = {
  id: string
  name: string
  nativeName: string
  nation: string
  presence: Presence
  where: string
  state: AttendanceState
  attended: boolean
  tone: StatusTone
  words: string
  notes: string[]
  since: string
}
