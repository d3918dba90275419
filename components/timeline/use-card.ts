import { useCallback, useEffect, useRef, useState } from 'react'
import type { Mark } from '@/lib/timeline/marks/rules'
import { ROW } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import type { Stage } from './stage'

/** Which mark a card is shown for, and where, in pixels from the frame's corner. */
export type CardPlace = Spot & { item: number; crowd: number; left: number; top: number; above: boolean }

const LEAVE = 140
export const CARD = 300

/** Hover and focus show a card; it stays while the pointer is on it, and Escape or any move takes it away. */
export function useCard(stage: Stage) {
  const [card, setCard] = useState<CardPlace | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hide = useCallback(() => {
    clearTimeout(timer.current)
    setCard(null)
  }, [])
  const stay = useCallback(() => clearTimeout(timer.current), [])
  const hideSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(hide, LEAVE)
  }, [hide])
  useEffect(() => () => clearTimeout(timer.current), [])

  const show = useCallback(
    ({ lane, place, item, crowd }: Pick<Mark, 'lane' | 'place' | 'item' | 'crowd'>) => {
      const box = stage.boxInFrame({ lane, place })
      if (!box) return
      clearTimeout(timer.current)
      const above = box.top > box.height * 0.55
      const left = Math.min(Math.max(0, box.width - CARD - 8), Math.max(8, box.left))
      setCard({ lane, place, item, crowd, left, top: above ? box.top : box.top + ROW, above })
    },
    [stage],
  )
  return { card, show, hide, stay, hideSoon }
}
