'use server'

import { action, type Write } from '@/lib/action'
import { leave as leaveActivity, lockPeople } from '@/lib/attendance-moves'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { localeFor } from '@/lib/locale'
import { queueMail } from '@/lib/mail'
import { moveSeats, moveState } from '@/lib/places'
import { accountOf, can } from '@/lib/policy'
import { pseudonymise } from '@/lib/pseudonyms'
import { tellContacts } from '@/lib/registration-mail'
import { holdsSeat } from '@/lib/registrations/rules'
import { resolveActivity } from '@/lib/schedule/rules'
import { dateOf, instantOf, momentOf } from '@/lib/time'
import { lockLinesOf, moveOn } from '@/lib/waiting-list'
import { leavesFirst } from './rules'
import { askDeletionSchema, decideDeletionSchema } from './schema'

/** An expert asks that the own data in an exercise go. Once, until it is decided. */
export const askDeletion = action({
  name: 'account.ask_deletion',
  input: askDeletionSchema,
  may: actor => actor.kind === 'account',
  async run({ tx, actor, now }, { exerciseId, registrationId: id, note }) {
    const accountId = accountOf(actor)?.accountId ?? ''
    const own = { id, exerciseId, state: { not: 'draft' as const }, person: { accountId } }
    const found = await tx.registration.findFirst({ where: own, select: { id: true } })
    if (!found) throw new AppError('not_found', 'not_found')
    const data = { exerciseId, registrationId: id, note, askedAt: dateOf(now) }
    await tx.deletionRequest.create({ data, select: { id: true } })
  },
  stale: () => [
    '/account/data',
    '/exercises/[code]/registrations',
    '/exercises/[code]/registrations/personal-data',
  ],
})

/** The registrar's answer: the name goes at once, and with it the place where play is still ahead; or not, and why. */
export const decideDeletion = action({
  name: 'registration.decide_deletion',
  input: decideDeletionSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  async run(write, { exerciseId, deletionId: id, granted, answer }) {
    const { tx, actor, now } = write
    const asked = await tx.deletionRequest.findFirst({
      where: { id, exerciseId },
      select: { registrationId: true, decidedAt: true },
    })
    if (!asked) throw new AppError('not_found', 'not_found')
    const { registrationId } = asked
    // Before the registration itself, as everybody locks them who may free a place.
    const participationIds = await lockLinesOf(tx, exerciseId, [registrationId])
    const decided = { decidedAt: dateOf(now), decidedById: accountOf(actor)?.accountId ?? null }
    const { count } = await tx.deletionRequest.updateMany({
      where: { id, exerciseId, decidedAt: null },
      data: { ...decided, granted, answer },
    })
    if (count === 0) throw new AppError('conflict', 'deletion_decided')
    await tellPerson(write, { exerciseId, registrationId, deletionId: id, granted, answer })
    if (!granted) return
    const ids = [registrationId]
    const left = await leave(write, exerciseId, registrationId, participationIds)
    await leaveActivities(write, exerciseId, registrationId)
    await pseudonymise(tx, { exerciseId, ids, at: now })
    // After the name has gone: the contacts hear that a place is free, and whose it was they cannot be told any more.
    if (left) await tellContacts(tx, { exerciseId, ids, what: 'withdrawn', at: dateOf(now), by: null })
  },
  stale: () => [
    '/exercises/[code]/registrations',
    '/exercises/[code]/registrations/personal-data',
    '/account/data',
    '/exercises/[code]/schedule/activities/[activityId]/attendance',
    '/delegation/[participationId]/conferences',
  ],
})

type Told = {
  exerciseId: string
  registrationId: string
  deletionId: string
  granted: boolean
  answer: string
}

/** While the address is still known. The letter is not about the registration any more, and goes before its name does. */
async function tellPerson(
  { tx }: Write,
  { exerciseId, registrationId: id, deletionId, granted, answer }: Told,
) {
  const { email, homeTimeZone, person, exercise } = await tx.registration.findFirstOrThrow({
    where: { id, exerciseId },
    select: {
      email: true,
      homeTimeZone: true,
      exercise: { select: { name: true } },
      person: { select: { account: { select: { email: true, locale: true, timeZone: true } } } },
    },
  })
  const { account } = person
  await queueMail(tx, {
    cause: `deletion:${deletionId}`,
    recipient: account?.email ?? email,
    locale: localeFor(account?.locale ?? undefined, null),
    exerciseId,
    template: granted ? 'deletion_granted' : 'deletion_refused',
    params: {
      exercise: exercise.name,
      answer: answer || 'none',
      timeZone: account?.timeZone ?? homeTimeZone,
    },
  })
}

/** True where somebody left: then who waits has come in. */
async function leave({ tx, now }: Write, exerciseId: string, id: string, participationIds: string[]) {
  const at = dateOf(now)
  const { state, exercise } = await tx.registration.findFirstOrThrow({
    where: { id, exerciseId },
    select: { state: true, exercise: { select: { startexAt: true } } },
  })
  if (!leavesFirst(state, instantOf(exercise.startexAt), now)) return false
  const move = { exerciseId, participationId: null, ids: [id], from: [state], to: 'withdrawn', at } as const
  const { people } = await moveState(tx, move)
  const seats = people.flatMap(({ state: before, teamId, roleId }) =>
    holdsSeat(before) && teamId ? [{ teamId, roleId, n: -1 as const }] : [],
  )
  if (seats.length > 0) await moveSeats(tx, exerciseId, seats)
  await moveOn(tx, { exerciseId, participationIds }, at, { except: [id] })
  return true
}

/** Gives back the places of what is still to come: no pseudonym can cancel. What was attended stays as it happened. */
async function leaveActivities({ tx, now }: Write, exerciseId: string, id: string): Promise<void> {
  const { personId } = await tx.registration.findFirstOrThrow({
    where: { id, exerciseId },
    select: { personId: true },
  })
  const taken = await tx.attendance.findMany({
    where: { exerciseId, personId, state: { not: 'cancelled' }, erasedAt: null },
    select: { id: true, activityId: true },
    // Two who leave several activities at once lock their lines in one order.
    orderBy: [{ activityId: 'asc' }, { id: 'asc' }],
  })
  for (const { id: attendanceId, activityId } of taken) {
    const owner = { exerciseId, activityId }
    if ((await startOf(tx, owner)) <= now) continue
    const people = await lockPeople(tx, owner, [attendanceId])
    const coming = people.filter(({ state }) => state !== 'cancelled')
    if (coming.length > 0) await leaveActivity(tx, owner, coming, dateOf(now), null)
  }
}

/** When an activity begins, as planned now. */
async function startOf(tx: Tx, { exerciseId, activityId }: { exerciseId: string; activityId: string }) {
  const row = await tx.activity.findFirstOrThrow({
    where: { id: activityId, exerciseId },
    include: { exercise: { select: { startexAt: true, timeZone: true } } },
  })
  const { durationSeconds, days, exercise } = row
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  return resolveActivity({ start: momentOf(row, 'start'), durationSeconds, days }, frame).startAt
}
