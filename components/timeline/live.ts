import { openLine } from '@/components/scenario-stream/line'
import { itemsOf, withChanges } from '@/lib/timeline/changes/rules'
import { columnsOf, type TimelineChanges, tableOf } from '@/lib/timeline/columns/rules'
import type { Columns } from './board-data'

/** A burst of edits is asked for once, in ms. */
const SETTLED = 400

type Followed = {
  address: string
  /** Whose line of the scenario to listen on; null for who sees none: then the plan is asked for when one comes back. */
  stream: { exerciseId: string; accountId: string } | null
  columns: () => Columns | null
  take: (columns: Columns) => void
  /** Ask every so many ms besides; null for only when something is told or seen. */
  every: number | null
  /** Whether an answer came. */
  heard: (answered: boolean) => void
  /** So much has changed that everything is asked for anew. */
  again: () => void
}

/** Keeps columns as the plan is: after an event of the scenario, and when the tab is seen again. Ends with `signal`. */
export function follow(
  { address, stream, columns, take, every, heard, again }: Followed,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let missed = false
  const ask = async () => {
    const known = columns()
    if (!known?.said || signal.aborted) return
    if (asking) {
      missed = true
      return
    }
    asking = true
    try {
      const answer = await fetch(sinceAddress(address, known.shapes.cursor), { signal })
      heard(answer.ok)
      if (!answer.ok) return
      const changes: TimelineChanges = await answer.json()
      if (changes.all) again()
      else if (columns() === known) take(patched(known, changes))
      else missed = true
    } catch {
      // Without a connection the next event, or the next look, asks again.
      if (!signal.aborted) heard(false)
    } finally {
      asking = false
      // What was told while the answer was on its way may not be in it.
      if (missed) soon()
      missed = false
    }
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(ask, SETTLED)
  }
  const seen = () => {
    if (document.visibilityState === 'visible') soon()
  }
  document.addEventListener('visibilitychange', seen, { signal })
  const clock = every === null ? undefined : setInterval(ask, every)
  const close = stream
    ? openLine<unknown>({
        ...stream,
        cursor: () => columns()?.shapes.cursor ?? '',
        onChanges: ({ rows, removed, reload }) => {
          if (rows.length + removed.length + reload.length > 0) soon()
        },
        onPresence: () => {},
        onStatus: () => {},
      })
    : () => {}
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    clearInterval(clock)
    close()
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

/** An address may say already which part of the plan it is about. */
const sinceAddress = (address: string, cursor: string) =>
  `${address}${address.includes('?') ? '&' : '?'}since=${encodeURIComponent(cursor)}`
