import { formatInstant, type TimeLocale } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'
import { countFromStartex } from '../frame/clock-reading'
import styles from './wall.module.css'

type Props = {
  now: Instant
  home: string
  startexAt: Instant
  endexAt: Instant
  locale: TimeLocale
  zulu: string
}

/** Home and Zulu to the second, and how far STARTEX is. */
export function WallClock({ now, home, startexAt, endexAt, locale, zulu }: Props) {
  const seconds = (timeZone: string) =>
    formatInstant(now, { timeZone, locale, style: 'timeSeconds' }).slice(0, 8)
  return (
    <div className={styles.clock}>
      <p>
        <b>{seconds(home)}</b>
        <small>
          {zoneCity(home)} · {formatInstant(now, { timeZone: home, locale, style: 'weekdayDayMonth' })}
        </small>
      </p>
      <p>
        <b>{seconds('UTC')}</b>
        <small>{zulu}</small>
      </p>
      <p className={styles.count}>
        <b>{countFromStartex(now, startexAt, endexAt, home)}</b>
        <small>STARTEX</small>
      </p>
    </div>
  )
}
