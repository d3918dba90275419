import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { placeIn } from '@/lib/timeline/scene/rules'
import { entryOf, type Spot, type Step, stepFrom } from '@/lib/timeline/steps/rules'
import type { Slice, Stage } from './stage'

/** What has the focus: a lane, and an item in it; of a crowd the first. Stays when rows and crowds change. */
export type Active = { lane: string; item: number }

/** The spot of what is active as the lanes are now; null where it is shown no more. */
export function spotOf({ scene }: Pick<Slice, 'scene'>, active: Active | null): Spot | null {
  if (!active) return null
  const lane = scene.lanes.findIndex(one => one.lane.id === active.lane)
  const there = scene.lanes[lane]
  const place = there ? placeIn(there, active.item) : null
  return place === null ? null : { lane, place }
}

/** The one item that the keyboard is at: a real element over the canvas, which moves with the picture. */
export function useFocus(stage: Stage) {
  const [active, setActive] = useState<Active | null>(null)
  const element = useRef<HTMLButtonElement>(null)
  const wanted = useRef(false)
  useEffect(() => {
    if (wanted.current) element.current?.focus({ preventScroll: true })
    wanted.current = false
  })
  const follow = () => place(stage, element, active)
  useLayoutEffect(follow)

  const goTo = (spot: Spot | null) => {
    const lane = spot && stage.scene.lanes[spot.lane]
    const item = spot && lane?.laid.item[spot.place]
    if (!lane || !spot || item === null || item === undefined) return
    wanted.current = true
    setActive({ lane: lane.lane.id, item })
    stage.reveal(spot)
  }
  const enter = () => goTo(spotOf({ scene: stage.lay() }, active) ?? entryOf(stage.lay(), stage.window))
  const step = (by: Step) => {
    const spot = spotOf({ scene: stage.lay() }, active)
    goTo(spot ? stepFrom(stage.scene, spot, by) : entryOf(stage.scene, stage.window))
  }
  return { active, element, follow, enter, step, goTo, setActive }
}

/** Moves the element to where its mark is drawn in this frame. */
function place(stage: Stage, element: RefObject<HTMLButtonElement | null>, active: Active | null): void {
  const spot = spotOf(stage, active)
  const box = spot && stage.boxOf(spot)
  const { current } = element
  if (!current || !box) return
  current.style.left = `${box.left}px`
  current.style.top = `${box.top}px`
  current.style.width = `${box.width}px`
  current.style.height = `${box.height}px`
}
