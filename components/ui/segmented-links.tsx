import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from './control'

export type SegmentLink = { href: string; label: ReactNode; current: boolean }

/** The look of Segmented where each choice has an address of its own. */
export function SegmentedLinks({ label, items }: { label: string; items: readonly SegmentLink[] }) {
  return (
    <nav
      aria-label={label}
      className="flex w-fit max-w-full overflow-x-auto rounded-control border border-edge bg-sheet"
    >
      {items.map(item => (
        <Link
          key={item.href}
          href={item.href}
          prefetch={false}
          aria-current={item.current ? 'true' : undefined}
          className={classes(
            'grid min-h-[calc(var(--control)-2px)] place-items-center whitespace-nowrap border-line border-r px-2.5',
            'last:border-r-0 focus-visible:-outline-offset-2',
            item.current ? 'bg-accent-soft font-semibold text-accent' : 'text-muted hover:bg-sunk',
          )}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  )
}
