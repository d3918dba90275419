import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ChangeList } from '@/components/changes/change-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { listChanges, pageSize } from '@/lib/changes/queries'
import { can } from '@/lib/policy'

type Props = PageProps<'/exercises/[code]/history'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('history')
  return { title: t('title') }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  if (!can(actor, 'history.read', { exerciseId: exercise.id })) notFound()
  const page = pageOf((await searchParams).page)
  const [t, { changes, count }] = await Promise.all([
    getTranslations('history'),
    listChanges(actor, exercise.id, page),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {count === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <ChangeList changes={changes} timeZone={exercise.timeZone} />
      )}
      <Pagination
        label={t('pages')}
        page={page}
        pages={Math.ceil(count / pageSize)}
        hrefFor={to => `/exercises/${exercise.code}/history?page=${to}`}
      />
    </>
  )
}

/** From 1; whatever else stands in the address means the first page. */
function pageOf(given: string | string[] | undefined): number {
  const page = Number(given)
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}
