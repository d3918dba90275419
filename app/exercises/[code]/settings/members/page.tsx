import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { InvitationList } from '@/components/accounts/invitation-list'
import { InviteProgrammeStaffForm, InviteStaffForm } from '@/components/accounts/invite-form'
import { MemberList } from '@/components/accounts/member-list'
import { DialogButton } from '@/components/ui/dialog'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listInvitations } from '@/lib/invitations/queries'
import { mayGiveProgrammeRole } from '@/lib/invitations/rules'
import { listMembers } from '@/lib/memberships/queries'
import { can } from '@/lib/policy'

type Props = PageProps<'/exercises/[code]/settings/members'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('accounts.members'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

export default async function MembersPage({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const { id: exerciseId, programmeId, timeZone } = exercise
  const wide = can(actor, 'programme.edit', { programmeId })
  const [t, members, invitations, programmeInvitations] = await Promise.all([
    getTranslations('accounts.members'),
    listMembers(actor, exercise),
    listInvitations(actor, { exerciseId }, now),
    wide ? listInvitations(actor, { programmeId }, now) : [],
  ])
  if (members === null) notFound()
  const back = `/exercises/${exercise.code}/settings`
  return (
    <Words namespaces={['accounts', 'invitations']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: t('settings'), href: back }, { label: t('title') }]}
        actions={
          <>
            {wide ? (
              <DialogButton
                label={t('inviteToProgramme')}
                title={t('inviteToProgrammeOf', { programme: exercise.programme.name })}
              >
                <InviteProgrammeStaffForm
                  programmeId={programmeId}
                  withAdministrator={mayGiveProgrammeRole(actor, programmeId, 'administrator')}
                />
              </DialogButton>
            ) : null}
            <DialogButton label={t('invite')} title={t('invite')} button={{ variant: 'primary' }}>
              <InviteStaffForm exerciseId={exerciseId} />
            </DialogButton>
          </>
        }
      />
      <div className="grid gap-4">
        <Panel flush>
          <MemberList exerciseId={exerciseId} members={members} timeZone={timeZone} />
        </Panel>
        <Panel title={t('invitations')} flush>
          <InvitationList exerciseId={exerciseId} rows={invitations} timeZone={timeZone} />
        </Panel>
        {programmeInvitations.length > 0 ? (
          <Panel title={t('invitationsOf', { programme: exercise.programme.name })} flush>
            <InvitationList programmeId={programmeId} rows={programmeInvitations} timeZone={timeZone} />
          </Panel>
        ) : null}
      </div>
    </Words>
  )
}
