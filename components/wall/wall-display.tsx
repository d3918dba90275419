'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { TimeLocale } from '@/lib/time-names'
import { currentInstant } from '@/lib/time-now'
import type { Instant } from '@/lib/time-zones'
import { itemsOf } from '@/lib/timeline/changes/rules'
import type { TimelineItem } from '@/lib/timeline/columns/rules'
import type { Position, ZoneChoice } from '@/lib/timeline/position/rules'
import { presentAt } from '@/lib/timeline/present/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import { type Packed, unpack } from '../packed'
import type { Columns } from '../timeline/board-data'
import { useColumns } from '../timeline/use-columns'
import type { BoardWords } from '../timeline/words'
import { Button } from '../ui/button'
import styles from './wall.module.css'
import { WallBoard } from './wall-board'
import { WallClock } from './wall-clock'
import { WallList } from './wall-list'

type Props = {
  exercise: { id: string; name: string; timeZone: string; startexAt: Instant; endexAt: Instant }
  words: Packed<BoardWords>
  zones: Packed<Record<ZoneChoice, WallZone>>
  position: Position
  /** The server's, from which the clock goes on: a wall's own may be minutes off. */
  now: Instant
  locale: TimeLocale
}

/** Of each list, as far as they have room. */
const MOST = 6
/** A screen on a wall is nobody's session of work: it finds its way back after a night without a network. */
const EVERY = 10_000

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
export function WallDisplay({ exercise, now: first, locale, position, ...packed }: Props) {
  const t = useTranslations('timeline.wall')
  const frame = useRef<HTMLElement>(null)
  const now = useSeconds(first)
  const words = useMemo(() => unpack(packed.words), [packed.words])
  const zones = useMemo(() => unpack(packed.zones), [packed.zones])
  const address = `/api/timeline/${exercise.id}`
  const { columns, failed } = useColumns({ address, given: null, stream: null, every: EVERY })
  const items = useItems(columns)
  const present = presentAt(items ?? [], now, MOST)
  const home = exercise.timeZone
  const { startexAt, endexAt } = columns?.shapes ?? exercise
  const line = { now, home, locale, lists: columns?.shapes.lists ?? noLists }
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
      <WallBoard {...{ columns, words, zones, position }} now={first} play={{ startexAt, endexAt }} />
      <WallList
        {...{ line, title: t('running'), items: present.running, running: true }}
        rest={shown => moreThan(shown, present.runningCount, count => t('more', { count }))}
      >
        {present.running.length === 0 ? (
          <p className={styles.none}>{items ? t('nothing') : t('loading')}</p>
        ) : null}
      </WallList>
      <WallList
        {...{ line, title: t('next'), items: present.next, running: false }}
        rest={shown => moreThan(shown, present.todayCount, count => t('moreToday', { count }))}
      />
      <p className={styles.stale} role="status">
        {failed ? t('stale') : ''}
      </p>
    </main>
  )
}

const moreThan = (shown: number, all: number, say: (count: number) => string) =>
  all > shown ? say(all - shown) : null

/** The items as lists tell them; anew only where some are others, and not where an answer had nothing new. */
function useItems(columns: Columns | null): readonly TimelineItem[] | null {
  const shapes = useRef(columns?.shapes)
  shapes.current = columns?.shapes
  const said = columns?.said ?? null
  return useMemo(() => (shapes.current && said ? itemsOf(shapes.current, said).items : null), [said])
}

const noLists = { phases: [], storylines: [], controllers: [], roles: [], nations: [], teams: [], people: [] }
