import { sql } from '@/lib/db'
import type { Cursor } from '@/lib/stream-cursor'

/** `seen`: the snapshot of the database since which nothing has changed that counts. */
type Kept<Answer> = { seen: Cursor; answer: Answer }

/** Exercises that are asked about at one time, more or less. */
const mostKept = 4

/**
 * What `look` says of an exercise, kept for as long as nothing has changed in `tables`: the rail of every page counts what
 * is wrong, and looking at a plan of fifty thousand shifts takes a second. Changes in the whole programme count, since
 * exercises that overlap share their people.
 */
export function keptWhileUnchanged<Answer>(
  tables: readonly string[],
  look: (exerciseId: string) => Promise<Answer>,
): (exerciseId: string) => Promise<Answer> {
  const kept = new Map<string, Promise<Kept<Answer>>>()

  return async exerciseId => {
    const known = kept.get(exerciseId)
    const last = await known?.catch(() => null)
    if (last && !(await changedSince(exerciseId, last, tables))) return last.answer
    // Whoever asks at the same moment waits for the one who came first.
    const meanwhile = kept.get(exerciseId)
    const next = meanwhile !== undefined && meanwhile !== known ? meanwhile : lookNow(exerciseId)
    kept.delete(exerciseId)
    kept.set(exerciseId, next)
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
    return (await next).answer
  }

  async function lookNow(exerciseId: string): Promise<Kept<Answer>> {
    // Before the rows are read: what changes while they are read is looked at again.
    const [now] = await sql<{ seen: Cursor }[]>`SELECT pg_current_snapshot()::text AS "seen"`
    return { seen: now?.seen ?? '0:0:', answer: await look(exerciseId) }
  }
}

/** Whether anything that counts has been committed which the snapshot did not see; it moves on where nothing has. */
async function changedSince(
  exerciseId: string,
  known: { seen: Cursor },
  tables: readonly string[],
): Promise<boolean> {
  const [answer] = await sql<{ now: Cursor; changed: boolean }[]>`
    SELECT pg_current_snapshot()::text AS "now", EXISTS (
      SELECT FROM "Change" c JOIN "ChangeField" f ON f."changeId" = c."id" AND f."table" = ANY(${[...tables]})
       WHERE c."transactionId" >= pg_snapshot_xmin(${known.seen}::pg_snapshot)::text::bigint
         AND NOT pg_visible_in_snapshot(c."transactionId"::text::xid8, ${known.seen}::pg_snapshot)
         AND (c."exerciseId" IS NULL OR c."exerciseId" IN (
           SELECT o."id" FROM "Exercise" o JOIN "Exercise" e ON e."programmeId" = o."programmeId"
            WHERE e."id" = ${exerciseId}::uuid))) AS "changed"`
  if (!answer || answer.changed) return true
  known.seen = answer.now
  return false
}
