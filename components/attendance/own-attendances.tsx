import { useLocale, useTranslations } from 'next-intl'
import { cancelOwn } from '@/lib/attendance/actions'
import type { OwnAttendance } from '@/lib/attendance/own/queries'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { ActionButton } from '../action-button'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'
import { attendanceTones, standingWords } from './attendance-words'

type Props = {
  attendances: readonly OwnAttendance[]
  /** the exercises that this reader may open: whoever is sent to a course need have no part in one */
  readable: readonly string[]
  now: Instant
  timeZone: string
}

/** Where somebody goes or waits to go, in whichever exercise; a place that is not needed is given back here. */
export function OwnAttendances({ attendances, readable, now, timeZone }: Props) {
  const t = useTranslations('attendance')
  const coming = attendances.filter(({ activity }) => (activity.endAt ?? activity.startAt) > now)
  if (coming.length === 0) return null
  return (
    <Panel title={t('ownTitle')}>
      <ul>
        {coming.map(own => (
          <Line key={own.id} {...{ own, now, timeZone }} linked={readable.includes(own.exercise.id)} />
        ))}
      </ul>
    </Panel>
  )
}

type LineProps = Pick<Props, 'now' | 'timeZone'> & { own: OwnAttendance; linked: boolean }

function Line({ own, linked, now, timeZone }: LineProps) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  const { activity, exercise, presence } = own
  const { title, startAt, endAt, wholeDays } = activity
  const zone = wholeDays ? activity.timeZone : timeZone
  return (
    <li className="grid gap-1 border-line border-t py-2 first:border-t-0 first:pt-0">
      {linked ? (
        <TextLink
          className="inline-flex min-h-target items-center"
          href={`/exercises/${exercise.code}/schedule/activities/${activity.id}/programme`}
        >
          {title}
        </TextLink>
      ) : (
        <span className="font-medium">{title}</span>
      )}
      <span className="font-mono text-note tabular">
        {formatSpan(startAt, endAt ?? startAt, { timeZone: zone, locale, wholeDays })}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-note">
        <Status tone={attendanceTones[own.state]}>
          {standingWords({ ...own, stateReason: null }, t, { timeZone, locale })}
        </Status>
        <span className="text-muted">
          {[t(`presence.${presence}`), presence === 'on_site' ? activity.place : '', exercise.code]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {startAt > now ? (
          <span className="ml-auto">
            <ActionButton
              action={cancelOwn}
              input={{ attendanceId: own.id }}
              done={t('cancelledOwn')}
              confirm={{
                title: t('cancelOwnOne', { title }),
                text: t('cancelOwnText'),
                label: t('cancelOwn'),
                danger: true,
              }}
              button={{ size: 'small', 'aria-label': t('cancelOwnOne', { title }) }}
            >
              {t('cancelOwn')}
            </ActionButton>
          </span>
        ) : null}
      </span>
    </li>
  )
}
