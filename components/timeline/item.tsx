import type { Item as TimelineItem } from '@/lib/timeline/lanes/rules'
import { isSymbol, TARGET } from '@/lib/timeline/rows/rules'
import type { Drawn } from '@/lib/timeline/scene/rules'
import { BAR, percent, ROW, TOP } from './drawing'
import styles from './timeline.module.css'

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

const OUT = 24

/** One thing of a lane: its body, its label, and a target that a finger can hit. */
export function Item({ drawn, width, scale, spoken, selected, tabStop, fill }: ItemProps) {
  const { id, placed, label } = drawn
  const left = Math.max(-OUT, Math.min(width + OUT, drawn.left))
  const right = Math.max(left, Math.min(width + OUT, drawn.right))
  const size = percent((right - left) / width)
  const small = right - left < TARGET
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      role="button"
      tabIndex={tabStop ? 0 : -1}
      aria-label={spoken}
      aria-pressed={placed.crowd ? undefined : selected}
      data-item={id}
      data-tone={placed.crowd ? 'accent' : placed.item.tone}
      className={styles.item}
    >
      <svg
        className={styles.at}
        x={percent(left / width)}
        y={placed.row * ROW}
        height={ROW}
        aria-hidden="true"
      >
        {placed.crowd ? (
          <Crowd count={placed.items.length} />
        ) : (
          <Body
            item={placed.item}
            drawn={drawn}
            left={left}
            size={size}
            width={width}
            scale={scale}
            fill={fill}
          />
        )}
        <rect
          className={styles.target}
          x={small ? (right - left - TARGET) / 2 : undefined}
          y={1}
          width={small ? TARGET : size}
          height={ROW - 2}
          rx={4}
        />
        {label ? (
          <text
            className={label.side === 'inside' ? styles.inside : styles.label}
            x={
              label.side === 'after'
                ? size
                : percent(Math.max(0, label.side === 'inside' ? -left : 0) / width)
            }
            dx={label.side === 'inside' ? 9 : label.side === 'after' ? 6 : -6}
            y={18}
            textAnchor={label.side === 'before' ? 'end' : undefined}
          >
            {label.text}
          </text>
        ) : null}
      </svg>
    </g>
  )
}

type BodyProps = {
  item: TimelineItem
  drawn: Drawn
  left: number
  size: string
  width: number
  scale: number
  fill: string | undefined
}

function Body({ item, drawn, left, size, width, scale, fill }: BodyProps) {
  if (isSymbol(item, scale))
    return item.shape === 'diamond' ? (
      <path className={styles.body} d="M8 7l7 7-7 7-7-7z" />
    ) : (
      <path className={styles.flag} d="M1 5v18M1 6h9l-3 4 3 4H1" />
    )
  if (item.shape === 'phase')
    return (
      <>
        <rect className={styles.phase} y={TOP} width={size} height={BAR} rx={4} />
        {drawn.left >= 0 ? <rect className={styles.body} y={TOP} width={3} height={BAR} /> : null}
      </>
    )
  if (item.shape === 'progress') {
    const filled = drawn.left + (item.share ?? 0) * (drawn.right - drawn.left)
    return (
      <>
        <rect className={styles.channel} y={ROW / 2 - 4} width={size} height={8} rx={4} />
        <rect
          className={styles.filled}
          data-low={(item.share ?? 0) < 0.5 || undefined}
          y={ROW / 2 - 4}
          width={percent(Math.max(0, Math.min(width + OUT, filled) - left) / width)}
          height={8}
          rx={4}
        />
      </>
    )
  }
  const team = item.tone === 'team'
  const inset = team ? 4 : 0
  return (
    <rect
      className={team ? styles.play : styles.body}
      style={fill ? { fill } : undefined}
      y={TOP + inset}
      width={size}
      height={BAR - 2 * inset}
      rx={4}
    />
  )
}

function Crowd({ count }: { count: number }) {
  return (
    <>
      <rect className={styles.crowd} y={TOP} width={30} height={BAR} rx={4} />
      <text className={styles.count} x={15} y={18} textAnchor="middle">
        {count}
      </text>
    </>
  )
}
