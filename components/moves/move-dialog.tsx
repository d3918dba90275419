'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import type { NamedPreview } from '@/lib/moves/queries'
import type { Operation } from '@/lib/moves/schema'
import { useExplain } from '../error-words'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog } from '../ui/dialog'
import { ApplyForm } from './apply-form'
import { PreviewPanel } from './preview-panel'

type Props = {
  exerciseId: string
  /** What was dragged, typed or chosen; null while nothing is. */
  operation: Operation | null
  /** Left as it is: the board puts back what it drew. */
  onClose: () => void
  /** Applied, or taken back again. */
  onDone: () => void
}

/** Says before the drop what a move would do, and applies it or leaves it. The page hands down the words of `moves`. */
export function MoveDialog({ exerciseId, operation, onClose, onDone }: Props) {
  const t = useTranslations('moves')
  return (
    <Dialog
      open={operation !== null}
      onClose={onClose}
      size="large"
      title={operation ? t(`kinds.${operation.kind}`) : ''}
    >
      {operation ? (
        <Asked exerciseId={exerciseId} operation={operation} onClose={onClose} onDone={onDone} />
      ) : null}
    </Dialog>
  )
}

type Looked =
  | { state: 'looking' }
  | { state: 'failed' }
  | { state: 'seen'; preview: NamedPreview; problem: string }

function Asked({ exerciseId, operation, onClose, onDone }: Props & { operation: Operation }) {
  const t = useTranslations('moves.preview')
  const leave = useTranslations('moves.apply')('leave')
  const explain = useExplain()
  const [looked, setLooked] = useState<Looked>({ state: 'looking' })
  const look = useCallback(
    async (signal?: AbortSignal) => {
      setLooked({ state: 'looking' })
      try {
        const preview = await fetchPreview(exerciseId, operation, signal)
        const reason = preview.problem
        const problem = reason === null ? '' : (await explain({ code: 'refused', reason })).message
        setLooked({ state: 'seen', preview, problem })
      } catch {
        if (!signal?.aborted) setLooked({ state: 'failed' })
      }
    },
    [exerciseId, operation, explain],
  )
  useEffect(() => {
    const asking = new AbortController()
    void look(asking.signal)
    return () => asking.abort()
  }, [look])
  if (looked.state === 'looking') return <p role="status">{t('loading')}</p>
  if (looked.state === 'failed')
    return (
      <Callout tone="bad" role="alert">
        {t('failed')}
      </Callout>
    )
  return (
    <div className="grid grid-cols-1 gap-4">
      <PreviewPanel preview={looked.preview} problem={looked.problem} />
      {looked.preview.problem === null ? (
        <ApplyForm
          exerciseId={exerciseId}
          operation={operation}
          preview={looked.preview}
          onDone={onDone}
          onLeave={onClose}
          onAgain={() => void look()}
        />
      ) : (
        <div>
          <Button onClick={onClose}>{leave}</Button>
        </div>
      )}
    </div>
  )
}

async function fetchPreview(
  exerciseId: string,
  operation: Operation,
  signal?: AbortSignal,
): Promise<NamedPreview> {
  const answer = await fetch(`/api/moves/${exerciseId}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(operation),
    ...(signal ? { signal } : {}),
  })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}
