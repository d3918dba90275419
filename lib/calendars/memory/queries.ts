/**
 * What calendars that people follow have been told, kept beside each feed: the numbers of RFC 5545's SEQUENCE, and
 * whether anything can have changed since a text was made. A reader asks every hour for years, so that an unchanged
 * calendar has to cost one statement (`npm run bench feed`).
 */
import { createHash } from 'node:crypto'
import { sql } from '@/lib/db'
import { type Cursor, compareCursors } from '@/lib/stream-cursor'
import { dateOf, type Instant } from '@/lib/time'
import { hashToken } from '@/lib/tokens'
import type { CalendarEntry, FeedSubject } from '../rules'
import { calendarText } from '../text/rules'
import { type Said, tell } from './rules'

/** Whose calendar: a feed's, or the public one of an exercise. */
export type CalendarKey = { feedId: string } | { exerciseId: string }

type Standing = {
  /** of the text made last, null where it may not hold any more */
  etag: string | null
  /** what the text depends on besides the plan: who holds the feed, and what they may see */
  madeFor: string
  /** not been noted for an hour that somebody reads it */
  unnoted: boolean
}
export type Feed = FeedSubject & Standing & { id: string; accountId: string; locale: string | null }

// Of the history, what the snapshot of the last text did not see. A transaction that was running then shows up here
// when it commits, however old its id is.
const unseen = (exercises: string) => `
  SELECT FROM "Change" c WHERE c."exerciseId" IN (${exercises})
     AND c."transactionId" >= pg_snapshot_xmin(m."madeIn"::pg_snapshot)::text::bigint
     AND NOT pg_visible_in_snapshot(c."transactionId"::text::xid8, m."madeIn"::pg_snapshot)`

const standing = (exercises: string, madeFor: string) => `
  ${madeFor} AS "madeFor", m."readAt" IS NULL OR m."readAt" < now() - interval '1 hour' AS "unnoted",
  CASE WHEN m."madeFor" = ${madeFor} AND NOT EXISTS (${unseen(exercises)}) THEN m."etag" END AS "etag"`

const feedStatement = `
  SELECT f."id", f."accountId", f."kind"::text AS "kind", f."exerciseId", f."teamId", f."participationId", a."locale",
         ${standing(
           `SELECT f."exerciseId"
             UNION ALL SELECT r."exerciseId" FROM "Person" p JOIN "Registration" r ON r."personId" = p."id"
              WHERE f."kind" = 'person' AND p."accountId" = f."accountId"
             UNION ALL SELECT t."exerciseId" FROM "Person" p JOIN "Attendance" t ON t."personId" = p."id"
              WHERE f."kind" = 'person' AND p."accountId" = f."accountId"`,
           'g."madeFor"',
         )}
    FROM "CalendarFeed" f JOIN "Account" a ON a."id" = f."accountId"
    LEFT JOIN "CalendarMemory" m ON m."feedId" = f."id"
   CROSS JOIN LATERAL (
     SELECT md5(concat_ws('|', a."locale", (SELECT string_agg(concat_ws(':', s."id", s."role"), ',' ORDER BY s."id")
                                              FROM "Membership" s WHERE s."accountId" = a."id"))) AS "madeFor") g
   WHERE f."tokenHash" = $1 AND f."revokedAt" IS NULL`

/** The feed of a token, null where it opens nothing (any more). */
export async function findFeed(token: string): Promise<Feed | null> {
  const [found] = await sql.unsafe<Feed[]>(feedStatement, [hashToken(token)], { prepare: true })
  return found ?? null
}

/** How an exercise's public calendar stands. Whether there is one is the caller's to know. */
export async function findPublicCalendar(exerciseId: string): Promise<Standing> {
  const [found] = await sql.unsafe<Standing[]>(
    `SELECT ${standing('SELECT e."id"', "''")}
       FROM "Exercise" e LEFT JOIN "CalendarMemory" m ON m."exerciseId" = e."id" WHERE e."id" = $1::uuid`,
    [exerciseId],
    { prepare: true },
  )
  return found ?? { etag: null, madeFor: '', unnoted: false }
}

/** That somebody reads it, to the hour: its holder sees which links are in use. */
export async function noteReading(key: CalendarKey, now: Instant): Promise<void> {
  await sql`UPDATE "CalendarMemory" SET "readAt" = ${dateOf(now)} WHERE ${owner(key)}`
}

const owner = (key: CalendarKey) =>
  'feedId' in key ? sql`"feedId" = ${key.feedId}::uuid` : sql`"exerciseId" = ${key.exerciseId}::uuid`

type Told = { text: string; etag: string }

/**
 * What the calendar says of these entries, which were read after the snapshot `madeIn` was taken; kept, so that the next
 * reading goes on from it. Null where somebody has told a later plan meanwhile: read again.
 */
export async function keepTold(
  key: CalendarKey,
  entries: readonly CalendarEntry[],
  made: { madeIn: Cursor; madeFor: string },
  name: string,
  now: Instant,
): Promise<Told | null> {
  const [feedId, exerciseId] = 'feedId' in key ? [key.feedId, null] : [null, key.exerciseId]
  return sql.begin(async tx => {
    await tx`
      INSERT INTO "CalendarMemory" ("id", "feedId", "exerciseId", "said", "etag", "madeIn", "madeFor")
      VALUES (gen_random_uuid(), ${feedId}, ${exerciseId}, '[]', '', '0:0:', '') ON CONFLICT DO NOTHING`
    const [before] = await tx<{ id: string; said: Said[]; madeIn: Cursor }[]>`
      SELECT "id", "said", "madeIn" FROM "CalendarMemory"
       WHERE "feedId" = ${feedId}::uuid OR "exerciseId" = ${exerciseId}::uuid FOR UPDATE`
    if (!before || compareCursors(before.madeIn, made.madeIn) > 0) return null
    const { told, said } = tell(before.said, entries, printOf, now)
    const text = calendarText({ name, entries: told })
    const etag = createHash('sha256').update(text).digest('hex')
    await tx`
      UPDATE "CalendarMemory" SET "said" = ${tx.json(said)}, "etag" = ${etag}, "madeIn" = ${made.madeIn}, "madeFor" = ${made.madeFor}
       WHERE "id" = ${before.id}::uuid`
    keepText(etag, text)
    return { text, etag }
  })
}

const printOf = (entry: CalendarEntry) =>
  createHash('sha256').update(JSON.stringify(entry)).digest('base64url').slice(0, 22)

/** Texts made lately by their etag, so that readers who do not know it yet are told the same octets again. */
const texts = new Map<string, string>()
const mostTexts = 500
/** Characters: a person's plan has some ten thousand. */
const longestText = 200_000

export function textOf(etag: string): string | null {
  return texts.get(etag) ?? null
}

function keepText(etag: string, text: string) {
  if (text.length > longestText) return
  texts.delete(etag)
  texts.set(etag, text)
  for (const oldest of texts.keys()) {
    if (texts.size <= mostTexts) break
    texts.delete(oldest)
  }
}
