import { useTranslations } from 'next-intl'
import { Status, type StatusTone } from '@/components/ui/status'
import type { RegistrationState } from '@/lib/registrations/rules'
import { calendarDateAt, daysBetween } from '@/lib/time-calendar'
import { formatInstant, type TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'

export const stateTones: Record<RegistrationState, StatusTone> = {
  draft: 'empty',
  submitted: 'neutral',
  endorsed: 'info',
  confirmed: 'good',
  checked_in: 'good',
  waitlisted: 'half',
  declined: 'bad',
  withdrawn: 'empty',
}

type Standing = {
  state: RegistrationState
  /** why it was declined, withdrawn or put on the waiting list */
  reason?: string | null
  waiting?: { position: number; of: number; with: number } | null
}

type Say = ReturnType<typeof useTranslations<'registrations'>>

/** Where a registration stands, in words; with the reason where there is one, and the place in the queue. */
export function stateWords({ state, reason, waiting }: Standing, t: Say): string {
  const inLine = waiting ? t('waitingAt', { position: waiting.position, of: waiting.of }) : null
  const group = waiting && waiting.with > 1 ? t('inGroup', { count: waiting.with - 1 }) : null
  const word = [inLine ?? t(`state.${state}`), group].filter(Boolean).join(', ')
  return reason ? t('stateWithReason', { state: word, reason }) : word
}

export function StateStatus(standing: Standing) {
  const t = useTranslations('registrations')
  return <Status tone={stateTones[standing.state]}>{stateWords(standing, t)}</Status>
}

type Reader = { now: Instant; timeZone: string; locale: TimeLocale }

/** The day of the last change, as the reader's own calendar counts it. */
export function changedWords(at: Instant, { now, timeZone, locale }: Reader, t: Say): string {
  const days = daysBetween(calendarDateAt(at, timeZone), calendarDateAt(now, timeZone))
  if (days === 0) return t('today')
  return days === 1 ? t('yesterday') : formatInstant(at, { timeZone, locale, style: 'dayMonth' })
}
