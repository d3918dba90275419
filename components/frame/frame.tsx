import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Instant } from '@/lib/time-zones'
import { SkipLink } from '../ui/skip-link'
import { Words } from '../words'
import { AccountMenu } from './account-menu'
import { Clock } from './clock'
import { Palette } from './palette'
import type { PaletteEntry } from './palette-entry'
import { BottomBar, Rail, type Section } from './section-nav'
import { type Tlp, TlpLabel } from './tlp-label'
import type { AccountWrites, Viewer } from './viewer'

export type FrameExercise = {
  code: string
  name: string
  homeTimeZone: string
  startexAt: Instant | null
  endexAt?: Instant | null
  tlp?: Tlp | null
}

export type FrameProps = {
  exercise: FrameExercise
  sections: readonly Section[]
  viewer: Viewer | null
  now: Instant
  /** Beyond the sections, which the palette holds anyway. */
  palette?: readonly PaletteEntry[]
  accountWrites?: AccountWrites
  /** Where another exercise is chosen. */
  switchHref?: string
  signInHref?: string
  /** Above everything: what a demo or a closed exercise has to say. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of an exercise's pages. Render it in the layout, so that it stays while pages change. */
export async function Frame(props: FrameProps) {
  const { exercise, sections, viewer, now, palette = [], banner, children } = props
  const t = await getTranslations('frame')
  const pages = sections.map(section => ({
    href: section.href,
    label: section.label ?? (section.key ? t(`sections.${section.key}`) : section.href),
    hint: exercise.code,
  }))
  return (
    <Words namespaces={['frame']}>
      <SkipLink href="#main" label={t('skip')} />
      {banner ? <section aria-label={t('notice')}>{banner}</section> : null}
      <header className="sticky top-0 z-20 flex min-h-top-bar flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-sheet px-4 py-1.5 print:static print:border-0">
        <Link
          href={props.switchHref ?? '/exercises'}
          prefetch={false}
          aria-label={t('openExercise', { code: exercise.code, name: exercise.name })}
          className="flex min-h-target min-w-0 flex-1 items-baseline gap-2 hover:underline lg:flex-none"
        >
          <span className="whitespace-nowrap font-semibold">{exercise.code}</span>
          <span className="truncate text-muted text-note">{exercise.name}</span>
        </Link>
        {exercise.tlp ? <TlpLabel tlp={exercise.tlp} /> : null}
        <div className="order-last w-full overflow-x-auto lg:order-none lg:ml-auto lg:w-auto">
          <Clock
            now={now}
            startexAt={exercise.startexAt}
            endexAt={exercise.endexAt ?? null}
            homeTimeZone={exercise.homeTimeZone}
            viewerTimeZone={viewer?.timeZone ?? null}
          />
        </div>
        <div className="flex items-center gap-2 print:hidden">
          <Palette entries={[...pages, ...palette]} />
          <AccountMenu
            viewer={viewer}
            writes={props.accountWrites ?? {}}
            signInHref={props.signInHref ?? '/sign-in'}
          />
        </div>
      </header>
      <div className="flex items-start">
        <Rail sections={sections} />
        <main
          id="main"
          tabIndex={-1}
          className="min-h-[calc(100dvh-var(--top-bar))] min-w-0 flex-1 border-line p-4 pb-[calc(var(--bottom-bar)+2rem)] outline-none md:border-l md:p-6 has-[[data-bleed]]:p-0 print:border-0 print:p-0"
        >
          {children}
        </main>
      </div>
      <BottomBar sections={sections} />
    </Words>
  )
}
