import type { ZoneChoice } from '@/lib/timeline/position/rules'
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
