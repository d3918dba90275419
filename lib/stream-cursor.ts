/**
 * How far a reader of the history has come: the snapshot of Postgres (`xmin:xmax:running,…`) in which it last read. What
 * the next snapshot sees and this one did not is exactly what is new, whichever transaction began first: a late commit
 * is never lost, and nobody waits for a long one (DECISIONS.md).
 */
export type Cursor = string

const form = /^(\d{1,20}):(\d{1,20}):(\d{1,20}(?:,\d{1,20})*)?$/
/** Characters: as many writers at once as Postgres has connections, and more. */
const longest = 8000

export function isCursor(text: string | null | undefined): text is Cursor {
  return typeof text === 'string' && text.length <= longest && form.test(text)
}

/**
 * Below 0 where `a` was taken before `b`, above 0 where after, 0 where both see the same. Snapshots of one database are
 * in one order: both bounds only rise, and between the same bounds transactions only end.
 */
export function compareCursors(a: Cursor, b: Cursor): number {
  const [one, other] = [partsOf(a), partsOf(b)]
  return sign(one.next - other.next) || sign(one.oldest - other.oldest) || other.running - one.running
}

export function laterCursor(a: Cursor, b: Cursor): Cursor {
  return compareCursors(a, b) < 0 ? b : a
}

function partsOf(cursor: Cursor): { oldest: bigint; next: bigint; running: number } {
  const [, oldest = '0', next = '0', running] = form.exec(cursor) ?? []
  return { oldest: BigInt(oldest), next: BigInt(next), running: running?.split(',').length ?? 0 }
}

const sign = (difference: bigint) => (difference < 0n ? -1 : difference > 0n ? 1 : 0)
