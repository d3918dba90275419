import { getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import { stepParticipation } from '@/lib/nations/actions'
import type { AccessionState } from '@/lib/nations/schema'
import { AccessionStatus } from './accession-status'
import { StepDialog } from './step-dialog'

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
  return (
    <Panel
      title={t('way')}
      note={t(`state.${state}`)}
      actions={
        mayEdit ? (
          <StepDialog
            action={stepParticipation}
            owner={{ exerciseId, participationId }}
            state={state}
            today={today}
          />
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
