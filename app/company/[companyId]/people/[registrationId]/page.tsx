import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { openCompany } from '@/app/company/open-company'
import { ActionForm } from '@/components/action-form'
import { PersonFacts } from '@/components/registrations/person-facts'
import { PersonFields } from '@/components/registrations/person-fields'
import { StateStatus } from '@/components/registrations/state-status'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { editRegistration } from '@/lib/registrations/actions'
import { getRegistration } from '@/lib/registrations/queries'
import { holdsSeat } from '@/lib/registrations/rules'

type Props = PageProps<'/company/[companyId]/people/[registrationId]'>

async function openPerson({ params }: Props) {
  const opened = await openCompany(params)
  const { registrationId } = await params
  const known = z.uuid().safeParse(registrationId).success
  const person = known ? await getRegistration(opened.actor, opened.desk.owner, registrationId) : null
  // Somebody may speak for two companies, each on its own page.
  if (person?.companyId !== opened.desk.company.id) notFound()
  return { ...opened, person, fullName: `${person.familyName} ${person.givenName}` }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await openPerson(props)).fullName }
}

/** One of a company's people: where the registration stands, and what is written. */
export default async function CompanyPersonPage(props: Props) {
  const { desk, person, fullName, nation, path, mayEdit } = await openPerson(props)
  const [t, words, locale] = await Promise.all([
    getTranslations('company'),
    getTranslations('delegation'),
    getLocale(),
  ])
  const { company, owner, roles, sites } = desk
  // Somebody may sit in a team that is none of the delegation's own.
  const elsewhere = person.team && !desk.teams.some(team => team.id === person.teamId) ? [person.team] : []
  const choices = { roles, sites, companies: [company], teams: [...desk.teams, ...elsewhere] }
  return (
    <>
      <PageHeader
        title={fullName}
        breadcrumbs={[{ label: company.name, href: path }, { label: fullName }]}
        lead={
          <>
            <StateStatus state={person.state} reason={person.stateReason} /> {t('theirs', { nation })}
          </>
        }
      />
      <Panel>
        {mayEdit ? (
          <ActionForm
            action={editRegistration}
            submit={words('saveEdit')}
            hidden={{ ...owner, registrationId: person.id, version: person.version }}
            done={words('saved')}
          >
            <PersonFields values={person} seated={holdsSeat(person.state)} {...choices} />
          </ActionForm>
        ) : (
          <PersonFacts person={person} {...choices} locale={locale} />
        )}
      </Panel>
    </>
  )
}
