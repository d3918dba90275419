import type { MouseEvent, PointerEvent } from 'react'
import { keysOf } from './keys'
import type { Acts } from './use-acts'
import type { Drawing } from './use-drawing'

/** What a key or a pointer on the drawing does. */
export function plotHandlers({ stage, focus, cards }: Drawing, acts: Acts) {
  const { active, enter, step } = focus
  const { moving, open, toggle } = acts
  const onKeyDown = keysOf({
    ...{ stage, active, enter, step, onFit: acts.fit, onEscape: acts.close },
    onOpen: () => {
      const spot = focus.spotNow()
      if (spot) open(spot)
    },
    onToggle: () => active && toggle(active.item),
    onExtend: item => acts.add(active ? [active.item, item] : [item]),
    onHeld: moving.key,
    onTake: grip => moving.take(active, grip),
  })
  const onPointerMove = (event: PointerEvent) => {
    const hit = event.buttons === 0 && !isOver(event) ? stage.hitAt(event.clientX, event.clientY) : null
    stage.hover(hit)
    if (hit && event.pointerType === 'mouse') cards.show(hit)
    else if (event.buttons === 0) cards.hideSoon()
  }
  const onClick = (event: MouseEvent) => {
    if (isOver(event)) return
    // A key on the focused element is told as a click without a place.
    const hit = event.detail === 0 ? null : stage.hitAt(event.clientX, event.clientY)
    if (!hit) return
    if ((event.shiftKey || event.ctrlKey || event.metaKey) && hit.crowd === 0) toggle(hit.item)
    else open(hit)
  }
  return { onPointerMove, onPointerLeave: cards.hideSoon, onKeyDown, onClick }
}

/** Whether an event is about something over the drawing: a lane's name, the axis. */
function isOver({ target }: Pick<MouseEvent, 'target'>): boolean {
  return target instanceof Element && target.closest('[data-name], [data-head]') !== null
}
