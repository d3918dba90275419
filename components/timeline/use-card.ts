import { useCallback, useEffect, useRef, useState } from 'react'
import { ROW } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import type { Placed } from './same-item'
import type { Stage } from './stage'

/** Which item a card is shown for, in which lane, and where, in pixels from the frame's corner. */
export type CardPlace = Placed & { lane: string; left: number; top: number; above: boolean }

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
    (spot: Spot) => {
      const box = stage.boxInFrame(spot)
      const { content: of } = stage
      const lane = stage.scene.lanes[spot.lane]
      const item = lane?.laid.item[spot.place]
      if (!box || !of || !lane || item === undefined) return
      clearTimeout(timer.current)
      const above = box.top > box.height * 0.55
      const left = Math.min(Math.max(0, box.width - CARD - 8), Math.max(8, box.left))
      setCard({ lane: lane.lane.id, item, of, left, top: above ? box.top : box.top + ROW, above })
    },
    [stage],
  )
  return { card, show, hide, stay, hideSoon }
}
