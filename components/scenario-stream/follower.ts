import { type Cursor, compareCursors, laterCursor } from '@/lib/stream-cursor'
import type { ChangesMessage } from '@/lib/stream-messages'

export type News<Row> = Pick<ChangesMessage<Row>, 'rows' | 'removed' | 'reload'> & {
  /** something lies between what this tab knows and this message: it must be asked for */
  gap: boolean
}

/**
 * What one tab makes of messages, which may reach it twice, late, or not at all: another tab hands on what it hears,
 * and catching up answers beside it. A row never goes back to what it was, and the cursor moves on only over what has
 * been heard without a gap.
 */
export function follower<Row extends { id: string }>(start: Cursor) {
  let cursor = start
  const heard = new Map<string, Cursor>()
  const isNewer = (id: string, at: Cursor) => {
    const known = heard.get(id)
    if (known !== undefined && compareCursors(known, at) > 0) return false
    heard.set(id, at)
    return true
  }
  return {
    cursor: () => cursor,
    take({ from, to, rows, removed, reload }: ChangesMessage<Row>): News<Row> {
      const gap = compareCursors(from, cursor) > 0
      if (!gap) cursor = laterCursor(cursor, to)
      return {
        rows: rows.filter(({ id }) => isNewer(id, to)),
        removed: removed.filter(id => isNewer(id, to)),
        reload,
        gap,
      }
    },
  }
}
