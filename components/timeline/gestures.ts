import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { instantAt, panBy, spanOf, zoomAt } from '@/lib/timeline/axis/rules'
import type { Stage } from './stage'

type Move = Stage['move']

/** What a pointer that went down on something holds; null where it moves the drawing. */
export type Grab = (event: PointerEvent) => {
  move: (event: PointerEvent) => void
  drop: () => void
  cancel: () => void
} | null

/** How far a pointer may tremble, in pixels, and still click. */
const TREMBLE = 4
const LINE = 25

/**
 * Wheel, drag and pinch over `area`; shares are taken of the width of `track`. The wheel zooms at the pointer, except
 * over the lanes' names, where it scrolls; sideways and with Shift it pans.
 */
export function useGestures(
  area: RefObject<HTMLElement | null>,
  track: RefObject<Element | null>,
  stage: Stage,
  onMove: () => void,
  grab: Grab,
): void {
  const grabs = useRef(grab)
  useLayoutEffect(() => {
    grabs.current = grab
  })
  useEffect(() => {
    if (!area.current || !track.current) return
    const plot = area.current
    const move: Move = change => {
      onMove()
      stage.move(change)
    }
    // The lane under the pointer stays under it, however many rows a zoom gives the lanes above.
    const anchor = ({ clientY }: MouseEvent) => stage.anchorAt(clientY - plot.getBoundingClientRect().top)
    const stop = new AbortController()
    plot.addEventListener('wheel', anchor, { passive: true, signal: stop.signal })
    plot.addEventListener('pointermove', anchor, { passive: true, signal: stop.signal })
    listenWheel(area.current, track.current, move, stop.signal)
    listenPointers(area.current, track.current, move, event => grabs.current(event), stop.signal)
    return () => stop.abort()
  }, [area, track, stage, onMove])
}

function shareAt(track: Element, x: number): number {
  const { left, width } = track.getBoundingClientRect()
  return (x - left) / width
}

function isName(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-name]') !== null
}

function listenWheel(area: HTMLElement, track: Element, move: Move, signal: AbortSignal): void {
  const onWheel = (event: WheelEvent) => {
    if (isName(event.target) && !event.ctrlKey) return
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE
    const aside = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const by = (aside * unit) / track.getBoundingClientRect().width
      move((window, limits) => panBy(window, by * spanOf(window), limits))
      return
    }
    // A pinch on a trackpad arrives as a wheel with Ctrl and small steps.
    const factor = 2 ** (event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0025))
    const share = shareAt(track, event.clientX)
    move((window, limits) => zoomAt(window, instantAt(window, share), factor, limits))
  }
  area.addEventListener('wheel', onWheel, { passive: false, signal })
}

type Point = { x: number; y: number }

function listenPointers(
  area: HTMLElement,
  track: Element,
  move: Move,
  grab: Grab,
  signal: AbortSignal,
): void {
  const down = new Map<number, Point>()
  let from: Point | null = null
  let dragged = false
  let held: ReturnType<Grab> = null

  const drag = (event: PointerEvent, last: Point) => {
    const by = (event.clientX - last.x) / track.getBoundingClientRect().width
    move((window, limits) => panBy(window, -by * spanOf(window), limits))
    // A finger scrolls by itself (touch-action); the mouse has no other way to what is below.
    if (event.pointerType === 'mouse') area.scrollTop -= event.clientY - last.y
  }
  const pinch = (event: PointerEvent, last: Point, other: Point) => {
    const before = Math.max(10, Math.hypot(last.x - other.x, last.y - other.y))
    const after = Math.max(10, Math.hypot(event.clientX - other.x, event.clientY - other.y))
    const share = shareAt(track, (event.clientX + other.x) / 2)
    const shift = (event.clientX - last.x) / 2 / track.getBoundingClientRect().width
    move((window, limits) => {
      const moved = panBy(window, -shift * spanOf(window), limits)
      return zoomAt(moved, instantAt(moved, share), before / after, limits)
    })
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || isName(event.target)) return
    down.set(event.pointerId, { x: event.clientX, y: event.clientY })
    from = { x: event.clientX, y: event.clientY }
    dragged = down.size > 1
    if (dragged) held?.cancel()
    held = dragged ? null : grab(event)
  }
  const onMove = (event: PointerEvent) => {
    const last = down.get(event.pointerId)
    if (!last || !from) return
    if (!dragged && Math.hypot(event.clientX - from.x, event.clientY - from.y) < TREMBLE) return
    if (!dragged) area.setPointerCapture(event.pointerId)
    dragged = true
    if (held) return held.move(event)
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
    if (other) pinch(event, last, other)
    else drag(event, last)
    down.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }
  const onUp = (event: PointerEvent) => {
    down.delete(event.pointerId)
    if (event.type === 'pointercancel') held?.cancel()
    else if (dragged) held?.drop()
    held = null
  }
  const onClick = (event: MouseEvent) => {
    // The click that ends a drag would otherwise open what lies under it.
    if (dragged && event.detail > 0) event.stopPropagation()
    dragged = false
  }
  const onDouble = (event: MouseEvent) => {
    if (isName(event.target)) return
    const share = shareAt(track, event.clientX)
    move((window, limits) => zoomAt(window, instantAt(window, share), event.shiftKey ? 2 : 0.5, limits))
  }
  area.addEventListener('pointerdown', onDown, { signal })
  area.addEventListener('pointermove', onMove, { signal })
  area.addEventListener('pointerup', onUp, { signal })
  area.addEventListener('pointercancel', onUp, { signal })
  area.addEventListener('click', onClick, { capture: true, signal })
  area.addEventListener('dblclick', onDouble, { signal })
}
