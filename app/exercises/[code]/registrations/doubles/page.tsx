import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { DecidedTable } from '@/components/doubles/decided-table'
import { PairPanel } from '@/components/doubles/pair-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { Words } from '@/components/words'
import { pageNumber } from '@/lib/changes/rules'
import { accountOf } from '@/lib/policy'
import { listDoubles, listVerdicts } from '@/lib/registrations/doubles/queries'

type Props = PageProps<'/exercises/[code]/registrations/doubles'>

/** Pairs on one page: each is a table of its own. */
const pageSize = 20

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('doubles')
  return { title: t('title') }
}

/** Registrations that may be one human being's, for a person to decide. */
export default async function DoublesPage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  const { show, page: asked } = await searchParams
  const page = pageNumber(asked)
  const [t, words, locale, found, decided] = await Promise.all([
    getTranslations('doubles'),
    getTranslations('registrations'),
    getLocale(),
    listDoubles(actor, exercise.id, { offset: (page - 1) * pageSize, limit: pageSize }),
    listVerdicts(actor, exercise.id),
  ])
  if (!found || !decided) notFound()
  const base = `/exercises/${exercise.code}/registrations`
  const path = `${base}/doubles`
  const past = show === 'decided'
  const shown = { exerciseId: exercise.id, timeZone: accountOf(actor)?.timeZone ?? exercise.timeZone, locale }
  return (
    <Words namespaces={['doubles']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: words('title'), href: base }, { label: t('title') }]}
      />
      <Tabs
        label={t('title')}
        items={[
          { href: path, label: t('open'), count: found.total, current: !past },
          { href: `${path}?show=decided`, label: t('decided'), count: decided.length, current: past },
        ]}
      />
      <div className="mt-4 grid gap-4">
        {past ? (
          <DecidedTable {...shown} decided={decided} />
        ) : found.total === 0 ? (
          <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
        ) : (
          <>
            {found.pairs.map((pair, at) => (
              <PairPanel
                key={`${pair.registrationId} ${pair.otherId}`}
                {...shown}
                pair={pair}
                number={(page - 1) * pageSize + at + 1}
              />
            ))}
            <Pagination
              label={t('pages')}
              page={page}
              pages={Math.ceil(found.total / pageSize)}
              hrefFor={to => `${path}?page=${to}`}
            />
          </>
        )}
      </div>
    </Words>
  )
}
