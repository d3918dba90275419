import { openLine } from '@/components/scenario-stream/line'
import { itemsOf, withChanges } from '@/lib/timeline/changes/rules'
import { columnsOf, type TimelineChanges, tableOf } from '@/lib/timeline/columns/rules'
import type { Columns } from './board-data'

/** A burst of edits is asked for once, in ms. */
const SETTLED = 400

type Ending = () => void

type Followed = {
  columns: () => Columns | null
  /** What is new since a cursor; null where that was refused. Rejects without a connection. */
  ask: (since: string, signal: AbortSignal) => Promise<TimelineChanges | null>
  /** Calls whenever something may be new, until the ending that comes back is called. */
  listen: (told: () => void) => Ending
  take: (columns: Columns) => void
  /** Whether an answer came. */
  heard: (answered: boolean) => void
  /** So much has changed that everything is asked for anew. */
  again: () => void
  /** How long a burst goes on, in ms. */
  settled?: number
}

/** Keeps columns as the plan is. Ends with `signal`. */
export function follow(followed: Followed, signal: AbortSignal): void {
  const { columns, ask, listen, take, heard, again, settled = SETTLED } = followed
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let missed = false
  const soon = () => {
    clearTimeout(timer)
    if (!signal.aborted) timer = setTimeout(look, settled)
  }
  const look = async () => {
    const known = columns()
    if (!known?.said) return
    if (asking) {
      missed = true
      return
    }
    asking = true
    const changes = await ask(known.shapes.cursor, signal).catch(() => null)
    asking = false
    if (signal.aborted) return
    // Without an answer the next that is told, or the next look, asks again.
    heard(changes !== null)
    if (changes?.all) again()
    else if (changes && columns() === known) take(patched(known, changes))
    else if (changes) missed = true
    // What was told while the answer was on its way may not be in it.
    if (missed) soon()
    missed = false
  }
  const end = listen(soon)
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    end()
  })
}

/** Columns with what has changed; where nothing has, only the cursor is another. */
function patched(known: Columns, changes: Extract<TimelineChanges, { all: false }>): Columns {
  const { shapes, said } = known
  const { cursor, frame, items, removed, groups } = changes
  if (!said || items.length + removed.length + groups.length === 0)
    return { ...known, shapes: { ...shapes, cursor } }
  const whole = withChanges({ lists: shapes.lists, ...itemsOf(shapes, said) }, changes)
  const next = columnsOf({ ...frame, cursor, lists: whole.lists }, whole.items, whole.links)
  return { shapes: next.shapes, table: tableOf(next.shapes), said: next.words }
}

/** Asks the server that the columns came from. */
export function askAt(address: string): Followed['ask'] {
  return async (since, signal) => {
    const answer = await fetch(sinceAddress(address, since), { signal })
    return answer.ok ? answer.json() : null
  }
}

/** An address may say already which part of the plan it is about. */
const sinceAddress = (address: string, cursor: string) =>
  `${address}${address.includes('?') ? '&' : '?'}since=${encodeURIComponent(cursor)}`

type Stream = {
  /** Whose line of the scenario to listen on; null for who sees none. */
  stream: { exerciseId: string; accountId: string } | null
  cursor: () => string
  /** Tell every so many ms besides; null for never. */
  every: number | null
}

/** Tells of an event of the scenario, and of a tab that is seen again. */
export function listenTo({ stream, cursor, every }: Stream): Followed['listen'] {
  return told => {
    const stop = new AbortController()
    const seen = () => {
      if (document.visibilityState === 'visible') told()
    }
    document.addEventListener('visibilitychange', seen, { signal: stop.signal })
    const clock = every === null ? undefined : setInterval(told, every)
    const close = stream
      ? openLine<unknown>({
          ...{ ...stream, cursor },
          onChanges: ({ rows, removed, reload }) => {
            if (rows.length + removed.length + reload.length > 0) told()
          },
          onPresence: () => {},
          onStatus: () => {},
        })
      : () => {}
    return () => {
      stop.abort()
      clearInterval(clock)
      close()
    }
  }
}
