import { useLocale, useTranslations } from 'next-intl'
import type { RestProblem } from '@/lib/shifts/rest/rules'
import { formatDuration } from '@/lib/time-format'
import { Status } from '../ui/status'

/** One broken rule of rest, in a few words with its figures. */
export function RestWarning({ problem }: { problem: RestProblem }) {
  const t = useTranslations('shifts')
  const locale = useLocale()
  const hours = (minutes: number) => formatDuration(Math.round(minutes) * 60, locale)
  if (problem.kind === 'nights_many')
    return (
      <Status tone="warn">{t('warn.nights_many', { nights: problem.nights, limit: problem.limit })}</Status>
    )
  const figures = { is: hours(problem.minutes), limit: hours(problem.limit) }
  return <Status tone="warn">{t(`warn.${problem.kind}`, figures)}</Status>
}
