import { useCallback, useEffect, useState } from 'react'
import type { WordedError } from '@/components/error-words'
import { useWrite } from '@/components/use-write'
import type { ErrorParams } from '@/lib/errors'
import type { ExerciseDocument } from '@/lib/exchange/document/schema'
import {
  type Missing,
  missingNames,
  type Place,
  type PlannedRow,
  planImport,
} from '@/lib/exchange/plan/rules'
import { takeNames } from '@/lib/exchange/taking/actions'
import { addInjects, editInjects } from '@/lib/injects/actions'
import type { FieldValue, InjectField, InjectRow, SayingTimes } from '@/lib/injects/rules'

const [addedAtOnce, editedAtOnce] = [100, 500]

export type Said = { serial: string; field: InjectField; reason: string; params?: ErrorParams }
export type Taking =
  | { step: 'none' }
  | { step: 'taking'; done: number; of: number }
  | { step: 'stopped'; refusal: WordedError; done: number; of: number }
  | { step: 'done'; added: number; edited: number; left: Said[] }

type Given = {
  exerciseId: string
  document: ExerciseDocument
  place: Place
  saying: Omit<SayingTimes, 'serialOf'>
  covered: ReadonlySet<InjectField>
  words: { word: string; meaning: string }[]
}
type Edit = { injectId: string; field: InjectField; seen: FieldValue; value: FieldValue }

/** All injects of an exercise that the reader may see, page by page. */
export async function fetchRows(exerciseId: string): Promise<InjectRow[]> {
  const rows: InjectRow[] = []
  let after: string | null = null
  do {
    const response: Response = await fetch(
      `/api/scenario/${exerciseId}/injects${after ? `?after=${after}` : ''}`,
    )
    if (!response.ok) throw new Error(String(response.status))
    const page: { rows: InjectRow[]; next: string | null } = await response.json()
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}

/**
 * Takes a list in: names first, then new injects, changes and waits, some hundred a transaction. What was taken in stays
 * when it breaks off; going on begins with what the exercise has then, and finds each inject by its serial.
 */
export function useTaking() {
  const [taking, setTaking] = useState<Taking>({ step: 'none' })
  const [names, add, edit] = [useWrite(takeNames), useWrite(addInjects), useWrite(editInjects)]
  useEffect(() => {
    if (taking.step !== 'taking') return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [taking.step])

  const take = useCallback(
    async ({ exerciseId, document, place, saying, covered, words }: Given, skip: Set<number>) => {
      const missing: Missing = missingNames(document, place)
      setTaking({ step: 'taking', done: 0, of: document.scenario.injects.length })
      const made = await names({ exerciseId, ...missing, words })
      if (!made.ok) return setTaking({ step: 'stopped', refusal: made.refusal.worded, done: 0, of: 0 })
      const planned = async (): Promise<PlannedRow[]> => {
        const rows = await fetchRows(exerciseId)
        const serials = new Map(rows.map(({ id, serial }) => [id, serial]))
        const all = { ...saying, serialOf: (id: string) => serials.get(id) }
        return planImport(document, { place: { ...place, ...made.data }, rows, saying: all, covered })
      }
      const left: Said[] = []
      const fresh = (await planned()).filter(({ existing, at }) => !existing && !skip.has(at))
      const of = document.scenario.injects.length
      const ids = new Map<number, string>()
      for (let from = 0; from < fresh.length; from += addedAtOnce) {
        const part = fresh.slice(from, from + addedAtOnce)
        const result = await add({ exerciseId, injects: part.map(newInject) })
        if (!result.ok) return setTaking({ step: 'stopped', refusal: result.refusal.worded, done: from, of })
        for (const [n, { id }] of result.data.injects.entries()) {
          const at = part[n]?.at ?? -1
          ids.set(at, id)
          // One without a serial cannot be found again: it must not come twice.
          skip.add(at)
        }
        const serialOf = new Map(result.data.injects.map(({ id, serial }) => [id, serial]))
        left.push(
          ...result.data.refused.map(({ injectId, ...said }) => ({
            ...said,
            serial: serialOf.get(injectId) ?? '',
          })),
        )
        setTaking({ step: 'taking', done: from + part.length, of })
      }
      // Changes, and the waits of new ones, which may name any other.
      const again = await planned()
      const edits = again.flatMap((row): Edit[] => {
        const isNew = ids.has(row.at)
        const injectId = row.existing?.id ?? ids.get(row.at)
        if (!injectId) return []
        const changes = isNew ? row.changes.filter(({ field }) => isWaiting(field, row)) : row.changes
        return changes.map(({ field, from, to }) => ({ injectId, field, seen: from, value: to }))
      })
      const serialOf = new Map(
        again.map(({ existing, at, serial }) => [existing?.id ?? ids.get(at) ?? '', serial ?? '']),
      )
      for (let from = 0; from < edits.length; from += editedAtOnce) {
        const result = await edit({ exerciseId, edits: edits.slice(from, from + editedAtOnce) })
        if (!result.ok)
          return setTaking({ step: 'stopped', refusal: result.refusal.worded, done: fresh.length, of })
        left.push(
          ...result.data.refused.map(({ injectId, ...said }) => ({
            ...said,
            serial: serialOf.get(injectId) ?? '',
          })),
        )
      }
      const edited = new Set(
        edits.filter(({ injectId }) => ![...ids.values()].includes(injectId)).map(({ injectId }) => injectId),
      )
      setTaking({ step: 'done', added: ids.size, edited: edited.size, left })
    },
    [add, edit, names],
  )
  const reset = useCallback(() => setTaking({ step: 'none' }), [])
  return { taking, take, reset }
}

/** What names other injects, which must be there first. */
const isWaiting = (field: InjectField, { wanted }: PlannedRow) =>
  field === 'waits' || (field === 'start' && !wanted.moment && wanted.waits.length > 0)

function newInject(row: PlannedRow) {
  const values = row.changes.filter(
    ({ field }) => field !== 'storylineId' && field !== 'incidentId' && !isWaiting(field, row),
  )
  return {
    ...(row.serial === null ? {} : { serial: row.serial }),
    storylineId: row.wanted.storylineId,
    incidentId: row.wanted.incidentId,
    foreign: row.foreign,
    values: values.map(({ field, to }) => ({ field, value: to })),
  }
}
