import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { endexAt } from '@/lib/exercises/rules'
import type { Instant } from '@/lib/time-zones'
import { classes } from '../ui/control'
import { SkipLink } from '../ui/skip-link'
import { Clock } from './clock'
import type { Tlp } from './tlp-chip'
import type { Viewer } from './viewer'

/** An exercise as far as a frame shows it. */
export type FrameExercise = {
  code: string
  name: string
  timeZone: string
  startexAt: Instant
  /** seconds from STARTEX */
  endexOffset: number
  tlp?: Tlp | null
}

/** What stands above every page: the way past it, a notice, and the bar that stays while the page scrolls. */
export async function TopBar({ banner, children }: { banner: ReactNode; children: ReactNode }) {
  const t = await getTranslations('frame')
  return (
    <>
      <SkipLink href="#main" label={t('skip')} />
      {banner ? <section aria-label={t('notice')}>{banner}</section> : null}
      <header className="sticky top-0 z-20 flex min-h-top-bar flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-sheet px-4 py-1.5 print:static print:border-0">
        {children}
      </header>
    </>
  )
}

type ClockProps = { exercise: FrameExercise; viewer: Viewer | null; now: Instant; className?: string }

/** The exercise's clock: beside the rest of the bar where there is room, else on a line of its own. */
export function BarClock({ exercise, viewer, now, className }: ClockProps) {
  return (
    <div className={classes('order-last w-full overflow-x-auto lg:order-none lg:w-auto', className)}>
      <Clock
        now={now}
        startexAt={exercise.startexAt}
        endexAt={endexAt(exercise)}
        homeTimeZone={exercise.timeZone}
        viewerTimeZone={viewer?.timeZone ?? null}
      />
    </div>
  )
}
