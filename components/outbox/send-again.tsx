'use client'

import { useTranslations } from 'next-intl'
import { sendAgain } from '@/lib/outbox/actions'
import { ActionButton } from '../action-button'
import { VisuallyHidden } from '../ui/visually-hidden'

/** Puts a letter that nobody sends any more on its way again. */
export function SendAgain({ mailId, subject }: { mailId: string; subject: string }) {
  const t = useTranslations('outbox')
  return (
    <ActionButton action={sendAgain} input={{ mailId }} done={t('again')} button={{ size: 'small' }}>
      {t('sendAgain')} <VisuallyHidden>{subject}</VisuallyHidden>
    </ActionButton>
  )
}
