'use client'

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { editEntry, removeEntry, retireEntry } from '@/lib/catalogue/actions'
import type { asStrictAs } from '@/lib/catalogue/content/rules'
import { EntryFields } from './entry-fields'

type Tlp = ReturnType<typeof asStrictAs>[number]
type Entry = {
  id: string
  name: string
  summary: string
  keywords: string[]
  tlp: Tlp
  retired: boolean
  version: number
  versions: readonly unknown[]
}
type Props = {
  exerciseId: string
  entry: Entry
  markings: readonly Tlp[]
  /** whether injects of any exercise came from it */
  used: boolean
  base: string
}

/** What can be done with an entry as a whole. */
export function EntryActs({ exerciseId, entry, markings, used, base }: Props) {
  const t = useTranslations('catalogue')
  const { id: entryId, name, version, retired } = entry
  const ids = { exerciseId, entryId }
  return (
    <>
      <DialogButton label={t('edit')} title={t('editTitle', { name })}>
        <ActionForm action={editEntry} submit={t('save')} hidden={{ ...ids, version }} done={t('saved')}>
          <EntryFields of={entry} markings={markings} />
        </ActionForm>
      </DialogButton>
      <ActionButton
        action={retireEntry}
        input={{ ...ids, retired: !retired }}
        done={t(retired ? 'reused' : 'retiredNow')}
        undo={{ label: t('takeBack'), action: retireEntry, input: () => ({ ...ids, retired }) }}
      >
        {t(retired ? 'reuse' : 'retire')}
      </ActionButton>
      {used ? null : (
        <DialogButton
          label={t('remove')}
          title={t('removeTitle', { name })}
          alert
          size="small"
          button={{ variant: 'quiet' }}
        >
          <ActionForm
            action={removeEntry}
            submit={t('remove')}
            hidden={ids}
            done={t('removed')}
            goTo={base}
            variant="danger"
          >
            <p>{t('removeText', { versions: entry.versions.length })}</p>
          </ActionForm>
        </DialogButton>
      )}
    </>
  )
}
