import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { WordedError } from '@/components/error-words'
import { newRequestId } from '@/components/outcome'
import { useWrite } from '@/components/use-write'
import { addRoster, dropRoster, stageRoster } from '@/lib/registrations/roster/actions'
import type { OpenFile } from './use-roster'
import type { Ask } from './use-worker'

export type Sending =
  | { step: 'none' }
  /** `sent` of `of` people are at the server, none of them on the list */
  | { step: 'sending'; sent: number; of: number }
  /** one transaction, which nobody stops halfway */
  | { step: 'adding'; of: number }
  | { step: 'cancelled' }
  | { step: 'refused'; refusal: WordedError }
  | { step: 'done'; lines: ReadonlySet<number>; submitted: boolean }

const lost = (message: string): WordedError => ({
  message,
  general: true,
  fields: new Map(),
  reference: null,
})

type Owner = { exerciseId: string; participationId: string }

/** Sends the chosen rows in parts and has them added together; until then it can be cancelled and leaves nothing. */
export function useSending(owner: Owner, ask: Ask) {
  const t = useTranslations('rosters')
  const [sending, setSending] = useState<Sending>({ step: 'none' })
  const [stage, add, drop] = [useWrite(stageRoster), useWrite(addRoster), useWrite(dropRoster)]
  const cancelled = useRef(false)
  const underWay = sending.step === 'sending' || sending.step === 'adding'

  useEffect(() => {
    if (!underWay) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [underWay])

  const send = useCallback(
    async (file: OpenFile, lines: readonly number[], lateReason: string) => {
      cancelled.current = false
      const roster = { ...owner, rosterId: newRequestId() }
      const of = lines.length
      setSending({ step: 'sending', sent: 0, of })
      const parts = await ask('parts', { lines }).catch(() => null)
      if (parts === null) return setSending({ step: 'refused', refusal: lost(t('send.lost')) })
      let sent = 0
      for (const [part, rows] of parts.entries()) {
        const result = await stage({ ...roster, part, rows })
        if (!result.ok) return setSending({ step: 'refused', refusal: result.refusal.worded })
        if (cancelled.current) {
          await drop(roster)
          return setSending({ step: 'cancelled' })
        }
        sent += rows.length
        setSending({ step: 'sending', sent, of })
      }
      setSending({ step: 'adding', of })
      const { submit, explanations, columns, mapping } = file
      const known =
        file.heading < 0 ? [] : columns.map(({ heading }, at) => ({ heading, field: mapping[at] ?? null }))
      const whole = {
        ...roster,
        parts: parts.length,
        people: of,
        submit,
        lateReason,
        columns: known,
        explanations,
      }
      const result = await add(whole)
      if (!result.ok) {
        await drop(roster)
        return setSending({ step: 'refused', refusal: result.refusal.worded })
      }
      setSending({ step: 'done', lines: new Set(lines), submitted: submit })
    },
    [add, ask, drop, owner, stage, t],
  )
  const cancel = useCallback(() => {
    cancelled.current = true
  }, [])
  const reset = useCallback(() => setSending({ step: 'none' }), [])
  return { sending, send, cancel, reset }
}
