'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { undoMove } from '@/lib/moves/actions'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import { useWrite } from '../use-write'

/** Puts a move back, and says in a toast what stands in the way where something does. */
export function usePutBack(): (move: { exerciseId: string; changeId: string }) => Promise<boolean> {
  const t = useTranslations('moves.undo')
  const router = useRouter()
  const write = useWrite(undoMove)
  return async move => {
    const outcome = await write(move)
    if (outcome.ok) {
      toast(t('done'))
      router.refresh()
      return true
    }
    const { worded, conflicts } = outcome.refusal
    const names = conflicts.map(({ field, by }) => [field, by].filter(Boolean).join(' · ')).join(', ')
    toast(names === '' ? worded.message : `${worded.message} ${t('blocked')} ${names}`, { tone: 'bad' })
    return false
  }
}

type Props = { exerciseId: string; changeId: string; label: string }

/** The button of one move in a list. */
export function UndoMove({ exerciseId, changeId, label }: Props) {
  const t = useTranslations('moves.undo')
  const putBack = usePutBack()
  return (
    <Button size="small" aria-label={label} onClick={() => void putBack({ exerciseId, changeId })}>
      {t('button')}
    </Button>
  )
}
