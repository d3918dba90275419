'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import {
  inviteAdministrator,
  inviteCompanyContact,
  inviteContact,
  inviteProgrammeStaff,
  inviteStaff,
} from '@/lib/invitations/actions'
import { exerciseRoles, programmeRoles } from '@/lib/memberships/schema'
import { ActionForm } from '../action-form'
import type { ServerWrite } from '../outcome'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { ContactRoleChoice } from './contact-list'
import { type Made, MadeInvitation } from './made-invitation'

type Props = { action: ServerWrite<Made>; hidden: { [name: string]: string }; children?: ReactNode }

/** Each language in its own words. */
const languages = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
]

/** Makes one invitation, then shows its link; the page behind shows it in the list. */
function InviteForm({ action, hidden, children }: Props) {
  const t = useTranslations('invitations.make')
  const locale = useLocale()
  const [email, setEmail] = useState('')
  const [made, setMade] = useState<Made | null>(null)
  const again = () => {
    setMade(null)
    setEmail('')
  }
  if (made) return <MadeInvitation made={made} email={email} onAgain={again} />
  return (
    <ActionForm action={action} submit={t('submit')} hidden={hidden} onDone={setMade} keepOpen>
      {children}
      <TextField
        name="email"
        type="email"
        label={t('email')}
        description={t('emailHint')}
        autoComplete="off"
        onChange={setEmail}
      />
      {email === '' ? (
        <NumberField
          name="maxUses"
          label={t('maxUses')}
          description={t('maxUsesHint')}
          min={1}
          max={50}
          defaultValue={1}
          required
        />
      ) : null}
      <Select name="locale" label={t('language')} options={languages} defaultValue={locale} required />
    </ActionForm>
  )
}

export function InviteStaffForm({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('invitations.make')
  const roles = useTranslations('accounts.roles')
  return (
    <InviteForm action={inviteStaff} hidden={{ exerciseId }}>
      <Select
        name="role"
        label={t('role')}
        options={exerciseRoles.map(role => ({ value: role, label: roles(role) }))}
        defaultValue="planner"
        required
      />
    </InviteForm>
  )
}

/** Into the staff of all exercises of a programme; administrators of it are made by administrators only. */
export function InviteProgrammeStaffForm({
  programmeId,
  withAdministrator,
}: {
  programmeId: string
  withAdministrator: boolean
}) {
  const t = useTranslations('invitations.make')
  const roles = useTranslations('accounts.roles')
  const offered = programmeRoles.filter(role => withAdministrator || role !== 'administrator')
  return (
    <InviteForm action={inviteProgrammeStaff} hidden={{ programmeId }}>
      <Select
        name="role"
        label={t('role')}
        options={offered.map(role => ({ value: role, label: roles(role) }))}
        defaultValue="planner"
        required
      />
    </InviteForm>
  )
}

export function InviteContactForm(owner: { exerciseId: string; participationId: string }) {
  return (
    <InviteForm action={inviteContact} hidden={owner}>
      <ContactRoleChoice current="point_of_contact" />
    </InviteForm>
  )
}

type CompanyProps = {
  exerciseId: string
  participationId: string
  companies: readonly { id: string; name: string }[]
}

export function InviteCompanyContactForm({ companies, ...owner }: CompanyProps) {
  const t = useTranslations('accounts.contacts')
  return (
    <InviteForm action={inviteCompanyContact} hidden={owner}>
      <Select
        name="companyId"
        label={t('company')}
        description={t('companyHint')}
        options={companies.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
    </InviteForm>
  )
}

export function InviteAdministratorForm() {
  return <InviteForm action={inviteAdministrator} hidden={{}} />
}
