'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useExplain } from '@/components/error-words'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Panel } from '@/components/ui/panel'
import { Progress } from '@/components/ui/progress'
import type { Missing, PlannedRow } from '@/lib/exchange/plan/rules'
import type { Remainder } from '@/lib/exchange/remainder/rules'
import type { InjectField } from '@/lib/injects/rules'
import type { Said, Taking } from './use-taking'

type Props = {
  rows: readonly PlannedRow[]
  missing: Missing
  /** how many gates are made */
  gates: number
  /** what of a whole document its injects do not bring */
  remainder: readonly Remainder[]
  taking: Taking
  busy: boolean
  back: string
  fieldName: (field: InjectField) => string
  onTake: () => void
  onAnother: () => void
}

/** What taking the list in would do, in numbers; then how far it has come, and what is left to be put right. */
export function TakePanel(props: Props) {
  const { rows, missing, gates, remainder, taking, busy, back, fieldName, onTake, onAnother } = props
  const t = useTranslations('exchange')
  const added = rows.filter(({ existing }) => !existing).length
  const changed = rows.filter(
    ({ existing, changes, kept }) => existing && (changes.length > 0 || kept),
  ).length
  const made = (Object.keys(missing) as (keyof Missing)[]).filter(list => missing[list].length > 0)
  return (
    <Panel title={t('take.title')}>
      <div aria-live="polite" className="grid gap-3">
        {taking.step === 'done' ? (
          <>
            <Callout tone={taking.left.length > 0 ? 'warn' : 'good'}>
              {t('take.done', { added: taking.added, edited: taking.edited, left: taking.left.length })}
            </Callout>
            <Left left={taking.left} fieldName={fieldName} />
            <div className="flex flex-wrap gap-2">
              <LinkButton href={back} variant="primary">
                {t('take.back')}
              </LinkButton>
              <Button onClick={onAnother}>{t('columns.another')}</Button>
            </div>
          </>
        ) : (
          <>
            <p className="max-w-prose">
              {t('take.counts', { added, changed, same: rows.length - added - changed })}
            </p>
            {made.length > 0 || gates > 0 ? (
              <ul className="list-disc pl-5 text-muted text-note">
                {made.map(list => (
                  <li key={list}>{t(`take.made.${list}`, { count: missing[list].length })}</li>
                ))}
                {gates > 0 ? <li>{t('take.made.gates', { count: gates })}</li> : null}
              </ul>
            ) : null}
            <LeftOut remainder={remainder} />
            {taking.step === 'stopped' ? (
              <Callout tone="bad">{t('take.stopped', { message: taking.refusal.message })}</Callout>
            ) : null}
            {taking.step === 'taking' ? (
              <Progress
                label={t('take.title')}
                value={taking.done}
                max={taking.of}
                text={t('take.progress', { done: taking.done, of: taking.of })}
              />
            ) : (
              <div>
                <Button variant="primary" onClick={onTake} pending={busy} disabled={added + changed === 0}>
                  {t(taking.step === 'stopped' ? 'take.goOn' : 'take.take', { count: added + changed })}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

/** What of a whole exercise stays behind when only its injects are taken in. */
function LeftOut({ remainder }: { remainder: readonly Remainder[] }) {
  const t = useTranslations('exchange')
  if (remainder.length === 0) return null
  return (
    <Callout title={t('take.remainder')}>
      <ul className="list-disc pl-5">
        {remainder.map(({ what, count }) => (
          <li key={what}>{t(`take.left.${what}`, { count })}</li>
        ))}
      </ul>
      <p className="mt-2">{t('take.remainderHint')}</p>
    </Callout>
  )
}

const mostLeft = 100

/** Fields that were not taken, and why: each inject is there, without them. */
function Left({ left, fieldName }: { left: readonly Said[]; fieldName: (field: InjectField) => string }) {
  const t = useTranslations('exchange')
  const explain = useExplain()
  const [messages, setMessages] = useState<string[]>([])
  useEffect(() => {
    let current = true
    const said = left
      .slice(0, mostLeft)
      .map(({ reason, params }) => explain({ code: 'invalid', reason, ...(params ? { params } : {}) }))
    Promise.all(said).then(worded => current && setMessages(worded.map(({ message }) => message)))
    return () => {
      current = false
    }
  }, [explain, left])
  if (left.length === 0) return null
  return (
    <ul className="list-disc pl-5">
      {left.slice(0, mostLeft).map(({ serial, field }, at) => (
        <li key={`${serial} ${field}`}>
          <span className="font-mono">{serial}</span> {fieldName(field)}: {messages[at] ?? ''}
        </li>
      ))}
      {left.length > mostLeft ? <li>{t('take.more', { count: left.length - mostLeft })}</li> : null}
    </ul>
  )
}
