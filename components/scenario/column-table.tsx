import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { addColumn, editColumn, moveColumn, removeColumn } from '@/lib/msel-columns/actions'
import type { ColumnRow } from '@/lib/msel-columns/queries'
import { ColumnFields } from './column-fields'
import { MoveActs, RemoveAct } from './row-acts'

/** The exercise's own columns, in the order in which the MSEL shows them. */
export function ColumnTable({ exerciseId, columns }: { exerciseId: string; columns: readonly ColumnRow[] }) {
  const t = useTranslations('scenarioSetup.columns')
  const row = useTranslations('scenarioSetup.row')
  const last = columns.length - 1
  return (
    <DataTable
      caption={t('title')}
      rows={columns.map((column, at) => ({ ...column, at }))}
      rowKey={column => column.id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      columns={[
        { id: 'name', header: t('name'), names: true, cell: column => <bdi>{column.name}</bdi> },
        {
          id: 'kind',
          header: t('kindTerm'),
          cell: ({ kind, choices }) => (
            <>
              {t(`kind.${kind}`)}
              {choices.length > 0 ? (
                <bdi className="block max-w-prose text-muted text-note">{choices.join(' · ')}</bdi>
              ) : null}
            </>
          ),
        },
        { id: 'audience', header: t('audience'), cell: ({ audience }) => t(`audiences.${audience}`) },
        { id: 'values', header: row('injects'), numeric: true, cell: column => column.values },
        {
          id: 'order',
          header: row('order'),
          cell: ({ id, name, at }) => (
            <MoveActs action={moveColumn} input={{ exerciseId, columnId: id }} {...{ name, at, last }} />
          ),
        },
        {
          id: 'edit',
          header: row('change'),
          cell: column => <EditColumn exerciseId={exerciseId} column={column} />,
        },
      ]}
    />
  )
}

export function AddColumn({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('scenarioSetup.columns')
  const row = useTranslations('scenarioSetup.row')
  return (
    <DialogButton label={t('add')} title={t('add')} button={{ size: 'small' }}>
      <ActionForm action={addColumn} submit={t('add')} hidden={{ exerciseId }} done={row('added')}>
        <ColumnFields />
      </ActionForm>
    </DialogButton>
  )
}

function EditColumn({ exerciseId, column }: { exerciseId: string; column: ColumnRow }) {
  const t = useTranslations('scenarioSetup.columns')
  const row = useTranslations('scenarioSetup.row')
  const { name, version, values } = column
  const ids = { exerciseId, columnId: column.id }
  return (
    <DialogButton
      label={row('change')}
      title={row('changeNamed', { name })}
      button={{ size: 'small', 'aria-label': row('changeNamed', { name }) }}
    >
      <ActionForm
        action={editColumn}
        submit={row('save')}
        hidden={{ ...ids, version }}
        done={row('saved')}
        secondary={
          <RemoveAct
            action={removeColumn}
            input={ids}
            name={name}
            text={t('removeText', { count: values })}
          />
        }
      >
        <ColumnFields column={column} />
      </ActionForm>
    </DialogButton>
  )
}
