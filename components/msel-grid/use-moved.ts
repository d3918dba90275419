'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { toast } from '@/components/ui/toast'
import type { Recheck } from '@/lib/clashes/rules'

/** Serials named in a message; the others are counted. */
const named = 3

type Given = { serialOf: (id: string) => string | undefined; takeBackTime: (injectId: string) => void }

/** Says what has moved with an edit of one's own, and what is too early now; it can be taken back from there. */
export function useMoved() {
  const t = useTranslations('msel')
  return useCallback(
    (own: readonly string[], { moves, came }: Recheck, { serialOf, takeBackTime }: Given) => {
      const count = moves.filter(({ id }) => !own.includes(id) && serialOf(id) !== undefined).length
      const late = came.filter(
        ({ check, where: [of] }) => check === 'pinned_too_early' && of && !own.includes(of.id),
      ).length
      const [first] = own
      if (count + late === 0 || first === undefined) return
      const serials = own.slice(0, named).map(id => serialOf(id) ?? '')
      const text = t('movedWith', {
        count,
        late,
        serials: serials.join(', ') + (own.length > named ? ', …' : ''),
      })
      toast(text, { action: { label: t('takeBack'), run: () => takeBackTime(first) } })
    },
    [t],
  )
}
