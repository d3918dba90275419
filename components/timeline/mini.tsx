import { type PointerEvent, useMemo } from 'react'
import { instantAt, panBy, shareOf, type Window } from '@/lib/timeline/axis/rules'
import { histogram } from '@/lib/timeline/crowds/rules'
import type { Item } from '@/lib/timeline/lanes/rules'
import { percent } from './drawing'
import styles from './timeline.module.css'
import type { Move } from './use-position'

const PARTS = 160
const HEIGHT = 40

export type MiniProps = { items: readonly Item[]; all: Window; window: Window; move: Move }

/** The whole plan in small: where much happens, and which part is in sight; dragging moves it. For pointers only. */
export function Mini({ items, all, window, move }: MiniProps) {
  const counts = useMemo(() => histogram(items, all.from, all.to, PARTS), [items, all])
  const most = Math.max(1, ...counts)
  const left = Math.max(0, shareOf(all, window.from))
  const right = Math.min(1, shareOf(all, window.to))
  const go = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return
    const { left: edge, width } = event.currentTarget.getBoundingClientRect()
    const middle = instantAt(all, (event.clientX - edge) / width)
    event.currentTarget.setPointerCapture(event.pointerId)
    move((now, limits) => panBy(now, middle - (now.from + now.to) / 2, limits))
  }
  return (
    <svg className={styles.mini} height={HEIGHT} aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      {counts.map((count, part) => {
        const height = (count / most) * (HEIGHT - 12)
        return count === 0 ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part of the axis has no other name
          <rect key={part} x={percent(part / PARTS)} width="0.45%" y={HEIGHT - 4 - height} height={height} />
        )
      })}
      <rect
        className={styles.sight}
        x={percent(left)}
        width={percent(Math.max(0.004, right - left))}
        y={2}
        height={HEIGHT - 4}
        rx={4}
      />
    </svg>
  )
}
