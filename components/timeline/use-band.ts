import { useRef, useState } from 'react'
import { itemsOf } from '@/lib/timeline/scene/rules'
import type { Grab } from './gestures'
import type { Stage } from './stage'
import { useEscape } from './use-escape'

/** In pixels of the sheet. */
export type Band = { left: number; top: number; width: number; height: number }

/** A rubber band: what is drawn within is chosen besides what was, crowds with all that they stand for. */
export function useBand(stage: Stage, onChoose: (items: readonly number[]) => void) {
  const [band, setBand] = useState<Band | null>(null)
  const current = useRef<Band | null>(null)
  const stretch = (next: Band | null) => {
    current.current = next
    setBand(next)
  }
  const leave = () => stretch(null)
  useEscape(band !== null, leave)
  const grab: Grab = down => {
    const from = stage.sheetPoint(down.clientX, down.clientY)
    let stretching = false
    return {
      move: ({ clientX, clientY }) => {
        // Escape lets go while the pointer is still down.
        if (stretching && !current.current) return
        stretching = true
        const to = stage.sheetPoint(clientX, clientY)
        stretch({
          ...{ left: Math.min(from.x, to.x), top: Math.min(from.y, to.y) },
          ...{ width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) },
        })
      },
      drop: () => {
        if (current.current) onChoose(itemsWithin(stage, current.current))
        leave()
      },
      cancel: leave,
    }
  }
  return { band, grab }
}

function itemsWithin(stage: Stage, band: Band): number[] {
  return stage.marksWithin(band).flatMap(({ lane, place }) => {
    const there = stage.scene.lanes[lane]
    return there ? itemsOf(there, place) : []
  })
}
