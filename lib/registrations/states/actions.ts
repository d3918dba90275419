'use server'

import { action, type Write } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { type Moved, moveSeats, moveState, type SeatChange, type SeatMove } from '@/lib/places'
import { accountOf, can } from '@/lib/policy'
import { tellContacts, tellExperts, type Word } from '@/lib/registration-mail'
import { dateOf } from '@/lib/time'
import { lockLines, lockLinesOf, moveOn } from '@/lib/waiting-list'
import { getDoor } from '../door/queries'
import { submitProblem } from '../door/rules'
import { listShortSeats, quotaRefusal, type ShortSeat, seatRefusal } from '../places/queries'
import {
  holdsPlace,
  holdsSeat,
  type Party,
  partyOf,
  type RegistrationState,
  statesBefore,
  transitionProblem,
} from '../rules'
import {
  confirmSchema,
  declineSchema,
  endorseSchema,
  reopenSchema,
  setBackSchema,
  submitSchema,
  type WhenFull,
  waitlistSchema,
  withdrawSchema,
} from '../schema'

const pages = [
  '/delegation',
  '/delegation/[participationId]',
  '/exercises/[code]/registrations',
  '/exercises/[code]/nations',
  '/me',
]

type Asked = {
  exerciseId: string
  participationId?: string
  registrationIds: string[]
  teamId?: string | null
  reason?: string | undefined
  lateReason?: string | null
  waitGroupId?: string | null
  waitsFor?: 'place'
}

/** All of them or none: what cannot be done for one is refused for all, in numbers, and nothing is written. Returns the
 * seats that it moved. */
async function moveAll(
  write: Write,
  asked: Asked,
  to: RegistrationState,
  party: Party | 'line',
): Promise<SeatMove[]> {
  const { tx, now } = write
  const { exerciseId, registrationIds: ids, teamId = null } = asked
  const { people, places, placesTaken, moved } = await moveState(tx, {
    exerciseId,
    participationId: asked.participationId ?? null,
    ids,
    from: statesBefore(to, party),
    to,
    at: dateOf(now),
    teamId,
    stateReason: asked.reason || null,
    lateReason: asked.lateReason ?? null,
    waitsFor: party === 'line' ? 'place' : (asked.waitsFor ?? null),
    waitGroupId: asked.waitGroupId ?? null,
  })
  if (people.length < ids.length) throw new AppError('not_found', 'not_found')
  refuseStates(people, to, party)
  if (holdsPlace(to)) refuseWithoutQuota(people, places)
  const ofSeveral = asked.participationId === undefined
  if (!placesTaken) throw await quotaRefusal(tx, exerciseId, places, { ofSeveral })
  if (moved < ids.length) throw fieldRefusal('teamId', 'team_missing', { count: ids.length - moved })
  const changes = seatChanges(people, to, teamId)
  if (changes.length === 0) return []
  const { seats, seatsTaken } = await moveSeats(tx, exerciseId, changes)
  if (!seatsTaken) throw await seatRefusal(tx, exerciseId, seats)
  return seats
}

const letters = {
  waitlisted: 'registration_waitlisted',
  declined: 'registration_declined',
  withdrawn: 'registration_withdrawn',
} as const

/** A move that gives places or seats back: who waits for them comes in at once. Returns the seats that are left with
 * fewer people than they need. */
async function moveAway(
  write: Write,
  asked: Asked,
  to: keyof typeof letters,
  party: Party,
): Promise<{ short: ShortSeat[] }> {
  const { exerciseId, registrationIds } = asked
  const participationIds = await lockLinesOf(write.tx, exerciseId, registrationIds)
  const seats = await moveAll(write, asked, to, party)
  await tellExperts(write.tx, exerciseId, registrationIds, letters[to])
  if (party === 'organiser') await tellTheirContacts(write, asked, to)
  await moveOn(write.tx, { exerciseId, participationIds }, dateOf(write.now), { except: registrationIds })
  return { short: await listShortSeats(write.tx, exerciseId, seats) }
}

/** The nation hears what the organisers have decided; of its own acts it knows. */
function tellTheirContacts({ tx, now, actor }: Write, asked: Asked, what: Word): Promise<void> {
  const { exerciseId, registrationIds: ids } = asked
  return tellContacts(tx, { exerciseId, ids, what, at: dateOf(now), by: accountOf(actor)?.accountId ?? null })
}

function refuseStates(people: readonly Moved[], to: RegistrationState, party: Party | 'line'): void {
  const problems = people.flatMap(({ state }) => transitionProblem(state, to, party) ?? [])
  const [problem] = problems
  if (problem) refuseIf(problem, { count: problems.length, of: people.length, to })
}

/** A delegation to which the organisers have given no places yet has none to take. */
function refuseWithoutQuota(people: readonly Moved[], places: readonly { participationId: string }[]): void {
  const without = people.some(
    person =>
      !holdsPlace(person.state) && !places.some(place => place.participationId === person.participationId),
  )
  refuseIf(without ? 'quota_not_set' : null)
}

function seatChanges(people: readonly Moved[], to: RegistrationState, teamId: string | null): SeatChange[] {
  return people.flatMap(person => {
    const joins = teamId ?? person.teamId
    const leaving = holdsSeat(person.state) && person.teamId !== null
    return [
      ...(leaving && person.teamId ? [{ teamId: person.teamId, roleId: person.roleId, n: -1 as const }] : []),
      ...(holdsSeat(to) && joins ? [{ teamId: joins, roleId: person.roleId, n: 1 as const }] : []),
    ]
  })
}

/**
 * Takes a place of the nation for each: of the whole quota, of the role's and of the site's. Where places are short, or
 * somebody waits already, they line up if the delegation says so; returns how many came in and how many wait.
 */
export const submit = action({
  name: 'registration.submit',
  input: submitSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async (write, input) => {
    const { exerciseId, participationId, registrationIds, whenFull } = input
    const party = partyOf(write.actor, participationId)
    const door = await getDoor(write.tx, exerciseId, participationId)
    const problem = submitProblem(door, party, write.now, input.lateReason)
    if (problem === 'late_reason_required') throw fieldRefusal('lateReason', problem)
    refuseIf(problem)
    if (whenFull === 'refuse' && !door.lineForPlaces) {
      await moveAll(write, input, 'submitted', party)
      await tellExperts(write.tx, exerciseId, registrationIds, 'registration_submitted')
      return { submitted: registrationIds.length, waiting: 0 }
    }
    return lineUp(write, input, whenFull)
  },
  stale: () => pages,
})

type LineUp = {
  exerciseId: string
  participationId: string
  registrationIds: string[]
  lateReason: string | null
}

/** Everybody joins the line, and as many as may leave it at once: so nobody overtakes who waits already. */
async function lineUp(write: Write, asked: LineUp, whenFull: WhenFull) {
  const { exerciseId, participationId, registrationIds } = asked
  await lockLines(write.tx, [participationId])
  const quotas = await write.tx.quota.count({ where: { exerciseId, participationId } })
  refuseIf(quotas === 0 ? 'quota_not_set' : null)
  const waitGroupId = whenFull === 'wait_together' ? write.changeId : null
  await moveAll(write, { ...asked, waitGroupId }, 'waitlisted', 'line')
  const line = { exerciseId, participationIds: [participationId] }
  const { submitted } = await moveOn(write.tx, line, dateOf(write.now), { quiet: registrationIds })
  const cameIn = registrationIds.filter(id => submitted.includes(id))
  const waiting = registrationIds.filter(id => !submitted.includes(id))
  if (whenFull === 'refuse' && waiting.length > 0) refuseIf('others_wait', { count: waiting.length })
  await tellExperts(write.tx, exerciseId, cameIn, 'registration_submitted')
  await tellExperts(write.tx, exerciseId, waiting, 'registration_waitlisted')
  return { submitted: cameIn.length, waiting: waiting.length }
}

/** The nation's word that these are its people. */
export const endorse = action({
  name: 'registration.endorse',
  input: endorseSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async (write, input) => {
    await moveAll(write, input, 'endorsed', partyOf(write.actor, input.participationId))
  },
  stale: () => pages,
})

/** Gives back the place, and the seat of the team where one was taken. */
export const withdraw = action({
  name: 'registration.withdraw',
  input: withdrawSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: (write, input) => moveAway(write, input, 'withdrawn', partyOf(write.actor, input.participationId)),
  stale: () => pages,
})

/** Makes a draft again of people who were withdrawn, or declined. */
export const reopen = action({
  name: 'registration.reopen',
  input: reopenSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async (write, input) => {
    await moveAll(write, input, 'draft', partyOf(write.actor, input.participationId))
  },
  stale: () => pages,
})

/** Seats each in the team given, or in the one wanted; from the waiting list a place is taken first. */
export const confirm = action({
  name: 'registration.confirm',
  input: confirmSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  run: async (write, input) => {
    const { exerciseId, registrationIds, teamId } = input
    // Somebody who waits may be among them, and whoever was endorsed for another team leaves its seat to others.
    const participationIds = await lockLinesOf(write.tx, exerciseId, registrationIds, { joined: teamId })
    await moveAll(write, input, 'confirmed', 'organiser')
    await tellExperts(write.tx, exerciseId, registrationIds, 'registration_confirmed')
    await tellTheirContacts(write, input, 'confirmed')
    if (teamId !== null) await moveOn(write.tx, { exerciseId, participationIds }, dateOf(write.now))
  },
  stale: () => pages,
})

/** Gives the place back to the nation; who waits holds none, and comes back when a seat of the team is free if it was
 * full, else at the organisers' word. */
export const waitlist = action({
  name: 'registration.waitlist',
  input: waitlistSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  run: (write, input) => moveAway(write, input, 'waitlisted', 'organiser'),
  stale: () => pages,
})

/** Where the organisers cut the nation's places: its own choice of who waits. They come in again as anybody who waits
 * for a place, and nobody is set back for a cut that does not concern them. */
export const setBack = action({
  name: 'registration.set_back',
  input: setBackSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async (write, input) => {
    const { exerciseId, registrationIds } = input
    const participationIds = await lockLinesOf(write.tx, exerciseId, registrationIds)
    await refuseUncut(write.tx, input)
    await moveAll(write, { ...input, waitsFor: 'place' }, 'waitlisted', 'nation')
    await tellExperts(write.tx, exerciseId, registrationIds, 'registration_waitlisted')
    // Where more were set back than had to be, the first of the line comes in, be it one of them.
    await moveOn(write.tx, { exerciseId, participationIds }, dateOf(write.now))
  },
  stale: () => pages,
})

async function refuseUncut(tx: Tx, { exerciseId, participationId, registrationIds }: Asked): Promise<void> {
  const people = await tx.registration.findMany({
    where: { exerciseId, participationId: participationId ?? '', id: { in: registrationIds } },
    select: { roleId: true, siteId: true },
  })
  const cuts = await tx.quota.findMany({
    where: { exerciseId, participationId: participationId ?? '', cutTo: { not: null } },
    select: { roleId: true, siteId: true },
  })
  const count = people.filter(
    person =>
      !cuts.some(
        ({ roleId, siteId }) =>
          (roleId ?? person.roleId) === person.roleId && (siteId ?? person.siteId) === person.siteId,
      ),
  ).length
  refuseIf(count > 0 ? 'no_cut_concerns' : null, { count })
}

/** Turns people down, with a reason that their nation reads; gives back place and seat. */
export const decline = action({
  name: 'registration.decline',
  input: declineSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  run: (write, input) => moveAway(write, input, 'declined', 'organiser'),
  stale: () => pages,
})
