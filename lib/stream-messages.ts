import type { Cursor } from './stream-cursor'

/** A part of a scenario that is loaded as a whole; `everything` where what changed is too much to be told row by row. */
export type Part =
  | 'settings'
  | 'storylines'
  | 'modes'
  | 'personas'
  | 'objectives'
  | 'columns'
  | 'gates'
  | 'phases'
  | 'teams'
  | 'activities'
  | 'shifts'
  | 'frame'
  | 'everything'

/** What was new between two cursors, as one actor may see it: rows as they are now, ids of rows that are gone. */
export type ChangesMessage<Row> = {
  from: Cursor
  to: Cursor
  rows: Row[]
  removed: string[]
  reload: Part[]
}

/** Who is on which row. `tab` tells two windows of one person apart. */
export type Present = { tab: string; accountId: string; name: string; injectId: string; field: string | null }

/** Names of the server-sent events. A `changes` without any is a sign of life. */
export type StreamEvent = 'changes' | 'presence'
