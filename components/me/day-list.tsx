import { useTranslations } from 'next-intl'
import { byDay, dayZone, insideNight } from '@/lib/registrations/own/rules'
import { calendarDateAt } from '@/lib/time-calendar'
import { formatDate, formatInstant, formatIso, type TimeLocale, zoneAbbreviation } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'
import type { ScheduleEntry } from './entry'

type Props = {
  entries: readonly ScheduleEntry[]
  now: Instant
  /** in which the days and times are shown */
  timeZone: string
  /** where the person sleeps */
  ownTimeZone: string
  homeTimeZone: string
  locale: TimeLocale
}

/** A person's days, one under the other, in the zone chosen. */
export function DayList(props: Props) {
  const { entries, now, timeZone, locale } = props
  const t = useTranslations('me')
  const today = calendarDateAt(now, timeZone)
  return byDay(entries, timeZone).map(({ date, entries: own }) => (
    <section key={date} aria-labelledby={`day-${date}`} className="grid gap-1.5">
      <h2 id={`day-${date}`} className="font-medium text-muted text-note">
        {formatDate(date, locale, 'date')}
        {date === today ? `, ${t('todayMark')}` : null}
      </h2>
      <ul className="rounded-panel border border-line bg-sheet">
        {own.map(entry => (
          <Line key={entry.id} {...props} entry={entry} />
        ))}
      </ul>
    </section>
  ))
}

function Line({ entry, timeZone, ownTimeZone, homeTimeZone, locale }: Props & { entry: ScheduleEntry }) {
  const t = useTranslations('me')
  const { startAt, endAt, wholeDays, place, link } = entry
  const show = (at: Instant, zone: string, style: Parameters<typeof formatInstant>[1]['style']) =>
    formatInstant(at, { timeZone: zone, locale, style })
  const zone = dayZone(entry, timeZone)
  const sameDay = endAt !== null && calendarDateAt(endAt - 1, zone) === calendarDateAt(startAt, zone)
  const range = endAt !== null && sameDay ? `–${show(endAt, zone, 'clock')}` : ''
  const longer =
    endAt === null || sameDay
      ? null
      : wholeDays
        ? t('allDayUntil', { date: show(endAt - 1, zone, 'weekdayDayMonth') })
        : t('continues', { when: show(endAt, zone, 'dayTime') })
  const atHome =
    wholeDays ||
    timeZone === homeTimeZone ||
    zoneAbbreviation(startAt, timeZone) === zoneAbbreviation(startAt, homeTimeZone)
      ? null
      : `${zoneCity(homeTimeZone)} ${show(startAt, homeTimeZone, 'clock')}`
  const notes = [
    longer,
    atHome,
    place,
    entry.note,
    entry.attended && insideNight(entry, ownTimeZone) ? t('night') : null,
  ].filter(Boolean)
  return (
    <li className="grid grid-cols-[6.75rem_1fr] gap-3 border-line border-b px-3.5 py-2.5 last:border-b-0">
      <time dateTime={formatIso(startAt)} className="text-note">
        {wholeDays ? t('allDay') : `${show(startAt, zone, 'clock')}${range}`}
      </time>
      <span className="min-w-0">
        <span className="block">{entry.title}</span>
        {notes.length > 0 ? <span className="block text-muted text-note">{notes.join(' · ')}</span> : null}
        {link ? (
          <a
            href={link}
            rel="noreferrer"
            className="inline-flex min-h-target items-center text-accent text-note underline"
          >
            {t('join')}
          </a>
        ) : null}
      </span>
    </li>
  )
}
