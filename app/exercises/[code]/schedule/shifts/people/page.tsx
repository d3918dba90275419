import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { PeopleTable } from '@/components/shifts/people-table'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { can } from '@/lib/policy'
import { pageOf } from '../page-of'
import { peopleOnDuty } from '../people-on-duty'

type Props = PageProps<'/exercises/[code]/schedule/shifts/people'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shifts')
  return { title: t('people') }
}

export default async function PeopleOnDutyPage({ params, searchParams }: Props) {
  const [{ actor, exercise }, { page }] = await Promise.all([openExercise(params), searchParams])
  if (!can(actor, 'registration.overview', { exerciseId: exercise.id })) notFound()
  const [t, people] = await Promise.all([getTranslations('shifts'), peopleOnDuty(actor, exercise.id, null)])
  const back = `/exercises/${exercise.code}/schedule/shifts`
  const shown = pageOf(people, page)
  return (
    <>
      <PageHeader
        title={t('people')}
        lead={t('peopleLead')}
        breadcrumbs={[{ label: t('title'), href: back }, { label: t('people') }]}
      />
      <Panel flush>
        <PeopleTable caption={t('people')} people={shown.rows} />
        <Pagination
          page={shown.page}
          pages={shown.pages}
          hrefFor={to => `${back}/people?page=${to}`}
          label={t('people')}
        />
      </Panel>
    </>
  )
}
