'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/action-button'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { TextField } from '@/components/ui/text-field'
import type { Cut } from '@/lib/nations/cuts/rules'
import { discard, wishTeam } from '@/lib/registrations/actions'
import { shortQuota } from '@/lib/registrations/delegation/rules'
import { sendLinks } from '@/lib/registrations/links/actions'
import { askable } from '@/lib/registrations/links/rules'
import { holdsSeat, type Party, type RegistrationState, transitionProblem } from '@/lib/registrations/rules'
import { endorse, reopen, setBack, submit, withdraw } from '@/lib/registrations/states/actions'
import { waitSingly } from '@/lib/registrations/waiting/actions'
import { ActForm } from './act-form'
import { ChoiceOfPeople, type Chosen } from './chosen'
import { useShortSeats } from './short-seats'

export type QuotaLine = {
  roleId: string | null
  siteId: string | null
  size: number
  used: number
  /** fewer places to come, so that some have to go */
  cut?: Cut | null
  /** what the limit is on; empty for the whole delegation */
  name: string
}

type Props = {
  owner: { exerciseId: string; participationId: string }
  party: Party
  /** the window has closed, so whoever comes now says why */
  late: boolean
  quotas: readonly QuotaLine[]
  /** the delegation's own teams, to wish for */
  teams: readonly { id: string; name: string }[]
  /** some wait for a place already, so whoever comes now stands behind them */
  line: boolean
}

/** The delegation's table, and what can be done with the people chosen in it. */
export function NationChoice({ children, ...props }: Props & { children: ReactNode }) {
  return (
    <ChoiceOfPeople
      acts={(chosen, clear) => <NationActs {...props} chosen={chosen} onDone={clear} several />}
    >
      {children}
    </ChoiceOfPeople>
  )
}

type ActsProps = Props & {
  chosen: readonly Chosen[]
  onDone: () => void
  /** several people stand to choose from: links are sent, and a team is wished for */
  several?: boolean
}

/** Only what fits: each button counts those of the chosen whom it can move. */
export function NationActs(props: ActsProps) {
  const { owner, party, late, quotas, teams, line, chosen, onDone, several } = props
  const t = useTranslations('decisions')
  const shortSeats = useShortSeats()
  const ready = (to: RegistrationState) =>
    chosen.filter(({ state }) => transitionProblem(state, to, party) === null).map(({ id }) => id)
  const drafts = ready('submitted')
  const [endorsable, leaving, closed] = [ready('endorsed'), ready('withdrawn'), ready('draft')]
  const settable = quotas.some(({ cut }) => cut)
    ? chosen.filter(({ state }) => state === 'submitted' || state === 'endorsed').map(({ id }) => id)
    : []
  const wishing = several ? chosen.filter(({ state }) => !holdsSeat(state)).map(({ id }) => id) : []
  const asked = several ? askable(chosen).map(({ id }) => id) : []
  const grouped = chosen.filter(one => one.grouped).map(({ id }) => id)
  const act = { owner, onDone }
  const submitting = {
    label: t('submit', { count: drafts.length }),
    done: t('done.submit', { count: drafts.length }),
  }
  const press = (ids: string[]) => ({ input: { ...owner, registrationIds: ids }, onDone })
  const short = shortQuota(
    quotas,
    chosen.filter(({ state }) => state === 'draft'),
  )
  return (
    <>
      {drafts.length === 0 ? null : late || line || short ? (
        <ActForm
          {...act}
          {...submitting}
          primary
          action={submit}
          ids={drafts}
          title={line || short ? t('fullTitle') : t('lateTitle')}
          text={short ? t('fullText', shortage(short)) : line ? t('lineText') : t('lateText')}
          done={came => t('done.lineUp', came)}
        >
          {late ? (
            <TextField name="lateReason" label={t('lateReason')} required rows={2} maxLength={500} />
          ) : null}
          {line || short ? <WhenFull /> : null}
        </ActForm>
      ) : (
        <ActionButton
          action={submit}
          {...press(drafts)}
          done={submitting.done}
          button={{ variant: 'primary' }}
        >
          {submitting.label}
        </ActionButton>
      )}
      {endorsable.length > 0 ? (
        <ActionButton
          action={endorse}
          {...press(endorsable)}
          done={t('done.endorse', { count: endorsable.length })}
          button={{ variant: 'primary' }}
        >
          {t('endorse', { count: endorsable.length })}
        </ActionButton>
      ) : null}
      {leaving.length > 0 ? (
        <ActForm
          {...act}
          danger
          action={withdraw}
          ids={leaving}
          label={t('withdraw', { count: leaving.length })}
          title={t('withdrawTitle', { count: leaving.length })}
          text={t('withdrawText')}
          done={({ short }) => shortSeats(t('done.withdraw', { count: leaving.length }), short)}
        >
          <TextField name="reason" label={t('reasonOptional')} rows={2} maxLength={500} />
        </ActForm>
      ) : null}
      {wishing.length > 0 && teams.length > 0 ? (
        <ActForm
          {...act}
          action={wishTeam}
          ids={wishing}
          label={t('wishTeam', { count: wishing.length })}
          title={t('wishTeamTitle', { count: wishing.length })}
          text={t('wishTeamText')}
          done={t('done.wishTeam', { count: wishing.length })}
        >
          <Select
            name="teamId"
            label={t('team')}
            empty={t('wishNone')}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </ActForm>
      ) : null}
      {settable.length > 0 ? (
        <ActForm
          {...act}
          action={setBack}
          ids={settable}
          label={t('waitlist', { count: settable.length })}
          title={t('waitlistTitle', { count: settable.length })}
          text={t('setBackText')}
          done={t('done.waitlist', { count: settable.length })}
        >
          <TextField name="reason" label={t('reasonOptional')} rows={2} maxLength={500} />
        </ActForm>
      ) : null}
      {closed.length > 0 ? (
        <ActionButton action={reopen} {...press(closed)} done={t('done.reopen', { count: closed.length })}>
          {t('reopen', { count: closed.length })}
        </ActionButton>
      ) : null}
      {grouped.length > 0 ? (
        <ActionButton action={waitSingly} {...press(grouped)} done={t('done.waitSingly')}>
          {t('waitSingly')}
        </ActionButton>
      ) : null}
      {asked.length > 0 ? (
        <ActionButton
          action={sendLinks}
          {...press(asked)}
          done={t('done.sendLink', { count: asked.length })}
          confirm={{
            title: t('sendLinkTitle', { count: asked.length }),
            text: t('sendLinkText'),
            label: t('sendLink', { count: asked.length }),
          }}
        >
          {t('sendLink', { count: asked.length })}
        </ActionButton>
      ) : null}
      {drafts.length > 0 ? (
        <ActionButton
          action={discard}
          {...press(drafts)}
          done={t('done.discard', { count: drafts.length })}
          confirm={{
            title: t('discardTitle', { count: drafts.length }),
            text: t('discardText'),
            label: t('discard', { count: drafts.length }),
            danger: true,
          }}
        >
          {t('discard', { count: drafts.length })}
        </ActionButton>
      ) : null}
      {short ? <Status tone="warn">{t('short', shortage(short))}</Status> : null}
    </>
  )
}

function shortage({ quota, wanted, left }: { quota: QuotaLine; wanted: number; left: number }) {
  return { scope: quota.name === '' ? 'whole' : 'part', name: quota.name, wanted, left }
}

/** What becomes of those for whom no place is free. */
function WhenFull() {
  const t = useTranslations('decisions')
  return (
    <RadioGroup
      name="whenFull"
      label={t('whenFull')}
      defaultValue="wait"
      options={[
        { value: 'wait', label: t('wait'), description: t('waitText') },
        { value: 'wait_together', label: t('waitTogether'), description: t('waitTogetherText') },
      ]}
    />
  )
}
