'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Sort, View } from '@/lib/injects/views/rules'
import { classes } from '../ui/control'
import type { Column } from './columns'
import { type Lines, rowsBetween } from './lines'
import { useColumnLabel } from './looks'
import { leading } from './use-grid'
import { headHeight } from './use-window'

type Props = {
  columns: readonly Column[]
  lefts: readonly number[]
  lines: Lines
  chosen: ReadonlySet<string>
  acts: { choose: (ids: readonly string[]) => void }
  view: View
  onSort: (sort: Sort) => void
}

const look = 'flex items-center border-edge border-b bg-sunk px-2 font-medium text-muted text-note'

/** The names of the columns; those that sort say which way. */
export function GridHead({ columns, lefts, lines, chosen, acts, view, onSort }: Props) {
  const t = useTranslations('msel')
  const labelOf = useColumnLabel()
  const ids = useMemo(() => rowsBetween(lines, 0, lines.all.length), [lines])
  const all = ids.length > 0 && chosen.size >= ids.length && ids.every(id => chosen.has(id))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid whose rows stand where they are scrolled to
    <div role="rowgroup" className="sticky top-0 z-20" style={{ height: headHeight }}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: in a grid the cells have the focus */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="row" aria-rowindex={1} className="grid h-full grid-cols-(--msel-columns)">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its box has the focus */}
        <div
          role="columnheader"
          aria-colindex={1}
          style={{ left: 0 }}
          className={classes(look, 'sticky z-10')}
        >
          <input
            type="checkbox"
            checked={all}
            onChange={() => acts.choose(all ? ids : ids.filter(id => !chosen.has(id)))}
            aria-label={t('chooseAll')}
            className="size-4 accent-accent"
          />
        </div>
        {columns.map((column, at) => {
          const { id, sort, fixed } = column
          const sorted = sort !== undefined && view.sort === sort
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: its button has the focus
            <div
              key={id}
              role="columnheader"
              aria-colindex={at + 1 + leading}
              {...(sorted
                ? { 'aria-sort': view.descending ? ('descending' as const) : ('ascending' as const) }
                : {})}
              style={fixed ? { left: lefts[at] } : undefined}
              className={classes(
                look,
                fixed && (id === 'title' ? 'z-10 md:sticky md:border-r md:border-r-line' : 'sticky z-10'),
              )}
            >
              {sort ? (
                <button
                  type="button"
                  onClick={() => onSort(sort)}
                  className="flex min-h-target min-w-0 cursor-pointer items-center gap-1 hover:text-ink"
                >
                  <span className="truncate">{labelOf(column)}</span>
                  {sorted ? <Way down={view.descending} /> : null}
                </button>
              ) : (
                <span className="truncate">{labelOf(column)}</span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Way({ down }: { down: boolean }) {
  const Arrow = down ? ArrowDown : ArrowUp
  return <Arrow aria-hidden="true" className="size-3.5 shrink-0" />
}
