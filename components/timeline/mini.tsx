import { type PointerEvent, type RefObject, useMemo } from 'react'
import { instantAt, panBy, windowOfAll } from '@/lib/timeline/axis/rules'
import { histogram } from '@/lib/timeline/density/rules'
import type { Content } from './content'
import type { Stage } from './stage'
import styles from './timeline.module.css'

const PARTS = 160

export type MiniProps = {
  stage: Stage
  content: Content | null
  shown: Int32Array
  /** The frame round what is in sight; the stage moves it. */
  frame: RefObject<HTMLElement | null>
}

/** The whole plan in small: where much happens, and which part is in sight; dragging moves it. For pointers only. */
export function Mini({ stage, content, shown, frame }: MiniProps) {
  const outline = useMemo(
    () => (content ? outlineOf(histogram(content.table, shown, windowOfAll(content.extent), PARTS)) : ''),
    [content, shown],
  )
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const { left: edge, width } = event.currentTarget.getBoundingClientRect()
    const middle = instantAt(stage.all, (event.clientX - edge) / width)
    event.currentTarget.setPointerCapture(event.pointerId)
    stage.move((now, limits) => panBy(now, middle - (now.from + now.to) / 2, limits))
  }
  return (
    <div className={styles.mini} aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <svg role="presentation" viewBox={`0 0 ${PARTS} 1`} preserveAspectRatio="none">
        <path d={outline} />
      </svg>
      <i ref={frame} />
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
