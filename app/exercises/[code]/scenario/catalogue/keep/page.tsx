import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ContentTable, injectsOnPage } from '@/components/catalogue/content-table'
import { DifferenceList } from '@/components/catalogue/difference-list'
import { KeepChoice, KeepForm } from '@/components/catalogue/keep-form'
import { LeftList } from '@/components/catalogue/left-list'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { chosenIn } from '@/lib/catalogue/chosen/rules'
import { asStrictAs, contentTlp, strictest } from '@/lib/catalogue/content/rules'
import { differencesOf } from '@/lib/catalogue/differences/rules'
import { getChosen } from '@/lib/catalogue/keeping/queries'
import { getVersion, listKnownEntries } from '@/lib/catalogue/queries'
import { pageNumber } from '@/lib/changes/rules'

type Props = PageProps<'/exercises/[code]/scenario/catalogue/keep'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('catalogue'), openExercise(params)])
  return { title: `${t('keepTitle')} · ${exercise.code}` }
}

/** A storyline, an incident or chosen injects on their way into the catalogue: what goes in, and what does not. */
export default async function KeepPage({ params, searchParams }: Props) {
  const { actor, exercise } = await openExercise(params)
  const query = await searchParams
  const asked = String([query.chosen].flat()[0] ?? '')
  const chosen = chosenIn(asked)
  const found = chosen && (await getChosen(actor, exercise.id, chosen))
  const t = await getTranslations('catalogue')
  const base = `/exercises/${exercise.code}/scenario/catalogue`
  const head = (
    <>
      <PageHeader
        title={t('keepTitle')}
        lead={t('keepLead')}
        breadcrumbs={[{ label: t('title'), href: base }, { label: t('keepTitle') }]}
      />
      <ScenarioTabs exercise={exercise} actor={actor} current="catalogue" />
    </>
  )
  if (!found) notFound()
  if (found === 'too_many')
    return (
      <>
        {head}
        <EmptyState title={t('tooManyTitle')}>{t('tooManyText')}</EmptyState>
      </>
    )
  const { content, left, kind, name, summary, origins } = found
  const entries = await listKnownEntries(actor, exercise, kind)
  const origin = entries.find(({ versions }) => versions.some(({ id }) => id === origins[0]))
  const same = entries.find(entry => entry.name === name && entry.exerciseId === exercise.id)
  const entry = entries.find(({ id }) => id === query.entry) ?? null
  const before = entry && (await getVersion(actor, exercise, entry.id))
  const least = contentTlp(content)
  const pages = Math.max(1, Math.ceil(content.injects.length / injectsOnPage))
  const page = Math.min(pageNumber(query.page), pages)
  const known = entries.map(({ id, name: called, versions }) => {
    return { id, name: called, number: versions[0]?.number ?? 0 }
  })
  const suggested = origin ?? same
  return (
    <Words namespaces={['catalogue']}>
      {head}
      <div className="mt-4 grid gap-4">
        <Panel title={t('whatToKeep', { kind: t(`kind.${kind}`), count: content.injects.length })}>
          <div className="grid gap-4">
            {known.length > 0 ? (
              <KeepChoice chosen={asked} entryId={entry?.id ?? null} known={known} />
            ) : null}
            {suggested && !entry ? (
              <p className="text-muted">{t('suggested', { name: suggested.name })}</p>
            ) : null}
            <KeepForm
              key={entry?.id ?? 'new'}
              exerciseId={exercise.id}
              chosen={asked}
              entryId={entry?.id ?? null}
              of={{ name, summary, keywords: [], tlp: strictest([least, exercise.tlp]) }}
              markings={asStrictAs(least)}
              several={chosen.kind === 'serials' ? content.injects.length : 1}
              base={base}
            />
          </div>
        </Panel>
        {before ? (
          <Panel title={t('differenceFrom', { number: before.number })}>
            <DifferenceList differences={differencesOf(before.content, content)} />
          </Panel>
        ) : null}
        {left.length > 0 ? (
          <Panel title={t('leftTitle')}>
            <LeftList left={left} />
          </Panel>
        ) : null}
        <Panel title={t('goesIn')} flush>
          <ContentTable caption={t('goesIn')} {...{ content, page }} />
          <Pagination
            {...{ page, pages }}
            hrefFor={to =>
              `${base}/keep?${new URLSearchParams({ chosen: asked, ...(entry ? { entry: entry.id } : {}), page: String(to) })}`
            }
            label={t('pages')}
          />
        </Panel>
      </div>
    </Words>
  )
}
