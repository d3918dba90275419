import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { accountWrites } from '@/components/accounts/account-writes'
import { NewExerciseForm } from '@/components/exercises/new-exercise-form'
import { PlainFrame } from '@/components/frame/plain-frame'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { Words } from '@/components/words'
import { listExercises } from '@/lib/exercises/queries'
import { listProgrammes } from '@/lib/programmes/queries'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time-now'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exercises')
  return { title: t('new') }
}

export default async function NewExercisePage() {
  const actor = await currentActor()
  if (actor.kind !== 'account') redirect('/sign-in?next=%2Fexercises%2Fnew')
  const [t, programmes, exercises] = await Promise.all([
    getTranslations('exercises'),
    listProgrammes(actor),
    listExercises(actor),
  ])
  if (programmes.length === 0) notFound()
  const earlier = exercises.filter(({ programmeId }) => programmes.some(({ id }) => id === programmeId))
  return (
    <PlainFrame viewer={actor} accountWrites={accountWrites}>
      <Words namespaces={['exercises', 'schedule', 'moments']}>
        <PageHeader
          breadcrumbs={[{ label: t('title'), href: '/exercises' }, { label: t('new') }]}
          title={t('new')}
          lead={t('newLead')}
          actions={<LinkButton href="/exercises/new/document">{t('fromDocument')}</LinkButton>}
        />
        {earlier.length > 0 ? (
          <Callout className="mb-4" title={t('earlier')}>
            <ul className="flex flex-wrap gap-x-4">
              {earlier.map(({ code, name }) => (
                <li key={code}>
                  <TextLink
                    href={`/exercises/${code}/settings/clone`}
                    className="inline-flex min-h-target items-center"
                  >{`${code} ${name}`}</TextLink>
                </li>
              ))}
            </ul>
          </Callout>
        ) : null}
        <NewExerciseForm programmes={programmes} now={currentInstant()} viewer={actor.timeZone} />
      </Words>
    </PlainFrame>
  )
}
