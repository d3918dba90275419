import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/control'
import { dayZone } from '@/lib/registrations/own/rules'
import { formatDtg, formatInstant, type InstantStyle, type TimeLocale } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'
import type { ScheduleEntry } from './entry'
import { Until } from './until'

type Props = {
  running: readonly ScheduleEntry[]
  coming: readonly ScheduleEntry[]
  now: Instant
  /** the own zone first, then the exercise's home */
  zones: readonly string[]
  locale: TimeLocale
}

/** Where to be now, and what comes next. */
export function NowCards({ running, coming, now, zones, locale }: Props) {
  const t = useTranslations('me')
  const next = coming[0]
  return (
    <div className="grid gap-3">
      {running.slice(0, 2).map(entry => (
        <Card key={entry.id} entry={entry} zones={zones} locale={locale} head={t('now')} />
      ))}
      {next ? (
        <Card
          entry={next}
          zones={zones}
          locale={locale}
          strong={running.length === 0}
          head={<Until at={next.startAt} now={now} locale={locale} />}
        />
      ) : null}
    </div>
  )
}

type CardProps = {
  entry: ScheduleEntry
  zones: readonly string[]
  locale: TimeLocale
  head: ReactNode
  strong?: boolean
}

function Card({ entry, zones, locale, head, strong = true }: CardProps) {
  const t = useTranslations('me')
  return (
    <section
      aria-label={entry.title}
      className={classes('rounded-panel p-4', strong ? 'bg-accent-soft' : 'border border-line bg-sheet')}
    >
      <p className="font-mono text-accent text-note">{head}</p>
      <p className="font-semibold text-lead">{entry.title}</p>
      {entry.place ? <p>{entry.place}</p> : null}
      <ul className="mt-0.5 font-mono text-muted text-note">
        {useTimes(entry, zones, locale).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {entry.link ? (
        <a
          href={entry.link}
          className="mt-1 inline-flex min-h-target items-center text-accent underline"
          rel="noreferrer"
        >
          {t('join')}
        </a>
      ) : null}
    </section>
  )
}

/** The own zone with the end, then home and Zulu in one line; a whole day only by its date. */
function useTimes(entry: ScheduleEntry, zones: readonly string[], locale: TimeLocale): string[] {
  const t = useTranslations('me')
  const [own = 'UTC', ...others] = zones
  const show = (at: Instant, timeZone: string, style: InstantStyle) =>
    formatInstant(at, { timeZone, locale, style })
  if (entry.wholeDays) return [show(entry.startAt, dayZone(entry, own), 'date')]
  const start = (timeZone: string) =>
    `${zoneCity(timeZone)} ${show(entry.startAt, timeZone, 'clock')} ${show(entry.startAt, timeZone, 'weekdayDayMonth')}`
  const end = entry.endAt === null ? '' : `, ${t('until', { time: show(entry.endAt, own, 'dayTime') })}`
  return [`${start(own)}${end}`, [...others.map(start), formatDtg(entry.startAt)].join(' · ')]
}
