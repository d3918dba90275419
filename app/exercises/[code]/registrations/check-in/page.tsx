import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { Desk } from '@/components/check-in/desk'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listArrivals } from '@/lib/registrations/check-in/queries'

type Props = PageProps<'/exercises/[code]/registrations/check-in'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkIn')
  return { title: t('title') }
}

/** The desk at the door of the exercise: who has come, and who has not. */
export default async function CheckInPage({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, words, people] = await Promise.all([
    getTranslations('checkIn'),
    getTranslations('registrations'),
    listArrivals(actor, exercise.id),
  ])
  if (!people) notFound()
  return (
    <Words namespaces={['checkIn']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[
          { label: words('title'), href: `/exercises/${exercise.code}/registrations` },
          { label: t('title') },
        ]}
      />
      {people.length === 0 ? (
        <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>
      ) : (
        // The exercise's own time: everybody at the desk is there.
        <Desk
          exerciseId={exercise.id}
          people={JSON.stringify(people)}
          now={now}
          timeZone={exercise.timeZone}
        />
      )}
    </Words>
  )
}
