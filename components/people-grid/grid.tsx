'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react'
import type { Column } from './columns'
import type { GridChoices, GridLine } from './lines'
import { GridRow } from './row'
import { type Draft, useCellWrites } from './use-cell-writes'
import { useGrid } from './use-grid'

type Props = {
  owner: { exerciseId: string; participationId: string }
  /** `GridLine[]` as JSON: as text it travels once, see `PersonRows` */
  lines: string
  columns: readonly Column[]
  choices: GridChoices
  path: string
  /** whether anything may be written here at all */
  open: boolean
  caption: string
  head: ReactNode
}

/** Rows drawn at once; the others follow when the page is already in use. */
const firstRows = 40

/** Said once for all cells: a class on each of them weighs more than what stands in it. */
const cells =
  '[&>tr>*]:border-line [&>tr>*]:border-b [&>tr>*]:px-2 [&>tr>*]:py-1.5 [&>tr>*]:text-left [&>tr>*]:align-top ' +
  '[&>tr>*]:font-normal [&>tr>*:first-child]:pl-4 [&>tr>*:last-child]:pr-4'

/**
 * The delegation's people as a grid after the ARIA practices: one stop of the Tab key, arrows from cell to cell, Enter,
 * F2 or a letter to write in one. Every row stands in the document, so that the browser's own search finds it.
 */
export function PeopleGrid({ owner, lines: text, columns, choices, path, open, caption, head }: Props) {
  const t = useTranslations('peopleGrid')
  const lines = useMemo((): GridLine[] => JSON.parse(text), [text])
  const [whole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])
  const shown = whole ? lines : lines.slice(0, firstRows)
  const writes = useCellWrites(owner, lines)
  const { body, at, editing, acts, onKeyDown, onFocus } = useGrid({ lines: shown, columns, open }, writes)
  return (
    <div data-wide="" className="overflow-x-auto">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that is written in
        role="grid"
        aria-label={caption}
        aria-describedby="grid-hint"
        className="w-full border-collapse text-left"
      >
        {head}
        <tbody ref={body} className={cells} onKeyDown={onKeyDown} onFocus={onFocus}>
          {shown.map((line, row) => (
            <GridRow
              key={line.id}
              {...{ row, line, columns, choices, path, open }}
              {...acts}
              drafts={draftsOf(writes.drafts, line.id)}
              focus={at.row === row ? at.column : -1}
              editing={editing?.id === line.id ? editing : null}
            />
          ))}
        </tbody>
      </table>
      <p id="grid-hint" className="px-4 pt-1.5 text-muted text-note max-md:hidden print:hidden">
        {t(open ? 'hint' : 'hintReading')}
      </p>
    </div>
  )
}

const none: ReadonlyMap<string, Draft> = new Map()

/** One row's drafts; the same empty map for every row without any, which then need not be drawn again. */
function draftsOf(drafts: ReadonlyMap<string, Draft>, id: string): ReadonlyMap<string, Draft> {
  const own = [...drafts].filter(([name]) => name.startsWith(id))
  return own.length === 0 ? none : new Map(own)
}
