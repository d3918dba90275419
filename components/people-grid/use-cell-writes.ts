'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWrite } from '@/components/use-write'
import { editRegistration } from '@/lib/registrations/actions'
import type { ColumnId } from './columns'
import { fieldsOf, type GridLine, keyOf, withKey } from './lines'

/** What was written into a cell and is not on the list yet. */
export type Draft = {
  key: string
  /** the row's version it was written over */
  version: number
  state: 'saving' | 'saved' | 'refused'
  message?: string
  /** what somebody else has made of the same cell meanwhile */
  theirs?: { text: string; by: string | null }
}

const draftName = (id: string, column: ColumnId) => `${id} ${column}`

/** Longest wait for the page to bring the rows as they are after an edit, in milliseconds. */
const patience = 3000

/**
 * Saves cells one after the other, each over the row as the page then shows it: a second edit of a row sent before the
 * first has come back would look like a conflict with oneself.
 */
export function useCellWrites(owner: { exerciseId: string; participationId: string }, lines: GridLine[]) {
  const write = useWrite(editRegistration)
  const router = useRouter()
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const latest = useRef(lines)
  const arrived = useRef<() => void>(() => {})
  const queue = useRef(Promise.resolve())
  useEffect(() => {
    latest.current = lines
    arrived.current()
  }, [lines])

  const held = useRef(drafts)
  const put = useCallback((name: string, draft: Draft | null) => {
    const after = new Map(held.current)
    if (draft) after.set(name, draft)
    else after.delete(name)
    held.current = after
    setDrafts(after)
  }, [])

  const send = useCallback(
    async (given: GridLine, column: ColumnId, key: string) => {
      const { id } = given
      // Somebody whom the filter no longer shows is still written to, as they were seen last.
      const line = latest.current.find(one => one.id === id) ?? given
      const { version } = line
      const name = draftName(id, column)
      put(name, { key, version, state: 'saving' })
      const result = await write({
        ...owner,
        registrationId: id,
        version,
        ...withKey(line.values, column, key),
      })
      if (result.ok) {
        put(name, { key, version, state: 'saved' })
        await until(arrived, () => latest.current.find(one => one.id === id)?.version !== version)
        return
      }
      const { worded, conflicts } = result.refusal
      const conflict = conflicts.find(({ field }) => fieldsOf[column].includes(field))
      const said = fieldsOf[column].map(field => worded.fields.get(field)).find(text => text !== undefined)
      const theirs = conflict && { text: conflict.theirs, by: conflict.by }
      put(name, {
        key,
        version,
        state: 'refused',
        message: said ?? worded.message,
        ...(theirs && { theirs }),
      })
      // Brings what the others have made of the row.
      if (conflicts.length > 0) router.refresh()
    },
    [owner, put, router, write],
  )

  const save = useCallback(
    (line: GridLine, column: ColumnId, key: string) => {
      const name = draftName(line.id, column)
      const before = held.current.get(name)
      // What is on its way is not on the row yet: the old word again is a new edit.
      const underway =
        before?.state === 'saving' || (before?.state === 'saved' && before.version === line.version)
      if (key.trim() === keyOf(line, column) && !underway) return put(name, null)
      put(name, { key, version: line.version, state: 'saving' })
      queue.current = queue.current.then(() => send(line, column, key))
    },
    [put, send],
  )
  const drop = useCallback((line: GridLine, column: ColumnId) => put(draftName(line.id, column), null), [put])
  return { drafts, save, drop }
}

/** What the cell shows over the row's own: nothing once the row has come back with it. */
export function draftOf(
  drafts: ReadonlyMap<string, Draft>,
  line: GridLine,
  column: ColumnId,
): Draft | undefined {
  const draft = drafts.get(draftName(line.id, column))
  return draft?.state === 'saved' && line.version !== draft.version ? undefined : draft
}

async function until(arrived: { current: () => void }, done: () => boolean): Promise<void> {
  if (done()) return
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, patience)
    arrived.current = () => {
      if (!done()) return
      clearTimeout(timer)
      resolve()
    }
  })
  arrived.current = () => {}
}
