import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/text-field'
import { addMode, editMode, moveMode, removeMode } from '@/lib/delivery-modes/actions'
import type { ModeRow } from '@/lib/delivery-modes/queries'
import { MoveActs, RemoveAct } from './row-acts'

/** How injects reach their audience, in the order in which the MSEL offers them. */
export function ModeTable({ exerciseId, modes }: { exerciseId: string; modes: readonly ModeRow[] }) {
  const t = useTranslations('scenarioSetup.modes')
  const row = useTranslations('scenarioSetup.row')
  const last = modes.length - 1
  return (
    <DataTable
      caption={t('title')}
      rows={modes.map((mode, at) => ({ ...mode, at }))}
      rowKey={mode => mode.id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      columns={[
        { id: 'name', header: t('name'), names: true, cell: mode => <bdi>{mode.name}</bdi> },
        { id: 'injects', header: row('injects'), numeric: true, cell: mode => mode.injects },
        {
          id: 'order',
          header: row('order'),
          cell: ({ id, name, at }) => (
            <MoveActs action={moveMode} input={{ exerciseId, modeId: id }} {...{ name, at, last }} />
          ),
        },
        {
          id: 'edit',
          header: row('change'),
          cell: mode => <EditMode exerciseId={exerciseId} mode={mode} />,
        },
      ]}
    />
  )
}

export function AddMode({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('scenarioSetup.modes')
  const row = useTranslations('scenarioSetup.row')
  return (
    <DialogButton label={t('add')} title={t('add')} size="small" button={{ size: 'small' }}>
      <ActionForm action={addMode} submit={t('add')} hidden={{ exerciseId }} done={row('added')}>
        <TextField name="name" label={t('name')} description={t('nameHint')} required maxLength={120} />
      </ActionForm>
    </DialogButton>
  )
}

function EditMode({ exerciseId, mode }: { exerciseId: string; mode: ModeRow }) {
  const t = useTranslations('scenarioSetup.modes')
  const row = useTranslations('scenarioSetup.row')
  const ids = { exerciseId, modeId: mode.id }
  return (
    <DialogButton
      label={row('change')}
      title={row('changeNamed', { name: mode.name })}
      size="small"
      button={{ size: 'small', 'aria-label': row('changeNamed', { name: mode.name }) }}
    >
      <ActionForm
        action={editMode}
        submit={row('save')}
        hidden={{ ...ids, version: mode.version }}
        done={row('saved')}
        secondary={
          <RemoveAct
            action={removeMode}
            input={ids}
            name={mode.name}
            text={t('removeText', { count: mode.injects })}
          />
        }
      >
        <TextField name="name" label={t('name')} required maxLength={120} defaultValue={mode.name} />
      </ActionForm>
    </DialogButton>
  )
}
