import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Instant } from '@/lib/time-zones'
import { spanOf, type Window } from '@/lib/timeline/axis/rules'
import { type ItemKind, itemKinds, type Table } from '@/lib/timeline/columns/rules'
import { HEAD } from '@/lib/timeline/picture/rules'
import type { Position, ZoneChoice } from '@/lib/timeline/position/rules'
import { windowAround } from '@/lib/timeline/present/rules'
import { type Scene, wholeRows } from '@/lib/timeline/scene/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import type { Columns } from '../timeline/board-data'
import { Plot } from '../timeline/plot'
import { useContent } from '../timeline/use-content'
import { useMedia } from '../timeline/use-media'
import { useNow } from '../timeline/use-now'
import { useStage } from '../timeline/use-stage'
import { otherZone } from '../timeline/use-zones'
import type { BoardWords } from '../timeline/words'
import styles from './wall.module.css'

type Props = {
  columns: Columns | null
  words: BoardWords
  zones: Record<ZoneChoice, WallZone>
  /** Which lanes, kinds and zone; of its window the length alone. */
  position: Position
  now: Instant
  play: { startexAt: Instant; endexAt: Instant }
}

/** Of the wall; the lists have the rest. */
const SHARE = 0.4

const nothing = () => {}
const none: readonly string[] = []

/** The timeline's own board for a room: nobody's hand is on it, so it follows now. */
export function WallBoard({ columns, words, zones, position, now: first, play }: Props) {
  const now = useNow(first)
  const phone = useMedia('(max-width: 47.99rem)')
  const shown = useMemo(
    () => ({ shown: zones[position.zone], home: zones.home, other: otherZone(zones, position.zone) }),
    [zones, position.zone],
  )
  const { startexAt, endexAt } = play
  const span = position.window && spanOf(position.window)
  const table = columns?.table ?? null
  const kinds = useMemo(
    () => position.kinds ?? (table && kindsIn(table, windowAround(now, { startexAt, endexAt }, span))),
    [position.kinds, table, now, startexAt, endexAt, span],
  )
  const { content } = useContent({
    ...{ columns, words, now, phone, zones: shown, position: { ...position, kinds } },
    ...{ chosen: none, links: false },
  })
  const { stage, refs, slice } = useStage({ content, window: null, onFrame: nothing, onSettle: nothing })
  useEffect(() => {
    if (content) stage.go(windowAround(now, { startexAt, endexAt }, span))
  }, [stage, content, now, startexAt, endexAt, span])
  const frame = useHeight(slice.scene)
  return (
    <div ref={frame} className={styles.board}>
      <Plot {...{ refs, slice, words }} />
    </div>
  )
}

/** As high as what is drawn, and where that has no room, as whole rows of it. */
function useHeight(scene: Scene) {
  const frame = useRef<HTMLDivElement>(null)
  // Looked at with every second of the clock, and so after any change of the screen.
  useLayoutEffect(() => {
    const { current } = frame
    const wall = current?.parentElement?.clientHeight ?? 0
    if (!current || scene.height === 0) return
    const room = (wall * SHARE) / (current.currentCSSZoom ?? 1) - HEAD
    current.style.setProperty('--high', `${HEAD + wholeRows(scene, room)}px`)
  })
  return frame
}

/** What there is to be seen: a wall has no room for lanes with nothing in them, nor for a lane of each team's places. */
function kindsIn(table: Table, { from, to }: Window): ItemKind[] {
  const there = new Set<number>()
  for (let item = 0; item < table.count; item++) {
    const [start = 0, end = 0, kind = 0] = [table.startAt[item], table.endAt[item], table.kind[item]]
    if (start <= to && end >= from) there.add(kind)
  }
  return itemKinds.filter((name, kind) => there.has(kind) && name !== 'registration')
}
