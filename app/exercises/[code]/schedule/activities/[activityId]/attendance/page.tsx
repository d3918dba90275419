import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { openExercise } from '@/app/exercises/open-exercise'
import { LinkPanel } from '@/components/attendance/link-panel'
import { NationCounts } from '@/components/attendance/nation-counts'
import { PeoplePanel } from '@/components/attendance/people-panel'
import { SignUpPanel } from '@/components/attendance/sign-up-panel'
import { ActivityTabs } from '@/components/schedule/activity-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { Words } from '@/components/words'
import { listSignUpLinks } from '@/lib/attendance/links/queries'
import { getGathering, listAttendances, listNationCounts, listPartnerChoices } from '@/lib/attendance/queries'
import { signUpDoor } from '@/lib/attendance/rules'
import { attendanceFilterSchema } from '@/lib/attendance/schema'
import { accountOf, can } from '@/lib/policy'
import { activityParts } from '../../activity-parts'

type Props = PageProps<'/exercises/[code]/schedule/activities/[activityId]/attendance'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('attendance')
  return { title: t('title') }
}

/** Who comes to a conference, a visit, a course: totals for whoever plans along, names for staff. */
export default async function AttendancePage({ params, searchParams }: Props) {
  const [{ actor, exercise, now }, { activityId }] = await Promise.all([openExercise(params), params])
  const owner = { exerciseId: exercise.id, activityId }
  if (!can(actor, 'exercise.plan', owner)) notFound()
  const filter = attendanceFilterSchema.parse(await searchParams)
  const [t, schedule, gathering, nations, partners, people, links] = await Promise.all([
    getTranslations('attendance'),
    getTranslations('schedule'),
    getGathering(actor, owner),
    listNationCounts(actor, owner),
    listPartnerChoices(actor, exercise.id),
    listAttendances(actor, owner, filter),
    listSignUpLinks(actor, owner, now),
  ])
  if (!gathering) notFound()
  const back = `/exercises/${exercise.code}/schedule`
  const base = `${back}/activities/${activityId}`
  const viewer = accountOf(actor)?.timeZone ?? null
  const mayEdit = can(actor, 'attendance.edit', owner)
  const mayList = can(actor, 'attendance.list', owner)
  return (
    <Words namespaces={['attendance', 'moments']}>
      <PageHeader
        title={gathering.title}
        lead={t('lead')}
        breadcrumbs={[{ label: schedule('title'), href: back }, { label: gathering.title }]}
      />
      <ActivityTabs base={base} current="attendance" parts={activityParts(actor, exercise.id)} />
      <div className="grid items-start gap-4 xl:grid-cols-[2fr_3fr]">
        <SignUpPanel {...{ gathering, owner, mayEdit, viewer, now }} />
        {gathering.signUp ? (
          <div className="grid gap-4">
            <NationCounts {...{ owner, nations, partners, mayEdit }} />
            {mayEdit ? (
              <LinkPanel {...{ owner, links, partners }} timeZone={viewer ?? exercise.timeZone} />
            ) : null}
          </div>
        ) : null}
      </div>
      {gathering.signUp && !mayList ? <p className="mt-4 text-muted">{t('onlyTotals')}</p> : null}
      {gathering.signUp && mayList ? (
        <div className="mt-4">
          <PeoplePanel
            {...{ owner, people, nations, partners, filter, mayEdit }}
            late={signUpDoor(gathering.signUp.window, now) !== 'open'}
            path={`${base}/attendance`}
            timeZone={viewer ?? exercise.timeZone}
          />
        </div>
      ) : null}
    </Words>
  )
}
