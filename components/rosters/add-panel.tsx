'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { LinkButton } from '@/components/ui/link-button'
import { Panel } from '@/components/ui/panel'
import { Progress } from '@/components/ui/progress'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextField } from '@/components/ui/text-field'
import type { Sending } from './use-sending'

/** Whether people may be submitted as they are added: `late` where they must say why. */
export type SubmitChoice = 'offered' | 'late' | 'not_offered'

type Props = {
  counts: { all: number; sound: number; refused: number }
  sending: Sending
  /** a change is being checked */
  busy: boolean
  submit: boolean
  submitting: SubmitChoice
  back: string
  onSubmitChange: (submit: boolean) => void
  onSend: (lateReason: string) => void
  onCancel: () => void
  onSave: (format: 'csv' | 'xlsx') => void
  onAnother: () => void
}

/** Everybody or only the sound rows, as drafts or submitted; then how far it is, and what came of it. */
export function AddPanel(props: Props) {
  const { step } = props.sending
  if (step === 'done') return <Done {...props} />
  return step === 'sending' || step === 'adding' ? <UnderWay {...props} /> : <Choices {...props} />
}

function Done(props: Props) {
  const { counts, sending, back, onAnother } = props
  const t = useTranslations('rosters')
  const outcome = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone; what came of it stands at the top.
  useEffect(() => outcome.current?.focus(), [])
  if (sending.step !== 'done') return null
  const added = sending.lines.size
  return (
    <Panel title={t('done.title')}>
      <div ref={outcome} tabIndex={-1} role="status">
        <Callout tone="good" title={t(sending.submitted ? 'done.submitted' : 'done.added', { count: added })}>
          {counts.all > added ? t('done.refused', { count: counts.all - added }) : null}
        </Callout>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton href={back} variant="primary">
          {t('done.back')}
        </LinkButton>
        <Refused {...props} />
        <Button onClick={onAnother}>{t('done.another')}</Button>
      </div>
    </Panel>
  )
}

function UnderWay({ sending, onCancel }: Props) {
  const t = useTranslations('rosters')
  const [asked, setAsked] = useState(false)
  if (sending.step !== 'sending' && sending.step !== 'adding') return null
  const sent = sending.step === 'sending' ? sending.sent : sending.of
  return (
    <Panel title={t('send.title')}>
      <Progress
        label={t('send.title')}
        // The last step is the adding itself.
        value={sent}
        max={sending.of + Math.ceil(sending.of / 4)}
        text={
          sending.step === 'adding'
            ? t('send.adding', { of: sending.of })
            : t('send.sending', { sent, of: sending.of })
        }
      />
      <div className="mt-3">
        <Button
          pending={sending.step === 'adding' || asked}
          onClick={() => {
            if (sending.step === 'adding') return
            setAsked(true)
            onCancel()
          }}
        >
          {t('send.cancel')}
        </Button>
      </div>
    </Panel>
  )
}

function Choices(props: Props) {
  const { counts, sending, busy, submit, submitting, onSubmitChange, onSend } = props
  const t = useTranslations('rosters')
  const [who, setWho] = useState<'all' | 'sound'>('all')
  const [tried, setTried] = useState(false)
  const [lateReason, setLateReason] = useState('')
  const mixed = counts.refused > 0 && counts.sound > 0
  const wanted = mixed && who === 'sound' ? counts.sound : counts.all
  const blocked = counts.refused > 0 && !(mixed && who === 'sound')
  const lateMissing = submit && submitting === 'late' && lateReason.trim() === ''
  return (
    <Panel title={t('add.title')}>
      <div className="grid gap-4">
        {mixed ? (
          <RadioGroup
            name="who"
            label={t('add.who')}
            value={who}
            onChange={value => setWho(value === 'sound' ? 'sound' : 'all')}
            options={[
              { value: 'all', label: t('add.all', { count: counts.all }), description: t('add.allHint') },
              {
                value: 'sound',
                label: t('add.sound', { count: counts.sound }),
                description: t('add.soundHint', { count: counts.refused }),
              },
            ]}
          />
        ) : null}
        {submitting === 'not_offered' ? null : (
          <Checkbox
            label={t('add.submit')}
            description={t('add.submitHint')}
            checked={submit}
            onChange={onSubmitChange}
          />
        )}
        {submit && submitting === 'late' ? (
          <TextField
            name="lateReason"
            label={t('add.lateReason')}
            rows={2}
            required
            value={lateReason}
            onChange={setLateReason}
            {...(tried && lateMissing ? { error: t('add.lateMissing') } : {})}
          />
        ) : null}
        <div role="alert" className="empty:hidden">
          {tried && blocked ? (
            <Callout tone="warn">{t('add.blocked', { count: counts.refused, sound: counts.sound })}</Callout>
          ) : sending.step === 'refused' ? (
            <Callout tone="bad">{sending.refusal.message}</Callout>
          ) : sending.step === 'cancelled' ? (
            <Callout>{t('add.cancelled')}</Callout>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            pending={busy}
            onClick={() => {
              if (busy) return
              setTried(true)
              if (!blocked && !lateMissing) onSend(lateReason)
            }}
          >
            {t(submit ? 'add.buttonSubmit' : 'add.button', { count: wanted })}
          </Button>
          <Refused {...props} />
        </div>
      </div>
    </Panel>
  )
}

function Refused({ counts, onSave }: Props) {
  const t = useTranslations('rosters')
  if (counts.refused === 0) return null
  return (
    <>
      <Button onClick={() => onSave('xlsx')}>{t('add.refusedXlsx', { count: counts.refused })}</Button>
      <Button onClick={() => onSave('csv')}>{t('add.refusedCsv', { count: counts.refused })}</Button>
    </>
  )
}
