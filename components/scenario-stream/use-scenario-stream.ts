'use client'

import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Cursor } from '@/lib/stream-cursor'
import type { ChangesMessage, Part, Present } from '@/lib/stream-messages'
import { follower } from './follower'
import { type LineStatus, openLine } from './line'
import { type Announcer, announcer } from './presence'

type Given<Row> = {
  exerciseId: string
  accountId: string
  /** taken by the page before it read its rows */
  cursor: Cursor
  /** rows that are new or have changed, as they are now; the own edits too */
  onRows: (rows: Row[]) => void
  /** rows that are gone, or that this person may no longer see */
  onRemoved: (ids: string[]) => void
  /** parts that must be loaded again as a whole */
  onReload: (parts: Part[]) => void
}

/**
 * What others change in a scenario, as it happens. `status` says whether the line is up; `presenceOf` who else is on a
 * row; `announce` where this person is, null for nowhere.
 */
export function useScenarioStream<Row extends { id: string }>(given: Given<Row>) {
  const { exerciseId, accountId, cursor: start } = given
  const [status, setStatus] = useState<LineStatus>('lost')
  const [present, setPresent] = useState<readonly Present[]>([])
  const announcing = useRef<Announcer | null>(null)
  const first = useRef(start)
  const take = useEffectEvent(
    ({ rows, removed, reload }: Pick<ChangesMessage<Row>, 'rows' | 'removed' | 'reload'>) => {
      if (rows.length > 0) given.onRows(rows)
      if (removed.length > 0) given.onRemoved(removed)
      if (reload.length > 0) given.onReload(reload)
    },
  )

  useEffect(() => {
    const tab = follower<Row>(first.current)
    let asking = false
    const onChanges = (message: ChangesMessage<Row>) => {
      const news = tab.take(message)
      take(news)
      if (news.gap) catchUp()
    }
    const catchUp = async () => {
      if (asking) return
      asking = true
      const since = encodeURIComponent(tab.cursor())
      const answer = await fetch(`/api/stream/${exerciseId}?once&since=${since}`).catch(() => null)
      asking = false
      // Where it failed, the next beat shows the same gap.
      if (answer?.ok) onChanges(await answer.json())
    }
    let close = () => {}
    const open = () => {
      close = openLine<Row>({
        ...{ exerciseId, accountId, cursor: tab.cursor, onChanges },
        ...{ onPresence: setPresent, onStatus: setStatus },
      })
    }
    const leave = () => {
      announcing.current?.leave()
      close()
    }
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) open()
    }
    announcing.current = announcer(exerciseId)
    open()
    // A page that was kept aside or frozen has missed what was told meanwhile.
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', comeBack)
    document.addEventListener('resume', catchUp)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', comeBack)
      document.removeEventListener('resume', catchUp)
      announcing.current?.end()
      close()
    }
  }, [exerciseId, accountId])

  const rows = useMemo(() => byRow(present, accountId), [present, accountId])
  const presenceOf = useCallback((injectId: string) => rows.get(injectId) ?? none, [rows])
  const announce = useCallback((injectId: string | null, field: string | null = null) => {
    announcing.current?.say(injectId, field)
  }, [])
  return { status, presenceOf, announce }
}

const none: readonly Present[] = []

function byRow(present: readonly Present[], accountId: string): Map<string, Present[]> {
  const rows = new Map<string, Present[]>()
  for (const who of present)
    if (who.accountId !== accountId) rows.set(who.injectId, [...(rows.get(who.injectId) ?? []), who])
  return rows
}
