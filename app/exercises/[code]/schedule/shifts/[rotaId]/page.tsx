import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { CoverageStrip } from '@/components/shifts/coverage-strip'
import { CrewPanel } from '@/components/shifts/crew-panel'
import { MakePanel } from '@/components/shifts/make-panel'
import { PeopleSearch } from '@/components/shifts/people-search'
import { PeopleTable } from '@/components/shifts/people-table'
import { PutOnTicked } from '@/components/shifts/put-on-form'
import { EditRota, RemoveRota } from '@/components/shifts/rota-forms'
import { ShiftTable } from '@/components/shifts/shift-table'
import { Facts } from '@/components/ui/facts'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { coverageOf, slicedCover } from '@/lib/shifts/coverage/rules'
import { keyOf } from '@/lib/shifts/making/rules'
import { listShifts } from '@/lib/shifts/queries'
import { getMaking, getRota, listCrews, namePeople } from '@/lib/shifts/rotas/queries'
import { formatDuration } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import { offeredPeople } from '../offered-people'
import { pageOf } from '../page-of'
import { peopleOnDuty } from '../people-on-duty'
import { rotaChoices } from '../rota-choices'
import { shownShifts } from '../shown-shifts'

type Props = PageProps<'/exercises/[code]/schedule/shifts/[rotaId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ actor, exercise }, { rotaId }] = await Promise.all([openExercise(params), params])
  const rota = await getRota(actor, exercise.id, rotaId)
  return { title: rota?.name ?? exercise.code }
}

const slices = 400
/** Whoever breaks most rest comes first; of a rota with two thousand people the rest has a page of its own. */
const mostPeople = 50

export default async function RotaPage({ params, searchParams }: Props) {
  const [{ actor, exercise, now }, { rotaId }, { page, who }] = await Promise.all([
    openExercise(params),
    params,
    searchParams,
  ])
  const rota = await getRota(actor, exercise.id, rotaId)
  if (!rota) notFound()
  const exerciseId = exercise.id
  const edits = can(actor, 'schedule.edit', { exerciseId })
  const knows = can(actor, 'registration.overview', { exerciseId })
  const [t, locale, shifts, making, crews, offered, choices] = await Promise.all([
    getTranslations('shifts'),
    getLocale(),
    listShifts(actor, exerciseId, { column: 'rotaId', in: [rota.id] }),
    getMaking(actor, exerciseId, rota.id, now),
    listCrews(actor, exerciseId, rota.id),
    offeredPeople(actor, { exerciseId, teamId: rota.teamId }, who),
    edits ? rotaChoices(actor, exerciseId, exercise.timeZone) : null,
  ])
  const shown = pageOf(shifts, page)
  const standing = shifts.flatMap(shift => shift.duties)
  const [rows, names, people] = await Promise.all([
    shownShifts(actor, exerciseId, shown.rows),
    namePeople(actor, exerciseId, crews),
    knows && standing.length > 0 ? peopleOnDuty(actor, exerciseId, standing) : [],
  ])
  const members = crews.map(member => ({ ...member, name: names.get(keyOf(member))?.name ?? '…' }))
  const base = `/exercises/${exercise.code}/schedule/shifts`
  const fields = { exerciseId, frame: startexFrame(exercise), viewer: accountOf(actor)?.timeZone ?? null }
  const table = (
    <ShiftTable
      caption={t('shiftsOf', { name: rota.name })}
      shifts={rows}
      home={exercise.timeZone}
      editBase={edits ? base : null}
      exerciseId={exerciseId}
      ticks={edits}
    />
  )
  return (
    <Words namespaces={['shifts', 'moments']}>
      <PageHeader
        title={rota.name}
        breadcrumbs={[
          { label: t('schedule'), href: `/exercises/${exercise.code}/schedule` },
          { label: t('title'), href: base },
          { label: rota.name },
        ]}
        actions={
          choices ? (
            <>
              <LinkButton href={`${base}/shift/new?rota=${rota.id}`}>{t('addShift')}</LinkButton>
              <EditRota {...fields} choices={choices} rota={rota} />
              <RemoveRota
                exerciseId={exerciseId}
                rotaId={rota.id}
                name={rota.name}
                shifts={shifts.length}
                back={base}
              />
            </>
          ) : undefined
        }
      />
      <div className="grid gap-4">
        <Panel>
          <div className="grid gap-4">
            <Facts
              items={[
                { term: t('team'), value: rota.team.name },
                { term: t('role'), value: rota.role?.name ?? t('anyRole') },
                {
                  term: t('span'),
                  value: formatSpan(rota.startAt, rota.endAt, { timeZone: exercise.timeZone, locale }),
                },
                { term: t('length'), value: formatDuration(rota.lengthSeconds, locale) },
                { term: t('handover'), value: formatDuration(rota.handoverSeconds, locale) },
                { term: t('crews'), value: rota.crews },
                { term: t('places'), value: rota.places },
              ]}
            />
            {shifts.length > 0 ? (
              <CoverageStrip
                name={rota.name}
                cover={slicedCover(coverageOf(shifts, rota.startAt, rota.endAt), slices)}
              />
            ) : null}
          </div>
        </Panel>
        {making ? <MakePanel {...{ exerciseId, making }} rotaId={rota.id} byWall={rota.byWall} /> : null}
        {edits ? <PeopleSearch {...offered.search} href={`${base}/${rota.id}`} /> : null}
        {knows ? (
          <CrewPanel
            exerciseId={exerciseId}
            rota={rota}
            members={members}
            candidates={edits ? offered.options : null}
          />
        ) : null}
        <Panel title={t('shiftsHead')}>
          {shifts.length === 0 ? <p className="text-muted">{t('noShiftsYet')}</p> : null}
          {shifts.length > 0 && edits ? (
            <PutOnTicked exerciseId={exerciseId} candidates={offered.options}>
              {table}
            </PutOnTicked>
          ) : null}
          {shifts.length > 0 && !edits ? table : null}
          <Pagination
            page={shown.page}
            pages={shown.pages}
            hrefFor={to =>
              `${base}/${rota.id}?${new URLSearchParams({ ...(offered.search.text ? { who: offered.search.text } : {}), page: `${to}` })}`
            }
            label={t('shiftsOf', { name: rota.name })}
          />
        </Panel>
        {people.length > 0 ? (
          <Panel title={t('people')} note={t('peopleNote')} flush>
            <PeopleTable caption={t('people')} people={people.slice(0, mostPeople)} />
            {people.length > mostPeople ? (
              <TextLink href={`${base}/people`} className="m-4 inline-flex min-h-target items-center">
                {t('more', { count: people.length - mostPeople })}
              </TextLink>
            ) : null}
          </Panel>
        ) : null}
      </div>
    </Words>
  )
}
