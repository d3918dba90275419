import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openDelegation } from '@/app/delegation/open-delegation'
import { ActionForm } from '@/components/action-form'
import { AnswerFields } from '@/components/registrations/answer-fields'
import { PersonFields } from '@/components/registrations/person-fields'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listCompanies } from '@/lib/companies/queries'
import { listCountries } from '@/lib/countries/rules'
import { nominate } from '@/lib/registrations/actions'
import { listAskedQuestions } from '@/lib/registrations/answers/queries'
import { nominateProblem } from '@/lib/registrations/door/rules'

type Props = PageProps<'/delegation/[participationId]/people/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('delegation')
  return { title: t('addTitle') }
}

export default async function NewPersonPage({ params }: Props) {
  const { actor, delegation, owner, mayNominate, name, now, party } = await openDelegation(params)
  if (!mayNominate) notFound()
  const [t, locale, companies, questions] = await Promise.all([
    getTranslations('delegation'),
    getLocale(),
    listCompanies(actor, owner.exerciseId, owner.participationId),
    listAskedQuestions(actor, owner.exerciseId),
  ])
  const path = `/delegation/${delegation.id}`
  const { exercise, partner, accession, window, roles, sites, teams } = delegation
  const problem = nominateProblem({ ...exercise, accession, window }, party, now)
  const back = <LinkButton href={path}>{t('back')}</LinkButton>
  return (
    <Words namespaces={['ownPart']}>
      <PageHeader
        title={t('addTitle')}
        lead={t('addLead')}
        breadcrumbs={[{ label: name, href: path }, { label: t('addTitle') }]}
      />
      {problem ? (
        <Callout tone="warn" title={t('closedNote')}>
          {back}
        </Callout>
      ) : (
        <Panel>
          <ActionForm
            action={nominate}
            submit={t('save')}
            hidden={owner}
            done={t('addAnother')}
            reset
            secondary={back}
          >
            <PersonFields
              values={{ homeTimeZone: partner.timeZone ?? exercise.timeZone }}
              countries={{
                chosen: partner.kind === 'nation' ? partner.code : null,
                all: listCountries(locale),
              }}
              {...{ roles, sites, teams, companies }}
            />
            <AnswerFields questions={questions} values={{}} place={{ roleId: '', siteId: null }} />
          </ActionForm>
        </Panel>
      )}
    </Words>
  )
}
