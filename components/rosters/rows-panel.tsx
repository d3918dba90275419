'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { classes, controlLook } from '@/components/ui/control'
import { Panel } from '@/components/ui/panel'
import { Segmented } from '@/components/ui/segmented'
import { Status } from '@/components/ui/status'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '@/components/ui/table'
import type { RosterField } from '@/lib/rosters/fields/schema'
import type { ShownRow } from './protocol'
import type { WordsOf } from './use-problem-words'

const pageSize = 50
const filters = ['all', 'refused', 'sound'] as const
type Filter = (typeof filters)[number]

type Props = {
  rows: readonly ShownRow[]
  wordsOf: WordsOf
  /** the rows that are on the list now; null before anything was added */
  added: ReadonlySet<number> | null
  /** writes over a cell; null where nothing may be changed any more, or the file has no such column */
  mend: ((line: number, field: RosterField, text: string) => void) | null
  mendable: readonly (RosterField | null)[]
}

/** Every row as it was understood, with what is wrong with it, and in the end with what became of it. */
export function RowsPanel({ rows, ...props }: Props) {
  const t = useTranslations('rosters')
  const refused = rows.filter(({ problems }) => problems.length > 0)
  const [chosen, setFilter] = useState<Filter | null>(null)
  const [page, setPage] = useState(0)
  // What needs a person comes first; without anything wrong the whole list does.
  const filter = chosen ?? (refused.length > 0 ? 'refused' : 'all')
  const shown =
    filter === 'all'
      ? rows
      : filter === 'refused'
        ? refused
        : rows.filter(({ problems }) => problems.length === 0)
  const pages = Math.max(1, Math.ceil(shown.length / pageSize))
  const at = Math.min(page, pages - 1)
  const count = { all: rows.length, refused: refused.length, sound: rows.length - refused.length }
  return (
    <Panel title={t('rows.title')} note={t('rows.note', { count: rows.length })} flush>
      <div className="mb-2 flex flex-wrap items-center gap-3 px-4">
        <Segmented
          label={t('rows.filter')}
          value={filter}
          onChange={value => {
            setFilter(filters.find(one => one === value) ?? null)
            setPage(0)
          }}
          options={filters.map(value => ({ value, label: t(`rows.${value}`, { count: count[value] }) }))}
        />
        <span role="status" className="sr-only">
          {t('rows.counts', count)}
        </span>
      </div>
      <Table caption={t('rows.caption')} className="md:max-h-[75dvh]">
        <TableHead>
          <tr>
            <HeaderCell numeric>{t('rows.line')}</HeaderCell>
            <HeaderCell>{t('rows.who')}</HeaderCell>
            <HeaderCell className="max-md:hidden">{t('field.role')}</HeaderCell>
            <HeaderCell className="max-lg:hidden">{t('rows.more')}</HeaderCell>
            <HeaderCell className="max-md:hidden">{t('rows.verdict')}</HeaderCell>
          </tr>
        </TableHead>
        <tbody>
          {shown.slice(at * pageSize, (at + 1) * pageSize).map(row => (
            <RosterRow key={row.line} row={row} {...props} />
          ))}
        </tbody>
      </Table>
      {pages > 1 ? (
        <nav aria-label={t('rows.pages')} className="flex items-center gap-2 px-4 pt-2">
          <Button size="small" disabled={at === 0} onClick={() => setPage(at - 1)}>
            {t('rows.previous')}
          </Button>
          <span className="text-muted tabular">{t('rows.page', { page: at + 1, pages })}</span>
          <Button size="small" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            {t('rows.next')}
          </Button>
        </nav>
      ) : null}
    </Panel>
  )
}

type RowProps = { row: ShownRow } & Omit<Props, 'rows'>

const more = [
  'company',
  'team',
  'site',
  'presence',
  'homeNation',
  'homeTimeZone',
  'languages',
  'clearanceUntilOn',
] as const

function RosterRow(props: RowProps) {
  const t = useTranslations('rosters')
  const { line, cells } = props.row
  const name = cells.fullName ?? [cells.familyName, cells.givenName].filter(Boolean).join(', ')
  return (
    <Row>
      <Cell numeric>{line}</Cell>
      <RowHeader className="md:min-w-56">
        <bdi>{name || t('rows.nameless')}</bdi>
        {cells.nativeName ? <bdi className="ml-1.5 font-normal text-muted">{cells.nativeName}</bdi> : null}
        <span className="block break-words font-normal text-muted text-note">{cells.email}</span>
        <span className="block font-normal md:hidden">
          {cells.role ? <span className="block text-note">{cells.role}</span> : null}
          <Verdict {...props} />
        </span>
      </RowHeader>
      <Cell className="max-md:hidden">{cells.role}</Cell>
      <Cell className="max-w-72 text-muted text-note max-lg:hidden">
        {more.flatMap(field => cells[field] ?? []).join(' · ')}
      </Cell>
      <Cell className="min-w-44 max-md:hidden">
        <Verdict {...props} />
      </Cell>
    </Row>
  )
}

type MendProps = { line: number; field: RosterField; text: string; mend: NonNullable<Props['mend']> }

/** The cell itself, to be mended on the spot: Enter or leaving it checks the row anew. */
function Mend({ line, field, text, mend }: MendProps) {
  const t = useTranslations('rosters')
  return (
    <input
      key={text}
      data-mend=""
      aria-label={t('rows.mend', { field: t(`field.${field}`), line })}
      defaultValue={text}
      autoComplete="off"
      dir="auto"
      className={classes(controlLook, 'mt-1 block w-full max-w-64')}
      onBlur={event => {
        if (event.currentTarget.value !== text) mend(line, field, event.currentTarget.value)
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.value = text
        if (event.key === 'Enter') nextMend(event.currentTarget)
      }}
    />
  )
}

/** On to the next cell, since this one may be gone once it is sound. */
function nextMend(input: HTMLInputElement): void {
  const all = [...document.querySelectorAll<HTMLInputElement>('[data-mend]')].filter(one => one.offsetParent)
  const next = all[all.indexOf(input) + 1]
  if (next) next.focus()
  else input.blur()
}

function Verdict({ row, wordsOf, added, mend, mendable }: RowProps) {
  const t = useTranslations('rosters')
  const { line, cells, problems } = row
  if (problems.length === 0)
    return <Status tone="good">{added?.has(line) ? t('rows.added') : t('rows.fine')}</Status>
  return (
    <ul className="grid gap-1">
      {problems.map(problem => (
        <li key={`${problem.field} ${problem.reason}`}>
          <Status tone="bad">
            {problem.field ? <span className="mr-1 font-medium">{t(`field.${problem.field}`)}</span> : null}
            <span className="font-normal text-ink text-note">{wordsOf(problem)}</span>
          </Status>
          {mend && problem.field && mendable.includes(problem.field) ? (
            <Mend line={line} field={problem.field} text={cells[problem.field] ?? ''} mend={mend} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}
