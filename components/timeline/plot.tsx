import { type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, useId } from 'react'
import { swatchStyle } from '@/components/ui/swatch'
import type { Table } from '@/lib/timeline/columns/rules'
import { HEAD } from '@/lib/timeline/picture/rules'
import type { SceneLane } from '@/lib/timeline/scene/rules'
import type { Slice } from './content'
import { laneName } from './names'
import styles from './timeline.module.css'
import type { StageRefs } from './use-stage'
import { type BoardWords, fill } from './words'

export type PlotProps = {
  refs: StageRefs
  slice: Slice
  words: BoardWords
  /** None, and no handlers, on a board that nobody works on. */
  onTurn?: (lane: string) => void
  handlers?: {
    onPointerMove: (event: PointerEvent) => void
    onPointerLeave: () => void
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    onClick: (event: MouseEvent) => void
  }
  /** What has the focus, as an element over the canvas; or why there is nothing. */
  children?: ReactNode
}

/** The drawing: two canvases that stay while the sheet of lanes scrolls under them, and what is no picture. */
export function Plot({ refs, slice, words, onTurn, handlers, children }: PlotProps) {
  const help = useId()
  const table = slice.content?.table ?? null
  const seen = slice.scene.lanes.slice(slice.first, slice.last)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={refs.plot}
      className={styles.plot}
      role="group"
      aria-label={words.chart}
      aria-describedby={handlers ? help : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard moves through time here
      tabIndex={0}
      {...handlers}
    >
      {handlers ? (
        <p id={help} className={styles.said}>
          {words.help}
        </p>
      ) : null}
      <div className={styles.head} data-head="" aria-hidden="true">
        <canvas ref={refs.head} />
      </div>
      <div className={styles.body} aria-hidden="true">
        <canvas ref={refs.body} />
      </div>
      <div ref={refs.sheet} className={styles.sheet}>
        <div ref={refs.track} className={styles.track}>
          {children}
        </div>
        {table
          ? seen.map(lane => (
              <Name
                key={lane.lane.id}
                {...{ lane, table, words }}
                onTurn={onTurn && (() => onTurn(lane.lane.id))}
              />
            ))
          : null}
      </div>
    </div>
  )
}

type NameProps = { lane: SceneLane; table: Table; words: BoardWords; onTurn: (() => void) | undefined }

/** A lane's name beside its rows; a button where it has lanes within. */
function Name({ lane: { lane, folded, top, height }, table, words, onTurn }: NameProps) {
  const name = laneName(lane, table, words)
  const team = lane.of === 'team' ? table.lists.teams[lane.at] : undefined
  const style = { top: HEAD + top, height, '--depth': lane.depth }
  const inner = (
    <>
      {team ? <i style={{ background: `${swatchStyle(team.swatch).backgroundColor}` }} /> : null}
      <span dir="auto">{name}</span>
      <small>{lane.whole.length}</small>
    </>
  )
  if (!lane.folds || !onTurn)
    return (
      <div data-name="" className={styles.name} style={style}>
        {inner}
      </div>
    )
  return (
    <button
      type="button"
      data-name=""
      className={styles.name}
      style={style}
      aria-expanded={!folded}
      title={fill(words.unfold, { lane: name })}
      onClick={onTurn}
    >
      {inner}
    </button>
  )
}
