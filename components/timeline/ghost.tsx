import { pixelOf, whereIs } from '@/lib/timeline/scene/rules'
import { whenDropped } from './moving'
import { itemNow } from './same-item'
import type { Stage } from './stage'
import styles from './timeline.module.css'
import type { useMoving } from './use-moving'

type GhostProps = { stage: Stage; moving: ReturnType<typeof useMoving> }

/** Of more than these the outlines would hide the board. */
const MOST = 60

/** Where all that is held would be, and when the first of it is. */
export function Ghost({ stage, moving: { held, text } }: GhostProps) {
  const { content } = stage
  if (!held || !content) return null
  return held.items.slice(0, MOST).map((item, index) => {
    const now = itemNow({ item, of: held.of }, content)
    const spot = now === null ? null : whereIs(stage.scene, now)
    const box = spot && stage.boxOf(spot)
    if (!box) return null
    const { from, to } = whenDropped(held, item, content.zones.home)
    const [left, right] = [pixelOf(stage.view, from), pixelOf(stage.view, to)]
    return (
      <div
        key={item}
        className={styles.ghost}
        style={{ left, top: box.top, width: Math.max(24, right - left), height: box.height }}
        aria-hidden="true"
      >
        {index === 0 ? <span>{text}</span> : null}
      </div>
    )
  })
}
