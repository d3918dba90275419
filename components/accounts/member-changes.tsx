'use client'

import { useTranslations } from 'next-intl'
import { changeMemberRole, removeMember } from '@/lib/memberships/actions'
import { exerciseRoles } from '@/lib/memberships/schema'
import { ActionButton } from '../action-button'
import { ActionForm } from '../action-form'
import { DialogButton } from '../ui/dialog'
import { Select } from '../ui/select'

type Props = { exerciseId: string; membershipId: string; name: string; role: string }

export function MemberChanges({ exerciseId, membershipId, name, role }: Props) {
  const t = useTranslations('accounts.members')
  const roles = useTranslations('accounts.roles')
  return (
    <span className="flex gap-1.5 whitespace-nowrap">
      <DialogButton
        label={t('changeRole')}
        title={t('changeRoleOf', { name })}
        size="small"
        button={{ size: 'small', 'aria-label': t('changeRoleOf', { name }) }}
      >
        <ActionForm
          action={changeMemberRole}
          submit={t('save')}
          hidden={{ exerciseId, membershipId }}
          done={t('changed', { name })}
        >
          <Select
            name="role"
            label={t('newRole')}
            options={exerciseRoles.map(value => ({ value, label: roles(value) }))}
            defaultValue={role}
            required
          />
        </ActionForm>
      </DialogButton>
      <ActionButton
        action={removeMember}
        input={{ exerciseId, membershipId }}
        done={t('removed', { name })}
        confirm={{
          title: t('removeTitle', { name }),
          text: t('removeText', { name }),
          label: t('remove'),
          danger: true,
        }}
        button={{ size: 'small', 'aria-label': t('removeOne', { name }) }}
      >
        {t('remove')}
      </ActionButton>
    </span>
  )
}
