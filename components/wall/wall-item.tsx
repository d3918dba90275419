import { useTranslations } from 'next-intl'
import { formatDuration, formatInstant, type TimeLocale } from '@/lib/time-format'
import { roundedWait } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import type { Lists, TimelineItem } from '@/lib/timeline/columns/rules'
import styles from './wall.module.css'

/** What every line is told with. */
export type WallLine = { now: Instant; home: string; locale: TimeLocale; lists: Lists }

type Props = WallLine & {
  item: TimelineItem
  /** Whether it is going on: then until when, else in how long. */
  running: boolean
  /** Has no room, and is not read out either. */
  hidden: boolean
}

const away = (from: Instant, to: Instant, locale: TimeLocale) =>
  formatDuration(roundedWait((to - from) / 1000), locale)

/** One line, to be read from the far end of the room. */
export function WallItem({ item, now, home, locale, lists, running, hidden }: Props) {
  const t = useTranslations('timeline.wall')
  const clock = (at: Instant, timeZone: string) => formatInstant(at, { timeZone, locale, style: 'clock' })
  const day = (at: Instant) => formatInstant(at, { timeZone: home, locale, style: 'dayMonth' })
  const names = new Map(lists.teams.map(({ id, name }) => [id, name]))
  const teams = item.teamIds.flatMap(id => names.get(id) ?? [])
  const where = [teams.length > 3 ? t('teams', { count: teams.length }) : teams.join(', '), item.place]
  const short = item.kind === 'shift' && item.filled < item.places
  return (
    <li className={styles.item} aria-hidden={hidden || undefined}>
      <span className={styles.time}>
        {item.wholeDays ? day(item.startAt) : clock(item.startAt, home)}
        {item.wholeDays ? null : (
          <small>
            {day(item.startAt) === day(now) ? `${clock(item.startAt, 'UTC')}Z` : day(item.startAt)}
          </small>
        )}
      </span>
      <span className={styles.what}>
        <b>
          {item.code ? <code>{item.code}</code> : null}
          {item.label}
        </b>
        <small>
          {[t(`kind.${item.kind}`), ...where.filter(text => text !== '')].join(' · ')}
          {short ? ` · ${t('short', { filled: item.filled, places: item.places })}` : ''}
        </small>
      </span>
      <span className={styles.until}>
        {running
          ? item.endAt === null
            ? t('now')
            : t('left', { duration: away(now, item.endAt, locale) })
          : t('in', { duration: away(now, item.startAt, locale) })}
      </span>
    </li>
  )
}
