import type { AttendedActivity } from './attendance-line'
import type { Tx } from './db'
import { isLocale } from './locale'
import { queueMail } from './mail'
import type { Letter } from './mail-text'
import { instantOf, type MomentColumns, momentOf, resolveMoment } from './time'

type AttendanceLetter = Extract<Letter, `attendance_${string}`>

type Recipient = MomentColumns<'start'> & {
  id: string
  version: number
  email: string
  presence: string
  stateReason: string | null
  locale: string | null
  exercise: string
  startexAt: Date
  home: string
  timeZone: string
  title: string
  place: string
}

/**
 * Writes to people what has become of their places, in the transaction that changed them. In the account's language and
 * zone where the person has an account, else in English and the partner's zone.
 */
export async function tellAttendees(
  tx: Tx,
  owner: AttendedActivity,
  ids: readonly string[],
  template: AttendanceLetter,
): Promise<void> {
  if (ids.length === 0) return
  const { exerciseId } = owner
  const rows = await tx.$queryRaw<Recipient[]>`
    SELECT a."id", a."version", a."email", a."presence", a."stateReason", c."locale", e."name" AS "exercise", e."startexAt",
           e."timeZone" AS "home", coalesce(c."timeZone", n."timeZone", e."timeZone") AS "timeZone",
           y."title", y."place", y."startAnchor", y."startAt", y."startDay", y."startMinute", y."startOffset",
           y."startTimeZone"
      FROM "Attendance" a JOIN "Partner" n ON n."id" = a."partnerId" JOIN "Person" p ON p."id" = a."personId"
      JOIN "Activity" y ON y."id" = a."activityId" JOIN "Exercise" e ON e."id" = a."exerciseId"
      LEFT JOIN "Account" c ON c."id" = p."accountId"
     WHERE a."exerciseId" = ${exerciseId}::uuid AND a."id" = ANY(${ids}::uuid[])
     ORDER BY a."signedUpAt", a."id"`
  for (const {
    id,
    version,
    email,
    presence,
    stateReason,
    locale,
    exercise,
    title,
    place,
    timeZone,
    ...row
  } of rows) {
    const frame = { startexAt: instantOf(row.startexAt), timeZone: row.home }
    await queueMail(tx, {
      cause: `${template}:${id}:${version}`,
      recipient: email,
      locale: isLocale(locale) ? locale : 'en',
      template,
      exerciseId,
      params: {
        exercise,
        activity: title,
        startAt: resolveMoment(momentOf(row, 'start'), frame).at,
        presence,
        place: place || 'none',
        reason: stateReason || 'none',
        timeZone,
      },
    })
  }
}
