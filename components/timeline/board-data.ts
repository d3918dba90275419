import type { Packed } from '@/components/packed'
import type { Instant } from '@/lib/time'
import type { TimeLocale } from '@/lib/time-names'
import type { Shapes, Table, Words } from '@/lib/timeline/columns/rules'
import type { Position, ZoneChoice } from '@/lib/timeline/position/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import type { BoardWords } from './words'

/** A part of the plan: all of it, the viewer's own, a nation's. */
export type SliceLink = { label: string; href: string; current: boolean }

export type BoardProps = {
  /** Where the columns are fetched from. */
  address: string | null
  /** The columns of a plan that is small enough to come with the page. */
  given: Packed<{ shapes: Shapes; words: Words }> | null
  /** From when to when the exercise is played. */
  play: { startexAt: Instant; endexAt: Instant }
  /** The exercise's pages (`/exercises/BL27`); null for a viewer who may open none. */
  base: string | null
  /** Whose line of the scenario to listen on; null for who sees none. */
  stream: { exerciseId: string; accountId: string } | null
  /** Where the viewer may move things; null for who may not. */
  moves: { exerciseId: string } | null
  /** The parts of the plan that the viewer may look at; none where there is only one. */
  slices: readonly SliceLink[]
  /** The part that is shown, as addresses say it; null for all. */
  slice: string | null
  words: Packed<BoardWords>
  zones: Packed<Record<ZoneChoice, WallZone>>
  now: Instant
  locale: TimeLocale
  /** False where the viewer's zone is only taken for the home zone. */
  viewerKnown: boolean
  initial: Position
}

/** The columns as the board computes with them; `said` comes a moment after `table`. */
export type Columns = { shapes: Shapes; table: Table; said: Words | null }
