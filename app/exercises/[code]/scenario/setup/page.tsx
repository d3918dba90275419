import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ColumnSets } from '@/components/scenario/column-sets'
import { AddColumn, ColumnTable } from '@/components/scenario/column-table'
import { AddMark, MarkTable } from '@/components/scenario/mark-table'
import { AddMode, ModeTable } from '@/components/scenario/mode-table'
import { AddPersona, PersonaTable } from '@/components/scenario/persona-table'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { SettingsForm } from '@/components/scenario/settings-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listModes } from '@/lib/delivery-modes/queries'
import { startexFrame } from '@/lib/exercises/rules'
import { listColumns } from '@/lib/msel-columns/queries'
import { listPersonas } from '@/lib/personas/queries'
import { accountOf } from '@/lib/policy'
import { getScenarioSettings } from '@/lib/scenario/queries'

type Props = PageProps<'/exercises/[code]/scenario/setup'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('scenarioSetup'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What the MSEL is written with: the story's time, delivery modes, who acts in it, columns of its own. */
export default async function SetupPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const { id: exerciseId } = exercise
  const [t, scenario, modes, personas, columns] = await Promise.all([
    getTranslations('scenarioSetup'),
    getScenarioSettings(actor, exercise),
    listModes(actor, exerciseId),
    listPersonas(actor, exerciseId),
    listColumns(actor, exerciseId),
  ])
  if (!scenario) notFound()
  const { settings, marks } = scenario
  const frame = startexFrame(exercise)
  const place = {
    ...{ exerciseId, frame, storyZone: settings.timeZone },
    viewer: accountOf(actor)?.timeZone ?? null,
  }
  return (
    <Words namespaces={['scenarioSetup', 'moments']}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ScenarioTabs exercise={exercise} actor={actor} current="setup" />
      <div className="mt-4 grid gap-4">
        <Panel title={t('settings.title')}>
          <SettingsForm {...{ exerciseId, settings }} />
        </Panel>
        <Panel title={t('marks.title')} actions={<AddMark {...place} />}>
          <p className="mb-3 max-w-prose text-muted">{t('marks.lead')}</p>
          <MarkTable {...place} marks={marks} />
        </Panel>
        <Panel title={t('modes.title')} actions={<AddMode exerciseId={exerciseId} />}>
          <ModeTable {...{ exerciseId, modes }} />
        </Panel>
        <Panel title={t('personas.title')} actions={<AddPersona exerciseId={exerciseId} />}>
          <PersonaTable {...{ exerciseId, personas }} />
        </Panel>
        <Panel
          title={t('columns.title')}
          actions={
            <>
              <ColumnSets exerciseId={exerciseId} />
              <AddColumn exerciseId={exerciseId} />
            </>
          }
        >
          <p className="mb-3 max-w-prose text-muted">{t('columns.lead')}</p>
          <ColumnTable {...{ exerciseId, columns }} />
        </Panel>
      </div>
    </Words>
  )
}
