import { useLocale, useTranslations } from 'next-intl'
import { cancelWithLink, signUpWithLink } from '@/lib/attendance/links/actions'
import type { getLinkedSignUp } from '@/lib/attendance/links/queries'
import { presences, signUpDoor } from '@/lib/attendance/rules'
import { listCountries } from '@/lib/countries/rules'
import { formatDtg } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { ActionButton } from '../action-button'
import { ActionForm } from '../action-form'
import { Panel } from '../ui/panel'
import { Status } from '../ui/status'
import { attendanceTones, standingWords } from './attendance-words'
import { DoorStatus } from './door-status'
import { GuestFields } from './guest-fields'
import { OfferPlaces } from './offer-places'

type Opened = NonNullable<Awaited<ReturnType<typeof getLinkedSignUp>>>
type Props = { token: string; opened: Opened; now: Instant }

/** What the holder of a partner's link sees: when and where, places left, and the own people. */
export function LinkedSignUp({ token, opened, now }: Props) {
  const t = useTranslations('attendance.link')
  const locale = useLocale()
  const { activity, window, places, partner, exercise, zone } = opened
  const timeZone = partner.timeZone ?? exercise.timeZone
  const { startAt, endAt, wholeDays } = activity
  const when = formatSpan(startAt, endAt ?? startAt, {
    timeZone: wholeDays ? zone : timeZone,
    locale,
    wholeDays,
  })
  const offered = presences.filter(presence => places[presence].size !== 0)
  return (
    <div className="grid gap-4">
      <Panel>
        <p className="font-mono text-note tabular">
          {when} · {formatDtg(startAt)}
        </p>
        <p className="mb-2 flex flex-wrap gap-x-4 text-note">
          <span>{activity.place}</span>
          <DoorStatus window={window} now={now} timeZone={timeZone} />
        </p>
        <OfferPlaces offer={opened} />
      </Panel>
      <People token={token} opened={opened} now={now} timeZone={timeZone} />
      {signUpDoor(window, now) === 'open' ? (
        <Panel title={t('add')}>
          <ActionForm action={signUpWithLink} hidden={{ token }} submit={t('signUp')} reset>
            <GuestFields
              of={offered}
              {...(partner.kind === 'nation' ? {} : { countries: listCountries(locale) })}
            />
          </ActionForm>
        </Panel>
      ) : null}
    </div>
  )
}

function People({ token, opened, now, timeZone }: Props & { timeZone: string }) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  const { people, activity } = opened
  return (
    <Panel title={t('link.people')}>
      {people.length === 0 ? <p className="text-muted">{t('link.nobody')}</p> : null}
      <ul>
        {people.map(person => {
          const name = `${person.familyName} ${person.givenName}`
          return (
            <li
              key={person.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t py-1.5 first:border-t-0"
            >
              <span className="font-medium" dir="auto">
                {name}
              </span>
              <span className="text-muted text-note">{t(`presence.${person.presence}`)}</span>
              <Status tone={attendanceTones[person.state]} className="text-note">
                {standingWords(person, t, { timeZone, locale })}
              </Status>
              {activity.startAt > now ? (
                <span className="ml-auto">
                  <ActionButton
                    action={cancelWithLink}
                    input={{ token, attendanceId: person.id }}
                    done={t('cancelledOwn')}
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
    </Panel>
  )
}
