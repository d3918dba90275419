import { useLocale, useTranslations } from 'next-intl'
import type { ActivityKind } from '@/lib/schedule/kinds/rules'
import { formatDay } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { ViewerTime } from '../moments/viewer-time'
import { Panel } from '../ui/panel'
import { TextLink } from '../ui/text-link'

type NextItem = {
  id: string
  title: string
  kind: ActivityKind
  startAt: Instant
  endAt: Instant | null
  wholeDays: boolean
  /** days from STARTEX's date at home */
  day: number
  /** where it is held, when not at home */
  timeZone: string | null
  place: string
}

type Props = { items: readonly NextItem[]; home: string; viewer: string | null; base: string }

/** What happens next, in order, at home and where the reader is. */
export function NextList({ items, home, viewer, base }: Props) {
  const t = useTranslations('exercises')
  const kinds = useTranslations('schedule.kind')
  const locale = useLocale()
  return (
    <Panel title={t('next')} actions={<TextLink href={`${base}/schedule`}>{t('wholeSchedule')}</TextLink>}>
      {items.length === 0 ? <p className="text-muted">{t('nothingNext')}</p> : null}
      <ol className="grid divide-y divide-line">
        {items.map(({ id, title, kind, startAt, endAt, wholeDays, day, timeZone, place }) => (
          <li key={id} className="grid grid-cols-[4.5rem_1fr] gap-x-3 py-1.5 first:pt-0 last:pb-0">
            <span className="font-mono text-muted text-note tabular">{formatDay(day)}</span>
            <div className="min-w-0">
              <p>
                <span className="font-medium">{title}</span>{' '}
                <span className="text-muted">{[kinds(kind), place].filter(Boolean).join(' · ')}</span>
              </p>
              <p className="flex flex-wrap gap-x-4 font-mono text-note tabular">
                <time>
                  {formatSpan(startAt, endAt ?? startAt, { timeZone: timeZone ?? home, locale, wholeDays })}
                </time>
                <span className="text-muted">
                  <ViewerTime from={startAt} to={endAt} timeZone={viewer} home={timeZone ?? home} />
                </span>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
