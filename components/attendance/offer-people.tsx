import { useLocale, useTranslations } from 'next-intl'
import { cancel } from '@/lib/attendance/actions'
import type { ListedAttendance } from '@/lib/attendance/queries'
import { ActionButton } from '../action-button'
import { Status } from '../ui/status'
import { attendanceTones, standingWords } from './attendance-words'

type Props = {
  people: readonly ListedAttendance[]
  owner: { exerciseId: string; activityId: string; participationId: string }
  mayCancel: boolean
  timeZone: string
}

/** The delegation's own people at an activity: who has a place, who waits and at which position. */
export function OfferPeople({ people, owner, mayCancel, timeZone }: Props) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  const shown = people.filter(({ state }) => state !== 'cancelled')
  if (shown.length === 0) return <p className="mt-2 text-muted text-note">{t('nobodyOfYours')}</p>
  return (
    <ul className="mt-2">
      {shown.map(person => {
        const name = `${person.familyName} ${person.givenName}`
        return (
          <li
            key={person.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t py-1.5"
          >
            <span className="min-w-40 font-medium" dir="auto">
              {name}
            </span>
            <span className="text-muted text-note">{t(`presence.${person.presence}`)}</span>
            <Status
              tone={person.attendedAt === null ? attendanceTones[person.state] : 'good'}
              className="text-note"
            >
              {standingWords(person, t, { timeZone, locale })}
            </Status>
            {mayCancel ? (
              <span className="ml-auto print:hidden">
                <ActionButton
                  action={cancel}
                  input={{ ...owner, attendanceIds: [person.id] }}
                  done={t('done.cancel', { count: 1 })}
                  confirm={{
                    title: t('cancelOneTitle', { name }),
                    text: t('cancelText'),
                    label: t('cancelOne'),
                    danger: true,
                  }}
                  button={{ size: 'small', 'aria-label': t('cancelOneTitle', { name }) }}
                >
                  {t('cancelOne')}
                </ActionButton>
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
