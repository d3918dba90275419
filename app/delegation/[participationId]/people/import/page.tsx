import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openDelegation } from '@/app/delegation/open-delegation'
import { RosterImport } from '@/components/rosters/roster-import'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listCompanies } from '@/lib/companies/queries'
import { nominateProblem, submitProblem } from '@/lib/registrations/door/rules'
import { getRosterMemory } from '@/lib/registrations/roster/queries'
import { zoneCity } from '@/lib/time-zones'

type Props = PageProps<'/delegation/[participationId]/people/import'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rosters')
  return { title: t('title') }
}

/** A whole delegation from a spreadsheet, in one go. */
export default async function ImportPage({ params }: Props) {
  const { actor, delegation, owner, mayNominate, name, now, party } = await openDelegation(params)
  if (!mayNominate) notFound()
  const [t, companies, memory] = await Promise.all([
    getTranslations('rosters'),
    listCompanies(actor, owner.exerciseId, owner.participationId),
    getRosterMemory(actor, owner),
  ])
  const path = `/delegation/${delegation.id}`
  const { exercise, partner, accession, window, roles, sites, teams, quotas } = delegation
  const door = { ...exercise, accession, window }
  const problem = nominateProblem(door, party, now)
  const submitting = submitProblem(door, party, now, null)
  const homeTimeZone = partner.timeZone ?? exercise.timeZone
  const named = ({ id, name: called }: { id: string; name: string }) => ({ id, name: called })
  return (
    <Words namespaces={['rosters']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: name, href: path }, { label: t('title') }]}
      />
      {problem ? (
        <Callout tone="warn" title={t('closed')}>
          <LinkButton href={path}>{t('back')}</LinkButton>
        </Callout>
      ) : (
        <RosterImport
          owner={owner}
          back={path}
          fileName={`${exercise.code}-${partner.code}`}
          setting={{
            roles: roles.map(named),
            teams: teams.map(named),
            companies: companies.map(named),
            sites: sites.map(site => ({ ...named(site), remote: site.remote })),
            taken: memory.taken,
            homeTimeZone,
            homeNation: partner.kind === 'nation' ? partner.code : null,
          }}
          defaults={{ zone: zoneCity(homeTimeZone), nation: partner.kind === 'nation' ? name : null }}
          columns={memory.columns}
          explanations={memory.explanations}
          places={quotas.map(({ roleId, siteId, size, used, cut, role, site }) => ({
            ...{ roleId, siteId, left: Math.max(0, (cut?.to ?? size) - used) },
            name: role?.name ?? site?.name ?? '',
          }))}
          submitting={
            quotas.length === 0 || (submitting !== null && submitting !== 'late_reason_required')
              ? 'not_offered'
              : submitting === null
                ? 'offered'
                : 'late'
          }
        />
      )}
    </Words>
  )
}
