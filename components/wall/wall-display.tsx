'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { TimeLocale } from '@/lib/time-names'
import { currentInstant } from '@/lib/time-now'
import type { Instant } from '@/lib/time-zones'
import { presentAt } from '@/lib/timeline/present/rules'
import { Button } from '../ui/button'
import { useItems } from './use-items'
import styles from './wall.module.css'
import { WallClock } from './wall-clock'
import { WallItem } from './wall-item'

type Props = {
  exercise: { id: string; name: string; timeZone: string; startexAt: Instant; endexAt: Instant }
  /** The server's, from which the clock goes on: a wall's own may be minutes off. */
  now: Instant
  locale: TimeLocale
}

const MOST = 8

const whole = (at: Instant) => at - (at % 1000)

function useSeconds(first: Instant): Instant {
  const [now, setNow] = useState(() => whole(first))
  useEffect(() => {
    const ahead = first - currentInstant()
    // Oftener than a second, so that no second is skipped; within one nothing is drawn anew.
    const timer = setInterval(() => setNow(whole(currentInstant() + ahead)), 250)
    return () => clearInterval(timer)
  }, [first])
  return now
}

/** What goes on and what comes next, for a whole room; it follows now by itself. */
export function WallDisplay({ exercise, now: first, locale }: Props) {
  const t = useTranslations('timeline.wall')
  const frame = useRef<HTMLElement>(null)
  const now = useSeconds(first)
  const { known, stale } = useItems(exercise.id)
  const present = presentAt(known?.items ?? [], now, MOST)
  const home = exercise.timeZone
  const { startexAt, endexAt } = known ?? exercise
  const line = { now, home, locale, lists: known?.lists ?? noLists }
  return (
    <main id="main" ref={frame} className={styles.wall}>
      <header className={styles.head}>
        <h1>{exercise.name}</h1>
        <p>{present.phases.map(({ label }) => label).join(' · ')}</p>
        <Button className={styles.full} onClick={() => frame.current?.requestFullscreen()}>
          {t('fullScreen')}
        </Button>
      </header>
      <WallClock {...{ now, home, startexAt, endexAt, locale }} zulu={t('zulu')} />
      <section aria-labelledby="running">
        <h2 id="running">{t('running')}</h2>
        {present.running.length === 0 ? (
          <p className={styles.none}>{known ? t('nothing') : t('loading')}</p>
        ) : null}
        <ul>
          {present.running.map(item => (
            <WallItem key={item.id} item={item} running {...line} />
          ))}
        </ul>
        {present.moreRunning > 0 ? (
          <p className={styles.more}>{t('more', { count: present.moreRunning })}</p>
        ) : null}
      </section>
      <section aria-labelledby="next">
        <h2 id="next">{t('next')}</h2>
        <ul>
          {present.next.map(item => (
            <WallItem key={item.id} item={item} running={false} {...line} />
          ))}
        </ul>
        {present.moreToday > 0 ? (
          <p className={styles.more}>{t('moreToday', { count: present.moreToday })}</p>
        ) : null}
      </section>
      <p className={styles.stale} role="status">
        {stale ? t('stale') : ''}
      </p>
    </main>
  )
}

const noLists = { phases: [], storylines: [], controllers: [], roles: [], nations: [], teams: [], people: [] }
