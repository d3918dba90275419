/** What happens to people at an activity, with its letters: they line up, leave, or come otherwise. Judges nothing but
 * what the rows say; the actions of `lib/attendance` do. */
import type { Prisma } from '@/prisma/client/client'
import { type AttendedActivity, lockLine, moveLineOn, movePlacesBy } from './attendance-line'
import { tellAttendees } from './attendance-mail'
import type { Tx } from './db'
import { AppError, fieldRefusal } from './errors'
import { dateOf, instantOf } from './time'

type Joining = Pick<
  Prisma.AttendanceUncheckedCreateInput,
  | 'programmeId'
  | 'partnerId'
  | 'participationId'
  | 'presence'
  | 'lateReason'
  | 'personId'
  | 'email'
  | 'givenName'
  | 'familyName'
  | 'nativeName'
>

/** Everybody joins the line, and as many as may leave it at once; how many have a place, and how many wait. */
export async function lineUp(tx: Tx, owner: AttendedActivity, people: readonly Joining[], at: Date) {
  const ids: string[] = []
  // Whoever was named first stands first, though all of them came at once.
  for (const [n, person] of people.entries()) {
    ids.push(await join(tx, { ...owner, ...person }, at, dateOf(instantOf(at) + n)))
  }
  const cameIn = await moveLineOn(tx, owner, at)
  const waiting = ids.filter(id => !cameIn.includes(id))
  const signedUp = ids.filter(id => cameIn.includes(id))
  await tellAttendees(tx, owner, signedUp, 'attendance_signed_up')
  await tellAttendees(tx, owner, waiting, 'attendance_waiting')
  return { signedUp: signedUp.length, waiting: waiting.length }
}

/** Whoever has cancelled joins again, at the end of the line. */
async function join(tx: Tx, row: AttendedActivity & Joining, at: Date, signedUpAt: Date): Promise<string> {
  const data = { ...row, state: 'waiting' as const, stateAt: at, signedUpAt, stateReason: null }
  const { activityId, partnerId, email } = row
  const before = await tx.attendance.findUnique({
    where: { activityId_partnerId_email: { activityId, partnerId, email } },
    select: { id: true, state: true },
  })
  if (before && before.state !== 'cancelled') {
    throw fieldRefusal('email', 'attendance_email_taken', { email })
  }
  const made = before
    ? await tx.attendance.update({ where: { id: before.id }, data, select: { id: true } })
    : await tx.attendance.create({ data, select: { id: true } })
  return made.id
}

/** Whose people: one delegation's, one partner's, one's own; anybody's where nothing is said. */
export type Whose = { participationId?: string; partnerId?: string; person?: { accountId: string } }

/** The line first, then its people: all of those asked for, or `not_found`. */
export async function lockPeople(tx: Tx, owner: AttendedActivity, ids: readonly string[], whose: Whose = {}) {
  if (!(await lockLine(tx, owner))) throw new AppError('not_found', 'not_found')
  const rows = await tx.attendance.findMany({
    where: { id: { in: [...ids] }, ...owner, ...whose },
    select: { id: true, state: true, presence: true },
  })
  if (rows.length < ids.length) throw new AppError('not_found', 'not_found')
  return rows
}

type Locked = Awaited<ReturnType<typeof lockPeople>>

/** Gives back their places; whoever waits for one comes in, in the same transaction. */
export async function leave(
  tx: Tx,
  owner: AttendedActivity,
  people: Locked,
  at: Date,
  reason: string | null,
): Promise<void> {
  const ids = await giveBack(tx, people)
  await tx.attendance.updateMany({
    where: { id: { in: ids }, ...owner },
    data: { state: 'cancelled', stateAt: at, stateReason: reason, attendedAt: null },
  })
  const cameIn = await moveLineOn(tx, owner, at)
  await tellAttendees(tx, owner, ids, 'attendance_cancelled')
  await tellAttendees(tx, owner, cameIn, 'attendance_came_in')
}

/** From the hall to the screen or back; who finds no place there waits for one, as long as they have waited already. */
export async function comeOtherwise(
  tx: Tx,
  owner: AttendedActivity,
  people: Locked,
  at: Date,
  presence: 'on_site' | 'remote',
) {
  const ids = await giveBack(tx, people)
  const data = { presence, state: 'waiting' as const, stateAt: at, attendedAt: null }
  await tx.attendance.updateMany({ where: { id: { in: ids }, ...owner }, data })
  const cameIn = await moveLineOn(tx, owner, at)
  const waiting = ids.filter(id => !cameIn.includes(id))
  await tellAttendees(tx, owner, waiting, 'attendance_waiting')
  await tellAttendees(tx, owner, cameIn, 'attendance_came_in')
  return { signedUp: ids.length - waiting.length, waiting: waiting.length }
}

async function giveBack(tx: Tx, people: Locked): Promise<string[]> {
  const placed = people.filter(({ state }) => state === 'signed_up')
  await movePlacesBy(
    tx,
    placed.map(({ id }) => id),
    -1,
  )
  return people.map(({ id }) => id)
}
