'use client'

import { useTranslations } from 'next-intl'
import { type ClipboardEvent, useMemo, useRef } from 'react'
import { toast } from '@/components/ui/toast'
import { useWrite } from '@/components/use-write'
import { restoreInject } from '@/lib/baselines/actions'
import { addInjects, duplicateInjects, removeInjects } from '@/lib/injects/actions'
import { readCell } from '@/lib/injects/cells/rules'
import { readBlock, writeBlock } from '@/lib/injects/clipboard/rules'
import type { FieldValue, InjectField, InjectRow } from '@/lib/injects/rules'
import { noneId, type View } from '@/lib/injects/views/rules'
import type { Column, ColumnId } from './columns'
import { cellText } from './drafts'
import { type Lines, rowsBetween } from './lines'
import { type Box, filledDown, placed } from './ranges'
import { type Sheet, storable } from './sheet'
import type { Edits, Typed } from './use-edits'
import { leading } from './use-grid'
import type { Rows } from './use-rows'

type Given = {
  rows: Rows
  lines: Lines
  columns: readonly Column[]
  sheet: Sheet
  edits: Edits
  mayEdit: boolean
  view: View
  fetchRows: (ids: readonly string[]) => Promise<readonly InjectRow[]>
  removeRemote: (ids: readonly string[]) => void
  /** where new rows stand, and which of them the keyboard goes to */
  onAdded: (ids: readonly string[], behind: string | null) => void
}

/** As many new injects as one request makes. */
const most = 500
/** As many as are put back from the message that says they are gone; for more there is the history. */
const putBackMost = 20

/** What keys, buttons and the clipboard do with many cells or rows. */
export function useCommands(given: Given) {
  const t = useTranslations('msel')
  const add = useWrite(addInjects)
  const copy = useWrite(duplicateInjects)
  const remove = useWrite(removeInjects)
  const restore = useWrite(restoreInject)
  const latest = useRef(given)
  latest.current = given
  return useMemo(() => {
    const made = async (ids: readonly string[], behind: string | null) => {
      await latest.current.fetchRows(ids)
      latest.current.onAdded(ids, behind)
    }
    /** New injects with what is known of each, in the storyline and incident of the one before. */
    const addRows = async (texts: readonly ReadonlyMap<InjectField, string>[], behind: string | null) => {
      const { rows, sheet, view } = latest.current
      const from = behind === null ? undefined : rows.get(behind)
      // Whoever looks at one storyline writes in it.
      const looked = view.filters.storyline?.find(id => id !== noneId) ?? null
      const place = { storylineId: from?.storylineId ?? looked, incidentId: from?.incidentId ?? null }
      let last = behind
      for (let at = 0; at < texts.length; at += most) {
        const some = texts.slice(at, at + most).map(own => read(own, sheet, place))
        const result = await add({
          exerciseId: sheet.exerciseId,
          injects: some.map(({ values }) => ({ ...place, values })),
        })
        if (!result.ok) return void toast(result.refusal.worded.message, { tone: 'bad' })
        const ids = result.data.injects.map(({ id }) => id)
        await made(ids, last)
        last = ids.at(-1) ?? last
        const unread = some.flatMap(({ left }, n) => left.map(one => ({ ...one, injectId: ids[n] ?? '' })))
        // What was not understood stands in its cell, refused, as if it had been typed there.
        void latest.current.edits.save(unread)
      }
    }
    return {
      clear: (box: Box) =>
        void latest.current.edits.save(blockOf(latest.current, box).map(cell => ({ ...cell, text: '' }))),
      fillDown: (box: Box) => {
        const { from, rows } = filledDown(rowBox(latest.current.lines, box))
        const ids = rowsBetween(latest.current.lines, 0, latest.current.lines.all.length)
        const source = latest.current.rows.get(ids[from] ?? '')
        if (!source) return
        const typed = rows.flatMap(at =>
          fieldsIn(latest.current.columns, box).map(field => ({
            injectId: ids[at] ?? '',
            field,
            text: textOf(latest.current, source, field),
          })),
        )
        void latest.current.edits.save(typed)
      },
      insert: (behind: string | null) => void addRows([new Map()], behind),
      onCopy: (event: ClipboardEvent, box: Box) => {
        const { lines, columns, rows, mayEdit } = latest.current
        const chosen = columns.slice(Math.max(0, box.left - leading), box.right - leading + 1)
        const block = rowsBetween(lines, box.top, box.bottom).flatMap(id => {
          const row = rows.get(id)
          return row ? [chosen.map(({ id: field }) => textOf(latest.current, row, field))] : []
        })
        event.clipboardData.setData('text/plain', writeBlock(block))
        event.preventDefault()
        if (event.type === 'cut' && mayEdit)
          void latest.current.edits.save(blockOf(latest.current, box).map(cell => ({ ...cell, text: '' })))
      },
      onPaste: (event: ClipboardEvent, box: Box) => {
        event.preventDefault()
        const { lines, columns, mayEdit } = latest.current
        if (!mayEdit) return
        const block = readBlock(event.clipboardData.getData('text/plain'))
        const ids = rowsBetween(lines, 0, lines.all.length)
        const range = {
          ...rowBox(lines, box),
          left: Math.max(0, box.left - leading),
          right: Math.max(0, box.right - leading),
        }
        const typed: Typed[] = []
        const extra = new Map<number, Map<InjectField, string>>()
        for (const { row, column, text } of placed(block, range, columns.length)) {
          const field = fieldOf(columns[column]?.id)
          const injectId = ids[row]
          if (injectId !== undefined && field) typed.push({ injectId, field, text })
          else if (injectId === undefined) {
            const own = extra.get(row) ?? new Map()
            if (field) own.set(field, text)
            extra.set(row, own)
          }
        }
        void latest.current.edits.save(typed)
        if (extra.size > 0) void addRows([...extra.values()], ids.at(-1) ?? null)
      },
      duplicate: async (ids: readonly string[]) => {
        const result = await copy({ exerciseId: latest.current.sheet.exerciseId, injectIds: ids })
        if (!result.ok) return void toast(result.refusal.worded.message, { tone: 'bad' })
        for (const { id, of } of result.data.injects) await made([id], of)
        toast(t('duplicated', { count: result.data.injects.length }))
      },
      remove: async (ids: readonly string[], evenIfAwaited = false): Promise<boolean> => {
        const { sheet, removeRemote } = latest.current
        const result = await remove({ exerciseId: sheet.exerciseId, injectIds: ids, evenIfAwaited })
        if (!result.ok) {
          toast(result.refusal.worded.message, { tone: 'bad' })
          return false
        }
        removeRemote(ids)
        const putBack = async () => {
          const at = result.data.at - 1
          for (const injectId of ids) {
            const back = await restore({ exerciseId: sheet.exerciseId, injectId, baselineId: null, at })
            if (!back.ok) toast(back.refusal.worded.message, { tone: 'bad' })
          }
          await made(ids, null)
        }
        const action = { label: t('putBack'), run: () => void putBack() }
        toast(t('removed', { count: ids.length }), ids.length <= putBackMost ? { action } : {})
        return true
      },
    }
  }, [add, copy, remove, restore, t])
}

const fieldOf = (id: ColumnId | undefined): InjectField | null =>
  id === undefined || id === 'serial' || id === 'state' ? null : id

function fieldsIn(columns: readonly Column[], { left, right }: Box): InjectField[] {
  return columns
    .slice(Math.max(0, left - leading), right - leading + 1)
    .flatMap(({ id }) => fieldOf(id) ?? [])
}

/** A block's lines as rows, without the heads of groups between them. */
function rowBox(lines: Lines, box: Box): Box {
  const top = rowsBetween(lines, 0, box.top - 1).length
  const count = rowsBetween(lines, box.top, box.bottom).length
  return { ...box, top, bottom: top + Math.max(1, count) - 1 }
}

function blockOf({ lines, columns }: Given, box: Box): { injectId: string; field: InjectField }[] {
  const fields = fieldsIn(columns, box)
  return rowsBetween(lines, box.top, box.bottom).flatMap(injectId =>
    fields.map(field => ({ injectId, field })),
  )
}

function textOf({ sheet, edits }: Given, row: InjectRow, id: ColumnId): string {
  if (id === 'serial') return row.serial
  if (id === 'state') return row.state
  return cellText(row, id, edits.drafts.get(row.id)?.get(id), sheet)
}

type Place = { storylineId: string | null; incidentId: string | null }

/** What of the texts is understood, as values; and what is left. */
function read(texts: ReadonlyMap<InjectField, string>, sheet: Sheet, place: Place) {
  const values: { field: InjectField; value: FieldValue }[] = []
  const left: { field: InjectField; text: string }[] = []
  for (const [field, text] of texts) {
    const form = sheet.formOf(field, place)
    const found = form && readCell(text, form)
    if (found?.ok) values.push({ field, value: storable(field, found.value) })
    else if (found) left.push({ field, text })
  }
  return { values, left }
}
