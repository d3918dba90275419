import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { AddObjective } from '@/components/scenario/objective-forms'
import { ObjectiveTable } from '@/components/scenario/objective-table'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { getObjectives } from '@/lib/objectives/queries'

type Props = PageProps<'/exercises/[code]/scenario/objectives'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('objectives'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What the exercise trains and how well it is served; a controller reads what the own injects serve. */
export default async function ObjectivesPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const { id: exerciseId } = exercise
  const [t, found] = await Promise.all([
    getTranslations('objectives'),
    getObjectives(actor, exerciseId, startexFrame(exercise)),
  ])
  if (!found) notFound()
  const { objectives, teams, mayEdit } = found
  const short = objectives.filter(({ missing }) => missing > 0).length
  return (
    <Words namespaces={['objectives', 'scenarioSetup']}>
      <PageHeader
        title={t('title')}
        lead={t(mayEdit ? 'lead' : 'leadOwn')}
        actions={mayEdit ? <AddObjective {...{ exerciseId, objectives }} /> : undefined}
      />
      <ScenarioTabs exercise={exercise} actor={actor} current="objectives" />
      <div className="mt-4">
        <Panel
          title={t('tree')}
          note={mayEdit && objectives.length > 0 ? t('short', { count: short }) : undefined}
        >
          <ObjectiveTable {...{ exerciseId, objectives, teams, mayEdit }} />
        </Panel>
      </div>
    </Words>
  )
}
