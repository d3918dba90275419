'use client'

import { useTranslations } from 'next-intl'
import { setPassword } from '@/lib/accounts/actions'
import { ActionForm } from '../action-form'
import { TextField } from '../ui/text-field'

type Props = {
  hasPassword: boolean
  /** The former one is asked for. */
  needsCurrent: boolean
}

export function OwnPasswordForm({ hasPassword, needsCurrent }: Props) {
  const t = useTranslations('accounts.password')
  return (
    <ActionForm action={setPassword} submit={hasPassword ? t('replace') : t('set')} done={t('done')} reset>
      {needsCurrent ? (
        <TextField
          name="current"
          type="password"
          label={t('current')}
          description={t('currentHint')}
          autoComplete="current-password"
          required
        />
      ) : null}
      <TextField
        name="password"
        type="password"
        label={t('new')}
        description={t('newHint')}
        autoComplete="new-password"
        required
      />
    </ActionForm>
  )
}
