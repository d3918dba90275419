import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { Panel } from '@/components/ui/panel'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { stepParticipation } from '@/lib/nations/actions'
import { nextAccessionStates } from '@/lib/nations/rules'
import { type AccessionState, accessionStates } from '@/lib/nations/schema'
import { AccessionStatus } from './accession-status'

type Props = {
  exerciseId: string
  participationId: string
  state: AccessionState
  steps: { id: string; state: AccessionState; changedOn: string; note: string }[]
  today: string
  mayEdit: boolean
}

/** The partner's way in, step by step, and the next step. */
export async function AccessionPanel({ exerciseId, participationId, state, steps, today, mayEdit }: Props) {
  const t = await getTranslations('nations')
  const next = nextAccessionStates(state, accessionStates)
  return (
    <Panel
      title={t('way')}
      note={t(`state.${state}`)}
      actions={
        mayEdit ? (
          <DialogButton label={t('step')} title={t('step')} size="small">
            <ActionForm
              action={stepParticipation}
              submit={t('step')}
              hidden={{ exerciseId, participationId }}
              done={t('done.saved')}
            >
              <Select
                name="state"
                label={t('stateHead')}
                required
                options={next.map(value => ({ value, label: t(`state.${value}`) }))}
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
        ) : undefined
      }
    >
      <ol className="grid gap-2">
        {steps.map(step => (
          <li key={step.id} className="grid grid-cols-[6.5rem_1fr] gap-2">
            <time dateTime={step.changedOn} className="font-mono text-note tabular">
              {step.changedOn}
            </time>
            <span>
              <AccessionStatus state={step.state} />
              {step.note ? <span className="block text-muted">{step.note}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
