import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Instant } from '@/lib/time-zones'
import { classes } from '../ui/control'
import { SkipLink } from '../ui/skip-link'
import { Words } from '../words'
import { AccountMenu } from './account-menu'
import { Clock } from './clock'
import type { FrameExercise } from './frame'
import { PlainNav } from './plain-nav'
import { BottomBar, type Section } from './section-nav'
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
      <SkipLink href="#main" label={t('skip')} />
      {banner ? <section aria-label={t('notice')}>{banner}</section> : null}
      <header className="sticky top-0 z-20 flex min-h-top-bar flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-sheet px-4 py-1.5 print:static print:border-0">
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
        {exercise && now !== undefined ? (
          <div className="order-last w-full overflow-x-auto lg:order-none lg:w-auto">
            <Clock
              now={now}
              startexAt={exercise.startexAt}
              endexAt={exercise.endexAt ?? null}
              homeTimeZone={exercise.homeTimeZone}
              viewerTimeZone={viewer?.timeZone ?? null}
            />
          </div>
        ) : null}
        <AccountMenu
          viewer={viewer}
          writes={props.accountWrites ?? {}}
          signInHref={props.signInHref ?? '/sign-in'}
        />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={classes(
          'mx-auto min-w-0 p-4 outline-none md:p-6 has-[[data-bleed]]:p-0 print:p-0',
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
