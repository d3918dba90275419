import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { columnsCookie } from '@/components/msel-grid/columns'
import { MselEditor } from '@/components/msel-grid/editor'
import { pack } from '@/components/packed'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { Words } from '@/components/words'
import { getDictionary } from '@/lib/injects/dictionary/queries'
import { listFirstIds } from '@/lib/injects/first/queries'
import { listInjects } from '@/lib/injects/queries'
import { listViews } from '@/lib/injects/views/queries'
import { accountOf, can } from '@/lib/policy'
import { currentCursor } from '@/lib/stream-changes'

type Props = PageProps<'/exercises/[code]/scenario'>

/** Rows that come with the page; more than a high screen shows. */
const firstRows = 48

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('msel'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** The MSEL. The first screen comes with the page, whatever its length; the browser fetches the rest. */
export default async function ScenarioPage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  const viewer = accountOf(actor)
  if (!viewer || !can(actor, 'scenario.read', { exerciseId: exercise.id })) notFound()
  // Before the rows are read: what changes meanwhile comes by the stream, once too often rather than never.
  const cursor = await currentCursor()
  const [t, jar, query, scenario, found, views] = await Promise.all([
    getTranslations('msel'),
    cookies(),
    searchParams,
    getDictionary(actor, exercise.id),
    listFirstIds(actor, exercise.id, firstRows),
    listViews(actor, exercise.id),
  ])
  if (!scenario || !found) notFound()
  const rows = (await listInjects(actor, exercise.id, { ids: found.ids })) ?? []
  const rowOf = new Map(rows.map(row => [row.id, row]))
  const first = { rows: found.ids.flatMap(id => rowOf.get(id) ?? []), total: found.total }
  return (
    <Words namespaces={['msel', 'moments', 'attachments']}>
      <div
        data-bleed
        className="flex h-[calc(100dvh-var(--top-bar))] max-md:h-[calc(100dvh-var(--top-bar)-var(--bottom-bar)-1rem)] flex-col print:h-auto"
      >
        <div className="flex flex-wrap items-center gap-x-6 px-4 pt-2">
          <h1 className="font-semibold text-title max-md:sr-only">{t('title')}</h1>
          <ScenarioTabs exercise={exercise} actor={actor} current="msel" />
        </div>
        <MselEditor
          exerciseId={exercise.id}
          contents={pack({ scenario, first, views })}
          viewerZone={viewer.timeZone}
          accountId={viewer.accountId}
          cursor={cursor}
          remembered={jar.get(columnsCookie)?.value ?? null}
          query={asQuery(query)}
          base={`/exercises/${exercise.code}/scenario`}
        />
      </div>
    </Words>
  )
}

function asQuery(parameters: Awaited<Props['searchParams']>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    const text = Array.isArray(value) ? value[0] : value
    if (text !== undefined) query.set(name, text)
  }
  return query.toString()
}
