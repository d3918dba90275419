import { useTranslations } from 'next-intl'
import type { Audience } from '@/lib/schedule/kinds/rules'
import { isWholeDay } from '@/lib/schedule/rules'
import type { Moment } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import type { TimeLocale } from '@/lib/time-names'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'

export type PlanPhase = {
  id: string
  name: string
  audience: Audience
  start: Moment
  end: Moment
  startAt: Instant
  endAt: Instant
  adjusted: 'skipped' | 'repeated' | null
}

type Props = {
  phase: PlanPhase
  columns: number
  home: string
  now: Instant
  locale: TimeLocale
  editBase: string | null
}

/** The head of a phase's rows: its name, from when to when, how it is written, and for whom. */
export function PhaseLine({ phase, columns, home, now, locale, editBase }: Props) {
  const t = useTranslations('schedule')
  const { name, start, end, startAt, endAt, audience, adjusted } = phase
  const wholeDays = isWholeDay(start) && isWholeDay(end)
  const under = startAt <= now && now < endAt
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={columns}
        className="border-line border-b bg-sunk px-2 py-1.5 text-left font-normal first:pl-4"
      >
        <span className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
          <span className="font-semibold">{name}</span>
          <span className="font-mono text-note tabular">
            {formatSpan(startAt, endAt, { timeZone: home, locale, wholeDays })}
          </span>
          <span className="font-mono text-muted text-note tabular">
            {`${formatMoment(start, home)} – ${formatMoment(end, home)}`}
          </span>
          <span className="text-muted text-note">{t(`audience.${audience}`)}</span>
          {under ? <Status tone="good">{t('now')}</Status> : null}
          {adjusted ? <Status tone="warn">{t(`adjusted.${adjusted}`)}</Status> : null}
          {editBase === null ? null : (
            <TextLink
              href={`${editBase}/phases/${phase.id}`}
              className="ml-auto inline-flex min-h-target items-center"
              aria-label={t('editRow', { name })}
            >
              {t('edit')}
            </TextLink>
          )}
        </span>
      </th>
    </tr>
  )
}
