import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { AddStoryline } from '@/components/scenario/storyline-forms'
import { StateLine, StorylinePanel } from '@/components/scenario/storyline-panel'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { getStorylines } from '@/lib/storylines/queries'
import { totalOf } from '@/lib/storylines/rules'

type Props = PageProps<'/exercises/[code]/scenario/storylines'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('storylines'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** The threads of the story and their incidents; a controller reads those of the own injects. */
export default async function StorylinesPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const { id: exerciseId } = exercise
  const [t, found] = await Promise.all([getTranslations('storylines'), getStorylines(actor, exerciseId)])
  if (!found) notFound()
  const { storylines, mayEdit, apart } = found
  const others = storylines.map(({ id, number, name }) => ({ id, number, name }))
  return (
    <Words namespaces={['storylines', 'scenarioSetup']}>
      <PageHeader
        title={t('title')}
        lead={t(mayEdit ? 'lead' : 'leadOwn')}
        actions={mayEdit ? <AddStoryline exerciseId={exerciseId} /> : undefined}
      />
      <ScenarioTabs exercise={exercise} actor={actor} current="storylines" />
      <div className="mt-4 grid gap-4">
        {storylines.length === 0 ? (
          <EmptyState title={t(mayEdit ? 'emptyTitle' : 'noneTitle')}>
            {t(mayEdit ? 'emptyText' : 'noneText')}
          </EmptyState>
        ) : null}
        {storylines.map((storyline, at) => (
          <StorylinePanel
            key={storyline.id}
            {...{ exerciseId, storyline, mayEdit, at, others }}
            last={storylines.length - 1}
            keepHref={`/exercises/${exercise.code}/scenario/catalogue/keep`}
          />
        ))}
        {totalOf(apart) > 0 ? (
          <Panel title={t('apart')} note={t('injects', { count: totalOf(apart) })}>
            <StateLine counts={apart} />
          </Panel>
        ) : null}
      </div>
    </Words>
  )
}
