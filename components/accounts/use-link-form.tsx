'use client'

import { useTranslations } from 'next-intl'
import { useLink } from '@/lib/sign-in/actions'
import { ActionForm } from '../action-form'

/** The button behind a link from a letter; only pressing it uses the link up. */
export function UseLinkForm({ token, next }: { token: string; next: string | null }) {
  const t = useTranslations('accounts.link')
  return (
    <ActionForm action={useLink} submit={t('button')} hidden={{ token, next }}>
      <p>{t('press')}</p>
    </ActionForm>
  )
}
