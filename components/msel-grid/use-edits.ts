'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useExplain } from '@/components/error-words'
import { toast } from '@/components/ui/toast'
import { useWrite } from '@/components/use-write'
import { editInjects } from '@/lib/injects/actions'
import { printCell, readCell } from '@/lib/injects/cells/rules'
import {
  type FieldValue,
  fieldValue,
  type InjectField,
  type InjectRow,
  isTime,
  sameValue,
} from '@/lib/injects/rules'
import { isWaitNotation } from '@/lib/logic/notation/rules'
import { type AllDrafts, type Draft, settled, shownValue, withDraft } from './drafts'
import { type Sheet, storable } from './sheet'
import {
  type FieldEdit,
  noPast,
  type Past,
  redo,
  type Turn,
  undo,
  withOutcome,
  withoutEdit,
  withStep,
} from './undo'
import type { Rows } from './use-rows'

export type Typed = { injectId: string; field: InjectField; text: string }
type Sent = FieldEdit & { step: number | null; text: string }

/** As many as the action takes at once. */
const most = 2000

type Given = {
  rows: Rows
  sheet: Sheet
  editorial: boolean
  fetchRows: (ids: readonly string[]) => Promise<readonly InjectRow[]>
  /** told which injects are about to be at another time, and which are not after all */
  timed: { expect: (ids: readonly string[]) => void; forget: (ids: readonly string[]) => void }
}

/**
 * Saves fields as they are written, many in one request while another is under way. Each is sent with what was seen
 * when it was written: what somebody else has changed since comes back with both versions, and nothing is overwritten.
 */
export function useEdits({ rows, sheet, editorial, fetchRows, timed }: Given) {
  const { expect, forget } = timed
  const t = useTranslations('msel')
  const write = useWrite(editInjects)
  const explain = useExplain()
  const [drafts, setDrafts] = useState<AllDrafts>(new Map())
  const [past, setPast] = useState<Past>(noPast)
  const latest = useRef({ rows, sheet, editorial, drafts, past })
  const queue = useRef<Sent[]>([])
  const running = useRef(false)
  const steps = useRef(0)
  /** what stood there when somebody began to write: what others make of it meanwhile must not be overwritten unseen */
  const begun = useRef<{ key: string; seen: FieldValue } | null>(null)
  /** what the database made of an edit, until the row comes back: that is what the next one has seen */
  const became = useRef(new Map<string, { sent: FieldValue; value: FieldValue }>())
  useEffect(() => {
    latest.current = { ...latest.current, rows, sheet, editorial }
  }, [rows, sheet, editorial])

  const putDrafts = useCallback((change: (all: AllDrafts) => AllDrafts) => {
    latest.current.drafts = change(latest.current.drafts)
    setDrafts(latest.current.drafts)
  }, [])
  const putPast = useCallback((next: Past) => {
    latest.current.past = next
    setPast(next)
  }, [])
  const put = useCallback(
    (id: string, field: InjectField, draft: Draft | null) =>
      putDrafts(all => withDraft(all, id, field, draft)),
    [putDrafts],
  )

  const answer = useCallback(
    async (
      batch: readonly Sent[],
      result: Awaited<ReturnType<typeof write>>,
      fetched: ReadonlyMap<string, InjectRow>,
    ) => {
      if (!result.ok) {
        const { message } = result.refusal.worded
        for (const { injectId, field, text, value } of batch) {
          put(injectId, field, { text, value, state: 'refused', message })
        }
        forget(batch.map(({ injectId }) => injectId))
        toast(message, { tone: 'bad' })
        return
      }
      const sent = new Map(batch.map(one => [`${one.injectId} ${one.field}`, one]))
      let steps = latest.current.past
      for (const { injectId, field } of result.data.applied) {
        const one = sent.get(`${injectId} ${field}`)
        const row = fetched.get(injectId)
        if (!one) continue
        // One of several is enough: that has become a gate of its own, which has a name now.
        const renamed =
          (field === 'start' || field === 'waits') && row && String(one.value).startsWith('after any')
        const value = renamed ? fieldValue(row, field, latest.current.sheet.saying) : one.value
        became.current.set(`${injectId} ${field}`, { sent: one.value, value })
        if (renamed) steps = withOutcome(steps, one, value)
        const now = latest.current.drafts.get(injectId)?.get(field)
        // What was written over it meanwhile stays in sight.
        if (now?.value === one.value) put(injectId, field, { text: one.text, value, state: 'saved' })
      }
      for (const { injectId, field, reason, params, theirs, by } of result.data.refused) {
        const one = sent.get(`${injectId} ${field}`)
        if (!one) continue
        if (isTime(field)) forget([injectId])
        if (one.step !== null) steps = withoutEdit(steps, one.step, injectId, field)
        const { message } = await explain({ code: 'refused', reason, ...(params ? { params } : {}) })
        put(injectId, field, {
          ...{ text: one.text, value: one.value, state: 'refused', message },
          ...(theirs === undefined ? {} : { theirs: { value: theirs, by: by ?? null } }),
        })
      }
      if (steps !== latest.current.past) putPast(steps)
      const undone = result.data.refused.filter(
        ({ injectId, field }) => sent.get(`${injectId} ${field}`)?.step === null,
      )
      if (undone.length > 0) toast(t('notUndone', { count: undone.length }), { tone: 'bad' })
    },
    [explain, forget, put, putPast, t],
  )

  const flush = useCallback(async () => {
    if (running.current) return
    running.current = true
    while (queue.current.length > 0) {
      const batch = firstOfEach(queue.current).slice(0, most)
      const taken = new Set(batch)
      queue.current = queue.current.filter(one => !taken.has(one))
      const edits = batch.map(({ injectId, field, seen, value }) => {
        const own = became.current.get(`${injectId} ${field}`)
        return { injectId, field, seen: own && sameValue(own.sent, seen) ? own.value : seen, value }
      })
      const { editorial: kept } = latest.current
      const result = await write({ exerciseId: sheet.exerciseId, editorial: kept, edits })
      const ids = [...new Set(batch.map(({ injectId }) => injectId))]
      const fetched = result.ok ? await fetchRows(ids) : []
      await answer(batch, result, new Map(fetched.map(row => [row.id, row])))
      if (result.ok) putDrafts(all => settled(all, ids))
      for (const { injectId, field } of batch) {
        if (!queue.current.some(one => one.injectId === injectId))
          became.current.delete(`${injectId} ${field}`)
      }
    }
    running.current = false
  }, [answer, fetchRows, putDrafts, sheet.exerciseId, write])

  const send = useCallback(
    (edits: readonly (FieldEdit & { text: string })[], step: number | null) => {
      for (const edit of edits) {
        put(edit.injectId, edit.field, { text: edit.text, value: edit.value, state: 'saving' })
        queue.current.push({ ...edit, step })
      }
      if (step !== null) expect(edits.filter(({ field }) => isTime(field)).map(({ injectId }) => injectId))
      void flush()
    },
    [expect, flush, put],
  )

  const begin = useCallback((injectId: string, field: InjectField) => {
    const { rows: now, sheet: of, drafts: known } = latest.current
    const row = now.get(injectId)
    const draft = known.get(injectId)?.get(field)
    begun.current = row ? { key: `${injectId} ${field}`, seen: seenValue(row, field, draft, of) } : null
  }, [])

  /** Saves what was typed into cells; one call is taken back as one. */
  const save = useCallback(
    async (typed: readonly Typed[]) => {
      const edits: (FieldEdit & { text: string })[] = []
      for (const { injectId, field, text } of typed) {
        const { rows: now, sheet: of, drafts: known } = latest.current
        const row = now.get(injectId)
        const form = row && of.formOf(field, row)
        if (!row || !form) continue
        const read = readCell(text, form)
        if (!read.ok) {
          const refused: Draft = { text, state: 'refused' }
          put(injectId, field, refused)
          void explain({
            code: 'invalid',
            reason: read.problem,
            ...(read.params ? { params: read.params } : {}),
          }).then(({ message }) => {
            // What was given up before the words for it came must not come back with them.
            if (latest.current.drafts.get(injectId)?.get(field) === refused)
              put(injectId, field, { ...refused, message })
          })
          continue
        }
        const draft = known.get(injectId)?.get(field)
        const own = begun.current?.key === `${injectId} ${field}` ? begun.current : null
        const seen = own ? own.seen : seenValue(row, field, draft, of)
        const value = storable(field, read.value)
        const waits = field === 'start' ? waitsWith(row, String(value ?? ''), of) : null
        if (!sameValue(seen, value))
          edits.push({ injectId, field, seen, value, text, ...(waits ? { waits } : {}) })
        else if (draft?.state === 'refused') put(injectId, field, null)
      }
      begun.current = null
      if (edits.length === 0) return
      steps.current += 1
      const step = { id: steps.current, edits: edits.map(({ text: _, ...edit }) => edit) }
      putPast(withStep(latest.current.past, step))
      send(edits, step.id)
    },
    [explain, put, putPast, send],
  )

  const turn = useCallback(
    (way: (past: Past) => Turn | null) => {
      const found = way(latest.current.past)
      if (!found) return
      putPast(found.past)
      const edits = found.edits.map(edit => {
        const row = latest.current.rows.get(edit.injectId)
        const form = row && latest.current.sheet.formOf(edit.field, row)
        return { ...edit, text: form ? printCell(edit.value, form) : '' }
      })
      send(edits, null)
    },
    [putPast, send],
  )

  /** Gives up what was written. */
  const drop = useCallback((id: string, field: InjectField) => put(id, field, null), [put])
  /** Writes over what somebody else has made of it, knowing it; or sends again what did not arrive. */
  const insist = useCallback(
    (id: string, field: InjectField) => {
      const draft = latest.current.drafts.get(id)?.get(field)
      const row = latest.current.rows.get(id)
      if (!draft || draft.value === undefined || !row) return
      const seen = draft.theirs?.value ?? fieldValue(row, field, latest.current.sheet.saying)
      const edit = { injectId: id, field, seen, value: draft.value }
      steps.current += 1
      putPast(withStep(latest.current.past, { id: steps.current, edits: [edit] }))
      send([{ ...edit, text: draft.text }], steps.current)
    },
    [putPast, send],
  )
  const takeBack = useCallback(() => turn(past => undo(past)), [turn])
  /** Takes back what was last written into an inject's time, whatever was written elsewhere since. */
  const takeBackTime = useCallback(
    (injectId: string) => {
      const step = latest.current.past.done.findLast(({ edits }) =>
        edits.some(edit => edit.injectId === injectId && isTime(edit.field)),
      )
      if (step) turn(past => undo(past, step.id))
    },
    [turn],
  )
  const doAgain = useCallback(() => turn(redo), [turn])
  return { drafts, past, begin, save, drop, insist, takeBack, takeBackTime, doAgain }
}

export type Edits = ReturnType<typeof useEdits>

/** A field that is edited twice goes in two requests: the second has seen the first. */
function firstOfEach(queue: readonly Sent[]): Sent[] {
  const known = new Set<string>()
  return queue.filter(({ injectId, field }) => {
    const key = `${injectId} ${field}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

/** What an inject waits for before its time is written and after; null where that stays. */
function waitsWith(row: InjectRow, start: string, sheet: Sheet): NonNullable<FieldEdit['waits']> | null {
  const seen = fieldValue(row, 'waits', sheet.saying)
  const value = isWaitNotation(start) ? start : start === '' && !row.moment ? '' : seen
  return sameValue(seen, value) ? null : { seen, value }
}

/** What was in sight when somebody wrote: their own edit on its way, else what the row says. */
function seenValue(row: InjectRow, field: InjectField, draft: Draft | undefined, sheet: Sheet): FieldValue {
  return shownValue(row, field, draft?.state === 'refused' ? undefined : draft, sheet)
}
