import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Meter } from '@/components/ui/meter'
import { addRole, editRole, removeRole } from '@/lib/roles/actions'
import { RemoveButton } from './remove-button'
import { RoleFields, type RoleValues } from './role-fields'

export type RoleRow = RoleValues & { id: string; version: number; most: number; used: number }

/** The exercise's own roles with their seats over all teams. */
export async function RoleTable({
  exerciseId,
  roles,
  mayEdit,
}: {
  exerciseId: string
  roles: RoleRow[]
  mayEdit: boolean
}) {
  const t = await getTranslations('teams')
  const edit = {
    id: 'edit',
    header: t('change'),
    cell: (role: RoleRow) => <EditRole exerciseId={exerciseId} role={role} />,
  }
  return (
    <DataTable
      caption={t('roles')}
      rows={roles}
      rowKey={role => role.id}
      empty={<EmptyState title={t('role_form.emptyTitle')}>{t('role_form.emptyText')}</EmptyState>}
      columns={[
        { id: 'name', header: t('role'), names: true, cell: role => role.name },
        {
          id: 'discipline',
          header: t('role_form.discipline'),
          cell: role => t(`discipline.${role.discipline}`),
        },
        { id: 'presence', header: t('role_form.presence'), cell: role => t(`presence.${role.presence}`) },
        {
          id: 'framework',
          header: t('role_form.framework'),
          mono: true,
          cell: role =>
            role.framework
              ? `${t(`framework.${role.framework}`)} ${role.frameworkVersion} ${role.frameworkCode}`
              : null,
        },
        {
          id: 'seats',
          header: t('seats'),
          cell: role =>
            role.most > 0 ? (
              <Meter bare label={role.name} value={role.used} max={role.most} />
            ) : (
              <span className="text-muted">{t('noSeats')}</span>
            ),
        },
        ...(mayEdit ? [edit] : []),
      ]}
    />
  )
}

export async function AddRole({ exerciseId }: { exerciseId: string }) {
  const t = await getTranslations('teams')
  return (
    <DialogButton label={t('role_form.add')} title={t('role_form.add')} button={{ variant: 'primary' }}>
      <ActionForm action={addRole} submit={t('role_form.add')} hidden={{ exerciseId }} done={t('done.added')}>
        <RoleFields />
      </ActionForm>
    </DialogButton>
  )
}

async function EditRole({ exerciseId, role }: { exerciseId: string; role: RoleRow }) {
  const t = await getTranslations('teams')
  const title = t('role_form.edit', { role: role.name })
  return (
    <DialogButton label={t('change')} title={title} button={{ size: 'small' }}>
      <ActionForm
        action={editRole}
        submit={t('save')}
        hidden={{ exerciseId, roleId: role.id, version: role.version }}
        done={t('done.saved')}
        secondary={
          <RemoveButton
            action={removeRole}
            input={{ exerciseId, roleId: role.id }}
            name={role.name}
            text={t('role_form.removeText')}
          />
        }
      >
        <RoleFields role={role} />
      </ActionForm>
    </DialogButton>
  )
}
