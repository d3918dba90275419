import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { FoundExercise } from '@/components/exchange/found-exercise'
import { PlainFrame } from '@/components/frame/plain-frame'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listProgrammes } from '@/lib/programmes/queries'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time-now'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exchange')
  return { title: t('found.title') }
}

/** A new exercise from a document, for whoever may make exercises. */
export default async function FoundPage() {
  const actor = await currentActor()
  if (actor.kind !== 'account') redirect('/sign-in?next=%2Fexercises%2Fnew%2Fdocument')
  const [t, words, programmes] = await Promise.all([
    getTranslations('exchange'),
    getTranslations('exercises'),
    listProgrammes(actor),
  ])
  if (programmes.length === 0) notFound()
  return (
    <PlainFrame viewer={actor} accountWrites={accountWrites}>
      <Words namespaces={['exchange', 'exercises', 'schedule', 'moments']}>
        <PageHeader
          breadcrumbs={[
            { label: words('title'), href: '/exercises' },
            { label: words('new'), href: '/exercises/new' },
            { label: t('found.title') },
          ]}
          title={t('found.title')}
          lead={t('found.lead')}
        />
        <FoundExercise programmes={programmes} now={currentInstant()} viewer={actor.timeZone} />
      </Words>
    </PlainFrame>
  )
}
