import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DialogButton } from '@/components/ui/dialog'
import { addIncident, editIncident, moveIncident, removeIncident } from '@/lib/storylines/incidents/actions'
import type { IncidentRow } from '@/lib/storylines/queries'
import { totalOf } from '@/lib/storylines/rules'
import { MoveActs, RemoveAct } from './row-acts'
import { ThreadFields } from './storyline-forms'

type Of = { exerciseId: string; storyline: { id: string; name: string } }

export function AddIncident({ exerciseId, storyline }: Of) {
  const t = useTranslations('storylines')
  return (
    <div className="print:hidden">
      <DialogButton
        label={t('addIncident')}
        title={t('addIncidentTo', { storyline: storyline.name })}
        button={{ size: 'small', 'aria-label': t('addIncidentTo', { storyline: storyline.name }) }}
      >
        <ActionForm
          action={addIncident}
          submit={t('addIncident')}
          hidden={{ exerciseId, storylineId: storyline.id }}
          done={t('added')}
        >
          <ThreadFields />
        </ActionForm>
      </DialogButton>
    </div>
  )
}

type ActsProps = Of & { incident: IncidentRow; at: number; last: number }

export function IncidentActs({ exerciseId, storyline, incident, at, last }: ActsProps) {
  const t = useTranslations('storylines')
  const { name, version } = incident
  const ids = { exerciseId, storylineId: storyline.id, incidentId: incident.id }
  return (
    <span className="flex items-center gap-1">
      <MoveActs action={moveIncident} input={ids} {...{ name, at, last }} />
      <DialogButton
        label={t('change')}
        title={t('changeNamed', { name })}
        button={{ size: 'small', 'aria-label': t('changeNamed', { name }) }}
      >
        <ActionForm
          action={editIncident}
          submit={t('save')}
          hidden={{ ...ids, version }}
          done={t('saved')}
          secondary={
            <RemoveAct
              action={removeIncident}
              input={ids}
              name={name}
              text={t('removeIncidentText', { count: totalOf(incident.injects) })}
            />
          }
        >
          <ThreadFields of={incident} />
        </ActionForm>
      </DialogButton>
    </span>
  )
}
