import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { ExercisePeople } from '@/components/registrations/exercise-people'
import { listAddress } from '@/components/registrations/list-address'
import { rankOf, rankText } from '@/components/registrations/overview-lines'
import { type Grouping, groupings, OverviewPanel } from '@/components/registrations/overview-panel'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { countDeletionRequests } from '@/lib/erasure/requests/queries'
import { accountOf, can } from '@/lib/policy'
import { countDoubles } from '@/lib/registrations/doubles/queries'
import { getRegistrationOverview } from '@/lib/registrations/overview/queries'
import { listRegistrations } from '@/lib/registrations/queries'
import { listFilterSchema } from '@/lib/registrations/schema'

type Props = PageProps<'/exercises/[code]/registrations'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('registrations')
  return { title: t('title') }
}

/** The organisers' view of all registrations: numbers per nation, role and team, and the people to decide on. */
export default async function RegistrationsPage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const scope = { exerciseId: exercise.id }
  if (!can(actor, 'registration.overview', scope)) notFound()
  const parameters = await searchParams
  const filter = listFilterSchema.parse(parameters)
  const by: Grouping = groupings.find(group => group === parameters.by) ?? 'nation'
  const rank = rankOf(parameters.rank)
  const kept = { by, rank: rank && rankText(rank) }
  const [t, questions, personal, locale, overview, list, asked, doubles] = await Promise.all([
    getTranslations('registrations'),
    getTranslations('questions'),
    getTranslations('personalData'),
    getLocale(),
    getRegistrationOverview(actor, exercise.id),
    listRegistrations(actor, { ...scope, participationId: null }, filter),
    countDeletionRequests(actor, exercise.id),
    countDoubles(actor, exercise.id),
  ])
  if (!overview) notFound()
  const path = `/exercises/${exercise.code}/registrations`
  if (list.people.length === 0 && filter.page > 1) redirect(listAddress(path, filter, kept))
  const { all, nations, teams } = overview
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return (
    <Words namespaces={['decisions']}>
      <PageHeader
        title={t('title')}
        actions={
          can(actor, 'registration.decide', scope) ? (
            <>
              <LinkButton href={`/exercises/${exercise.code}/settings/questions`}>
                {questions('title')}
              </LinkButton>
              <LinkButton href={`${path}/personal-data`}>{personal('link', { count: asked })}</LinkButton>
              <LinkButton href={`${path}/doubles`}>{t('doubles', { count: doubles })}</LinkButton>
              <LinkButton href={`${path}/check-in`}>{t('checkIn')}</LinkButton>
            </>
          ) : undefined
        }
        lead={t('lead', {
          people: sum(Object.entries(all).map(([state, count]) => (state === 'draft' ? 0 : count))),
          places: sum(nations.map(nation => nation.used)),
          size: sum(nations.map(nation => nation.size)),
          confirmed: (all.confirmed ?? 0) + (all.checked_in ?? 0),
          seats: sum(teams.map(team => team.most)),
        })}
      />
      <div className="grid gap-4">
        <OverviewPanel {...{ overview, by, rank, filter, path, now }} homeTimeZone={exercise.timeZone} />
        <ExercisePeople
          {...{ overview, kept, filter, path, list, locale, now }}
          exerciseId={exercise.id}
          timeZone={accountOf(actor)?.timeZone ?? exercise.timeZone}
          mayDecide={can(actor, 'registration.decide', scope)}
        />
      </div>
    </Words>
  )
}
