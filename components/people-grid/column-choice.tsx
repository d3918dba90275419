'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogButton } from '@/components/ui/dialog'
import { type Column, columns, columnsCookie } from './columns'

/** A year in seconds: as long as browsers keep a cookie that is not renewed. */
const year = 31_536_000

/** Which columns the list shows, remembered by this browser. */
export function ColumnChoice({ chosen }: { chosen: readonly Column[] }) {
  const t = useTranslations('peopleGrid')
  const router = useRouter()
  const [shown, setShown] = useState(() => chosen.map(({ id }) => id))
  const keep = (id: Column['id'], on: boolean) => {
    const ids = columns.map(column => column.id).filter(one => (one === id ? on : shown.includes(one)))
    setShown(ids)
    // biome-ignore lint/suspicious/noDocumentCookie: Firefox has no Cookie Store over plain http
    document.cookie = `${columnsCookie}=${ids.join('.')}; path=/; max-age=${year}; samesite=lax`
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
