'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { toast } from '@/components/ui/toast'
import { restoreInject } from '@/lib/baselines/actions'

type Props = {
  past: { exerciseId: string; baselineId: string | null; at: number | null; name: string }
  injectId: string
  serial: string
  label?: string
  /** what the button is called for ears, where the label alone does not tell which */
  named?: string
  onDone?: () => void
}

/** Makes one inject what it was at a moment, after asking. */
export function RestoreInject({ past: { name, ...past }, injectId, serial, label, named, onDone }: Props) {
  const t = useTranslations('baselines.restore')
  return (
    <ActionButton
      action={restoreInject}
      input={{ ...past, injectId }}
      confirm={{ title: t('title', { serial, moment: name }), text: t('text'), label: t('button') }}
      onDone={({ leftOut }) => {
        toast(leftOut === 0 ? t('done', { serial }) : t('doneShort', { serial, count: leftOut }))
        onDone?.()
      }}
      button={{ size: 'small', 'aria-label': named ?? t('named', { serial }) }}
    >
      {label ?? t('button')}
    </ActionButton>
  )
}
