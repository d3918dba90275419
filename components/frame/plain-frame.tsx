import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Instant } from '@/lib/time-zones'
import { classes } from '../ui/control'
import { Words } from '../words'
import { AccountMenu } from './account-menu'
import { PlainNav } from './plain-nav'
import { BottomBar, type Section } from './section-nav'
import { BarClock, type FrameExercise, TopBar } from './top-bar'
import type { AccountWrites, Viewer } from './viewer'

export type PlainFrameProps = {
  viewer: Viewer | null
  /** Beside the product's name: what this place is, for instance a nation's delegation. */
  title?: ReactNode
  /** In the bar on wide screens, below the page on phones. */
  sections?: readonly Section[]
  /** Shows the clock of this exercise; needs `now`. */
  exercise?: FrameExercise
  now?: Instant
  accountWrites?: AccountWrites
  signInHref?: string
  banner?: ReactNode
  /** How wide the page may grow. */
  width?: 'narrow' | 'normal' | 'full'
  children: ReactNode
}

const widths = { narrow: 'max-w-2xl', normal: 'max-w-6xl', full: '' }

/** The frame of pages outside an exercise: start page, sign-in, a delegation, one's own schedule. */
export async function PlainFrame(props: PlainFrameProps) {
  const { viewer, title, sections = [], exercise, now, banner, width = 'normal', children } = props
  const t = await getTranslations('frame')
  return (
    <Words namespaces={['frame']}>
      <TopBar banner={banner}>
        <div className="flex min-w-0 flex-1 items-center gap-3">
          <Link
            href="/"
            prefetch={false}
            aria-label={t('home')}
            className="inline-flex min-h-target items-center font-semibold hover:underline"
          >
            {t('product')}
          </Link>
          {title ? <div className="min-w-0 truncate text-muted text-note">{title}</div> : null}
        </div>
        {sections.length > 0 ? <PlainNav sections={sections} /> : null}
        {exercise && now !== undefined ? <BarClock exercise={exercise} viewer={viewer} now={now} /> : null}
        <AccountMenu
          viewer={viewer}
          writes={props.accountWrites ?? {}}
          signInHref={props.signInHref ?? '/sign-in'}
        />
      </TopBar>
      <main
        id="main"
        tabIndex={-1}
        className={classes(
          'mx-auto min-w-0 p-4 outline-none md:p-6 has-[[data-bleed]]:p-0 has-[[data-wide]]:max-w-none print:p-0',
          sections.length > 0 && 'pb-[calc(var(--bottom-bar)+2rem)]',
          widths[width],
        )}
      >
        {children}
      </main>
      {sections.length > 0 ? <BottomBar sections={sections} /> : null}
    </Words>
  )
}
