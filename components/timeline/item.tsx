import type { CSSProperties } from 'react'
import { isSymbol } from '@/lib/timeline/rows/rules'
import type { Drawn } from '@/lib/timeline/scene/rules'
import { percent, ROW } from './drawing'

export type ItemProps = {
  drawn: Drawn
  /** Of the whole track, in pixels. */
  width: number
  /** Pixels a millisecond. */
  scale: number
  spoken: string
  selected: boolean
  tabStop: boolean
  /** A team's colour. */
  fill?: string | undefined
}

/** What begins out of sight is drawn from here, in pixels: browsers lose precision far out. */
const OUT = 24
/** Between the edge of a bar, or of what is seen, and the label in it. */
const PAD = 9

function shapeOf({ placed }: Drawn, scale: number): string {
  if (placed.crowd) return 'crowd'
  const { shape } = placed.item
  return shape === 'phase' || shape === 'progress' || isSymbol(placed.item, scale) ? shape : 'bar'
}

/**
 * One thing of a lane. A box and not SVG: a real button, half the elements, and percentages stay right at any width
 * before a script has come.
 */
export function Item({ drawn, width, scale, spoken, selected, tabStop, fill }: ItemProps) {
  const { id, placed, label } = drawn
  const left = Math.max(-OUT, Math.min(width + OUT, drawn.left))
  const right = Math.max(left, Math.min(width + OUT, drawn.right))
  const style: CSSProperties = { left: percent(left / width), width: percent((right - left) / width) }
  if (placed.row > 0) style.top = placed.row * ROW
  if (fill) style.color = fill
  const item = placed.crowd ? null : placed.item
  const share = item?.shape === 'progress' ? (item.share ?? 0) : null
  return (
    <button
      type="button"
      tabIndex={tabStop ? undefined : -1}
      aria-label={spoken}
      aria-current={selected || undefined}
      data-item={id}
      data-shape={shapeOf(drawn, scale)}
      data-tone={item?.tone ?? 'accent'}
      data-cut={left < 0 || undefined}
      style={style}
    >
      {placed.crowd ? placed.items.length : null}
      {share === null ? null : (
        <i data-low={share < 0.5 || undefined} style={{ width: filled(drawn, left, right, share) }} />
      )}
      {label ? (
        <span
          data-side={label.side}
          style={label.side === 'inside' && left < 0 ? { left: PAD - left } : undefined}
        >
          {label.text}
        </span>
      ) : null}
    </button>
  )
}

/** How much of what is seen of a bar is filled. */
function filled(drawn: Drawn, left: number, right: number, share: number): string {
  const end = drawn.left + share * (drawn.right - drawn.left)
  return percent(Math.max(0, Math.min(right, end) - left) / Math.max(1, right - left))
}
