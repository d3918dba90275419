'use client'

import { useTranslations } from 'next-intl'
import { editLetterhead } from '@/lib/exercises/letterhead/actions'
import { ActionForm } from '../action-form'
import { TextField } from '../ui/text-field'

type Props = {
  exerciseId: string
  head: { mailName: string; mailReplyTo: string | null; mailFooter: string; version: number }
}

/** Edits how the exercise's letters are signed. */
export function LetterheadForm({ exerciseId, head }: Props) {
  const t = useTranslations('exercises')
  return (
    <ActionForm
      action={editLetterhead}
      submit={t('save')}
      done={t('saved')}
      hidden={{ exerciseId, version: head.version }}
    >
      <div className="grid gap-4">
        <TextField
          name="mailName"
          label={t('mail.name')}
          description={t('mail.nameHint')}
          maxLength={80}
          defaultValue={head.mailName}
        />
        <TextField
          name="mailReplyTo"
          label={t('mail.replyTo')}
          description={t('mail.replyToHint')}
          type="email"
          maxLength={254}
          defaultValue={head.mailReplyTo ?? ''}
        />
        <TextField
          name="mailFooter"
          label={t('mail.footer')}
          description={t('mail.footerHint')}
          rows={3}
          maxLength={500}
          defaultValue={head.mailFooter}
        />
      </div>
    </ActionForm>
  )
}
