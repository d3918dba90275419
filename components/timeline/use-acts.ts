import { useCallback } from 'react'
import { windowInto } from '@/lib/timeline/axis/rules'
import { itemsOf } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import { flyTo } from './fly'
import { useGestures } from './gestures'
import { keyIn } from './same-item'
import { useBand } from './use-band'
import type { Drawing } from './use-drawing'
import { useMoving } from './use-moving'
import type { Plan } from './use-plan'
import { useSearch } from './use-search'

export type Acts = ReturnType<typeof useActs>

/** What may be done to what is drawn: take, choose, open, find, leave. */
export function useActs(plan: Plan, { stage, refs, focus, cards }: Drawing, may: boolean) {
  const { columns, shown, position, set, choice, words } = plan
  const { card, hide } = cards
  const keyOfItem = (item: number) => stage.content && keyIn(stage.content, item)
  const add = (items: readonly number[]) => choice.add(items.flatMap(item => keyOfItem(item) ?? []))
  const moving = useMoving(stage, may, words.heldMore)
  const band = useBand(stage, add)
  useGestures(refs.plot, refs.track, stage, hide, event =>
    event.shiftKey ? band.grab(event) : moving.grab(event),
  )
  const open = (spot: Spot) => {
    const lane = stage.scene.lanes[spot.lane]
    const item = lane?.laid.item[spot.place]
    if (!lane || item === undefined) return
    hide()
    focus.activate(lane.lane.id, item)
    if (lane.laid.crowd[spot.place] === 0) return set({ item: keyOfItem(item) })
    const starts = itemsOf(lane, spot.place).map(one => stage.content?.table.startAt[one] ?? 0)
    stage.move((from, limits) => windowInto(from, starts[0] ?? 0, starts.at(-1) ?? 0, limits))
  }
  const toggle = (item: number) => {
    const key = keyOfItem(item)
    if (key) choice.toggle(key)
  }
  const close = useCallback(() => {
    const something = card !== null || position.item !== null || choice.chosen.length > 0
    hide()
    choice.clear()
    set({ item: null })
    return something
  }, [card, position.item, choice, hide, set])
  const fit = () => {
    stage.go(null)
    set({ window: null })
  }
  const search = useSearch(columns, shown, item => {
    const spot = flyTo(stage, item)
    const lane = spot && stage.scene.lanes[spot.lane]
    if (lane) focus.activate(lane.lane.id, item)
    set({ item: keyOfItem(item) })
  })
  return { moving, band: band.band, add, open, toggle, close, fit, search }
}
