import type { Instant } from '@/lib/time'
import type { TimeLocale } from '@/lib/time-names'
import type { Position, ZoneChoice } from '@/lib/timeline/position/rules'
import type { DrawnSource } from '@/lib/timeline/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import type { ItemText } from './item-text'
import type { BoardWords } from './words'

/** What the server makes once for all who may see the same, and the browser reads. */
export type BoardData = {
  source: DrawnSource
  texts: Readonly<Record<string, ItemText>>
  words: BoardWords
  zones: Readonly<Record<ZoneChoice, WallZone>>
}

export type BoardProps = {
  /** `BoardData` as JSON. */
  data: string
  now: Instant
  locale: TimeLocale
  /** False where the viewer's zone is only taken for the home zone. */
  viewerKnown: boolean
  initial: Position
  /** The server's guess of the drawing's width in pixels. */
  width: number
}
