import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { openExercise } from '@/app/exercises/open-exercise'
import { ClashFilter } from '@/components/clashes/clash-filter'
import { PlannedClashes } from '@/components/clashes/planned-clashes'
import type { Choice } from '@/components/registrations/choose'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { Words } from '@/components/words'
import { pageNumber } from '@/lib/changes/rules'
import { clashAddress, clashFilterOf, clashStates } from '@/lib/clashes/whole/list/rules'
import { listClashes } from '@/lib/clashes/whole/queries'
import { partnerName } from '@/lib/countries/rules'
import { listNations } from '@/lib/nations/queries'
import { listTeams } from '@/lib/teams/queries'
import { LogicFindings } from './logic-findings'
import { refsIn } from './refs-in'

type Props = PageProps<'/exercises/[code]/clashes'>

const onPage = 50

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('plan-clashes'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What cannot go together in the whole plan, and what of it somebody has accepted. For planners. */
export default async function ClashesPage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const query = await searchParams
  const filter = clashFilterOf(query)
  const page = pageNumber(query.page)
  const asked = { filter, now, offset: (page - 1) * onPage, limit: onPage }
  const [t, locale, found, teams, nations] = await Promise.all([
    getTranslations('plan-clashes'),
    getLocale(),
    listClashes(actor, exercise.id, asked),
    listTeams(actor, exercise.id),
    listNations(actor, exercise.id),
  ])
  if (!found) notFound()
  const base = `/exercises/${exercise.code}/clashes`
  const { states, total, all } = found
  const named = nations.map(nation => ({ id: nation.id, name: partnerName(nation, locale) }))
  return (
    <Words namespaces={['plan-clashes']}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Tabs
        label={t('which')}
        items={clashStates.map(state => ({
          href: clashAddress(base, { ...filter, state, kind: null }),
          label: t(`state.${state}`),
          count: states[state],
          current: state === filter.state,
        }))}
      />
      <div className="mt-4 grid gap-4">
        {all > 0 ? (
          <ClashFilter
            {...{ base, filter, kinds: found.kinds }}
            teams={teams.map(toChoice)}
            nations={named}
          />
        ) : null}
        {total > 0 ? (
          <PlannedClashes
            clashes={found.clashes}
            exerciseId={exercise.id}
            timeZone={exercise.timeZone}
            about={refsIn(actor, exercise, { ...found, nations: named }, locale)}
            readOnly={filter.state === 'over'}
          />
        ) : (
          <Nothing
            all={all}
            narrowed={Boolean(filter.kind ?? filter.team ?? filter.nation)}
            state={filter.state}
          />
        )}
        <Pagination
          page={page}
          pages={Math.ceil(total / onPage)}
          hrefFor={to => clashAddress(base, filter, to)}
          label={t('pages')}
        />
        <Suspense>
          <LogicFindings actor={actor} exercise={exercise} />
        </Suspense>
      </div>
    </Words>
  )
}

/** Only what a choice needs travels to the browser. */
const toChoice = ({ id, name }: Choice): Choice => ({ id, name })

async function Nothing({ all, narrowed, state }: { all: number; narrowed: boolean; state: string }) {
  const t = await getTranslations('plan-clashes')
  const which = all === 0 ? 'none' : state === 'open' && !narrowed ? 'noneOpen' : 'noneHere'
  return <EmptyState title={t(`${which}Title`)}>{t(`${which}Text`)}</EmptyState>
}
