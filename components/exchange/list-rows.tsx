'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '@/components/ui/table'
import type { Note } from '@/lib/exchange/notes/schema'
import type { PlannedRow } from '@/lib/exchange/plan/rules'
import type { FieldValue, InjectField } from '@/lib/injects/rules'

/** How a field and its value are called: ids by their names. */
type Saying = {
  field: (field: InjectField) => string
  value: (field: InjectField, value: FieldValue) => string
}
type Props = { rows: readonly PlannedRow[]; lines: readonly number[]; notes: readonly Note[]; saying: Saying }

const [atOnce, longest] = [100, 160]
const states = ['all', 'changed', 'new', 'same', 'noted'] as const
type Shown = (typeof states)[number]

const stateOf = ({ existing, changes, kept }: PlannedRow) =>
  existing ? (changes.length > 0 || kept ? 'changed' : 'same') : 'new'
const tones = { changed: 'half', new: 'info', same: 'empty' } as const

/** What was understood of each row and what taking it in would do, before anything is written: differences first. */
export function ListRows({ rows, lines, notes, saying }: Props) {
  const t = useTranslations('exchange')
  const [shown, setShown] = useState<Shown>('all')
  const [most, setMost] = useState(atOnce)
  const byLine = new Map<number, Note[]>()
  for (const note of notes)
    if (note.row !== null) byLine.set(note.row, [...(byLine.get(note.row) ?? []), note])
  const order = { changed: 0, new: 1, same: 2 } as const
  const sorted = rows.toSorted((a, b) => order[stateOf(a)] - order[stateOf(b)] || a.at - b.at)
  const noted = (row: PlannedRow) => byLine.has(lines[row.at] ?? 0) || row.unknown.length > 0
  const fitting = sorted.filter(
    row => shown === 'all' || (shown === 'noted' ? noted(row) : stateOf(row) === shown),
  )
  const count = (state: Shown) =>
    rows.filter(row => state === 'all' || (state === 'noted' ? noted(row) : stateOf(row) === state)).length
  const events = new Set(lines)
  const general = notes.filter(({ row }) => row === null || !events.has(row))
  return (
    <Panel title={t('rows.title')} note={t('rows.count', { count: rows.length })} flush>
      <div className="grid gap-2 px-4 pb-3">
        <Select
          name="shown"
          label={t('rows.show')}
          value={shown}
          onChange={value => {
            setShown(states.find(state => state === value) ?? 'all')
            setMost(atOnce)
          }}
          options={states.map(state => ({
            value: state,
            label: t(`rows.state.${state}`, { count: count(state) }),
          }))}
        />
        {general.length > 0 ? (
          <ul className="list-disc pl-5 text-note">
            {general.slice(0, 20).map(note => (
              <li key={`${note.row} ${note.column} ${note.reason}`}>
                {note.row === null ? null : `${t('rows.row', { row: note.row })}: `}
                {t('noteReason', { reason: note.reason })} {note.text}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Table caption={t('rows.title')}>
        <TableHead>
          <HeaderCell>{t('rows.rowHead')}</HeaderCell>
          <HeaderCell>{t('rows.serial')}</HeaderCell>
          <HeaderCell>{t('rows.what')}</HeaderCell>
          <HeaderCell className="min-w-64">{t('rows.understood')}</HeaderCell>
        </TableHead>
        <tbody>
          {fitting.slice(0, most).map(row => {
            const line = lines[row.at] ?? 0
            const state = stateOf(row)
            return (
              <Row key={row.at}>
                <Cell numeric>{line}</Cell>
                <RowHeader className="font-mono">{row.serial ?? t('rows.next')}</RowHeader>
                <Cell>
                  <Status tone={tones[state]}>{t(`rows.${state}`)}</Status>
                </Cell>
                <Cell>
                  <Changes row={row} saying={saying} />
                  {[...(byLine.get(line) ?? [])].map(note => (
                    <p key={`${note.column} ${note.reason}`} className="text-note text-warn">
                      {t('noteReason', { reason: note.reason })} {note.text}
                    </p>
                  ))}
                  <KeptFields row={row} />
                  {row.unknown.map(({ field, name }) => (
                    <p key={field} className="text-note text-warn">
                      {t(`rows.unknown.${field}`, { name })}
                    </p>
                  ))}
                </Cell>
              </Row>
            )
          })}
        </tbody>
      </Table>
      {fitting.length > most ? (
        <div className="px-4 pt-3">
          <Button onClick={() => setMost(most + atOnce)}>
            {t('rows.more', { count: fitting.length - most })}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

/** What only goes back with an export. */
function KeptFields({ row: { existing, foreign, kept } }: { row: PlannedRow }) {
  const t = useTranslations('exchange')
  const names = Object.keys((existing ? kept : foreign)?.fields ?? {})
  if (names.length === 0) return null
  return <p className="text-muted text-note">{t('rows.kept', { names: names.join(', ') })}</p>
}

function Changes({ row, saying }: { row: PlannedRow; saying: Saying }) {
  const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
  return (
    <dl className="grid gap-x-3 sm:grid-cols-[max-content_1fr]">
      {row.changes.map(({ field, from, to }) => {
        const before = row.existing ? short(saying.value(field, from)) : ''
        return (
          <div key={field} className="contents">
            <dt className="text-muted">{saying.field(field)}</dt>
            <dd className="min-w-0 break-words">
              {before === '' ? null : <del className="mr-1 text-muted">{before}</del>}
              {row.existing ? (
                <ins className="no-underline">{short(saying.value(field, to)) || '—'}</ins>
              ) : (
                short(saying.value(field, to))
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
