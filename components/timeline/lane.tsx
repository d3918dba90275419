import type { CSSProperties } from 'react'
import { Swatch, swatchStyle } from '@/components/ui/swatch'
import type { Lane as TimelineLane } from '@/lib/timeline/lanes/rules'
import type { LaneRows } from '@/lib/timeline/rows/rules'
import { drawLane, type View } from '@/lib/timeline/scene/rules'
import { ROW } from './drawing'
import { Item } from './item'
import type { ItemText } from './item-text'
import { spokenText } from './spoken'
import styles from './timeline.module.css'
import type { BoardWords } from './words'

export type LaneProps = {
  lane: TimelineLane
  rows: LaneRows
  view: View
  texts: Readonly<Record<string, ItemText>>
  words: BoardWords
  selected: string | null
  tabStop: string | null
}

/** One lane: its name, and a track with everything in it that is in sight. */
export function Lane({ lane, rows, view, texts, words, selected, tabStop }: LaneProps) {
  const { window, width } = view
  const scale = width / (window.to - window.from)
  const fill = lane.team ? swatchStyle(lane.team.swatch).backgroundColor : undefined
  const labelOf = (id: string, label: string) =>
    lane.kind !== 'team' ? label : id.startsWith('play:') ? (texts[id]?.short ?? '') : ''
  const height = rows.count * ROW
  const style: CSSProperties = { minHeight: height }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={lane.team ? lane.team.label : words.kinds[lane.kind]}
      className={lane.parent ? styles.sublane : styles.lane}
      style={style}
    >
      <div className={styles.name} data-name="">
        {lane.team ? (
          <>
            <Swatch colour={lane.team.swatch} />
            <span className={styles.strong}>{lane.team.label}</span>
            <span className={styles.note}>{texts[`team:${lane.team.id}`]?.short}</span>
          </>
        ) : (
          words.kinds[lane.kind]
        )}
      </div>
      <svg className={styles.track} height={height} role="presentation">
        {drawLane(lane, rows, view, labelOf, tabStop).map(drawn => (
          <Item
            key={drawn.id}
            drawn={drawn}
            width={width}
            scale={scale}
            spoken={spokenText(drawn.placed, texts, words)}
            selected={selected === drawn.id}
            tabStop={tabStop === drawn.id}
            fill={fill}
          />
        ))}
      </svg>
    </div>
  )
}
