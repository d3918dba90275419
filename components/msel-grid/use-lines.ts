'use client'

import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { arrange, type Looks, ordered, placedIn, type View } from '@/lib/injects/views/rules'
import { linesOf } from './lines'
import type { Rows } from './use-rows'

type Given = {
  rows: Rows
  /** whether all rows are there; till then the order is the server's */
  whole: boolean
  view: View
  looks: Looks
  /** new rows, and the one each was made from */
  behind: ReadonlyMap<string, string>
}

/**
 * The lines of the list. Their order is made when a way to sort is chosen, and then kept: a row that is written in stays
 * under the hand, as in a spreadsheet.
 */
export function useLines({ rows, whole, view, looks, behind }: Given) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [times, setTimes] = useState(0)
  const { sort, descending } = view
  // When the last row has come, the times that follow come with a later drawing, and so does the order by them.
  const settled = useDeferredValue(whole)
  const latest = useRef({ rows, looks })
  latest.current = { rows, looks }
  // Only what somebody chose makes a new order, and the last row that was still to come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and looks are taken as they are at that moment
  const sorted = useMemo(() => {
    const { rows: now, looks: by } = latest.current
    const asGiven = !settled && sort === 'time' && !descending
    return asGiven ? [...now.keys()] : ordered(now.values(), { sort, descending }, by)
  }, [settled, sort, descending, times])
  const order = useMemo(() => placedIn(sorted, new Set(rows.keys()), behind), [sorted, rows, behind])
  const sought = useDeferredValue(view)
  const groups = useMemo(
    () => arrange(order, id => rows.get(id), sought, looks),
    [order, rows, sought, looks],
  )
  const lines = useMemo(() => linesOf(groups, closed), [groups, closed])
  const shown = useMemo(() => groups.reduce((sum, { ids }) => sum + ids.length, 0), [groups])
  return { lines, shown, closed, setClosed, sortAgain: () => setTimes(now => now + 1) }
}
