import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { searchIn } from '@/components/catalogue/asked'
import { EntryTable } from '@/components/catalogue/entry-table'
import { CatalogueSearch } from '@/components/catalogue/search-form'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { entriesOnPage, listEntries, listKeywords } from '@/lib/catalogue/queries'

type Props = PageProps<'/exercises/[code]/scenario/catalogue'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('catalogue'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What the programme keeps for reuse, for those who write one of its scenarios. */
export default async function CataloguePage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  const search = searchIn(await searchParams)
  const [t, found, keywords] = await Promise.all([
    getTranslations('catalogue'),
    listEntries(actor, exercise, search),
    listKeywords(actor, exercise),
  ])
  if (!found) notFound()
  const base = `/exercises/${exercise.code}/scenario`
  const { q, kind, keyword, retired, page } = search
  const asked = Boolean(q || kind || keyword || retired)
  const words = { q, kind: kind ?? '', keyword, ...(retired ? { retired: 'yes' } : {}) }
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { programme: exercise.programme.name })}
        actions={<LinkButton href={`${base}/storylines`}>{t('keepFromStorylines')}</LinkButton>}
      />
      <ScenarioTabs exercise={exercise} actor={actor} current="catalogue" />
      <div className="mt-4 grid gap-4">
        {found.total > 0 || asked ? (
          <CatalogueSearch base={`${base}/catalogue`} {...{ search, keywords }} />
        ) : null}
        {found.entries.length > 0 ? (
          <>
            <p className="text-muted tabular">{t('count', { count: found.total })}</p>
            <EntryTable entries={found.entries} base={`${base}/catalogue`} timeZone={exercise.timeZone} />
            <Pagination
              page={page}
              pages={Math.ceil(found.total / entriesOnPage)}
              hrefFor={to => `${base}/catalogue?${new URLSearchParams({ ...words, page: String(to) })}`}
              label={t('pages')}
            />
          </>
        ) : (
          <EmptyState title={t(asked ? 'nothingFoundTitle' : 'emptyTitle')}>
            {t(asked ? 'nothingFoundText' : 'emptyText')}
          </EmptyState>
        )}
      </div>
    </>
  )
}
