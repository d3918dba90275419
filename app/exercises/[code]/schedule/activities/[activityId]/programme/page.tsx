import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { AgendaPanel } from '@/components/agendas/agenda-panel'
import { PrintButton } from '@/components/attendance/print-button'
import { ItineraryPanel } from '@/components/itineraries/itinerary-panel'
import { ThreeTimes } from '@/components/moments/three-times'
import { ActivityTabs } from '@/components/schedule/activity-tabs'
import { buttonLook } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Words } from '@/components/words'
import { listAgenda } from '@/lib/agendas/queries'
import { nextStart } from '@/lib/agendas/rules'
import { getGathering } from '@/lib/attendance/queries'
import { startexFrame } from '@/lib/exercises/rules'
import { listLegs } from '@/lib/itineraries/queries'
import { accountOf, can } from '@/lib/policy'
import { activityParts } from '../../activity-parts'

type Props = PageProps<'/exercises/[code]/schedule/activities/[activityId]/programme'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('programme')
  return { title: t('title') }
}

/** An activity for its readers: when and where, its programme, and the itinerary of those who go. */
export default async function ProgrammePage({ params }: Props) {
  const [{ actor, exercise }, { activityId }] = await Promise.all([openExercise(params), params])
  const owner = { exerciseId: exercise.id, activityId }
  const frame = startexFrame(exercise)
  const [t, schedule, gathering, items, legs] = await Promise.all([
    getTranslations('programme'),
    getTranslations('schedule'),
    getGathering(actor, owner),
    listAgenda(actor, owner, frame),
    listLegs(actor, owner, frame),
  ])
  if (!gathering) notFound()
  const { title, start, startAt, endAt, wholeDays, place, link, description, kind } = gathering
  const back = `/exercises/${exercise.code}/schedule`
  const viewer = accountOf(actor)?.timeZone ?? null
  const mayEdit = can(actor, 'schedule.edit', owner)
  const shared = { owner, frame, viewer, mayEdit, whole: { startAt, endAt } }
  const meant = start.anchor === 'ttime' ? null : start.timeZone
  return (
    <Words namespaces={['programme', 'moments']}>
      <PageHeader
        title={title}
        lead={[schedule(`kind.${kind}`), place].filter(Boolean).join(' · ')}
        breadcrumbs={[{ label: schedule('title'), href: back }, { label: title }]}
        actions={
          <>
            <a href={`/api/activities/${exercise.id}/${activityId}`} download className={buttonLook()}>
              {t('calendar')}
            </a>
            <PrintButton label={t('print')} />
          </>
        }
      />
      <ActivityTabs
        base={`${back}/activities/${activityId}`}
        current="programme"
        parts={activityParts(actor, exercise.id)}
      />
      <div className="grid gap-4">
        <Panel title={t('when')}>
          <ThreeTimes
            from={startAt}
            to={endAt}
            wholeDays={wholeDays}
            home={exercise.timeZone}
            viewer={viewer}
            place={meant}
          />
          {description ? <p className="mt-3 max-w-prose whitespace-pre-line">{description}</p> : null}
          {link ? (
            <a
              href={link}
              rel="noreferrer noopener"
              target="_blank"
              className="mt-2 inline-flex min-h-target items-center text-accent underline underline-offset-2"
            >
              {schedule('openLink')}
            </a>
          ) : null}
        </Panel>
        <AgendaPanel {...shared} items={items} next={nextStart(items, gathering, frame)} />
        {legs ? <ItineraryPanel {...shared} legs={legs} next={nextStart(legs, gathering, frame)} /> : null}
      </div>
    </Words>
  )
}
