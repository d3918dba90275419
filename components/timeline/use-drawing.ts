import { useRef, useState } from 'react'
import { shareOf } from '@/lib/timeline/axis/rules'
import type { BoardProps } from './board-data'
import type { Stage } from './stage'
import { useCard } from './use-card'
import { useFocus } from './use-focus'
import type { Plan } from './use-plan'
import { useStage } from './use-stage'
import { useTold } from './use-told'

export type Drawing = ReturnType<typeof useDrawing>

/** The stage and what moves along with it: the frame in small, the focus, the card. */
export function useDrawing({ words, zones, content, set }: Plan, { initial, locale, base }: BoardProps) {
  /** From when to when one sees, once that has settled. */
  const [range, setRange] = useState('')
  const mini = useRef<HTMLElement>(null)
  const follow = useRef(() => {})
  const { stage, refs, slice } = useStage({
    content,
    window: initial.window,
    onFrame: () => {
      follow.current()
      frameMini(mini.current, stage)
    },
    onSettle: (window, text) => {
      setRange(text)
      set({ window })
    },
  })
  // What is said goes by what is drawn: newer columns have other places for the same items.
  const seen = slice.content
  const focus = useFocus(stage, seen, refs.plot)
  follow.current = focus.follow
  const told = useTold({
    ...{ items: seen, words, locale, base },
    ...{ home: zones.home.timeZone, viewer: zones.viewer },
  })
  const cards = useCard(stage)
  return { stage, refs, slice, mini, range, focus, told, cards }
}

/** The frame round what is in sight, in the whole in small. */
function frameMini(frame: HTMLElement | null, stage: Stage): void {
  if (!frame) return
  const { from, to } = stage.window
  const [left, right] = [Math.max(0, shareOf(stage.all, from)), Math.min(1, shareOf(stage.all, to))]
  frame.style.left = `${left * 100}%`
  frame.style.width = `${Math.max(0.004, right - left) * 100}%`
}
