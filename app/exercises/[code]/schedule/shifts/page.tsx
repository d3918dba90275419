import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { RestPanel } from '@/components/shifts/rest-panel'
import { RotaTable } from '@/components/shifts/rota-table'
import { ShiftTable } from '@/components/shifts/shift-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { can } from '@/lib/policy'
import { listManned } from '@/lib/shifts/coverage/queries'
import { coverageOf, slicedCover } from '@/lib/shifts/coverage/rules'
import { listShifts } from '@/lib/shifts/queries'
import { getRest, listRotas } from '@/lib/shifts/rotas/queries'
import { listTeams } from '@/lib/teams/queries'
import { pageOf } from './page-of'
import { shownShifts } from './shown-shifts'

type Props = PageProps<'/exercises/[code]/schedule/shifts'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exercise }] = await Promise.all([getTranslations('shifts'), openExercise(params)])
  return { title: `${t('title')} · ${exercise.code}` }
}

/** What a picture of one rota in a list can show. */
const slices = 120

export default async function ShiftsPage({ params, searchParams }: Props) {
  const [{ actor, exercise }, { page }] = await Promise.all([openExercise(params), searchParams])
  const [t, rotas, manned, alone, rest, teams] = await Promise.all([
    getTranslations('shifts'),
    listRotas(actor, exercise.id),
    listManned(actor, exercise.id),
    listShifts(actor, exercise.id, { column: 'rotaId', in: [null] }),
    getRest(actor, exercise.id),
    listTeams(actor, exercise.id),
  ])
  const base = `/exercises/${exercise.code}/schedule`
  const edits = can(actor, 'schedule.edit', { exerciseId: exercise.id })
  const shown = pageOf(alone, page)
  const rows = rotas.map(rota => {
    const own = manned.get(rota.id) ?? []
    const cover = slicedCover(coverageOf(own, rota.startAt, rota.endAt), slices)
    const free = own.reduce((sum, shift) => sum + Math.max(0, shift.places - shift.filled), 0)
    return { ...rota, cover, shifts: own.length, free }
  })
  const nothing = rotas.length === 0 && alone.length === 0
  const add = (
    <LinkButton href={`${base}/shifts/new`} variant="primary">
      {t('addRota')}
    </LinkButton>
  )
  return (
    <Words namespaces={['shifts']}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        breadcrumbs={[{ label: t('schedule'), href: base }, { label: t('title') }]}
        actions={
          <>
            {can(actor, 'registration.overview', { exerciseId: exercise.id }) ? (
              <LinkButton href={`${base}/shifts/people`} variant="quiet">
                {t('people')}
              </LinkButton>
            ) : null}
            {edits ? (
              <>
                <LinkButton href={`${base}/shifts/shift/new`}>{t('addShift')}</LinkButton>
                {add}
              </>
            ) : null}
          </>
        }
      />
      <div className="grid gap-4">
        {nothing ? (
          <EmptyState title={t('empty.title')} action={edits ? add : null}>
            {edits ? t('empty.text') : t('empty.reader')}
          </EmptyState>
        ) : null}
        {rows.length > 0 ? (
          <Panel flush>
            <RotaTable rotas={rows} base={`${base}/shifts`} home={exercise.timeZone} />
          </Panel>
        ) : null}
        {alone.length > 0 ? (
          <Panel title={t('alone')} flush>
            <ShiftTable
              caption={t('alone')}
              shifts={
                await shownShifts(
                  actor,
                  exercise.id,
                  shown.rows,
                  new Map(teams.map(team => [team.id, team.name])),
                )
              }
              home={exercise.timeZone}
              editBase={edits ? `${base}/shifts` : null}
              exerciseId={exercise.id}
              ticks={false}
            />
            <Pagination
              page={shown.page}
              pages={shown.pages}
              hrefFor={to => `${base}/shifts?page=${to}`}
              label={t('alone')}
            />
          </Panel>
        ) : null}
        {rest ? <RestPanel exerciseId={exercise.id} rest={rest} edits={edits} /> : null}
      </div>
    </Words>
  )
}
