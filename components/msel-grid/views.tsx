'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { addView, removeView } from '@/lib/injects/views/actions'
import { plainView, printView, readView, type View } from '@/lib/injects/views/rules'
import { ActionButton } from '../action-button'
import { ActionForm } from '../action-form'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { DialogButton, useCloseDialog } from '../ui/dialog'
import { TextField } from '../ui/text-field'

export type KeptView = { id: string; name: string; query: string; shared: boolean; own: boolean }

type Props = {
  exerciseId: string
  views: readonly KeptView[]
  view: View
  mayEdit: boolean
  onView: (view: View) => void
}

/** What somebody looks for again and again, by name: their own views, and those that others share. */
export function Views(props: Props) {
  const t = useTranslations('msel')
  return (
    <DialogButton label={t('views')} title={t('viewsTitle')} button={{ size: 'small' }} size="small">
      <ViewList {...props} />
    </DialogButton>
  )
}

function ViewList({ exerciseId, views, view, mayEdit, onView }: Props) {
  const t = useTranslations('msel')
  const close = useCloseDialog()
  const query = printView(view)
  const show = (next: View) => {
    onView(next)
    close()
  }
  return (
    <div className="grid gap-4">
      <ul className="grid gap-1">
        <li>
          <Button variant="quiet" onClick={() => show(plainView)}>
            {t('viewPlain')}
          </Button>
        </li>
        {views.map(({ id, name, query: kept, shared, own }) => (
          <li key={id} className="flex items-center gap-2">
            <Button
              variant="quiet"
              aria-current={kept === query}
              className="min-w-0 flex-1 justify-start text-left"
              onClick={() => show(readView(new URLSearchParams(kept)))}
            >
              <span className="truncate">{name}</span>
              {shared ? <span className="font-normal text-muted text-note">{t('viewOfOthers')}</span> : null}
            </Button>
            {own || (shared && mayEdit) ? (
              <ActionButton
                action={removeView}
                input={{ exerciseId, viewId: id }}
                button={{ size: 'small', variant: 'quiet', 'aria-label': t('viewRemove', { name }) }}
              >
                <X aria-hidden="true" className="size-4" />
              </ActionButton>
            ) : null}
          </li>
        ))}
      </ul>
      {query === '' ? (
        <p className="text-muted">{t('viewsNone')}</p>
      ) : (
        <ActionForm
          action={addView}
          hidden={{ exerciseId, query }}
          submit={t('viewKeep')}
          done={t('viewKept')}
        >
          <TextField name="name" label={t('viewName')} required maxLength={80} />
          {mayEdit ? <Checkbox name="shared" label={t('viewShared')} /> : null}
        </ActionForm>
      )}
    </div>
  )
}
