import { useEffect, useMemo, useRef, useState } from 'react'
import { found, searchable } from '@/lib/timeline/find/rules'
import type { Columns } from './board-data'
import { otherNames } from './names'

export type Search = {
  sought: string
  hits: readonly number[]
  /** Place in the hits; -1 before the first step. */
  at: number
  seek: (text: string) => void
  go: (by: 1 | -1) => void
}

/** What is looked for, and where one is among the hits; `onHit` shows one. */
export function useSearch(columns: Columns | null, shown: Int32Array, onHit: (item: number) => void): Search {
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(-1)
  const isThere = Boolean(columns?.said) && shown.length > 0
  const seeks = sought.trim() !== ''
  const texts = useMemo(() => {
    if (!seeks || !columns?.said) return []
    return searchable(columns.said, otherNames(columns.table, columns.said))
  }, [seeks, columns])
  const hits = useMemo(() => {
    const seen = new Set(shown)
    return found(texts, sought).filter(item => seen.has(item))
  }, [texts, sought, shown])
  /** The step that was asked for before there was anything to look through. */
  const asked = useRef<1 | -1 | null>(null)
  const seek = (text: string) => {
    asked.current = null
    setSought(text)
    setAt(-1)
  }
  const go = (by: 1 | -1) => {
    asked.current = isThere ? null : by
    if (hits.length === 0) return
    const next = at < 0 ? (by > 0 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length
    const hit = hits[next]
    setAt(next)
    if (hit !== undefined) onHit(hit)
  }
  useEffect(() => {
    if (isThere && asked.current !== null) go(asked.current)
  })
  return { sought, hits, at, seek, go }
}
