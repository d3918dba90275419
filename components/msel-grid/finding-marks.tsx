'use client'

import { isBroken, type Placed } from '@/lib/clashes/places/rules'
import { classes } from '../ui/control'
import type { ColumnId } from './columns'
import type { Say } from './sheet'
import type { Telling } from './use-telling'

type CellProps = { found: readonly Placed[]; id: ColumnId; telling: Telling | null }

/** In the corner of a cell: something is wrong here. What it is, is said to whoever listens or points. */
export function CellMark({ found, id, telling }: CellProps) {
  const here = found.filter(({ field }) => field === id)
  if (here.length === 0) return null
  const said = telling ? here.map(({ finding }) => telling.of(finding).what).join(' ') : ''
  const broken = here.some(({ finding }) => isBroken(finding))
  return (
    <span
      title={said}
      className={classes('absolute top-0 right-0 size-2.5 leading-none', broken ? 'text-bad' : 'text-warn')}
    >
      <svg aria-hidden="true" viewBox="0 0 10 10" className="size-full">
        <path d="M0 0H10V10z" fill="currentColor" />
      </svg>
      <span className="sr-only">{said}</span>
    </span>
  )
}

type RowProps = { found: readonly Placed[]; conflicting: boolean; say: Say }

/** What is wrong with an inject, by its shape: what cannot work is a full octagon, all else a triangle. */
export function RowMark({ found, conflicting, say: t }: RowProps) {
  if (found.length === 0 && !conflicting) return null
  const broken = found.some(({ finding }) => isBroken(finding))
  const label = found.length > 0 ? t('findingsHere', { count: found.length }) : t('conflicting')
  return (
    <svg
      role="img"
      viewBox="0 0 12 12"
      className={classes('size-3 shrink-0', broken ? 'text-bad' : 'text-warn')}
      aria-label={label}
    >
      <title>{label}</title>
      <path d={broken ? 'M4 1h4l3 3v4l-3 3H4L1 8V4z' : 'M6 1.5 11 10.5H1z'} fill="currentColor" />
    </svg>
  )
}
