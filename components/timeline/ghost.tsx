import { pixelOf, whereIs } from '@/lib/timeline/scene/rules'
import type { Columns } from './board-data'
import { whenHeld } from './moving'
import type { Stage } from './stage'
import styles from './timeline.module.css'
import type { useMoving } from './use-moving'

type GhostProps = { stage: Stage; columns: Columns | null; moving: ReturnType<typeof useMoving> }

/** Where what is held would be, and when that is. */
export function Ghost({ stage, columns, moving: { held, text } }: GhostProps) {
  const spot = held && whereIs(stage.scene, held.items[0] ?? -1)
  const box = spot && stage.boxOf(spot)
  if (!held || !columns || !box) return null
  const { from, to } = whenHeld(columns.table, held)
  const [left, right] = [pixelOf(stage.view, from), pixelOf(stage.view, to)]
  return (
    <div
      className={styles.ghost}
      style={{ left, top: box.top, width: Math.max(24, right - left), height: box.height }}
      aria-hidden="true"
    >
      <span>{text}</span>
    </div>
  )
}
