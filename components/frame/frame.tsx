import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Instant } from '@/lib/time-zones'
import { Words } from '../words'
import { AccountMenu } from './account-menu'
import { Palette } from './palette'
import type { PaletteEntry } from './palette-entry'
import { BottomBar, Rail, type Section } from './section-nav'
import { TlpLabel } from './tlp-label'
import { BarClock, type FrameExercise, TopBar } from './top-bar'
import type { AccountWrites, Viewer } from './viewer'

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
      <TopBar banner={banner}>
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
        <BarClock exercise={exercise} viewer={viewer} now={now} className="lg:ml-auto" />
        <div className="flex items-center gap-2 print:hidden">
          <Palette entries={[...pages, ...palette]} />
          <AccountMenu
            viewer={viewer}
            writes={props.accountWrites ?? {}}
            signInHref={props.signInHref ?? '/sign-in'}
          />
        </div>
      </TopBar>
      <div className="flex items-start">
        <Rail sections={sections} />
        <main
          id="main"
          tabIndex={-1}
          className="min-h-[calc(100dvh-var(--top-bar))] min-w-0 flex-1 border-line p-4 pb-[calc(var(--bottom-bar)+2rem)] outline-none md:border-l md:p-6 has-[[data-bleed]]:p-0 print:min-h-0 print:border-0 print:p-0"
        >
          {children}
        </main>
      </div>
      <BottomBar sections={sections} />
    </Words>
  )
}
