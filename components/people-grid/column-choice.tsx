'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogButton } from '@/components/ui/dialog'
import { rememberColumns } from '../grids/remember'
import { type Column, columns, columnsCookie } from './columns'

/** Which columns the list shows, remembered by this browser. */
export function ColumnChoice({ chosen }: { chosen: readonly Column[] }) {
  const t = useTranslations('peopleGrid')
  const router = useRouter()
  const [shown, setShown] = useState(() => chosen.map(({ id }) => id))
  const keep = (id: Column['id'], on: boolean) => {
    const ids = columns.map(column => column.id).filter(one => (one === id ? on : shown.includes(one)))
    setShown(ids)
    rememberColumns(columnsCookie, ids)
    router.refresh()
  }
  return (
    <DialogButton
      label={t('columns')}
      title={t('columnsTitle')}
      button={{ size: 'small', variant: 'quiet' }}
      size="small"
    >
      <div className="grid gap-2">
        {columns
          .filter(({ fixed }) => !fixed)
          .map(({ id }) => (
            <Checkbox
              key={id}
              label={t(`column.${id}`)}
              checked={shown.includes(id)}
              onChange={on => keep(id, on)}
            />
          ))}
      </div>
    </DialogButton>
  )
}
