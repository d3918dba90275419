import { swatchStyle } from '@/components/ui/swatch'
import type { Lane as TimelineLane } from '@/lib/timeline/lanes/rules'
import type { LaneRows } from '@/lib/timeline/rows/rules'
import { drawLane, type View } from '@/lib/timeline/scene/rules'
import { ROW } from './drawing'
import { Item } from './item'
import type { ItemText } from './item-text'
import { spokenText } from './spoken'
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
  const { team } = lane
  const { window, width } = view
  const scale = width / (window.to - window.from)
  const fill = team && `${swatchStyle(team.swatch).backgroundColor}`
  const labelOf = (id: string, label: string) =>
    !team ? label : id.startsWith('play:') ? (texts[id]?.short ?? '') : ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={team ? team.label : words.kinds[lane.kind]}
      data-nested={lane.parent ? '' : undefined}
    >
      <div data-name="">
        {team ? (
          <>
            <i style={{ background: fill }} />
            {team.label}
            <span>{texts[`team:${team.id}`]?.short}</span>
          </>
        ) : (
          words.kinds[lane.kind]
        )}
      </div>
      <div style={{ height: rows.count * ROW }}>
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
      </div>
    </div>
  )
}
