import { useCallback, useEffect, useState } from 'react'
import type { WordedError } from '@/components/error-words'
import { useWrite } from '@/components/use-write'
import type { ErrorParams } from '@/lib/errors'
import type { ExerciseDocument } from '@/lib/exchange/document/schema'
import { type GatesThere, type PlannedGates, planGates } from '@/lib/exchange/gates/rules'
import type { Kept } from '@/lib/exchange/kept/rules'
import type { ListTimes } from '@/lib/exchange/list-times/rules'
import {
  type Missing,
  missingNames,
  type Place,
  type PlannedRow,
  planImport,
} from '@/lib/exchange/plan/rules'
import { keepForeign, takeGates, takeNames } from '@/lib/exchange/taking/actions'
import { addInjects, editInjects } from '@/lib/injects/actions'
import type { FieldValue, InjectField, InjectRow, SayingTimes } from '@/lib/injects/rules'

const [addedAtOnce, editedAtOnce] = [100, 500]
/** Characters of one request: an action's body may have 256 kB, and a character up to three bytes. */
const mostCharacters = 80_000

/** In parts of so many, shorter where they say much. */
function* partsOf<Item>(items: readonly Item[], most: number): Generator<Item[]> {
  let [part, length]: [Item[], number] = [[], 0]
  for (const item of items) {
    const size = JSON.stringify(item).length
    if (part.length > 0 && (part.length === most || length + size > mostCharacters)) {
      yield part
      part = []
      length = 0
    }
    part.push(item)
    length += size
  }
  if (part.length > 0) yield part
}

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
  saying: Omit<SayingTimes, 'serialOf' | 'gateOf'>
  gates: GatesThere
  covered: ReadonlySet<InjectField>
  words: { word: string; meaning: string }[]
  times: ListTimes | null
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

/** What the injects keep of the files that they came from, by inject. */
export async function fetchKept(exerciseId: string): Promise<Record<string, Kept>> {
  const response = await fetch(`/api/scenario/${exerciseId}/kept`)
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

/**
 * Takes a list in: names first, then new injects, changes and waits, some hundred a transaction. What was taken in stays
 * when it breaks off; going on begins with what the exercise has then, and finds each inject by its serial.
 */
export function useTaking() {
  const [taking, setTaking] = useState<Taking>({ step: 'none' })
  const [names, add, edit] = [useWrite(takeNames), useWrite(addInjects), useWrite(editInjects)]
  const [keep, makeGates] = [useWrite(keepForeign), useWrite(takeGates)]
  useEffect(() => {
    if (taking.step !== 'taking') return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [taking.step])

  const take = useCallback(
    async (given: Given, skip: Set<number>) => {
      const { exerciseId, document, place, saying, covered, words, times } = given
      const missing: Missing = missingNames(document, place)
      setTaking({ step: 'taking', done: 0, of: document.scenario.injects.length })
      const made = await names({ exerciseId, ...missing, words, times })
      if (!made.ok) return setTaking({ step: 'stopped', refusal: made.refusal.worded, done: 0, of: 0 })
      const numbers = new Map(given.gates.gates.map(({ id, number }) => [id, number]))
      const gateHere = new Map<string, string>()
      const planned = async (): Promise<{ rows: PlannedRow[]; gates: PlannedGates }> => {
        const [rows, kept] = [await fetchRows(exerciseId), await fetchKept(exerciseId)]
        const serials = new Map(rows.map(({ id, serial }) => [id, serial]))
        const serialOf = (id: string) => serials.get(id)
        const all = { ...saying, serialOf, gateOf: (id: string) => numbers.get(id) }
        const gates = planGates(document, given.gates, serialOf)
        const here = new Map([...gates.idOf, ...gateHere])
        const setting = { rows, kept, saying: all, covered, gates: here }
        return {
          rows: planImport(document, { place: { ...place, ...made.data }, ...setting }),
          gates,
        }
      }
      const left: Said[] = []
      const fresh = (await planned()).rows.filter(({ existing, at }) => !existing && !skip.has(at))
      const of = document.scenario.injects.length
      const ids = new Map<number, string>()
      let from = 0
      for (const part of partsOf(fresh, addedAtOnce)) {
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
        from += part.length
        setTaking({ step: 'taking', done: from, of })
      }
      // What waits for injects comes when they are there; what keeps the words of a file, and the waits of new ones last.
      const { missing: absent } = (await planned()).gates
      if (absent.length > 0) {
        const result = await makeGates({ exerciseId, gates: absent })
        if (!result.ok)
          return setTaking({ step: 'stopped', refusal: result.refusal.worded, done: fresh.length, of })
        for (const { key, id, number } of result.data.gates) {
          gateHere.set(key, id)
          numbers.set(id, number)
        }
      }
      const { rows: again } = await planned()
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
      for (const part of partsOf(edits, editedAtOnce)) {
        const result = await edit({ exerciseId, edits: part })
        if (!result.ok)
          return setTaking({ step: 'stopped', refusal: result.refusal.worded, done: fresh.length, of })
        left.push(
          ...result.data.refused.map(({ injectId, ...said }) => ({
            ...said,
            serial: serialOf.get(injectId) ?? '',
          })),
        )
      }
      const more = again.flatMap(({ existing, kept, at }) =>
        existing && kept && !ids.has(at) ? [{ injectId: existing.id, foreign: kept }] : [],
      )
      for (const part of partsOf(more, editedAtOnce)) {
        const result = await keep({ exerciseId, injects: part })
        if (!result.ok)
          return setTaking({ step: 'stopped', refusal: result.refusal.worded, done: fresh.length, of })
      }
      const fresher = new Set(ids.values())
      const edited = new Set(
        [...edits, ...more].map(({ injectId }) => injectId).filter(injectId => !fresher.has(injectId)),
      )
      setTaking({ step: 'done', added: ids.size, edited: edited.size, left })
    },
    [add, edit, keep, makeGates, names],
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
