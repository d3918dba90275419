import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { DutyNames } from '@/components/shifts/duty-names'
import { RemoveShift } from '@/components/shifts/off-buttons'
import { PeopleSearch } from '@/components/shifts/people-search'
import { PutOnShift } from '@/components/shifts/put-on-form'
import { ShiftForm } from '@/components/shifts/shift-form'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { listShifts } from '@/lib/shifts/queries'
import { getRota } from '@/lib/shifts/rotas/queries'
import { isId } from '@/lib/text'
import { formatDuration, formatMoment } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import { offeredPeople } from '../../offered-people'
import { rotaChoices } from '../../rota-choices'
import { shownShifts } from '../../shown-shifts'

type Props = PageProps<'/exercises/[code]/schedule/shifts/shift/[shiftId]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shifts')
  return { title: t('editShift') }
}

export default async function ShiftPage({ params, searchParams }: Props) {
  const [{ actor, exercise }, { shiftId }, { who }] = await Promise.all([
    openExercise(params),
    params,
    searchParams,
  ])
  const exerciseId = exercise.id
  if (!can(actor, 'schedule.edit', { exerciseId })) notFound()
  const [shift] = isId(shiftId) ? await listShifts(actor, exerciseId, { column: 'id', in: [shiftId] }) : []
  if (!shift) notFound()
  const [t, locale, rota, { roles, teams }, [shown], offered] = await Promise.all([
    getTranslations('shifts'),
    getLocale(),
    shift.rotaId === null ? null : getRota(actor, exerciseId, shift.rotaId),
    rotaChoices(actor, exerciseId, exercise.timeZone),
    shownShifts(actor, exerciseId, [shift]),
    offeredPeople(actor, { exerciseId, teamId: shift.teamId }, who),
  ])
  const list = `/exercises/${exercise.code}/schedule/shifts`
  const back = rota ? `${list}/${rota.id}` : list
  const span = formatSpan(shift.startAt, shift.endAt, { timeZone: exercise.timeZone, locale })
  const duties = shown?.duties ?? []
  const free = offered.options.filter(({ id }) => !duties.some(duty => duty.who === id))
  const typed = {
    start: formatMoment(shift.start, exercise.timeZone),
    duration: formatDuration(shift.durationSeconds, 'en'),
  }
  return (
    <Words namespaces={['shifts', 'moments']}>
      <PageHeader
        title={shift.title || span}
        lead={shift.title ? span : undefined}
        breadcrumbs={[
          { label: t('title'), href: list },
          ...(rota ? [{ label: rota.name, href: back }] : []),
          { label: shift.title || span },
        ]}
        actions={
          <RemoveShift exerciseId={exerciseId} shiftId={shift.id} people={duties.length} back={back} />
        }
      />
      <div className="grid gap-4">
        <Panel title={t('onDuty')} note={t('ofPlaces', { filled: shift.filled, places: shift.places })}>
          <div className="grid gap-3">
            <DutyNames exerciseId={exerciseId} shiftId={shift.id} duties={duties} others={0} edits />
            <PeopleSearch {...offered.search} href={`${list}/shift/${shift.id}`} />
            <PutOnShift exerciseId={exerciseId} shiftId={shift.id} candidates={free} />
          </div>
        </Panel>
        <ShiftForm
          exerciseId={exerciseId}
          frame={startexFrame(exercise)}
          viewer={accountOf(actor)?.timeZone ?? null}
          back={back}
          roles={roles}
          teams={teams}
          rota={rota}
          shift={{ ...shift, typed }}
        />
      </div>
    </Words>
  )
}
