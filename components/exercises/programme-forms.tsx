'use client'

import { useTranslations } from 'next-intl'
import { createProgramme, createSeries } from '@/lib/programmes/actions'
import { ActionForm } from '../action-form'
import { ZoneField } from '../moments/zone-field'
import { DialogButton } from '../ui/dialog'
import { TextField } from '../ui/text-field'

/** The host of several series a year: an administrator makes it once. */
export function NewProgramme({ primary }: { primary: boolean }) {
  const t = useTranslations('exercises')
  return (
    <DialogButton
      label={t('newProgramme')}
      title={t('newProgramme')}
      {...(primary ? { button: { variant: 'primary' as const } } : {})}
    >
      <ActionForm
        action={createProgramme}
        submit={t('programmeForm.create')}
        done={t('programmeForm.created')}
      >
        <TextField name="name" label={t('name')} required maxLength={200} />
        <TextField name="code" label={t('code')} description={t('codeHint')} required maxLength={16} mono />
        <TextField name="host" label={t('host')} required maxLength={200} />
        <TextField name="city" label={t('city')} required maxLength={120} />
        <ZoneField name="timeZone" label={t('timeZone')} required />
      </ActionForm>
    </DialogButton>
  )
}

/** A name under which exercises are held again and again. */
export function NewSeries({ programmeId }: { programmeId: string }) {
  const t = useTranslations('exercises')
  return (
    <DialogButton label={t('newSeries')} title={t('newSeries')} button={{ size: 'small' }} size="small">
      <ActionForm
        action={createSeries}
        submit={t('programmeForm.createSeries')}
        done={t('programmeForm.createdSeries')}
        hidden={{ programmeId }}
      >
        <TextField name="name" label={t('seriesName')} required maxLength={200} />
        <TextField name="code" label={t('seriesCode')} required maxLength={16} mono />
      </ActionForm>
    </DialogButton>
  )
}
