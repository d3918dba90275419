import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ChangeList } from '@/components/changes/change-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listChanges, pageSize } from '@/lib/changes/queries'
import { pageNumber } from '@/lib/changes/rules'
import { accountOf, can } from '@/lib/policy'

type Props = PageProps<'/exercises/[code]/history'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('history'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  if (!can(actor, 'history.read', { exerciseId: exercise.id })) notFound()
  const page = pageNumber((await searchParams).page)
  const [t, { changes, count }] = await Promise.all([
    getTranslations('history'),
    listChanges(actor, exercise.id, page),
  ])
  const base = `/exercises/${exercise.code}/history`
  return (
    <Words namespaces={['moves']}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {count === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <Panel title={t('count', { count })} flush>
          <ChangeList
            changes={changes}
            home={exercise.timeZone}
            viewer={accountOf(actor)?.timeZone ?? null}
            movesOf={can(actor, 'schedule.edit', { exerciseId: exercise.id }) ? exercise.id : null}
          />
          <div className="px-4">
            <Pagination
              page={page}
              pages={Math.ceil(count / pageSize)}
              hrefFor={to => `${base}?page=${to}`}
              label={t('pages')}
            />
          </div>
        </Panel>
      )}
    </Words>
  )
}
