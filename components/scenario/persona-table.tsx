import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/text-field'
import { addPersona, editPersona, removePersona } from '@/lib/personas/actions'
import type { PersonaRow } from '@/lib/personas/queries'
import { RemoveAct } from './row-acts'

/** Who acts in the story without being anybody: ministries, newspapers, hostile groups. */
export function PersonaTable({
  exerciseId,
  personas,
}: {
  exerciseId: string
  personas: readonly PersonaRow[]
}) {
  const t = useTranslations('scenarioSetup.personas')
  const row = useTranslations('scenarioSetup.row')
  return (
    <DataTable
      caption={t('title')}
      rows={personas}
      rowKey={persona => persona.id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      columns={[
        {
          id: 'name',
          header: t('name'),
          names: true,
          cell: persona => (
            <span className="wrap-anywhere">
              <bdi>{persona.name}</bdi>
              {persona.note ? (
                <span className="block max-w-prose font-normal text-muted text-note">{persona.note}</span>
              ) : null}
            </span>
          ),
        },
        {
          id: 'affiliation',
          header: t('affiliation'),
          cell: persona => <bdi>{persona.affiliation}</bdi>,
        },
        { id: 'injects', header: row('injects'), numeric: true, cell: persona => persona.injects },
        {
          id: 'edit',
          header: row('change'),
          cell: persona => <EditPersona exerciseId={exerciseId} persona={persona} />,
        },
      ]}
    />
  )
}

export function AddPersona({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('scenarioSetup.personas')
  const row = useTranslations('scenarioSetup.row')
  return (
    <DialogButton label={t('add')} title={t('add')} button={{ size: 'small' }}>
      <ActionForm action={addPersona} submit={t('add')} hidden={{ exerciseId }} done={row('added')}>
        <PersonaFields />
      </ActionForm>
    </DialogButton>
  )
}

function EditPersona({ exerciseId, persona }: { exerciseId: string; persona: PersonaRow }) {
  const t = useTranslations('scenarioSetup.personas')
  const row = useTranslations('scenarioSetup.row')
  const { id: personaId, name, injects, version } = persona
  const ids = { exerciseId, personaId }
  return (
    <DialogButton
      label={row('change')}
      title={row('changeNamed', { name })}
      button={{ size: 'small', 'aria-label': row('changeNamed', { name }) }}
    >
      <ActionForm
        action={editPersona}
        submit={row('save')}
        hidden={{ ...ids, version }}
        done={row('saved')}
        secondary={
          <RemoveAct
            action={removePersona}
            input={ids}
            name={name}
            text={t('removeText', { count: injects })}
          />
        }
      >
        <PersonaFields persona={persona} />
      </ActionForm>
    </DialogButton>
  )
}

function PersonaFields({ persona }: { persona?: PersonaRow }) {
  const t = useTranslations('scenarioSetup.personas')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="name"
        label={t('name')}
        description={t('nameHint')}
        required
        maxLength={200}
        defaultValue={persona?.name ?? ''}
      />
      <TextField
        name="affiliation"
        label={t('affiliation')}
        description={t('affiliationHint')}
        maxLength={200}
        defaultValue={persona?.affiliation ?? ''}
      />
      <TextField
        name="note"
        label={t('note')}
        description={t('noteHint')}
        rows={4}
        maxLength={2000}
        className="sm:col-span-2"
        defaultValue={persona?.note ?? ''}
      />
    </div>
  )
}
