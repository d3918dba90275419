'use client'

import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useRef } from 'react'
import type { ConflictDetail } from '@/lib/errors'
import { useExplain, type WordedError } from './error-words'
import { newRequestId, type ServerWrite } from './outcome'

export type WriteRefusal = { worded: WordedError; conflicts: readonly ConflictDetail[] }
export type WriteResult<Data> = { ok: true; data: Data } | { ok: false; refusal: WriteRefusal }

/**
 * Calls a server action with a request id that stays the same until it was answered, and words what it refuses.
 * A lost connection is a refusal too: the same id makes sending again safe.
 */
export function useWrite<Data>(action: ServerWrite<Data>): (input: object) => Promise<WriteResult<Data>> {
  const explain = useExplain()
  const t = useTranslations('ui')
  const unanswered = useRef<{ content: string; requestId: string } | null>(null)
  return useCallback(
    async input => {
      const content = JSON.stringify(input)
      // The same content again is the same request; edited content is another, or the edit would be lost in silence.
      const requestId =
        unanswered.current?.content === content ? unanswered.current.requestId : newRequestId()
      unanswered.current = { content, requestId }
      try {
        const outcome = await action({ ...input, requestId })
        unanswered.current = null
        if (outcome.ok) return { ok: true, data: outcome.data }
        const refusal = { worded: await explain(outcome.error), conflicts: outcome.error.conflicts ?? [] }
        return { ok: false, refusal }
      } catch (error) {
        // A redirect travels as an exception.
        unstable_rethrow(error)
        const worded = { message: t('form.unreachable'), general: true, fields: new Map(), reference: null }
        return { ok: false, refusal: { worded, conflicts: [] } }
      }
    },
    [action, explain, t],
  )
}
