'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classes } from '../ui/control'
import { type Section, useSections } from './section-nav'

/** The sections in the bar, where a rail would be too much. */
export function PlainNav({ sections }: { sections: readonly Section[] }) {
  const t = useTranslations('frame')
  return (
    <nav aria-label={t('nav')} className="hidden md:block print:hidden">
      <ul className="flex gap-1">
        {useSections(sections).map(item => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? 'page' : undefined}
              className={classes(
                'flex min-h-control items-center rounded-control px-2.5',
                item.current ? 'bg-sunk font-semibold text-ink' : 'text-muted hover:text-ink',
              )}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
