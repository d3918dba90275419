'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { sendSignUpLink } from '@/lib/attendance/links/actions'
import { localeNames, locales } from '@/lib/locale'
import { ActionForm } from '../action-form'
import { Callout } from '../ui/callout'
import { CopyField } from '../ui/copy-field'
import { DialogButton } from '../ui/dialog'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'

type Props = {
  owner: { exerciseId: string; activityId: string }
  /** the field that chooses the partner: its names are the server's to write */
  children: ReactNode
}

/** Writes to a partner without a contact; the link is shown this once, for where no mail arrives. */
export function SendSignUpLink({ owner, children }: Props) {
  const t = useTranslations('attendance.link')
  return (
    <DialogButton label={t('send')} title={t('sendTitle')} size="small">
      <LinkForm owner={owner}>{children}</LinkForm>
    </DialogButton>
  )
}

function LinkForm({ owner, children }: Props) {
  const t = useTranslations('attendance.link')
  const [link, setLink] = useState<string | null>(null)
  if (link !== null) {
    return (
      <div className="grid gap-3" role="status">
        <Callout tone="good" title={t('sent')}>
          {t('sentText')}
        </Callout>
        {link === '' ? null : (
          <CopyField label={t('link')} value={link} copy={t('copy')} copied={t('copied')} />
        )}
      </div>
    )
  }
  return (
    <ActionForm
      action={sendSignUpLink}
      hidden={owner}
      submit={t('send')}
      keepOpen
      onDone={({ once }) => setLink(once?.link ?? '')}
    >
      <p className="text-muted">{t('sendText')}</p>
      {children}
      <TextField name="email" type="email" label={t('email')} required maxLength={254} autoComplete="off" />
      <Select
        name="locale"
        label={t('language')}
        defaultValue="en"
        options={locales.map(locale => ({ value: locale, label: localeNames[locale] }))}
      />
    </ActionForm>
  )
}
