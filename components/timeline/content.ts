import type { Window } from '@/lib/timeline/axis/rules'
import type { GridWords, Moments, Zones } from '@/lib/timeline/grid/rules'
import type { OpenLane } from '@/lib/timeline/lanes/rules'
import type { Known } from '@/lib/timeline/marks/rules'
import type { Layouts, Scene } from '@/lib/timeline/scene/rules'
import type { Items } from './same-item'

/** What is on the board: changes with the data and with choices, never while one moves through time. */
export type Content = Items & {
  known: Known
  layouts: Layouts
  lanes: readonly OpenLane[]
  zones: Zones
  words: GridWords
  moments: Moments
  extent: Window
  selected: ReadonlySet<number>
  links: boolean
  /** Pixels that a lane's name takes over its rows; 0 where names stand beside. */
  nameRoom: number
}

export type Elements = {
  plot: HTMLElement
  track: HTMLElement
  sheet: HTMLElement
  head: HTMLCanvasElement
  body: HTMLCanvasElement
  range: HTMLElement | null
}

/** The lanes in sight, and what they were made of: the two belong together, whatever has come since. */
export type Slice = { content: Content | null; scene: Scene; first: number; last: number }
