import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ScenarioTabs } from '@/components/scenario/scenario-tabs'
import { CoverageList } from '@/components/techniques/coverage-list'
import { Misfits } from '@/components/techniques/misfits'
import { ReleasePanel } from '@/components/techniques/release-panel'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { getAttack } from '@/lib/techniques/queries'

type Props = PageProps<'/exercises/[code]/scenario/attack'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('attack'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What the scenario exercises of ATT&CK, and by which release; a controller reads of the own injects. */
export default async function AttackPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const [t, attack] = await Promise.all([getTranslations('attack'), getAttack(actor, exercise.id)])
  if (!attack) notFound()
  const { mayEdit, loaded, release, matrices, misfits } = attack
  const msel = `/exercises/${exercise.code}/scenario`
  return (
    <Words namespaces={['attack']}>
      <PageHeader title={t('title')} lead={t(mayEdit ? 'lead' : 'leadOwn')} />
      <ScenarioTabs exercise={exercise} actor={actor} current="attack" />
      <div className="mt-4 grid gap-4">
        <ReleasePanel exerciseId={exercise.id} {...{ msel, attack }} />
        {loaded && misfits.unknown.length + misfits.withdrawn.length > 0 ? (
          <Panel title={t('misfits.title')}>
            <Misfits {...{ misfits, release, msel }} />
          </Panel>
        ) : null}
        {matrices.map(({ domain, tactics }) => (
          <Panel key={domain} title={t('coverage', { matrix: t(`domain.${domain}`) })} flush>
            <CoverageList {...{ tactics, msel }} />
          </Panel>
        ))}
        {loaded ? <p className="text-muted text-note">{t('notice')}</p> : null}
      </div>
    </Words>
  )
}
