'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/action-form'
import { Callout } from '@/components/ui/callout'
import { CopyField } from '@/components/ui/copy-field'
import { DialogButton, DialogClose } from '@/components/ui/dialog'
import { sendLinks } from '@/lib/registrations/links/actions'

type Props = {
  owner: { exerciseId: string; participationId: string }
  registrationId: string
  email: string
  /** there is one already, which the new one ends */
  again: boolean
}

/** Sends one person the own link; told once here too, for whoever gets no mail. */
export function SendLink({ owner, registrationId, email, again }: Props) {
  const t = useTranslations('ownPart.send')
  const label = again ? t('again') : t('send')
  return (
    <DialogButton label={label} title={label} size="small" button={{ size: 'small' }}>
      <SendForm {...{ owner, registrationId, email, again }} />
    </DialogButton>
  )
}

function SendForm({ owner, registrationId, email, again }: Props) {
  const t = useTranslations('ownPart.send')
  const [link, setLink] = useState<string | null>(null)
  if (link !== null) {
    return (
      <div className="grid gap-3" role="status">
        <Callout tone="good" title={t('sent', { email })}>
          {t('sentText')}
        </Callout>
        <CopyField label={t('link')} value={link} copy={t('copy')} copied={t('copied')} />
      </div>
    )
  }
  return (
    <ActionForm
      action={sendLinks}
      submit={again ? t('again') : t('send')}
      hidden={owner}
      keepOpen
      onDone={({ once }) => setLink(once?.link ?? '')}
      secondary={<DialogClose>{t('cancel')}</DialogClose>}
    >
      <input type="hidden" name="registrationIds[]" value={registrationId} />
      <p>{t('text', { email })}</p>
      {again ? <p>{t('againText')}</p> : null}
    </ActionForm>
  )
}
