'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type OptionGroup, Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { TextField } from '@/components/ui/text-field'
import { isMovable } from '@/lib/registrations/moving/rules'
import { type RegistrationState, transitionProblem } from '@/lib/registrations/rules'
import { confirm, decline, waitlist } from '@/lib/registrations/states/actions'
import { setPriority } from '@/lib/registrations/waiting/actions'
import { ActForm } from './act-form'
import { ChoiceOfPeople, type Chosen } from './chosen'
import { MoveForm } from './move-form'
import { useShortSeats } from './short-seats'

type Props = {
  exerciseId: string
  /** teams to seat people in, by kind */
  teams: readonly OptionGroup[]
}

/** The organisers' table of people, and what can be decided about those chosen in it. */
export function RegistrarChoice({ children, ...props }: Props & { children: ReactNode }) {
  return (
    <ChoiceOfPeople acts={(chosen, clear) => <RegistrarActs {...props} chosen={chosen} onDone={clear} />}>
      {children}
    </ChoiceOfPeople>
  )
}

/** What the registrar chooses from; the rule knows ten steps. */
const priorities = [
  { value: '0', name: 'usual' },
  { value: '5', name: 'before' },
  { value: '9', name: 'first' },
] as const

type ActsProps = Props & { chosen: readonly Chosen[]; onDone: () => void }

function RegistrarActs({ exerciseId, teams, chosen, onDone }: ActsProps) {
  const t = useTranslations('decisions')
  const shortSeats = useShortSeats()
  const ready = (to: RegistrationState) =>
    chosen
      .filter(({ state }) => state !== 'checked_in' && transitionProblem(state, to, 'organiser') === null)
      .map(({ id }) => id)
  const [seatable, waiting, refusable] = [ready('confirmed'), ready('waitlisted'), ready('declined')]
  const movable = chosen.filter(({ state }) => isMovable(state)).map(({ id }) => id)
  const inLine = chosen.filter(({ state }) => state === 'waitlisted').map(({ id }) => id)
  const submitted = chosen.filter(({ state }) => state === 'submitted').length
  const act = { owner: { exerciseId }, onDone }
  return (
    <>
      {seatable.length > 0 ? (
        <ActForm
          {...act}
          primary
          action={confirm}
          ids={seatable}
          label={t('confirm', { count: seatable.length })}
          title={t('confirmTitle', { count: seatable.length })}
          text={t('confirmText')}
          done={t('done.confirm', { count: seatable.length })}
        >
          <Select name="teamId" label={t('team')} empty={t('teamWanted')} options={teams} />
        </ActForm>
      ) : null}
      {waiting.length > 0 ? (
        <ActForm
          {...act}
          action={waitlist}
          ids={waiting}
          label={t('waitlist', { count: waiting.length })}
          title={t('waitlistTitle', { count: waiting.length })}
          text={t('waitlistText')}
          done={({ short }) => shortSeats(t('done.waitlist', { count: waiting.length }), short)}
        >
          <TextField name="reason" label={t('reasonOptional')} rows={2} maxLength={500} />
        </ActForm>
      ) : null}
      {movable.length > 0 ? <MoveForm {...{ exerciseId, teams, onDone }} ids={movable} /> : null}
      {inLine.length > 0 ? (
        <ActForm
          {...act}
          action={setPriority}
          ids={inLine}
          label={t('priority', { count: inLine.length })}
          title={t('priorityTitle')}
          text={t('priorityText')}
          done={t('done.priority', { count: inLine.length })}
        >
          <Select
            name="priority"
            label={t('priorityLabel')}
            options={priorities.map(({ value, name }) => ({ value, label: t(`priorityOf.${name}`) }))}
          />
        </ActForm>
      ) : null}
      {refusable.length > 0 ? (
        <ActForm
          {...act}
          danger
          action={decline}
          ids={refusable}
          label={t('decline', { count: refusable.length })}
          title={t('declineTitle', { count: refusable.length })}
          text={t('declineText')}
          done={({ short }) => shortSeats(t('done.decline', { count: refusable.length }), short)}
        >
          <TextField name="reason" label={t('reason')} required rows={2} maxLength={500} />
        </ActForm>
      ) : null}
      {submitted > 0 ? <Status tone="neutral">{t('notEndorsed', { count: submitted })}</Status> : null}
    </>
  )
}
