'use client'

import { type RefObject, useCallback, useEffect, useState } from 'react'

/** In pixels. Every line is as high, so that where one stands is known without drawing it. */
export const lineHeight = 36
export const headHeight = 36

/** Lines are drawn in steps of so many: scrolling draws nothing anew until a step has gone by. */
const step = 8
/** Before a browser has said how much it shows, and for what the server draws: what a window 1,080 pixels high shows. */
const firstLines = 28

/** Which lines to draw: those in sight, and one step more on each side. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number) {
  const [{ from, shown }, setRange] = useState({ from: 0, shown: firstLines })
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => {
      const first = Math.floor(box.scrollTop / lineHeight)
      const next = Math.max(0, first - (first % step) - step)
      const lines = Math.ceil(box.clientHeight / lineHeight) + 3 * step
      setRange(now => (now.from === next && now.shown === lines ? now : { from: next, shown: lines }))
    }
    measure()
    box.addEventListener('scroll', measure, { passive: true })
    const sizes = new ResizeObserver(measure)
    sizes.observe(box)
    return () => {
      box.removeEventListener('scroll', measure)
      sizes.disconnect()
    }
  }, [scroller])
  /** Brings a line, and in it a cell, into sight below the head and beside the columns that stay. */
  const reveal = useCallback(
    (line: number, cell: HTMLElement | null) => {
      const box = scroller.current
      if (!box) return
      const top = line * lineHeight
      const room = box.clientHeight - headHeight
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + lineHeight > box.scrollTop + room) box.scrollTop = top + lineHeight - room
      if (!cell || cell.dataset.fixed !== undefined) return
      const left = cell.offsetLeft
      const stays = fixedWidth(cell)
      if (left - stays < box.scrollLeft) box.scrollLeft = left - stays
      else if (left + cell.offsetWidth > box.scrollLeft + box.clientWidth)
        box.scrollLeft = left + cell.offsetWidth - box.clientWidth
    },
    [scroller],
  )
  const pageLines = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / lineHeight) - 2)
  return {
    from: Math.min(from, Math.max(0, count - 1)),
    to: Math.min(count, from + shown),
    reveal,
    pageLines,
  }
}

/** How much of the width the cells take that stay at the left: on a phone fewer do. */
function fixedWidth(cell: HTMLElement): number {
  let width = 0
  for (const other of cell.parentElement?.children ?? []) {
    if (other instanceof HTMLElement && getComputedStyle(other).position === 'sticky')
      width = Math.max(width, other.offsetWidth + Number.parseFloat(getComputedStyle(other).left || '0'))
  }
  return width
}
