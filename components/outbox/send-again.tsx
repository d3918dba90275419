'use client'

import { useTranslations } from 'next-intl'
import { sendAgain } from '@/lib/outbox/actions'
import { ActionButton } from '../action-button'
import { VisuallyHidden } from '../ui/visually-hidden'

/** `first`: it waited for a mail server, and was never tried. */
type Props = { mailId: string; subject: string; first: boolean }

/** Puts a letter that nobody sends any more on its way again. */
export function SendAgain({ mailId, subject, first }: Props) {
  const t = useTranslations('outbox')
  return (
    <ActionButton action={sendAgain} input={{ mailId }} done={t('underWay')} button={{ size: 'small' }}>
      {t(first ? 'sendNow' : 'sendAgain')} <VisuallyHidden>{subject}</VisuallyHidden>
    </ActionButton>
  )
}
