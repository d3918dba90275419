'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { currentInstant } from '@/lib/time-now'
import { type Instant, machineTimeZone } from '@/lib/time-zones'
import { type ClockHand, countFromStartex, readClock } from './clock-reading'

const minute = 60_000

export type ClockProps = {
  /** The server's instant, which the first picture shows and the ticking goes on from. */
  now: Instant
  startexAt: Instant | null
  endexAt?: Instant | null
  homeTimeZone: string
  /** Null takes the zone of this device. */
  viewerTimeZone: string | null
}

// How far the server is ahead of this device: everybody in an exercise must read the same minute.
let ahead: number | null = null

function useTicking(first: Instant): Instant {
  const [now, setNow] = useState(first)
  useEffect(() => {
    ahead ??= first - currentInstant()
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      clearTimeout(timer)
      const at = currentInstant() + (ahead ?? 0)
      setNow(at)
      timer = setTimeout(tick, minute - (at % minute) + 20)
    }
    tick()
    // A sleeping laptop does not tick.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [first])
  return now
}

function Hand({ hand }: { hand: ClockHand }) {
  const t = useTranslations('frame.clock')
  const names = {
    zulu: (
      <abbr title={t('zuluLong')} className="no-underline">
        {t('zulu')}
      </abbr>
    ),
    home: hand.city,
    viewer: (
      <>
        <span className="sm:hidden">{hand.city}</span>
        <span className="hidden sm:inline">{t('you', { city: hand.city })}</span>
      </>
    ),
    both: t('homeAndYou', { city: hand.city }),
  }
  return (
    <span className="whitespace-nowrap">
      <span className="text-muted">{names[hand.kind]}</span> <b className="font-semibold">{hand.time}</b>
      {hand.days === 0 ? null : (
        <sup className="ml-0.5 text-muted">
          <span aria-hidden="true">{hand.days > 0 ? '+1' : '−1'}</span>
          <span className="sr-only">{hand.days > 0 ? t('dayAfter') : t('dayBefore')}</span>
        </sup>
      )}
    </span>
  )
}

/** The same clock on every page of an exercise: Zulu, home, viewer, and how far STARTEX is. */
export function Clock({ now: first, startexAt, endexAt = null, homeTimeZone, viewerTimeZone }: ClockProps) {
  const t = useTranslations('frame.clock')
  const now = useTicking(first)
  const [deviceZone, setDeviceZone] = useState<string | null>(null)
  // The server cannot know this device's zone, so it comes after the first picture.
  useEffect(() => setDeviceZone(machineTimeZone()), [])
  const count = startexAt === null ? null : countFromStartex(now, startexAt, endexAt, homeTimeZone)
  return (
    <section
      aria-label={t('label')}
      className="flex flex-wrap items-baseline gap-x-2.5 font-mono text-small sm:gap-x-3.5 sm:text-note tabular"
    >
      {readClock(now, homeTimeZone, viewerTimeZone ?? deviceZone).map(hand => (
        <Hand key={hand.kind} hand={hand} />
      ))}
      {count ? (
        <b className="whitespace-nowrap font-semibold text-accent" title={t('startex')}>
          {count}
        </b>
      ) : null}
    </section>
  )
}
