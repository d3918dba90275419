import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextField } from '@/components/ui/text-field'
import { addPartner } from '@/lib/nations/actions'

/** Organisations and fictional states have no ISO code: the programme names them itself. */
export async function AddPartner({ programmeId }: { programmeId: string }) {
  const t = await getTranslations('nations')
  return (
    <DialogButton label={t('addPartner')} title={t('addPartner')}>
      <ActionForm
        action={addPartner}
        submit={t('addPartner')}
        hidden={{ programmeId }}
        done={t('done.added')}
      >
        <RadioGroup
          name="kind"
          label={t('kindHead')}
          options={[
            { value: 'organisation', label: t('kind.organisation') },
            { value: 'fictional', label: t('kind.fictional') },
          ]}
          defaultValue="organisation"
        />
        <TextField name="name" label={t('name')} required maxLength={200} />
        <TextField name="code" label={t('code')} description={t('codeHint')} required mono maxLength={16} />
      </ActionForm>
    </DialogButton>
  )
}
