'use client'

import { memo, type ReactNode } from 'react'
import type { Placed } from '@/lib/clashes/places/rules'
import type { InjectRow } from '@/lib/injects/rules'
import type { Instant } from '@/lib/time-zones'
import { contentOf } from './cell'
import { CellEditor } from './cell-editor'
import { CellNote } from './cell-note'
import type { Column } from './columns'
import { cellText, type Drafts } from './drafts'
import { CellMark, RowMark } from './finding-marks'
import { type CellLook, cellLook } from './looks'
import type { Say, Sheet } from './sheet'
import { type Ask, TypedEffect } from './typed-effect'
import type { Editing, GridActs } from './use-grid'
import { leading } from './use-grid'
import type { Telling } from './use-telling'
import { lineHeight } from './use-window'

export type RowActs = GridActs & {
  choose: (ids: readonly string[]) => void
  open: (id: string) => void
  takeTheirs: (id: string, column: Column) => void
  keepMine: (id: string, column: Column) => void
  ask: Ask
}

type Props = {
  row: InjectRow
  /** the line it stands on, from 0 */
  line: number
  columns: readonly Column[]
  lefts: readonly number[]
  sheet: Sheet
  acts: RowActs
  mayEdit: boolean
  drafts: Drafts
  implied: Instant | null
  /** the cell of this row that the keyboard stands on, else -1 */
  focus: number
  /** the first and last cell of this row that are chosen, else -1 */
  from: number
  to: number
  editing: Editing | null
  chosen: boolean
  opened: boolean
  conflicting: boolean
  /** what the checks found at it, and the words for that once they have come */
  found: readonly Placed[]
  telling: Telling | null
  /** who else is on it, as words */
  others: string
}

/** One inject. Drawn again only where something of the own has changed: thousands scroll by. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, line, columns, focus, chosen, opened } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: in a grid the cells have the focus
    // biome-ignore lint/a11y/useSemanticElements: rows of a grid that stand where they are scrolled to
    <div
      role="row"
      aria-rowindex={line + 2}
      aria-selected={chosen}
      data-line={line}
      style={{ top: line * lineHeight, height: lineHeight }}
      className={chosen || opened ? 'msel-row [--row:var(--accent-soft)]' : 'msel-row'}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: cells of a grid whose rows stand where they are scrolled to */}
      <div
        role="gridcell"
        aria-colindex={1}
        data-fixed=""
        tabIndex={focus === 0 ? 0 : -1}
        style={{ left: 0 }}
        className={cellLook({ fixed: true, left: 0, active: focus === 0 })}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          checked={chosen}
          onChange={() => props.acts.choose([row.id])}
          aria-label={props.sheet.say('choose', { serial: row.serial })}
          className="size-4 accent-accent"
        />
      </div>
      {columns.map((_, at) => cellOf(props, at))}
    </div>
  )
})

/** A cell, as part of its row: no component of its own, since the first screen has five hundred of them. */
function cellOf(props: Props, index: number) {
  const { row, columns, sheet, acts, drafts, focus, from, to, editing } = props
  const column = columns[index]
  if (!column) return null
  const at = index + leading
  const left = props.lefts[index] ?? 0
  const form = props.mayEdit ? sheet.formOf(column.id, row) : null
  const draft = drafts.get(column.id)
  const active = focus === at
  const own = editing?.field === column.id ? editing : null
  const isTitle = column.id === 'title'
  const look: CellLook = {
    fixed: column.fixed ?? false,
    left,
    active,
    title: isTitle,
    mono: column.id === 'serial',
    chosen: at >= from && at <= to,
    ...(draft ? { draft: draft.state } : {}),
  }
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have support it
    <div
      key={column.id}
      role={roleOf(column)}
      aria-colindex={at + 1}
      aria-readonly={form === null || undefined}
      aria-selected={look.chosen || undefined}
      aria-invalid={draft?.state === 'refused' || undefined}
      aria-busy={draft?.state === 'saving' || undefined}
      {...(column.fixed ? { 'data-fixed': '' } : {})}
      tabIndex={own ? undefined : active ? 0 : -1}
      style={column.fixed ? { left } : undefined}
      className={cellLook(look, own !== null || active)}
      {...(form ? { onDoubleClick: () => acts.onEdit(row.id, column.id) } : {})}
    >
      {column.id === 'serial' ? (
        <Serial
          row={row}
          opened={props.opened}
          others={props.others}
          conflicting={props.conflicting}
          found={props.found}
          say={sheet.say}
          onOpen={acts.open}
        />
      ) : (
        textOf(contentOf({ row, id: column.id, draft, sheet, implied: props.implied }))
      )}
      {props.found.length > 0 ? (
        <CellMark found={props.found} id={column.id} telling={props.telling} />
      ) : null}
      {own && form && column.id !== 'serial' && column.id !== 'state' ? (
        <CellEditor
          {...{ form, column, sheet }}
          start={own.text ?? cellText(row, column.id, draft, sheet)}
          whole={own.text === undefined}
          onDone={(text, onward) => {
            if (column.id !== 'serial' && column.id !== 'state') acts.onDone(row.id, column.id, text, onward)
          }}
          onCancel={acts.onCancel}
          effectOf={text => {
            if (!props.telling || column.id === 'serial' || column.id === 'state') return null
            const typed = { injectId: row.id, field: column.id, text, form, sheet }
            return <TypedEffect {...typed} ask={acts.ask} telling={props.telling} />
          }}
        />
      ) : null}
      {active && !own && draft?.state === 'refused' ? (
        <CellNote
          draft={draft}
          theirs={draft.theirs && form ? { form, ...draft.theirs } : null}
          onTheirs={() => acts.takeTheirs(row.id, column)}
          onMine={() => acts.keepMine(row.id, column)}
        />
      ) : null}
    </div>
  )
}

const textOf = (content: ReactNode) =>
  content === null || content === '' ? null : <span className="block truncate">{content}</span>

const roleOf = ({ id }: Column) => (id === 'title' ? 'rowheader' : 'gridcell')

type SerialProps = {
  row: InjectRow
  opened: boolean
  others: string
  conflicting: boolean
  found: readonly Placed[]
  say: Say
  onOpen: (id: string) => void
}

/** The serial opens the whole inject; beside it, whether something is wrong with it, and who else is there. */
function Serial({ row, opened, others, conflicting, found, say: t, onOpen }: SerialProps) {
  return (
    <span className="flex items-center gap-1">
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('openInject', { serial: row.serial })}
        aria-expanded={opened}
        onClick={() => onOpen(row.id)}
        className="min-h-target min-w-target flex-1 cursor-pointer truncate text-left font-mono text-accent tabular hover:underline"
      >
        {row.serial}
      </button>
      <RowMark found={found} conflicting={conflicting} say={t} />
      {others === '' ? null : (
        <span
          title={t('othersHere', { names: others })}
          className="inline-grid size-5 shrink-0 place-items-center rounded-full border border-accent text-accent text-small"
        >
          <span aria-hidden="true">{[...others][0]}</span>
          <span className="sr-only">{t('othersHere', { names: others })}</span>
        </span>
      )}
    </span>
  )
}
