import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { openCompany } from '@/app/company/open-company'
import { ActionForm } from '@/components/action-form'
import { PersonFields } from '@/components/registrations/person-fields'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { listCountries } from '@/lib/countries/rules'
import { nominate } from '@/lib/registrations/actions'

type Props = PageProps<'/company/[companyId]/people/new'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('company')
  return { title: t('add') }
}

export default async function NewCompanyPersonPage({ params }: Props) {
  const { desk, nation, path, mayAdd } = await openCompany(params)
  const [t, words, locale] = await Promise.all([
    getTranslations('company'),
    getTranslations('delegation'),
    getLocale(),
  ])
  const { company, exercise, partner, roles, sites, teams } = desk
  const back = <LinkButton href={path}>{t('back')}</LinkButton>
  return (
    <>
      <PageHeader title={t('add')} breadcrumbs={[{ label: company.name, href: path }, { label: t('add') }]} />
      {mayAdd ? (
        <Panel>
          <ActionForm
            action={nominate}
            submit={words('save')}
            hidden={desk.owner}
            done={words('addAnother')}
            reset
            secondary={back}
          >
            <PersonFields
              values={{ homeTimeZone: partner.timeZone ?? exercise.timeZone, companyId: company.id }}
              countries={{
                chosen: partner.kind === 'nation' ? partner.code : null,
                all: listCountries(locale),
              }}
              {...{ roles, sites, teams }}
              companies={[company]}
            />
          </ActionForm>
        </Panel>
      ) : (
        <Callout tone="warn" title={t('closed', { nation })}>
          {back}
        </Callout>
      )}
    </>
  )
}
