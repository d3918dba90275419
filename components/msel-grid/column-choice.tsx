'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { rememberColumns } from '../grids/remember'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { DialogButton } from '../ui/dialog'
import { type Column, columnsCookie } from './columns'
import { useColumnLabel } from './looks'

type Props = {
  all: readonly Column[]
  shown: readonly Column[]
  /** what the cookie says from now on */
  onChange: (remembered: string) => void
}

/** Which columns the list shows and in which order, remembered by this browser. */
export function ColumnChoice({ all, shown, onChange }: Props) {
  const t = useTranslations('msel')
  const labelOf = useColumnLabel()
  const free = shown.filter(({ fixed }) => !fixed)
  const others = all.filter(column => !column.fixed && !free.includes(column))
  const keep = (columns: readonly Column[]) => {
    const ids = columns.map(({ id }) => id)
    rememberColumns(columnsCookie, ids)
    onChange(ids.join('.'))
  }
  const swap = (at: number, by: 1 | -1) => {
    const next = [...free]
    const [one, other] = [free[at], free[at + by]]
    if (!one || !other) return
    next[at] = other
    next[at + by] = one
    keep(next)
  }
  return (
    <DialogButton label={t('columns')} title={t('columnsTitle')} button={{ size: 'small' }} size="small">
      <div className="grid gap-1">
        {free.map((column, at) => (
          <div key={column.id} className="flex items-center gap-1">
            <Checkbox
              label={labelOf(column)}
              checked
              onChange={() => keep(free.filter(one => one !== column))}
              className="flex-1"
            />
            <Button
              size="small"
              variant="quiet"
              aria-label={t('columnUp', { name: labelOf(column) })}
              disabled={at === 0}
              onClick={() => swap(at, -1)}
            >
              <ArrowUp aria-hidden="true" className="size-4" />
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('columnDown', { name: labelOf(column) })}
              disabled={at === free.length - 1}
              onClick={() => swap(at, 1)}
            >
              <ArrowDown aria-hidden="true" className="size-4" />
            </Button>
          </div>
        ))}
        {others.length > 0 ? <hr className="my-1 border-line" /> : null}
        {others.map(column => (
          <Checkbox
            key={column.id}
            label={labelOf(column)}
            checked={false}
            onChange={() => keep([...free, column])}
          />
        ))}
      </div>
    </DialogButton>
  )
}
