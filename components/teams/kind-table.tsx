import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { Swatch } from '@/components/ui/swatch'
import { TextField } from '@/components/ui/text-field'
import { addTeamKind, editTeamKind, removeTeamKind } from '@/lib/teams/actions'
import { RemoveButton } from './remove-button'

export type KindRow = {
  id: string
  name: string
  letter: string
  trained: boolean
  colour: string
  version: number
  teams: number
}

/** The exercise's own list of colour teams. */
export async function KindTable({
  exerciseId,
  kinds,
  mayEdit,
}: {
  exerciseId: string
  kinds: KindRow[]
  mayEdit: boolean
}) {
  const t = await getTranslations('teams')
  const edit = {
    id: 'edit',
    header: t('change'),
    cell: (kind: KindRow) => <EditKind exerciseId={exerciseId} kind={kind} />,
  }
  return (
    <DataTable
      caption={t('kinds')}
      rows={kinds}
      rowKey={kind => kind.id}
      columns={[
        {
          id: 'name',
          header: t('kind'),
          names: true,
          cell: kind => (
            <span className="flex items-center gap-2">
              <Swatch colour={kind.colour} letter={kind.letter} />
              {kind.name}
            </span>
          ),
        },
        { id: 'colour', header: t('kind_form.colour'), mono: true, cell: kind => kind.colour },
        {
          id: 'trained',
          header: t('kind_form.audience'),
          cell: kind => (kind.trained ? t('kind_form.trained') : t('kind_form.untrained')),
        },
        { id: 'teams', header: t('kind_form.teams'), numeric: true, cell: kind => kind.teams },
        ...(mayEdit ? [edit] : []),
      ]}
    />
  )
}

export async function AddKind({ exerciseId }: { exerciseId: string }) {
  const t = await getTranslations('teams')
  return (
    <DialogButton label={t('kind_form.add')} title={t('kind_form.add')} button={{ variant: 'primary' }}>
      <ActionForm
        action={addTeamKind}
        submit={t('kind_form.add')}
        hidden={{ exerciseId }}
        done={t('done.added')}
      >
        <KindFields />
      </ActionForm>
    </DialogButton>
  )
}

async function EditKind({ exerciseId, kind }: { exerciseId: string; kind: KindRow }) {
  const t = await getTranslations('teams')
  return (
    <DialogButton
      label={t('change')}
      title={t('kind_form.edit', { kind: kind.name })}
      button={{ size: 'small' }}
    >
      <ActionForm
        action={editTeamKind}
        submit={t('save')}
        hidden={{ exerciseId, kindId: kind.id, version: kind.version }}
        done={t('done.saved')}
        secondary={
          <RemoveButton
            action={removeTeamKind}
            input={{ exerciseId, kindId: kind.id }}
            name={kind.name}
            text={t('kind_form.removeText')}
          />
        }
      >
        <KindFields kind={kind} />
      </ActionForm>
    </DialogButton>
  )
}

async function KindFields({ kind }: { kind?: KindRow }) {
  const t = await getTranslations('teams')
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <TextField
        name="name"
        label={t('kind_form.name')}
        required
        maxLength={60}
        defaultValue={kind?.name ?? ''}
      />
      <TextField
        name="letter"
        label={t('kind_form.letter')}
        description={t('kind_form.letterHint')}
        required
        mono
        maxLength={4}
        defaultValue={kind?.letter ?? ''}
      />
      <TextField
        name="colour"
        label={t('kind_form.colour')}
        description={t('kind_form.colourHint')}
        required
        mono
        maxLength={7}
        defaultValue={kind?.colour ?? ''}
      />
      <Checkbox
        name="trained"
        label={t('kind_form.trained')}
        description={t('kind_form.trainedHint')}
        defaultChecked={kind?.trained ?? false}
        className="sm:col-span-3"
      />
    </div>
  )
}
