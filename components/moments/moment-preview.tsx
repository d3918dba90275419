'use client'

import { useTranslations } from 'next-intl'
import { endOfMoment, type Moment, resolveMoment, type StartexFrame } from '@/lib/time'
import { ThreeTimes } from './three-times'

type Props = {
  moment: Moment
  frame: StartexFrame
  viewer: string | null
  ends: boolean
  instant: boolean
}

/** What a typed moment was understood as: how it is anchored, and when that is. */
export function MomentPreview({ moment, frame, viewer, ends, instant }: Props) {
  const t = useTranslations('moments')
  const whole = moment.anchor === 'dday' && moment.minute === null
  const { at } = resolveMoment(moment, frame)
  const to = whole ? endOfMoment(moment, { durationSeconds: null, days: 1 }, frame) : null
  const place = moment.anchor === 'ttime' || moment.timeZone === frame.timeZone ? null : moment.timeZone
  return (
    <div className="rounded-control bg-sunk px-2.5 py-1.5 text-note">
      <p className="text-muted empty:hidden">
        {[instant ? null : t(`anchor.${moment.anchor}`), whole ? t(ends ? 'wholeDayEnds' : 'wholeDay') : null]
          .filter(Boolean)
          .join(' ')}
      </p>
      <ThreeTimes from={at} to={to} wholeDays={whole} home={frame.timeZone} viewer={viewer} place={place} />
    </div>
  )
}
