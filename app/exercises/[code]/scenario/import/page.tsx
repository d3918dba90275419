import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { MselImport } from '@/components/exchange/msel-import'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { getListTimes, listMselWords } from '@/lib/exchange/taking/queries'
import { getDictionary } from '@/lib/injects/dictionary/queries'

type Props = PageProps<'/exercises/[code]/scenario/import'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('exchange'), openExercise(params)])
  return { title: `${t('importTitle')} · ${exercise.code}` }
}

/** An MSEL from elsewhere, for whoever writes this one. */
export default async function ImportPage({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, dictionary, remembered, saidBefore] = await Promise.all([
    getTranslations('exchange'),
    getDictionary(actor, exercise.id),
    listMselWords(actor, exercise.id),
    getListTimes(actor, exercise.id),
  ])
  if (!dictionary?.mayEdit || !remembered || !saidBefore) notFound()
  const { teams, roles, personas, modes, storylines, phases, members, columns, frame, scenarioZone } =
    dictionary
  const base = `/exercises/${exercise.code}/scenario`
  return (
    <Words namespaces={['exchange']}>
      <PageHeader
        title={t('importTitle')}
        lead={t('importLead')}
        breadcrumbs={[{ label: t('title'), href: `${base}/book` }, { label: t('importTitle') }]}
      />
      <ScenarioTabs exercise={exercise} actor={actor} current="exchange" />
      <div className="mt-4">
        <MselImport
          exerciseId={exercise.id}
          place={{
            ...{ teams: named(teams), roles: named(roles), personas: named(personas), modes: named(modes) },
            ...{ storylines: named(storylines), phases: named(phases), members: named(members) },
            columns: named(columns),
            incidents: dictionary.incidents.map(({ id, name, storylineId }) => ({ id, name, storylineId })),
            objectives: dictionary.objectives.map(({ id, number }) => ({ id, number })),
          }}
          remembered={remembered}
          saidBefore={saidBefore}
          zones={{ timeZone: frame.timeZone, scenarioZone }}
          gates={{ gates: dictionary.gates, gateWaits: dictionary.gateWaits }}
          startexAt={frame.startexAt}
          now={now}
          back={base}
        />
      </div>
    </Words>
  )
}

/** Only what names travel by. */
function named(items: readonly { id: string; name: string }[]) {
  return items.map(({ id, name }) => ({ id, name }))
}
