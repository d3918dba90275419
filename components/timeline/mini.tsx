import { type PointerEvent, useMemo } from 'react'
import { instantAt, panBy, shareOf, type Window } from '@/lib/timeline/axis/rules'
import { histogram } from '@/lib/timeline/crowds/rules'
import type { Item } from '@/lib/timeline/lanes/rules'
import { percent } from './drawing'
import styles from './timeline.module.css'
import type { Move } from './use-position'

const PARTS = 160

export type MiniProps = { items: readonly Item[]; all: Window; window: Window; move: Move }

/** The whole plan in small: where much happens, and which part is in sight; dragging moves it. For pointers only. */
export function Mini({ items, all, window, move }: MiniProps) {
  const outline = useMemo(() => outlineOf(histogram(items, all.from, all.to, PARTS)), [items, all])
  const left = Math.max(0, shareOf(all, window.from))
  const right = Math.min(1, shareOf(all, window.to))
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const { left: edge, width } = event.currentTarget.getBoundingClientRect()
    const middle = instantAt(all, (event.clientX - edge) / width)
    event.currentTarget.setPointerCapture(event.pointerId)
    move((now, limits) => panBy(now, middle - (now.from + now.to) / 2, limits))
  }
  return (
    <div className={styles.mini} aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <svg role="presentation" viewBox={`0 0 ${PARTS} 1`} preserveAspectRatio="none">
        <path d={outline} />
      </svg>
      <i style={{ left: percent(left), width: percent(Math.max(0.004, right - left)) }} />
    </div>
  )
}

/** A bar for each part that has anything, the highest as high as the whole. */
function outlineOf(counts: readonly number[]): string {
  const most = Math.max(1, ...counts)
  return counts
    .map((count, part) => (count === 0 ? '' : `M${part} 1v${-Math.round((count / most) * 100) / 100}h.7V1z`))
    .join('')
}
