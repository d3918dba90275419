import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ErasurePanel } from '@/components/erasure/erasure-panel'
import { RequestPanel } from '@/components/erasure/request-panel'
import { RetentionForm } from '@/components/erasure/retention-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { getErasures } from '@/lib/erasure/queries'
import { listDeletionRequests } from '@/lib/erasure/requests/queries'
import { can } from '@/lib/policy'

type Props = PageProps<'/exercises/[code]/registrations/personal-data'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('personalData')
  return { title: t('title') }
}

/** What is kept of people and for how long, who asks that it go, and the proof of what has gone. */
export default async function PersonalDataPage({ params }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const [t, registrations, erasures, requests] = await Promise.all([
    getTranslations('personalData'),
    getTranslations('registrations'),
    getErasures(actor, exercise.id),
    listDeletionRequests(actor, exercise.id),
  ])
  if (!erasures || !requests) notFound()
  const path = `/exercises/${exercise.code}/registrations`
  return (
    <Words namespaces={['personalData']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: registrations('title'), href: path }, { label: t('title') }]}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <RequestPanel exerciseId={exercise.id} requests={requests} timeZone={exercise.timeZone} />
        <div className="grid gap-4">
          <ErasurePanel erasures={erasures} timeZone={exercise.timeZone} now={now} />
          {can(actor, 'exercise.edit', { exerciseId: exercise.id }) ? (
            <Panel title={t('retention.title')}>
              <RetentionForm
                exerciseId={exercise.id}
                version={erasures.version}
                retentionDays={erasures.retentionDays}
              />
            </Panel>
          ) : null}
        </div>
      </div>
    </Words>
  )
}
