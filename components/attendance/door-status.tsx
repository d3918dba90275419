import { useLocale, useTranslations } from 'next-intl'
import { type SignUpWindow, signUpDoor } from '@/lib/attendance/rules'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { Status, type StatusTone } from '../ui/status'

const tones = { open: 'good', not_yet: 'half', closed: 'empty', shut: 'warn' } as const satisfies Record<
  string,
  StatusTone
>

/** Whether one can sign up, and until or from when. */
export function DoorStatus({
  window,
  now,
  timeZone,
}: {
  window: SignUpWindow
  now: Instant
  timeZone: string
}) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  const door = signUpDoor(window, now)
  const at = door === 'not_yet' ? (window.opensAt ?? now) : window.closesAt
  const when = formatInstant(at, { timeZone, locale, style: 'dateTime' })
  return (
    <Status tone={tones[door]}>
      {t('labelled', { label: t('signUp'), what: t(`door.${door}`, { when }) })}
    </Status>
  )
}
