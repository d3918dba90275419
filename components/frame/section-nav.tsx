'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classes } from '../ui/control'

type SectionKey =
  | 'overview'
  | 'timeline'
  | 'scenario'
  | 'schedule'
  | 'teams'
  | 'nations'
  | 'registrations'
  | 'clashes'
  | 'conduct'
  | 'history'
  | 'settings'

export type Section = {
  href: string
  /** One of the frame's own words … */
  key?: SectionKey
  /** … or a word of the caller's. */
  label?: string
  /** May come later than the page. */
  count?: ReactNode
  /** The count wants attention. */
  alert?: boolean
  /** Sections of another group stand below a line. */
  group?: number
  /** Whether pages below this address count as this section: not so for the first of an exercise. */
  exact?: boolean
}

export function useSections(sections: readonly Section[]) {
  const t = useTranslations('frame')
  const path = usePathname()
  return sections.map(section => ({
    ...section,
    label: section.label ?? (section.key ? t(`sections.${section.key}`) : section.href),
    current:
      path === section.href.replace(/\?.*/, '') || (!section.exact && path.startsWith(`${section.href}/`)),
  }))
}

/** The sections beside the page, on screens that have room for them. */
export function Rail({ sections }: { sections: readonly Section[] }) {
  const t = useTranslations('frame')
  const items = useSections(sections)
  return (
    <nav
      aria-label={t('nav')}
      className="sticky top-(--top-bar) hidden max-h-[calc(100dvh-var(--top-bar))] w-rail shrink-0 overflow-y-auto px-2 py-3 md:block print:hidden"
    >
      <ul className="grid gap-px">
        {items.map((item, index) => (
          <li
            key={item.href}
            className={classes(
              index > 0 && item.group !== items[index - 1]?.group && 'mt-2 border-line border-t pt-2',
            )}
          >
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? 'page' : undefined}
              className={classes(
                'flex min-h-control items-center justify-between gap-2 rounded-control border px-2.5 focus-visible:-outline-offset-2',
                item.current
                  ? 'border-line bg-sheet font-semibold text-ink'
                  : 'border-transparent text-muted hover:bg-sunk hover:text-ink',
              )}
            >
              {item.label}
              {item.count === undefined ? null : (
                <span
                  className={classes('font-mono font-normal text-note tabular', item.alert && 'text-bad')}
                >
                  {item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const shownBelow = 4

/** The same sections under the thumb. What does not fit is one tap away, in a sheet of the browser's own. */
export function BottomBar({ sections }: { sections: readonly Section[] }) {
  const t = useTranslations('frame')
  const items = useSections(sections)
  const fits = items.length <= shownBelow + 1
  const first = items.slice(0, shownBelow)
  const here = items.find(item => item.current)
  // Where one is shows in the bar, even where that section lies in the sheet.
  const shown = fits ? items : here && !first.includes(here) ? [...first.slice(0, -1), here] : first
  const look =
    'grid min-h-bottom-bar min-w-0 flex-1 place-items-center px-1 text-center text-small leading-tight'
  return (
    <nav
      aria-label={t('nav')}
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-sheet pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <div className="flex">
        {shown.map(item => (
          <Link
            key={item.href}
            href={item.href}
            prefetch={false}
            aria-current={item.current ? 'page' : undefined}
            className={classes(
              look,
              'hyphens-auto focus-visible:-outline-offset-2',
              item.current ? 'font-semibold text-accent' : 'text-muted',
            )}
          >
            <span className="max-w-full">{item.label}</span>
          </Link>
        ))}
        {fits ? null : (
          <button
            type="button"
            popoverTarget="more-sections"
            className={classes(look, 'text-muted focus-visible:-outline-offset-2')}
          >
            {t('more')}
          </button>
        )}
      </div>
      {fits ? null : <MoreSheet items={items} />}
    </nav>
  )
}

function MoreSheet({ items }: { items: ReturnType<typeof useSections> }) {
  const t = useTranslations('frame')
  return (
    <section
      id="more-sections"
      aria-label={t('moreSections')}
      popover="auto"
      className="fixed inset-x-0 top-auto bottom-(--bottom-bar) m-0 max-h-[70dvh] w-full overflow-y-auto rounded-t-panel border border-edge bg-sheet p-2 shadow-lift"
    >
      <ul className="grid grid-cols-2 gap-px">
        {items.map(item => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? 'page' : undefined}
              onClick={event => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
              className={classes(
                'flex min-h-11 items-center justify-between gap-2 rounded-control px-3',
                item.current ? 'bg-accent-soft font-semibold text-accent' : 'text-ink',
              )}
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="font-mono text-note tabular">{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
