'use client'

import { useTranslations } from 'next-intl'
import { acceptInvitation } from '@/lib/acceptance/actions'
import { ActionForm } from '../action-form'
import { TextField } from '../ui/text-field'

type Props = {
  token: string
  /** Somebody signed in accepts as that account, and fills in nothing. */
  as: string | null
  /** The address that was invited; asked for where the link is for whoever has it. */
  email: string | null
  /** The link came by mail, so letters do arrive. */
  byMail: boolean
}

export function AcceptForm({ token, as, email, byMail }: Props) {
  const t = useTranslations('invitations')
  if (as !== null) {
    return (
      <ActionForm action={acceptInvitation} submit={t('acceptButton', { name: as })} hidden={{ token }}>
        {null}
      </ActionForm>
    )
  }
  return (
    <ActionForm action={acceptInvitation} submit={t('accept')} hidden={{ token }}>
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHint')}
        autoComplete="name"
        maxLength={200}
        required
      />
      {email === null ? (
        <TextField
          name="email"
          type="email"
          label={t('email')}
          description={t('emailHint')}
          autoComplete="username"
          required
        />
      ) : (
        // Password managers keep the two together.
        <input type="hidden" name="username" value={email} autoComplete="username" />
      )}
      <TextField
        name="password"
        type="password"
        label={t('password')}
        description={byMail ? t('passwordHint') : t('passwordHintCopied')}
        autoComplete="new-password"
      />
    </ActionForm>
  )
}
