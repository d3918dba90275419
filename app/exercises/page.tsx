import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { ExerciseTable } from '@/components/exercises/exercise-table'
import { NewProgramme } from '@/components/exercises/programme-forms'
import { PlainFrame } from '@/components/frame/plain-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listExercises } from '@/lib/exercises/queries'
import { can } from '@/lib/policy'
import { listProgrammes } from '@/lib/programmes/queries'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time-now'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exercises')
  return { title: t('title') }
}

export default async function ExercisesPage() {
  const actor = await currentActor()
  if (actor.kind !== 'account') redirect('/sign-in?next=%2Fexercises')
  const [t, exercises, programmes] = await Promise.all([
    getTranslations('exercises'),
    listExercises(actor),
    listProgrammes(actor),
  ])
  const create = programmes.length > 0
  const administers = can(actor, 'platform.administer', {})
  const about = create ? 'organiser' : administers ? 'administrator' : 'text'
  const actions = (
    <>
      {administers ? <NewProgramme primary={!create} /> : null}
      {create ? (
        <LinkButton href="/exercises/new" variant="primary">
          {t('new')}
        </LinkButton>
      ) : null}
    </>
  )
  return (
    <PlainFrame viewer={actor} accountWrites={accountWrites}>
      <Words namespaces={['exercises', 'moments']}>
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          actions={exercises.length > 0 ? actions : undefined}
        />
        {exercises.length === 0 ? (
          <EmptyState title={t('empty.title')} action={<div className="flex gap-2">{actions}</div>}>
            {t(`empty.${about}`)}
          </EmptyState>
        ) : (
          <ExerciseTable
            exercises={exercises}
            viewer={actor.timeZone}
            now={currentInstant()}
            own={programmes.map(({ id }) => id)}
          />
        )}
      </Words>
    </PlainFrame>
  )
}
