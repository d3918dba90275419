import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ContactPanel } from '@/app/delegation/contact-panel'
import { openExercise } from '@/app/exercises/open-exercise'
import { ActionButton } from '@/components/action-button'
import { AccessionPanel } from '@/components/nations/accession-panel'
import { DatePanel } from '@/components/nations/date-panel'
import { QuotaPanel } from '@/components/nations/quota-panel'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { partnerName } from '@/lib/countries/rules'
import { startexFrame } from '@/lib/exercises/rules'
import { removeNation } from '@/lib/nations/actions'
import { getNation } from '@/lib/nations/queries'
import { accountOf, can } from '@/lib/policy'
import { listRoles } from '@/lib/roles/queries'
import { gates } from '@/lib/schedule/kinds/rules'
import { listGates } from '@/lib/schedule/queries'
import { gateAt } from '@/lib/schedule/rules'
import { listSites } from '@/lib/sites/queries'
import { calendarDateAt } from '@/lib/time-calendar'
import { formatInstant, formatMoment } from '@/lib/time-format'

type Props = PageProps<'/exercises/[code]/nations/[participationId]'>

async function openNation({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  if (!can(actor, 'nation.list', { exerciseId: exercise.id })) notFound()
  const nation = await getNation(actor, exercise.id, (await params).participationId)
  if (!nation) notFound()
  const locale = await getLocale()
  return { actor, exercise, now, nation, locale, name: partnerName(nation.partner, locale) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await openNation(props)).name }
}

export default async function NationPage(props: Props) {
  const { actor, exercise, now, nation, locale, name } = await openNation(props)
  const owner = { exerciseId: exercise.id, participationId: nation.id }
  const [t, roles, sites, exerciseGates] = await Promise.all([
    getTranslations('nations'),
    listRoles(actor, exercise.id),
    listSites(actor, exercise.id),
    listGates(actor, exercise.id),
  ])
  const mayEdit = can(actor, 'nation.edit', owner)
  const frame = startexFrame(exercise)
  const viewer = accountOf(actor)?.timeZone ?? null
  const dates = gates.map(gate => {
    const own = nation.ownDates.find(date => date.gate === gate)?.moment ?? null
    const moment = own ?? exerciseGates.find(date => date.gate === gate)?.moment ?? null
    const format = { timeZone: exercise.timeZone, locale, style: 'dateTime' } as const
    return {
      gate,
      own: own ? formatMoment(own, exercise.timeZone) : null,
      at: moment ? formatInstant(gateAt(gate, moment, frame), format) : null,
    }
  })
  const list = `/exercises/${exercise.code}/nations`
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ label: t('title'), href: list }, { label: name }]}
        lead={`${nation.partner.code} · ${t(`kind.${nation.partner.kind}`)}`}
        actions={<LinkButton href={`/delegation/${nation.id}`}>{t('delegationPage')}</LinkButton>}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <QuotaPanel
          {...owner}
          quotas={nation.quotas}
          roles={roles}
          sites={sites}
          mayEdit={mayEdit}
          today={calendarDateAt(now, exercise.timeZone)}
        />
        <AccessionPanel
          {...owner}
          state={nation.state}
          steps={nation.accessions}
          today={calendarDateAt(now, exercise.timeZone)}
          mayEdit={mayEdit}
        />
        <ContactPanel owner={owner} actor={actor} now={now} timeZone={exercise.timeZone} />
        <Words namespaces={['moments']}>
          <DatePanel {...owner} dates={dates} frame={frame} viewer={viewer} mayEdit={mayEdit} />
        </Words>
        <Panel title={t('companies')}>
          {nation.companies.length === 0 ? (
            <p className="text-muted">{t('noCompanies')}</p>
          ) : (
            <ul>
              {nation.companies.map(company => (
                <li key={company.id}>{company.name}</li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
      {mayEdit ? (
        <ActionButton
          action={removeNation}
          input={owner}
          done={t('done.removed')}
          confirm={{
            title: t('removeNation'),
            text: t('removeNationText'),
            label: t('removeNation'),
            danger: true,
          }}
        >
          {t('removeNation')}
        </ActionButton>
      ) : null}
    </>
  )
}
