import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { PrintButton } from '@/components/attendance/print-button'
import { BadgeSheets } from '@/components/badges/sheets'
import { FilterForm } from '@/components/registrations/filter-form'
import { listAddress } from '@/components/registrations/list-address'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { partnerName } from '@/lib/countries/rules'
import { listBadges, mostBadges } from '@/lib/registrations/badges/queries'
import { getRegistrationOverview } from '@/lib/registrations/overview/queries'
import { listFilterSchema } from '@/lib/registrations/schema'
import { isId } from '@/lib/text'

type Props = PageProps<'/exercises/[code]/registrations/badges'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('badges')
  return { title: t('title') }
}

/** Badges to print: of everybody who holds a seat, of one nation or team, or of one person. */
export default async function BadgesPage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  const asked = await searchParams
  const filter = listFilterSchema.parse(asked)
  const personId = typeof asked.person === 'string' && isId(asked.person) ? asked.person : null
  const marks = asked.marks !== 'off'
  const [t, words, locale, found, overview] = await Promise.all([
    getTranslations('badges'),
    getTranslations('registrations'),
    getLocale(),
    listBadges(actor, exercise.id, filter, personId),
    getRegistrationOverview(actor, exercise.id),
  ])
  if (!found || !overview) notFound()
  const base = `/exercises/${exercise.code}/registrations`
  const path = `${base}/badges`
  const nations = overview.nations.map(nation => ({ id: nation.id, name: partnerName(nation, locale) }))
  const lines = found.badges.map(({ nation, ...badge }) => ({
    ...badge,
    nation: partnerName(nation, locale),
  }))
  const more = marks ? 'off' : null
  return (
    <div data-bare-print="">
      <div className="print:hidden">
        <PageHeader
          title={t('title')}
          lead={t('lead', { count: found.badges.length })}
          breadcrumbs={[{ label: words('title'), href: base }, { label: t('title') }]}
          actions={
            <>
              <LinkButton href={listAddress(path, filter, { marks: more, person: personId })}>
                {t(marks ? 'marksOff' : 'marksOn')}
              </LinkButton>
              {found.badges.length > 0 ? <PrintButton label={t('print')} /> : null}
            </>
          }
        />
        {personId ? null : (
          <div className="mb-4">
            <FilterForm
              filter={{ ...filter, queue: null }}
              kept={{ marks: marks ? null : 'off' }}
              nations={nations}
              roles={overview.roles}
              teams={overview.teams}
            />
          </div>
        )}
        {found.total > mostBadges ? (
          <Callout tone="warn">{t('tooMany', { shown: mostBadges, total: found.total })}</Callout>
        ) : null}
      </div>
      {found.badges.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        <BadgeSheets
          badges={JSON.stringify(lines)}
          exercise={exercise.name}
          marks={marks}
          qrLabel={t('qr')}
          label={t('title')}
        />
      )}
    </div>
  )
}
