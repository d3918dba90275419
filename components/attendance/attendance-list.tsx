'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { attend } from '@/lib/attendance/actions'
import { ActionButton } from '../action-button'
import { Status } from '../ui/status'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '../ui/table'
import { AttendanceActs } from './attendance-acts'
import type { AttendanceLine } from './attendance-words'

type Owner = { exerciseId: string; activityId: string }
type Props = { lines: readonly AttendanceLine[]; owner: Owner; mayEdit: boolean }

const wide = 'max-md:hidden'

/** Who comes, chosen several at a time, and ticked off one by one at the door. */
export function AttendanceList({ lines, owner, mayEdit }: Props) {
  const t = useTranslations('attendance')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = lines.filter(({ id }) => ticked.has(id))
  const tick = (ids: readonly string[], on: boolean) =>
    setTicked(before => new Set(on ? [...before, ...ids] : [...before].filter(id => !ids.includes(id))))
  return (
    <>
      <Table caption={t('people')}>
        <TableHead>
          <tr>
            {mayEdit ? (
              <HeaderCell className="w-8 print:hidden">
                <input
                  type="checkbox"
                  aria-label={t('chooseAll')}
                  className="size-4 accent-accent"
                  checked={chosen.length === lines.length}
                  onChange={event =>
                    tick(
                      lines.map(({ id }) => id),
                      event.target.checked,
                    )
                  }
                />
              </HeaderCell>
            ) : null}
            <HeaderCell>{t('name')}</HeaderCell>
            <HeaderCell className={wide}>{t('nation')}</HeaderCell>
            <HeaderCell className={wide}>{t('where')}</HeaderCell>
            <HeaderCell>{t('stateHead')}</HeaderCell>
            <HeaderCell className={`${wide} print:hidden`}>{t('since')}</HeaderCell>
            {mayEdit ? <HeaderCell className="print:hidden">{t('here')}</HeaderCell> : null}
            <HeaderCell className="hidden w-48 print:table-cell">{t('signature')}</HeaderCell>
          </tr>
        </TableHead>
        <tbody>
          {lines.map(line => (
            <Line
              key={line.id}
              {...{ line, owner, mayEdit }}
              chosen={ticked.has(line.id)}
              onTick={on => tick([line.id], on)}
            />
          ))}
        </tbody>
      </Table>
      {chosen.length > 0 ? (
        <AttendanceActs owner={owner} chosen={chosen} onDone={() => setTicked(new Set())} />
      ) : null}
    </>
  )
}

type LineProps = Omit<Props, 'lines'> & {
  line: AttendanceLine
  chosen: boolean
  onTick: (on: boolean) => void
}

function Line({ line, owner, mayEdit, chosen, onTick }: LineProps) {
  const t = useTranslations('attendance')
  const { id, name, nativeName, nation, where, tone, words, notes, since } = line
  return (
    <Row selected={chosen} className={line.state === 'cancelled' ? 'print:hidden' : ''}>
      {mayEdit ? (
        <Cell className="print:hidden">
          <input
            type="checkbox"
            aria-label={t('choose', { name })}
            className="size-4 accent-accent"
            checked={chosen}
            onChange={event => onTick(event.target.checked)}
          />
        </Cell>
      ) : null}
      <RowHeader>
        <span dir="auto">{name}</span>
        {nativeName ? (
          <span dir="auto" className="ml-2 font-normal text-muted">
            {nativeName}
          </span>
        ) : null}
        <span className="block font-normal text-muted text-note md:hidden">{`${nation} · ${where}`}</span>
        {notes.map(note => (
          <span key={note} className="block font-normal text-note text-warn">
            {note}
          </span>
        ))}
      </RowHeader>
      <Cell className={wide}>{nation}</Cell>
      <Cell className={wide}>{where}</Cell>
      <Cell>
        <Status tone={tone}>{words}</Status>
      </Cell>
      <Cell className={`whitespace-nowrap ${wide} print:hidden`}>{since}</Cell>
      {mayEdit ? (
        <Cell className="print:hidden">
          {line.state === 'signed_up' ? <DoorButton line={line} owner={owner} id={id} /> : null}
        </Cell>
      ) : null}
      <Cell className="hidden print:table-cell" />
    </Row>
  )
}

function DoorButton({ line, owner, id }: { line: AttendanceLine; owner: Owner; id: string }) {
  const t = useTranslations('attendance')
  const { attended, name } = line
  return (
    <ActionButton
      action={attend}
      input={{ ...owner, attendanceIds: [id], attended: !attended }}
      button={{
        size: 'small',
        variant: attended ? 'quiet' : 'plain',
        'aria-label': t(attended ? 'act.undoOne' : 'act.attendOne', { name }),
      }}
    >
      {attended ? t('act.undo') : t('act.attend')}
    </ActionButton>
  )
}
