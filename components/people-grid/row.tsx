'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { classes } from '@/components/ui/control'
import { CellText } from './cell'
import { CellEditor } from './cell-editor'
import type { Column } from './columns'
import { type GridChoices, type GridLine, isWritable, keyOf } from './lines'
import { type Draft, draftOf } from './use-cell-writes'
import { type Editing, leading, type RowActs } from './use-grid'

/** A phone has room for the name and the state. */
const wide = (column: Column) => (column.fixed ? '' : 'max-md:hidden')

type Props = RowActs & {
  row: number
  line: GridLine
  columns: readonly Column[]
  choices: GridChoices
  path: string
  /** whether anything may be written here at all */
  open: boolean
  /** the cell of this row that the keyboard stands on, else -1 */
  focus: number
  /** the cell of this row that is written in, and the text it began with */
  editing: Editing | null
  drafts: ReadonlyMap<string, Draft>
}

/** One person. Drawn again only where something of the own has changed: a delegation has five hundred. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, line, columns, path, focus } = props
  const t = useTranslations('peopleGrid')
  const name = `${line.values.familyName} ${line.values.givenName}`
  const reach = (column: number) => (focus === column ? 0 : -1)
  return (
    <tr className="hover:bg-sunk has-checked:bg-accent-soft">
      <td>
        <input
          type="checkbox"
          name="ids[]"
          value={line.id}
          tabIndex={reach(0)}
          data-cell={`${row}:0`}
          data-state={line.state}
          data-role={line.values.roleId}
          data-site={line.values.siteId ?? ''}
          data-group={line.group || undefined}
          aria-label={t('choose', { name })}
          className="size-4 accent-accent"
        />
      </td>
      <td>
        <a
          href={`${path}/people/${line.id}`}
          tabIndex={reach(1)}
          data-cell={`${row}:1`}
          title={t('open', { name })}
          className="inline-flex size-6 items-center justify-center rounded-small text-muted hover:bg-accent-soft hover:text-ink"
        >
          <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4">
            <path
              d="M9 2.5h4.5V7M13 3 7.5 8.5M11.5 9.5v4h-9v-9h4"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
            />
          </svg>
          <span className="sr-only">{t('open', { name })}</span>
        </a>
      </td>
      {columns.map((column, at) => (
        <GridCell
          key={column.id}
          {...props}
          column={column}
          at={at + leading}
          tabIndex={reach(at + leading)}
        />
      ))}
    </tr>
  )
})

type CellProps = Props & { column: Column; at: number; tabIndex: 0 | -1 }

function GridCell(props: CellProps) {
  const { row, line, column, at, choices, editing, drafts, open, tabIndex } = props
  const t = useTranslations('peopleGrid')
  const Tag = column.id === 'familyName' ? 'th' : 'td'
  const writable = open && isWritable(line, column)
  const draft = draftOf(drafts, line, column.id)
  const own = editing?.column === column.id ? editing : null
  const cell = { id: line.id, column: column.id }
  const label = t(`column.${column.id}`)
  return (
    <Tag
      {...(Tag === 'th' ? { scope: 'row' } : {})}
      tabIndex={own ? undefined : tabIndex}
      data-cell={`${row}:${at}`}
      aria-readonly={writable ? undefined : true}
      aria-invalid={draft?.state === 'refused' || undefined}
      className={classes(
        wide(column),
        column.id === 'familyName' && 'font-medium',
        writable && 'cursor-cell',
      )}
      {...(writable ? { onDoubleClick: () => props.onEdit(cell) } : {})}
    >
      {own ? (
        <CellEditor
          {...{ column, choices, label }}
          start={own.text ?? draft?.key ?? keyOf(line, column.id)}
          onDone={(key, onward) => props.onDone(cell, key, onward)}
          onCancel={() => props.onCancel(cell)}
        />
      ) : (
        <CellText
          {...{ line, column, choices, draft }}
          onTheirs={() => props.onTheirs(cell)}
          onMine={() => props.onMine(cell)}
        />
      )}
      {column.id === 'familyName' ? <Brief line={line} choices={choices} /> : null}
    </Tag>
  )
}

/** What a phone has no columns for. */
function Brief({ line: { values }, choices }: { line: GridLine; choices: GridChoices }) {
  const role = choices.roles.find(({ id }) => id === values.roleId)?.name
  const team = choices.teams.find(({ id }) => id === values.teamId)?.name
  return (
    <span className="md:hidden">
      {' '}
      <span className="font-normal">{values.givenName}</span>
      <span className="block font-normal text-muted text-note">
        {[role, team].filter(Boolean).join(', ')}
      </span>
    </span>
  )
}
