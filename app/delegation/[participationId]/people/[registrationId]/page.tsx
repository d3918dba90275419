import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { openDelegation } from '@/app/delegation/open-delegation'
import { ActionForm } from '@/components/action-form'
import { PersonActs } from '@/components/registrations/person-acts'
import { PersonFacts } from '@/components/registrations/person-facts'
import { PersonFields } from '@/components/registrations/person-fields'
import { StateStatus } from '@/components/registrations/state-status'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listCompanies } from '@/lib/companies/queries'
import { editRegistration } from '@/lib/registrations/actions'
import { editProblem } from '@/lib/registrations/door/rules'
import { getRegistration } from '@/lib/registrations/queries'
import { holdsSeat } from '@/lib/registrations/rules'
import { windowStateAt } from '@/lib/schedule/rules'
import { formatInstant } from '@/lib/time-format'

type Props = PageProps<'/delegation/[participationId]/people/[registrationId]'>

async function openPerson({ params }: Props) {
  const opened = await openDelegation(params)
  const { registrationId } = await params
  const known = z.uuid().safeParse(registrationId).success
  const person = known ? await getRegistration(opened.actor, opened.owner, registrationId) : null
  if (!person) notFound()
  return { ...opened, person, fullName: `${person.familyName} ${person.givenName}` }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await openPerson(props)).fullName }
}

/** One person of a delegation: where the registration stands, what can be done, what is written. */
export default async function PersonPage(props: Props) {
  const { actor, delegation, owner, person, fullName, name, now, party, mayNominate, timeZone } =
    await openPerson(props)
  const [t, locale, companies] = await Promise.all([
    getTranslations('delegation'),
    getLocale(),
    listCompanies(actor, owner.exerciseId, owner.participationId),
  ])
  const path = `/delegation/${delegation.id}`
  const { exercise, accession, window, roles, sites } = delegation
  const problem = editProblem({ ...exercise, accession, window }, party, now)
  // Somebody may sit in a team that is none of the delegation's own.
  const elsewhere =
    person.team && !delegation.teams.some(team => team.id === person.teamId) ? [person.team] : []
  const choices = { roles, sites, companies, teams: [...delegation.teams, ...elsewhere] }
  return (
    <Words namespaces={['decisions']}>
      <PageHeader
        title={fullName}
        breadcrumbs={[{ label: name, href: path }, { label: fullName }]}
        lead={
          <>
            <StateStatus state={person.state} reason={person.stateReason} />{' '}
            {t('since', { date: formatInstant(person.stateAt, { timeZone, locale, style: 'dateTime' }) })}
          </>
        }
        actions={
          mayNominate ? (
            <PersonActs
              {...{ owner, party, path }}
              late={windowStateAt(window, now) === 'closed'}
              line={delegation.line}
              person={{
                id: person.id,
                state: person.state,
                roleId: person.roleId,
                siteId: person.siteId,
                grouped: person.waitGroupId !== null,
              }}
              quotas={delegation.quotas.map(({ role, site, ...quota }) => ({
                ...quota,
                name: role?.name ?? site?.name ?? '',
              }))}
            />
          ) : undefined
        }
      />
      <Panel {...(holdsSeat(person.state) ? { note: t('confirmedNote'), title: t('editTitle') } : {})}>
        {mayNominate && !problem ? (
          <ActionForm
            action={editRegistration}
            submit={t('saveEdit')}
            hidden={{ ...owner, registrationId: person.id, version: person.version }}
            done={t('saved')}
          >
            <PersonFields values={person} seated={holdsSeat(person.state)} {...choices} />
          </ActionForm>
        ) : (
          <PersonFacts person={person} {...choices} locale={locale} />
        )}
      </Panel>
    </Words>
  )
}
