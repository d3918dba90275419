import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { PrintButton } from '@/components/attendance/print-button'
import { type WeekItem, weekOf } from '@/components/teams/week-days'
import { WeekSheet } from '@/components/teams/week-sheet'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { endexAt } from '@/lib/exercises/rules'
import { listTeamInjects } from '@/lib/injects/of-team/queries'
import type { Actor } from '@/lib/policy'
import { listPlan } from '@/lib/schedule/queries'
import { keyOf } from '@/lib/shifts/making/rules'
import { listShifts } from '@/lib/shifts/queries'
import { namePeople } from '@/lib/shifts/rotas/queries'
import { getTeam } from '@/lib/teams/queries'
import type { StartexFrame } from '@/lib/time'
import { dateOfEpochDay, epochDayAt, epochDayOrNull } from '@/lib/time-calendar'
import { formatInstant } from '@/lib/time-format'

type Props = PageProps<'/exercises/[code]/teams/[teamId]/week'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, exercise } = await openExercise(params)
  const team = await getTeam(actor, exercise.id, (await params).teamId)
  return { title: team?.name ?? exercise.code }
}

/** A team's week on one sheet: its shifts with who stands them, what the plan holds for it, and its injects. */
export default async function WeekPage({ params, searchParams }: Props) {
  const { actor, exercise, now } = await openExercise(params)
  const team = await getTeam(actor, exercise.id, (await params).teamId)
  if (!team) notFound()
  const [t, locale, items, { from }] = await Promise.all([
    getTranslations('sheet'),
    getLocale(),
    itemsOf(actor, exercise, team),
    searchParams,
  ])
  const { timeZone } = exercise
  // Before and after the play its first week is what one prints.
  const day = exercise.startexAt <= now && now < endexAt(exercise) ? now : exercise.startexAt
  const first = (typeof from === 'string' ? epochDayOrNull(from) : null) ?? epochDayAt(day, timeZone)
  const base = `/exercises/${exercise.code}/teams/${team.id}`
  const weekFrom = (days: number) => `${base}/week?from=${dateOfEpochDay(first + days)}`
  return (
    <div data-sheet="landscape" className="grid gap-3 print:block">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="font-semibold text-title">{t('weekOf', { team: team.name })}</h1>
          <p className="text-muted">
            {[exercise.code, exercise.name, team.site?.name].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3 print:hidden">
          <TextLink href={base}>{team.name}</TextLink>
          <LinkButton href={weekFrom(-7)}>{t('before')}</LinkButton>
          <LinkButton href={weekFrom(7)}>{t('after')}</LinkButton>
          <PrintButton label={t('print')} />
        </div>
      </div>
      <WeekSheet
        caption={t('weekOf', { team: team.name })}
        days={weekOf(first, timeZone, items)}
        timeZone={timeZone}
      />
      <p className="text-muted text-note">
        {t('madeAt', { at: formatInstant(now, { timeZone, locale, style: 'dateTime' }) })}
      </p>
    </div>
  )
}

/** Names as the viewer may know them; how many stand a shift besides, whoever they are. */
async function itemsOf(
  actor: Actor,
  exercise: StartexFrame & { id: string },
  team: { id: string },
): Promise<WeekItem[]> {
  const exerciseId = exercise.id
  const [t, plan, shifts, injects] = await Promise.all([
    getTranslations('sheet'),
    listPlan(actor, exerciseId),
    listShifts(actor, exerciseId, { column: 'teamId', in: [team.id] }),
    listTeamInjects(actor, exerciseId, team.id, exercise),
  ])
  const names = await namePeople(
    actor,
    exerciseId,
    shifts.flatMap(({ duties }) => duties),
  )
  const nameOf = (duty: Parameters<typeof keyOf>[0]) => names.get(keyOf(duty))?.name ?? '…'
  return [
    ...injects.map(({ id, serial, title, startAt, endAt }) => ({
      ...{ id, kind: 'inject' as const, code: serial, title, startAt, endAt },
      ...{ wholeDays: false, place: '', names: [] },
    })),
    ...shifts.map(({ id, title, startAt, endAt, duties }) => ({
      ...{ id, kind: 'shift' as const, title: title === '' ? t('duty') : title },
      ...{ startAt, endAt, wholeDays: false, place: '', names: duties.map(nameOf).sort() },
    })),
    ...plan.activities
      .filter(({ teamId, gate }) => gate === null && (teamId === null || teamId === team.id))
      .map(({ id, title, startAt, endAt, wholeDays, place }) => ({
        ...{ id, kind: 'activity' as const, title, startAt, endAt, wholeDays, place, names: [] },
      })),
  ]
}
