'use client'

import { useTranslations } from 'next-intl'
import { editEmbedding } from '@/lib/exercises/embedding/actions'
import { ActionForm } from '../action-form'
import { TextField } from '../ui/text-field'

type Props = {
  exerciseId: string
  /** What a page takes up to show the timeline. */
  code: string
  embedding: { embedHosts: string[]; version: number }
}

/** Names the hosts whose pages may show the public timeline, and what they paste. */
export function EmbeddingForm({ exerciseId, code, embedding }: Props) {
  const t = useTranslations('exercises')
  return (
    <ActionForm
      action={editEmbedding}
      submit={t('save')}
      done={t('saved')}
      hidden={{ exerciseId, version: embedding.version }}
    >
      <div className="grid gap-4">
        <TextField
          name="hosts"
          label={t('embed.hosts')}
          description={t('embed.hostsHint')}
          rows={3}
          mono
          defaultValue={embedding.embedHosts.join('\n')}
        />
        {embedding.embedHosts.length > 0 ? (
          <p className="text-note">
            {t('embed.paste')}
            <code className="mt-1 block overflow-x-auto rounded-control bg-sunk p-2 font-mono">{code}</code>
          </p>
        ) : null}
      </div>
    </ActionForm>
  )
}
