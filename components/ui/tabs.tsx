import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from './control'

export type Tab = { href: string; label: ReactNode; count?: ReactNode; current: boolean }

/** Parts of one page, each with an address of its own. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-line border-b print:hidden">
      <ul className="flex gap-1">
        {items.map(item => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? 'page' : undefined}
              className={classes(
                'flex min-h-control items-center gap-1.5 whitespace-nowrap border-b-2 px-3 focus-visible:-outline-offset-2',
                item.current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-muted hover:text-ink',
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
    </nav>
  )
}
