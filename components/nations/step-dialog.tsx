import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import type { ServerWrite } from '@/components/outcome'
import { DialogButton } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { nextAccessionStates } from '@/lib/nations/rules'
import { type AccessionState, accessionStates } from '@/lib/nations/schema'

type Props = {
  action: ServerWrite
  /** whose step it is, as the action wants it */
  owner: { [name: string]: string }
  state: AccessionState
  /** where several stand in one table, whose this is */
  name?: string
  today: string
}

/** Records the next step of a partner, towards an exercise or towards the programme. */
export async function StepDialog({ action, owner, state, name, today }: Props) {
  const t = await getTranslations('nations')
  const title = name ? t('stepOf', { name }) : t('step')
  return (
    <DialogButton
      label={t('step')}
      title={title}
      size="small"
      button={name ? { size: 'small', 'aria-label': title } : {}}
    >
      <ActionForm action={action} submit={t('step')} hidden={owner} done={t('done.saved')}>
        <Select
          name="state"
          label={t('stateHead')}
          required
          options={nextAccessionStates(state, accessionStates).map(value => ({
            value,
            label: t(`state.${value}`),
          }))}
        />
        <TextField
          name="changedOn"
          label={t('changedOn')}
          description={t('dateHint')}
          required
          mono
          defaultValue={today}
        />
        <TextField name="note" label={t('note')} rows={3} maxLength={2000} />
      </ActionForm>
    </DialogButton>
  )
}
