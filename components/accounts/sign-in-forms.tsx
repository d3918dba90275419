'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { requestLink, signInWithPassword, signInWithProvider } from '@/lib/sign-in/actions'
import { ActionButton } from '../action-button'
import { ActionForm } from '../action-form'
import { Callout } from '../ui/callout'
import { TextField } from '../ui/text-field'

type Props = { next: string | null }

export function PasswordForm({ next }: Props) {
  const t = useTranslations('accounts.signIn')
  return (
    <ActionForm action={signInWithPassword} submit={t('withPassword')} hidden={{ next }}>
      <TextField name="email" type="email" label={t('email')} autoComplete="username" required />
      <TextField
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
    </ActionForm>
  )
}

/** Says the same for every address: whether somebody has it is nobody's business. */
export function LinkForm({ next, email }: Props & { email?: string }) {
  const t = useTranslations('accounts.signIn')
  const [sentTo, setSentTo] = useState<string | null>(null)
  return (
    <div>
      <ActionForm
        action={requestLink}
        submit={t('sendLink')}
        variant="plain"
        hidden={{ next }}
        onDone={({ email }) => setSentTo(email)}
      >
        <TextField
          name="email"
          type="email"
          label={t('email')}
          description={t('linkHint')}
          autoComplete="email"
          required
          {...(email ? { defaultValue: email, readOnly: true } : {})}
        />
      </ActionForm>
      <div role="status">
        {sentTo ? (
          <Callout tone="good" title={t('linkOnItsWay')} className="mt-3">
            {t('linkSent', { email: sentTo })}
          </Callout>
        ) : null}
      </div>
    </div>
  )
}

export function ProviderButton({ next, provider }: Props & { provider: string }) {
  const t = useTranslations('accounts.signIn')
  return (
    <ActionButton action={signInWithProvider} input={{ next }} button={{ className: 'w-full' }}>
      {t('withProvider', { provider })}
    </ActionButton>
  )
}
