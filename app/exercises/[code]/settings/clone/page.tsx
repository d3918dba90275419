import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { CloneForm } from '@/components/exercises/clone-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'

type Props = PageProps<'/exercises/[code]/settings/clone'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('exercises'), openExercise(params)])
  return { title: `${t('clone.title')} · ${exercise.code}` }
}

const taken = ['takenPlan', 'takenTeams', 'takenNations'] as const
const left = ['leftPeople', 'leftDates'] as const

export default async function ClonePage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const may =
    can(actor, 'exercise.create', { programmeId: exercise.programmeId }) &&
    can(actor, 'exercise.edit', { exerciseId: exercise.id })
  if (!may) notFound()
  const t = await getTranslations('exercises')
  const base = `/exercises/${exercise.code}/settings`
  return (
    <Words namespaces={['exercises', 'moments']}>
      <PageHeader
        title={t('clone.title')}
        lead={t('clone.lead', { code: exercise.code })}
        breadcrumbs={[{ label: t('settings'), href: base }, { label: t('clone.title') }]}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <Panel title={t('basics')}>
          <CloneForm
            exercise={exercise}
            frame={startexFrame(exercise)}
            viewer={accountOf(actor)?.timeZone ?? null}
          />
        </Panel>
        <Panel title={t('clone.taken')}>
          <ul className="grid list-disc gap-1 pl-5">
            {taken.map(key => (
              <li key={key}>{t(`clone.${key}`)}</li>
            ))}
          </ul>
          <h3 className="mt-4 mb-1 font-semibold">{t('clone.left')}</h3>
          <ul className="grid list-disc gap-1 pl-5">
            {left.map(key => (
              <li key={key}>{t(`clone.${key}`)}</li>
            ))}
          </ul>
        </Panel>
      </div>
    </Words>
  )
}
