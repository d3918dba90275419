'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'

type Props = {
  ids: readonly string[]
  serialOf: (id: string) => string | undefined
  onRemove: (evenIfAwaited: boolean) => Promise<void>
  onClose: () => void
}

const named = 8

/** Says what goes before it goes. */
export function RemoveDialog({ ids, serialOf, onRemove, onClose }: Props) {
  const t = useTranslations('msel')
  const [evenIfAwaited, setEven] = useState(false)
  const [pending, setPending] = useState(false)
  const serials = ids.slice(0, named).flatMap(id => serialOf(id) ?? [])
  return (
    <Dialog open onClose={onClose} title={t('removeTitle', { count: ids.length })} size="small" alert>
      <div className="grid gap-3">
        <p>
          {t('removeText', {
            count: ids.length,
            serials: serials.join(', '),
            more: Math.max(0, ids.length - named),
          })}
        </p>
        <Checkbox label={t('evenIfAwaited')} checked={evenIfAwaited} onChange={setEven} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button
            variant="danger"
            pending={pending}
            onClick={async () => {
              setPending(true)
              await onRemove(evenIfAwaited)
              onClose()
            }}
          >
            {t('remove')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
