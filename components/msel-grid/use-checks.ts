'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Book, emptyBook, type Placed, withRecheck } from '@/lib/clashes/places/rules'
import type { Finding } from '@/lib/clashes/plan/rules'
import type { Recheck } from '@/lib/clashes/rules'
import { type PlanSource, planFrom } from '@/lib/clashes/source/rules'
import { type TechniqueSource, useTechniques } from '../techniques/use-techniques'
import { type ChecksLine, openChecksLine } from './checks-line'
import type { TypedField } from './checks-protocol'
import type { Rows } from './use-rows'

type Given = {
  rows: Rows
  /** whether all rows are there: of a part, nothing true can be said */
  whole: boolean
  scenario: PlanSource
  techniques: TechniqueSource
  /** the checks look at the whole plot, red's plans too: they are for those who plan */
  mayEdit: boolean
  /** what an edit of the own hand has moved, and what came of it */
  onMoved: (own: readonly string[], recheck: Recheck) => void
}

const nothing: readonly Placed[] = []

export type Checks = ReturnType<typeof useChecks>

/** What is wrong with the plan, kept while it is written: each edit is checked at the cost of what it touches. */
export function useChecks({ rows, whole, scenario, techniques, mayEdit, onMoved }: Given) {
  const [book, setBook] = useState<Book | null>(null)
  const [fresh, setFresh] = useState<readonly Finding[]>([])
  const line = useRef<ChecksLine | null>(null)
  const latest = useRef({ rows, onMoved })
  latest.current = { rows, onMoved }
  const [begun, setBegun] = useState(false)
  if (whole && mayEdit && !begun) setBegun(true)
  const named = useMemo(
    () => begun && [...rows.values()].some(row => row.techniques.length > 0),
    [begun, rows],
  )
  const list = useTechniques(techniques, named)
  const plan = useMemo(() => planFrom(scenario, list && [...list.values()]), [scenario, list])
  useEffect(() => {
    if (!begun) return
    const own = openChecksLine(answer => {
      if (answer.kind === 'opened')
        return setBook(withRecheck(emptyBook, { gone: [], came: answer.findings }))
      const { recheck } = answer
      setBook(before => before && withRecheck(before, recheck))
      setFresh(recheck.came)
      if (answer.own.length > 0) latest.current.onMoved(answer.own, recheck)
    })
    line.current = own
    return () => own.end()
  }, [begun])
  // What concerns everything at once (phases, nights, teams, objectives) is looked at anew.
  useEffect(() => {
    if (begun) line.current?.open(plan, latest.current.rows)
  }, [begun, plan])
  useEffect(() => line.current?.update(plan, rows), [plan, rows])
  const of = useCallback((id: string) => book?.of.get(id) ?? nothing, [book])
  /** What a field would do to the plan if it held that; null while nothing can be said. */
  const ask = useCallback(
    async (typed: TypedField): Promise<Recheck | null> => line.current?.ask(typed) ?? null,
    [],
  )
  const expect = useCallback((ids: readonly string[]) => line.current?.expect(ids), [])
  const forget = useCallback((ids: readonly string[]) => line.current?.forget(ids), [])
  return useMemo(
    () => ({ all: book?.all ?? null, of, fresh, ask, expect, forget }),
    [book, of, fresh, ask, expect, forget],
  )
}
