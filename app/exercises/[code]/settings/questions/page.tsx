import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ConsentPanel } from '@/components/questions/consent-panel'
import { AddQuestion, QuestionTable } from '@/components/questions/question-table'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { getConsent } from '@/lib/consent/queries'
import { can } from '@/lib/policy'
import { listPlacesAsked, listQuestions } from '@/lib/questions/queries'

type Props = PageProps<'/exercises/[code]/settings/questions'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('questions'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What experts are asked beyond the usual, and what they are told of their data. */
export default async function QuestionsPage({ params }: Props) {
  const { actor, exercise } = await openExercise(params)
  const { id: exerciseId, code } = exercise
  const [t, questions, places, consent] = await Promise.all([
    getTranslations('questions'),
    listQuestions(actor, exerciseId),
    listPlacesAsked(actor, exerciseId),
    getConsent(actor, exerciseId),
  ])
  if (!questions || !places || !consent) notFound()
  const mayEdit = can(actor, 'exercise.edit', { exerciseId })
  // A registrar has no settings to go back to.
  const back = mayEdit
    ? { label: t('settings'), href: `/exercises/${code}/settings` }
    : { label: t('registrations'), href: `/exercises/${code}/registrations` }
  return (
    <Words namespaces={['questions']}>
      <PageHeader title={t('title')} lead={t('lead')} breadcrumbs={[back, { label: t('title') }]} />
      <div className="grid gap-4">
        <Panel title={t('list')} actions={<AddQuestion {...{ exerciseId, ...places }} />} flush>
          <QuestionTable {...{ exerciseId, questions, ...places }} />
        </Panel>
        <ConsentPanel {...{ exerciseId, consent, mayEdit }} />
      </div>
    </Words>
  )
}
