import { useLocale, useTranslations } from 'next-intl'
import type { OwnPart } from '@/lib/accounts/data/queries'
import { askDeletion } from '@/lib/erasure/requests/actions'
import { dueDates, needsDays } from '@/lib/erasure/rules'
import type { RegistrationState } from '@/lib/registrations/rules'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { ActionForm } from '../action-form'
import { StateStatus } from '../registrations/state-status'
import { Callout } from '../ui/callout'
import { DialogButton } from '../ui/dialog'
import { Facts } from '../ui/facts'
import { LinkButton } from '../ui/link-button'
import { Panel } from '../ui/panel'
import { TextField } from '../ui/text-field'

type Props = { part: OwnPart; timeZone: string }

/** Whoever was turned down or left has no form of the own any more. */
const takesPart: readonly RegistrationState[] = [
  'submitted',
  'endorsed',
  'waitlisted',
  'confirmed',
  'checked_in',
]

/** One's part in one exercise: what is written there, when it goes by itself, and the wish that it go now. */
export function OwnPartPanel({ part, timeZone }: Props) {
  const t = useTranslations('personalData')
  const locale = useLocale()
  const day = (at: Instant) => formatInstant(at, { timeZone, locale, style: 'dayMonthYear' })
  const { asked, exercise } = part
  const due = dueDates(exercise)
  const open = asked !== null && asked.decidedAt === null
  return (
    <Panel title={exercise.name} note={part.role.name}>
      <Facts
        items={[
          { term: t('own.name'), value: [part.givenName, part.familyName].join(' ') },
          ...(part.nativeName === '' ? [] : [{ term: t('own.nativeName'), value: part.nativeName }]),
          { term: t('own.email'), value: part.email },
          { term: t('own.state'), value: <StateStatus state={part.state} /> },
          { term: t('own.needsGo'), value: t('own.goes', { day: day(due.needs), days: needsDays }) },
          {
            term: t('own.nameGoes'),
            value: t('own.goes', { day: day(due.identities), days: exercise.retentionDays }),
          },
        ]}
      />
      {asked === null ? null : (
        <Callout className="mt-3" tone={open ? 'info' : 'warn'} title={t(open ? 'own.asked' : 'own.refused')}>
          {open ? t('own.askedOn', { day: day(asked.askedAt) }) : asked.answer}
        </Callout>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {takesPart.includes(part.state) ? (
          <LinkButton href={`/me/registrations/${part.id}`}>{t('own.correct')}</LinkButton>
        ) : null}
        {open ? null : (
          <DialogButton
            label={t('own.ask')}
            title={t('own.askTitle', { exercise: exercise.name })}
            size="small"
            button={{ 'aria-label': t('own.askTitle', { exercise: exercise.name }) }}
          >
            <ActionForm
              action={askDeletion}
              submit={t('own.askSubmit')}
              done={t('own.askDone')}
              variant="danger"
              hidden={{ exerciseId: part.exerciseId, registrationId: part.id }}
            >
              <p>{t('own.askText')}</p>
              <TextField
                name="note"
                label={t('own.note')}
                description={t('own.noteHint')}
                rows={3}
                maxLength={1000}
              />
            </ActionForm>
          </DialogButton>
        )}
      </div>
    </Panel>
  )
}
