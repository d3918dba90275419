import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { placeIn, whereIs } from '@/lib/timeline/scene/rules'
import { entryOf, type Spot, type Step, stepFrom } from '@/lib/timeline/steps/rules'
import type { Slice } from './content'
import { carried, type Items, type Placed } from './same-item'
import type { Stage } from './stage'

/** What has the focus: an item, of a crowd the first, and the lane that it was met in. */
export type Active = Placed & {
  lane: string
  /** Another one whenever the keyboard goes to another item, never when the plan changes under it. */
  turn: number
}

/** The spot of an item as the lanes are now, in its lane or else in the first that shows it; null where none does. */
export function spotOf(
  { scene }: Pick<Slice, 'scene'>,
  active: Pick<Active, 'lane' | 'item'> | null,
): Spot | null {
  if (!active) return null
  const lane = scene.lanes.findIndex(one => one.lane.id === active.lane)
  const there = scene.lanes[lane]
  const place = there ? placeIn(there, active.item) : null
  return place === null ? whereIs(scene, active.item) : { lane, place }
}

/** The one item that the keyboard is at: a real element over the canvas, which moves with the picture. */
export function useFocus(stage: Stage, seen: Items | null, plot: RefObject<HTMLElement | null>) {
  const [kept, setActive] = useState<Active | null>(null)
  const active = carried(kept, seen)
  if (active !== kept) setActive(active)
  const element = useRef<HTMLButtonElement>(null)
  const wanted = useRef(false)
  const before = useRef(active)
  useEffect(() => {
    if (wanted.current) element.current?.focus({ preventScroll: true })
    wanted.current = false
    const gone = before.current !== null && active === null
    before.current = active
    // With what is gone from the plan its element went, and the focus with it.
    if (gone && document.activeElement === document.body) plot.current?.focus({ preventScroll: true })
  })
  const follow = () => place(stage, element, active)
  useLayoutEffect(follow)

  const activate = (lane: string, item: number) => {
    const { content: of } = stage
    if (!of) return
    setActive(was => {
      const same = was !== null && was.lane === lane && carried(was, of)?.item === item
      return { lane, item, of, turn: (was?.turn ?? 0) + (same ? 0 : 1) }
    })
  }
  /** Gives the item that the focus goes to; null for none. */
  const goTo = (spot: Spot | null): number | null => {
    const lane = spot && stage.scene.lanes[spot.lane]
    const item = spot && lane?.laid.item[spot.place]
    if (!lane || item === null || item === undefined) return null
    wanted.current = true
    activate(lane.lane.id, item)
    stage.reveal(spot)
    return item
  }
  const spotNow = () => spotOf({ scene: stage.lay() }, carried(active, stage.content))
  const enter = () => goTo(spotNow() ?? entryOf(stage.scene, stage.window))
  const step = (by: Step) => {
    const spot = spotNow()
    return goTo(spot ? stepFrom(stage.scene, spot, by) : entryOf(stage.scene, stage.window))
  }
  return { active, element, follow, enter, step, activate, spotNow }
}

/** Moves the element to where its mark is drawn in this frame. */
function place(stage: Stage, element: RefObject<HTMLButtonElement | null>, active: Active | null): void {
  const spot = spotOf(stage, carried(active, stage.content))
  const box = spot && stage.boxOf(spot)
  const { current } = element
  if (!current || !box) return
  current.style.left = `${box.left}px`
  current.style.top = `${box.top}px`
  current.style.width = `${box.width}px`
  current.style.height = `${box.height}px`
}
