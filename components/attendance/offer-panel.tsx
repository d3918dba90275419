import { useLocale, useTranslations } from 'next-intl'
import { signUp, signUpGuest } from '@/lib/attendance/actions'
import type { DelegationOffer } from '@/lib/attendance/delegation/queries'
import { presences, signUpDoor } from '@/lib/attendance/rules'
import { listCountries } from '@/lib/countries/rules'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { ActionForm } from '../action-form'
import { DialogButton } from '../ui/dialog'
import { Panel } from '../ui/panel'
import { TextField } from '../ui/text-field'
import { TextLink } from '../ui/text-link'
import { ChoosePeople, type PersonChoice } from './choose-people'
import { DoorStatus } from './door-status'
import { GuestFields, PresenceField } from './guest-fields'
import { OfferPeople } from './offer-people'
import { OfferPlaces } from './offer-places'

type Choice = PersonChoice & { email: string }
export type OfferProps = {
  offer: DelegationOffer
  owner: { exerciseId: string; participationId: string }
  /** the delegation's list */
  people: readonly Choice[]
  maySignUp: boolean
  /** organisers may after it has closed, with a reason */
  organiser: boolean
  /** an organisation's people have to say where they are at home */
  countries: boolean
  exerciseCode: string
  timeZone: string
  now: Instant
}

/** One conference, visit or course as a delegation sees it: places left, its own people, and signing up more. */
export function OfferPanel(props: OfferProps) {
  const { offer, owner, exerciseCode, timeZone, now, maySignUp, organiser } = props
  const t = useTranslations('attendance')
  const schedule = useTranslations('schedule')
  const locale = useLocale()
  const { startAt, endAt, wholeDays } = offer
  const door = signUpDoor(offer.window, now)
  const over = (endAt ?? startAt) <= now
  const signs = maySignUp && (door === 'open' || organiser) && !over
  const zone = wholeDays ? offer.timeZone : timeZone
  const when = formatSpan(startAt, endAt ?? startAt, { timeZone: zone, locale, wholeDays })
  return (
    <Panel
      title={
        <TextLink
          className="inline-flex min-h-target items-center"
          href={`/exercises/${exerciseCode}/schedule/activities/${offer.id}/programme`}
        >
          {offer.title}
        </TextLink>
      }
      note={[schedule(`kind.${offer.kind}`), offer.place].filter(Boolean).join(' · ')}
      actions={
        signs ? (
          <>
            <GuestDialog {...props} late={door !== 'open'} />
            <SignUpDialog {...props} late={door !== 'open'} />
          </>
        ) : undefined
      }
    >
      <p className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-note">
        <span className="font-mono tabular">{when}</span>
        <DoorStatus window={offer.window} now={now} timeZone={timeZone} />
        {offer.by === 'person' ? <span className="text-muted">{t('by.person')}</span> : null}
      </p>
      <OfferPlaces offer={offer} />
      <OfferPeople
        people={offer.people}
        owner={{ ...owner, activityId: offer.id }}
        mayCancel={maySignUp && (organiser || startAt > now)}
        timeZone={timeZone}
      />
    </Panel>
  )
}

const offered = ({ places }: DelegationOffer) => presences.filter(presence => places[presence].size !== 0)

function SignUpDialog({ offer, owner, people, late }: OfferProps & { late: boolean }) {
  const t = useTranslations('attendance')
  const there = new Set(
    offer.people.filter(({ state }) => state !== 'cancelled').map(({ email }) => email.toLowerCase()),
  )
  const others = people
    .filter(({ email }) => !there.has(email.toLowerCase()))
    .map(({ id, familyName, givenName }) => ({ id, familyName, givenName }))
  if (others.length === 0) return null
  return (
    <DialogButton
      label={t('signUpPeople')}
      title={t('signUpTitle', { title: offer.title })}
      button={{ variant: 'primary', 'aria-label': t('signUpTitle', { title: offer.title }) }}
    >
      <ActionForm
        action={signUp}
        hidden={{ ...owner, activityId: offer.id }}
        submit={t('signUpPeople')}
        done={t('signedUpDone')}
      >
        <ChoosePeople people={others} />
        <PresenceField of={offered(offer)} />
        {late ? <LateField /> : null}
      </ActionForm>
    </DialogButton>
  )
}

function GuestDialog({ offer, owner, countries, late }: OfferProps & { late: boolean }) {
  const t = useTranslations('attendance')
  const locale = useLocale()
  return (
    <DialogButton
      label={t('signUpGuest')}
      title={t('signUpTitle', { title: offer.title })}
      button={{ 'aria-label': t('signUpGuestTitle', { title: offer.title }) }}
    >
      <ActionForm
        action={signUpGuest}
        hidden={{ ...owner, activityId: offer.id }}
        submit={t('signUpPeople')}
        done={t('signedUpDone')}
      >
        <GuestFields of={offered(offer)} {...(countries ? { countries: listCountries(locale) } : {})} />
        {late ? <LateField /> : null}
      </ActionForm>
    </DialogButton>
  )
}

function LateField() {
  const t = useTranslations('attendance.field')
  return (
    <TextField
      name="lateReason"
      label={t('lateReason')}
      description={t('lateHint')}
      required
      maxLength={500}
    />
  )
}
