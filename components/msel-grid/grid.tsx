'use client'

import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type PointerEvent, type RefObject, useMemo } from 'react'
import type { Placed } from '@/lib/clashes/places/rules'
import type { Sort, View } from '@/lib/injects/views/rules'
import type { Instant } from '@/lib/time-zones'
import type { Column } from './columns'
import type { AllDrafts, Drafts } from './drafts'
import { GroupRow } from './group-row'
import { GridHead } from './head'
import type { Lines } from './lines'
import { GridRow, type RowActs } from './row'
import type { Sheet } from './sheet'
import { type Grid, leading } from './use-grid'
import type { Rows } from './use-rows'
import type { Telling } from './use-telling'
import { lineHeight } from './use-window'

declare module 'react' {
  interface CSSProperties {
    /** widths of the columns, once for all rows */
    '--msel-columns'?: string
  }
}

type Props = {
  scroller: RefObject<HTMLDivElement | null>
  rows: Rows
  lines: Lines
  window: { from: number; to: number }
  columns: readonly Column[]
  sheet: Sheet
  grid: Grid
  acts: RowActs
  toggle: (key: string) => void
  mayEdit: boolean
  drafts: AllDrafts
  chosen: ReadonlySet<string>
  opened: string | null
  view: View
  onSort: (sort: Sort) => void
  groupName: (key: string) => string
  impliedOf: (id: string) => Instant | null
  conflicting: (id: string) => boolean
  foundAt: (id: string) => readonly Placed[]
  telling: Telling | null
  othersOn: (id: string) => string
  onCopy: (event: ClipboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
}

const none: Drafts = new Map()
const boxWidth = 36

/** The list after the ARIA practices for grids. What is drawn is what is in sight, and where the keyboard stands. */
export function MselGrid(props: Props) {
  const { scroller, lines, columns, grid, window } = props
  const t = useTranslations('msel')
  const measures = useMemo(() => measuresOf(columns), [columns])
  const drawn = drawnLines(window, grid.at.row, lines.all.length)
  return (
    <div
      ref={scroller}
      data-scroller=""
      className="@container relative min-h-0 flex-1 overflow-auto overscroll-contain border-line border-t bg-sheet"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: only the rows in sight are in the document */}
      <div
        role="grid"
        aria-label={t('caption')}
        aria-describedby="msel-hint"
        aria-multiselectable="true"
        aria-rowcount={lines.all.length + 1}
        aria-colcount={columns.length + leading}
        tabIndex={-1}
        style={{ '--msel-columns': measures.template, minWidth: measures.width }}
        className="relative"
        onKeyDown={grid.onKeyDown}
        onPointerDown={event => pointed(event, grid)}
        onPointerMove={event => dragged(event, grid)}
        onCopy={props.onCopy}
        onCut={props.onCopy}
        onPaste={props.onPaste}
      >
        <GridHead {...props} lefts={measures.lefts} />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" className="relative" style={{ height: lines.all.length * lineHeight }}>
          {drawn.map(at => (
            <DrawnLine key={lines.all[at]?.key} {...props} at={at} lefts={measures.lefts} />
          ))}
        </div>
      </div>
      <p id="msel-hint" className="sr-only">
        {t(props.mayEdit ? 'hint' : 'hintReading')}
      </p>
    </div>
  )
}

function DrawnLine(props: Props & { at: number; lefts: readonly number[] }) {
  const { at, lines, rows, grid, columns, drafts, chosen, opened, impliedOf, conflicting, othersOn } = props
  const line = lines.all[at]
  const focus = grid.at.row === at ? grid.at.column : -1
  if (line?.kind === 'group')
    return (
      <GroupRow
        line={at}
        lineKey={line.key}
        name={props.groupName(line.key)}
        count={line.count}
        open={line.open}
        span={columns.length + leading}
        focus={focus >= 0}
        toggle={props.toggle}
      />
    )
  const row = line && rows.get(line.key)
  if (!row) return null
  const within = grid.box && at >= grid.box.top && at <= grid.box.bottom ? grid.box : null
  return (
    <GridRow
      row={row}
      line={at}
      {...{
        columns,
        lefts: props.lefts,
        sheet: props.sheet,
        acts: props.acts,
        mayEdit: props.mayEdit,
        focus,
      }}
      drafts={drafts.get(row.id) ?? none}
      implied={impliedOf(row.id)}
      from={within ? within.left : -1}
      to={within ? within.right : -1}
      editing={grid.editing?.id === row.id ? grid.editing : null}
      chosen={chosen.has(row.id)}
      opened={opened === row.id}
      conflicting={conflicting(row.id)}
      found={props.foundAt(row.id)}
      telling={props.telling}
      others={othersOn(row.id)}
    />
  )
}

/** The lines in sight; and the one that the keyboard stands on, which would lose its place if it went. */
function drawnLines({ from, to }: { from: number; to: number }, active: number, count: number): number[] {
  const shown = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
  if (active >= to && active < count) shown.push(active)
  else if (active < from) shown.unshift(active)
  return shown
}

function measuresOf(columns: readonly Column[]) {
  let left = boxWidth
  const lefts = columns.map(({ fixed, width }) => {
    if (!fixed) return 0
    left += width
    return left - width
  })
  const widths = columns.map(({ id, width }) => (id === 'title' ? `minmax(${width}px, 1fr)` : `${width}px`))
  return {
    lefts,
    template: [`${boxWidth}px`, ...widths].join(' '),
    width: columns.reduce((sum, { width }) => sum + width, boxWidth),
  }
}

function spotOf(target: EventTarget): { row: number; column: number } | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null
  const line = cell?.closest<HTMLElement>('[data-line]')?.dataset.line
  return cell && line !== undefined ? { row: Number(line), column: Number(cell.ariaColIndex) - 1 } : null
}

function pointed(event: PointerEvent, grid: Grid): void {
  if (event.button !== 0 || !(event.target instanceof Element)) return
  if (event.target.closest('textarea, input, [role=listbox], [role=alert]')) return
  const to = spotOf(event.target)
  if (!to) return
  // A press would move the focus by itself, and begin to mark text.
  if (!event.target.closest('button')) event.preventDefault()
  const active = document.activeElement
  if (active instanceof HTMLTextAreaElement) active.blur()
  grid.go(to, event.shiftKey)
}

function dragged(event: PointerEvent, grid: Grid): void {
  if (event.buttons !== 1 || event.pointerType === 'touch' || grid.editing) return
  const to = spotOf(event.target)
  if (to && to.column >= leading && (to.row !== grid.at.row || to.column !== grid.at.column))
    grid.go(to, true)
}
