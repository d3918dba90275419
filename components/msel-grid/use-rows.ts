'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { InjectRow } from '@/lib/injects/rules'

export type Rows = ReadonlyMap<string, InjectRow>

/** Rows that one request brings: a few hundred kilobytes before they are packed. */
const pageSize = 2000
const idsAtOnce = 100

export type First = { rows: readonly InjectRow[]; total: number }

const keyed = (rows: Iterable<InjectRow>): Rows => new Map([...rows].map(row => [row.id, row]))

/**
 * The injects: the first ones come with the page, the others after it has been drawn. What others change comes in through
 * `applyRemote`, `removeRemote` and `reload`; an older state of a row never replaces a newer one.
 */
export function useRows(exerciseId: string, first: First) {
  const [rows, setRows] = useState<Rows>(() => keyed(first.rows))
  const [total, setTotal] = useState(first.total)
  const [state, setState] = useState<'loading' | 'whole' | 'failed'>(
    first.rows.length >= first.total ? 'whole' : 'loading',
  )
  const serials = useRef(new Map(first.rows.map(({ id, serial }) => [id, serial])))
  const path = `/api/scenario/${exerciseId}/injects`

  const applyRemote = useCallback((changed: readonly InjectRow[]) => {
    for (const { id, serial } of changed) serials.current.set(id, serial)
    setRows(before => {
      const after = new Map(before)
      for (const row of changed) {
        const known = before.get(row.id)
        if (!known || known.version <= row.version) after.set(row.id, row)
      }
      return after
    })
  }, [])
  const removeRemote = useCallback((ids: readonly string[]) => {
    setRows(before => {
      const after = new Map(before)
      for (const id of ids) after.delete(id)
      return after
    })
  }, [])
  /** The rows as they are now; those that have gone, or are no longer to be seen, go. */
  const fetchRows = useCallback(
    async (ids: readonly string[]): Promise<readonly InjectRow[]> => {
      const all: InjectRow[] = []
      for (let at = 0; at < ids.length; at += idsAtOnce) {
        const some = ids.slice(at, at + idsAtOnce)
        const found = await fetchPage(`${path}?ids=${some.join(',')}`)
        if (!found) break
        applyRemote(found.rows)
        all.push(...found.rows)
        const known = new Set(found.rows.map(({ id }) => id))
        const gone = some.filter(id => !known.has(id))
        if (gone.length > 0) removeRemote(gone)
      }
      return all
    },
    [path, applyRemote, removeRemote],
  )
  const load = useCallback(async () => {
    setState('loading')
    const all: InjectRow[] = []
    for (let after: string | null = null; ; ) {
      const page = await fetchPage(`${path}?limit=${pageSize}${after === null ? '' : `&after=${after}`}`)
      if (!page) return setState('failed')
      all.push(...page.rows)
      if (page.next === null) break
      after = page.next
    }
    for (const { id, serial } of all) serials.current.set(id, serial)
    setTotal(all.length)
    // What has been edited meanwhile is newer than what the pages brought.
    setRows(before => keyed(all.map(row => newer(row, before.get(row.id)))))
    setState('whole')
  }, [path])
  const reload = useCallback(() => void load(), [load])
  const begun = useRef(state === 'whole')
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void load()
  }, [load])
  const serialOf = useCallback((id: string) => serials.current.get(id), [])
  return useMemo(
    () => ({
      rows,
      total: Math.max(total, rows.size),
      state,
      serialOf,
      applyRemote,
      removeRemote,
      fetchRows,
      reload,
    }),
    [rows, total, state, serialOf, applyRemote, removeRemote, fetchRows, reload],
  )
}

const newer = (row: InjectRow, known: InjectRow | undefined) =>
  known && known.version > row.version ? known : row

type Page = { rows: InjectRow[]; next: string | null }

async function fetchPage(address: string): Promise<Page | null> {
  try {
    const answer = await fetch(address)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
