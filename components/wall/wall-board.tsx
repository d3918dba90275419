import { useEffect, useMemo } from 'react'
import type { Instant } from '@/lib/time-zones'
import { spanOf } from '@/lib/timeline/axis/rules'
import type { Position, ZoneChoice } from '@/lib/timeline/position/rules'
import { windowAround } from '@/lib/timeline/present/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import type { Columns } from '../timeline/board-data'
import { Plot } from '../timeline/plot'
import { useContent } from '../timeline/use-content'
import { useMedia } from '../timeline/use-media'
import { useNow } from '../timeline/use-now'
import { useStage } from '../timeline/use-stage'
import { otherZone } from '../timeline/use-zones'
import type { BoardWords } from '../timeline/words'

type Props = {
  columns: Columns | null
  words: BoardWords
  zones: Record<ZoneChoice, WallZone>
  /** Which lanes, kinds and zone; of its window the length alone. */
  position: Position
  now: Instant
  play: { startexAt: Instant; endexAt: Instant }
}

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
  const { content } = useContent({
    ...{ columns, position, words, now, phone, zones: shown },
    ...{ chosen: none, links: false },
  })
  const { stage, refs, slice } = useStage({ content, window: null, onFrame: nothing, onSettle: nothing })
  const { startexAt, endexAt } = play
  const span = position.window && spanOf(position.window)
  useEffect(() => {
    if (content) stage.go(windowAround(now, { startexAt, endexAt }, span))
  }, [stage, content, now, startexAt, endexAt, span])
  return <Plot {...{ refs, slice, words }} table={columns?.table ?? null} />
}
