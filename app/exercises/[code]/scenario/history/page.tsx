import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { askedOf, pointOf } from '@/components/baselines/asked'
import { AddBaseline, BaselineTable } from '@/components/baselines/baseline-table'
import { CompareForm } from '@/components/baselines/compare-form'
import { Differences } from '@/components/baselines/differences'
import { ScenarioNews } from '@/components/baselines/scenario-news'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { compareMoments, listBaselines, type Point } from '@/lib/baselines/queries'
import { pageNumber } from '@/lib/changes/rules'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { currentCursor } from '@/lib/stream-changes'
import { formatInstant } from '@/lib/time-format'

type Props = PageProps<'/exercises/[code]/scenario/history'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('baselines'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** Baselines of the scenario, how two moments differ, and the way back. */
export default async function ScenarioHistoryPage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const { id: exerciseId, timeZone: home } = exercise
  if (!can(actor, 'scenario.edit', { exerciseId })) notFound()
  // Before anything is read: what changes from here on is told.
  const cursor = await currentCursor()
  const accountId = accountOf(actor)?.accountId
  const [t, locale, baselines, given] = await Promise.all([
    getTranslations('baselines'),
    getLocale(),
    listBaselines(actor, exerciseId),
    searchParams,
  ])
  const base = `/exercises/${exercise.code}/scenario/history`
  const asked = askedOf(given, baselines[0]?.id ?? null)
  const context = { frame: startexFrame(exercise), timeZone: home, now }
  const [from, to] = [pointOf(asked.from, asked.fromAt, context), pointOf(asked.to, asked.toAt, context)]
  const wrong = from === 'wrong' || to === 'wrong'
  const page = pageNumber(given.page)
  const found = from && to && !wrong ? await compareMoments(actor, exerciseId, from, to, page) : undefined
  const nameOf = (point: Point) => {
    if (point === 'now') return t('compare.now')
    if ('at' in point) return formatInstant(point.at, { timeZone: home, locale, style: 'dateTime' })
    return baselines.find(({ id }) => id === point.baselineId)?.name ?? ''
  }
  const problem = wrong ? 'wrong' : found === 'too_much' ? 'tooMuch' : found === null ? 'gone' : null
  return (
    <Words namespaces={['baselines', 'history', 'exercises', 'schedule']}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ScenarioTabs exercise={exercise} actor={actor} current="history" />
      {accountId ? <ScenarioNews {...{ exerciseId, accountId, cursor }} /> : null}
      <div className="mt-4 grid gap-4">
        <Panel title={t('list.title')} actions={<AddBaseline exerciseId={exerciseId} />}>
          <BaselineTable {...{ exerciseId, baselines, home, base }} />
        </Panel>
        <Panel title={t('compare.title')}>
          <CompareForm key={JSON.stringify(asked)} baselines={baselines} asked={asked} />
          {problem === null ? null : (
            <Callout tone="warn" className="mt-4" role="alert">
              {t(`compare.${problem}`)}
            </Callout>
          )}
        </Panel>
        {found && found !== 'too_much' && from && to && !wrong ? (
          <Differences
            {...{ exerciseId, home, page, found, from, to }}
            names={{ from: nameOf(from), to: nameOf(to) }}
            mayRollBack={can(actor, 'scenario.approve', { exerciseId })}
            hrefFor={to => `${base}?${new URLSearchParams({ ...asked, page: String(to) })}`}
          />
        ) : null}
      </div>
    </Words>
  )
}
