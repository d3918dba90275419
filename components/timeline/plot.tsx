import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useId,
} from 'react'
import type { View } from '@/lib/timeline/scene/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import { Axis, Backdrop } from './axis'
import type { ItemText } from './item-text'
import { Lane } from './lane'
import { type Moments, marksOf } from './marks'
import styles from './timeline.module.css'
import type { SceneLane } from './use-scene'
import type { BoardWords } from './words'

export type PlotProps = {
  plot: RefObject<HTMLDivElement | null>
  track: RefObject<HTMLDivElement | null>
  view: View
  scene: readonly SceneLane[]
  zones: { shown: WallZone; home: WallZone }
  moments: Moments
  texts: Readonly<Record<string, ItemText>>
  words: BoardWords
  selected: string | null
  tabStop: string | null
  closed: readonly string[]
  onToggle: (lane: string) => void
  handlers: {
    onPointerOver: (event: PointerEvent) => void
    onPointerOut: (event: PointerEvent) => void
    onFocus: (event: FocusEvent) => void
    onBlur: () => void
    onKeyDown: (event: KeyboardEvent) => void
    onClick: (event: MouseEvent) => void
  }
}

/** The drawing itself, which the server draws first: axis, lanes and the lines across them. */
export function Plot({ plot, track, view, scene, zones, moments, texts, words, closed, ...rest }: PlotProps) {
  const help = useId()
  const marks = marksOf(view, zones.shown, words, moments)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={plot}
      className={styles.plot}
      role="group"
      aria-label={words.chart}
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard moves through time here
      tabIndex={0}
      {...rest.handlers}
    >
      <p id={help} className={styles.said}>
        {words.help}
      </p>
      <div className={styles.sheet}>
        <div className={styles.head}>
          <Axis view={view} zone={zones.shown} marks={marks} names={words.names} />
        </div>
        <div ref={track} className={styles.behind}>
          <Backdrop view={view} zone={zones.shown} marks={marks} home={zones.home} />
        </div>
        {scene.every(({ stops }) => stops.length === 0) ? (
          <p className={styles.empty}>{words.empty}</p>
        ) : null}
        <div className={styles.lanes}>
          {scene.map(({ lane, rows }) =>
            lane.kind === 'teams' ? (
              <button
                key={lane.id}
                type="button"
                aria-expanded={!closed.includes(lane.id)}
                onClick={() => rest.onToggle(lane.id)}
              >
                {words.teamsCount}
              </button>
            ) : (
              <Lane
                key={lane.id}
                {...{ lane, rows, view, texts, words }}
                selected={rest.selected}
                tabStop={rest.tabStop}
              />
            ),
          )}
        </div>
      </div>
    </div>
  )
}
