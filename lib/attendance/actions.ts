'use server'

import { action, type Write } from '@/lib/action'
import { type AttendedActivity, keepPlacesOf, lockLine } from '@/lib/attendance-line'
import { comeOtherwise, leave, lineUp, lockPeople, type Whose } from '@/lib/attendance-moves'
import type { Tx } from '@/lib/db'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { type Named, personOf } from '@/lib/people'
import { type Actor, accountOf, can } from '@/lib/policy'
import { partyOf } from '@/lib/registrations/rules'
import { dateOf } from '@/lib/time'
import { getOffer } from './offer/queries'
import { cancelProblem, type Presence, placesProblem, type SignUpParty, signUpProblem } from './rules'
import {
  attendSchema,
  cancelAnySchema,
  cancelByLinkSchema,
  cancelOwnSchema,
  cancelSchema,
  type Guest,
  signUpByLinkSchema,
  signUpGuestSchema,
  signUpPartnerSchema,
  signUpSchema,
  signUpSelfSchema,
  switchSchema,
} from './schema'

const pages = () => [
  '/exercises/[code]/schedule/activities/[activityId]/attendance',
  '/delegation/[participationId]/conferences',
  '/me',
]

/** Signs up people who stand on the delegation's list. */
export const signUp = action({
  name: 'attendance.sign_up',
  input: signUpSchema,
  may: (actor, input) => can(actor, 'attendance.sign_up', input),
  run: async (write, { registrationIds, participationId, ...asked }) => {
    const { exerciseId } = asked
    const rows = await write.tx.registration.findMany({
      where: { id: { in: registrationIds }, exerciseId, participationId },
      select: {
        ...{ email: true, givenName: true, familyName: true, nativeName: true, personId: true },
        participation: { select: { partnerId: true } },
      },
      orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
    })
    const [first] = rows
    if (!first || rows.length < registrationIds.length) throw new AppError('not_found', 'not_found')
    const of = { partnerId: first.participation.partnerId, participationId }
    const people = rows.map(({ participation: _, ...person }) => person)
    return signUpAll(write, { ...asked, ...of, people }, partyOf(write.actor, participationId))
  },
  stale: pages,
})

/** Signs up somebody of the delegation who is not on its list. */
export const signUpGuest = action({
  name: 'attendance.sign_up_guest',
  input: signUpGuestSchema,
  may: (actor, input) => can(actor, 'attendance.sign_up', input),
  run: async (write, { participationId, ...asked }) => {
    const delegation = await write.tx.participation.findFirst({
      where: { id: participationId, exerciseId: asked.exerciseId },
      select: { partner: { select: { id: true, kind: true, code: true } } },
    })
    if (!delegation) throw new AppError('not_found', 'not_found')
    const people = [await guestOf(write.tx, asked, delegation.partner)]
    const of = { partnerId: delegation.partner.id, participationId }
    return signUpAll(write, { ...asked, ...of, people }, partyOf(write.actor, participationId))
  },
  stale: pages,
})

/** Signs up somebody of any partner of the programme, whether it takes part in the exercise or not. */
export const signUpPartner = action({
  name: 'attendance.sign_up_partner',
  input: signUpPartnerSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: (write, asked) => signUpGuestOf(write, asked, 'organiser'),
  stale: pages,
})

/** The same for the holder of a letter's link, which `links` has opened by its token; while sign-up is open. */
export const signUpByLink = action({
  name: 'attendance.sign_up_by_link',
  input: signUpByLinkSchema,
  may: actor => actor.kind === 'job',
  run: async (write, { linkId, ...asked }) => {
    const { partnerId } = await linkOf(write, linkId, asked)
    return signUpGuestOf(write, { ...asked, partnerId, lateReason: null }, 'nation')
  },
  stale: () => [...pages(), '/sign-up/[token]'],
})

/** An expert signs up for what is open to everybody who takes part. */
export const signUpSelf = action({
  name: 'attendance.sign_up_self',
  input: signUpSelfSchema,
  may: (actor, input) => can(actor, 'attendance.sign_up_self', input),
  run: async (write, { registrationId, participationId, ...asked }) => {
    const row = await write.tx.registration.findFirst({
      where: { id: registrationId, exerciseId: asked.exerciseId, participationId },
      select: {
        ...{ email: true, givenName: true, familyName: true, nativeName: true, personId: true },
        participation: { select: { partnerId: true } },
      },
    })
    if (!row) throw new AppError('not_found', 'not_found')
    const { participation, ...person } = row
    const of = { partnerId: participation.partnerId, participationId }
    return signUpAll(write, { ...asked, ...of, people: [person], lateReason: null }, 'person')
  },
  stale: pages,
})

/** Gives back places of the delegation's people, or takes them out of the line. */
export const cancel = action({
  name: 'attendance.cancel',
  input: cancelSchema,
  may: (actor, input) => can(actor, 'attendance.sign_up', input),
  run: (write, { participationId, ...asked }) =>
    cancelAll(write, asked, { participationId }, partyOf(write.actor, participationId)),
  stale: pages,
})

/** The same for whomever, by the organisers. */
export const cancelAny = action({
  name: 'attendance.cancel_any',
  input: cancelAnySchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: (write, asked) => cancelAll(write, asked, {}, 'organiser'),
  stale: pages,
})

/** Somebody does not come after all. One's own by the account: who attends a course need have no part elsewhere. */
export const cancelOwn = action({
  name: 'attendance.cancel_own',
  input: cancelOwnSchema,
  may: actor => actor.kind === 'account',
  run: async (write, { attendanceId: id }) => {
    const mine = { person: { accountId: accountOf(write.actor)?.accountId ?? '' } }
    const row = await write.tx.attendance.findFirst({
      where: { id, ...mine },
      select: { exerciseId: true, activityId: true },
    })
    if (!row) throw new AppError('not_found', 'not_found')
    await cancelAll(write, { ...row, attendanceIds: [id] }, mine, 'person')
    return { exerciseId: row.exerciseId }
  },
  stale: pages,
})

export const cancelByLink = action({
  name: 'attendance.cancel_by_link',
  input: cancelByLinkSchema,
  may: actor => actor.kind === 'job',
  run: async (write, { linkId, attendanceId, ...owner }) => {
    const whose = await linkOf(write, linkId, owner)
    await cancelAll(write, { ...owner, attendanceIds: [attendanceId] }, whose, 'nation')
  },
  stale: () => [...pages(), '/sign-up/[token]'],
})

/** Lets people who were to come take part from afar, or the other way round. */
export const switchPresence = action({
  name: 'attendance.switch',
  input: switchSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: async ({ tx, now }, { presence, attendanceIds, ...owner }) => {
    const people = await lockPeople(tx, owner, attendanceIds)
    const other = people.filter(row => row.presence === presence || row.state === 'cancelled').length
    refuseIf(other > 0 ? 'switches_nothing' : null, { count: other })
    refuseIf(placesProblem(await sizesOf(tx, owner), presence, null))
    return comeOtherwise(tx, owner, people, dateOf(now), presence)
  },
  stale: pages,
})

/** Ticks people off on the day, or takes the tick back. */
export const attend = action({
  name: 'attendance.attend',
  input: attendSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: async ({ tx, now }, { attendanceIds, attended, ...owner }) => {
    const rows = await lockPeople(tx, owner, attendanceIds)
    const without = rows.filter(({ state }) => state !== 'signed_up').length
    refuseIf(without > 0 ? 'attends_without_place' : null, { count: without })
    // Whoever was ticked off before keeps that time.
    const where = { id: { in: attendanceIds }, ...owner, ...(attended ? { attendedAt: null } : {}) }
    await tx.attendance.updateMany({ where, data: { attendedAt: attended ? dateOf(now) : null } })
  },
  stale: pages,
})

/** What is asked of one's own place, or of people that one may decide about, needs no look at the audience. */
const self: Actor = { kind: 'job', name: 'attendance' }

/** Whose people a link is about. Throws `not_found` for one that has ended. */
async function linkOf({ tx, now }: Write, id: string, { exerciseId, activityId }: AttendedActivity) {
  const owner = { exerciseId, activityId }
  const where = { id, ...owner, revokedAt: null }
  const link = await tx.signUpLink.findFirst({ where, select: { partnerId: true } })
  const offer = link && (await getOffer(tx, self, owner))
  if (!offer || now >= offer.window.closesAt) throw new AppError('not_found', 'not_found')
  return link
}

type Attendee = Omit<Named, 'homeNation'> & { personId: string }

type SignUp = AttendedActivity & {
  partnerId: string
  participationId: string | null
  presence: Presence
  lateReason: string | null
  people: readonly Attendee[]
}

/** Under the activity's lock: is it open to this party, and are there such places at all? */
async function signUpAll({ tx, now, actor }: Write, asked: SignUp, party: SignUpParty) {
  const { exerciseId, activityId, people, partnerId, participationId, presence } = asked
  const owner = { exerciseId, activityId }
  // Before the lock, which everybody else who signs up waits for.
  const offer = await getOffer(tx, actor, owner)
  if (!offer || !(await lockLine(tx, owner))) throw new AppError('not_found', 'not_found')
  const lateReason = party === 'organiser' ? asked.lateReason : null
  const problem = signUpProblem(offer, party, now, lateReason)
  if (problem === 'sign_up_reason_required') throw fieldRefusal('lateReason', problem)
  refuseIf(problem)
  await keepPlacesOf(tx, owner, partnerId)
  const sizes = await sizesOf(tx, owner)
  const nation = sizes.find(row => row.partnerId === partnerId)?.size ?? null
  refuseIf(placesProblem(sizes, presence, nation))
  const of = { programmeId: offer.programmeId, partnerId, participationId, presence, lateReason }
  return lineUp(
    tx,
    owner,
    people.map(person => ({ ...of, ...person })),
    dateOf(now),
  )
}

async function signUpGuestOf(
  write: Write,
  asked: Omit<SignUp, 'people' | 'participationId'> & Guest,
  party: SignUpParty,
) {
  const { exerciseId, partnerId } = asked
  const partner = await write.tx.partner.findFirst({
    where: { id: partnerId, programme: { exercises: { some: { id: exerciseId } } } },
    select: { kind: true, code: true, participations: { where: { exerciseId }, select: { id: true } } },
  })
  if (!partner) throw new AppError('not_found', 'not_found')
  const participationId = partner.participations[0]?.id ?? null
  const people = [await guestOf(write.tx, asked, partner)]
  return signUpAll(write, { ...asked, participationId, people }, party)
}

/** A nation's people are at home there; an organisation's have to say where. */
async function guestOf(
  tx: Tx,
  { exerciseId, ...guest }: Guest & { exerciseId: string },
  partner: { kind: string; code: string },
): Promise<Attendee> {
  const { email, givenName, familyName, nativeName } = guest
  const homeNation = guest.homeNation ?? (partner.kind === 'nation' ? partner.code : null)
  if (homeNation === null) throw fieldRefusal('homeNation', 'required')
  const named = { email, givenName, familyName, nativeName }
  return { ...named, personId: await personOf(tx, exerciseId, { ...named, homeNation }) }
}

type Cancel = AttendedActivity & { attendanceIds: readonly string[]; reason?: string | undefined }

async function cancelAll({ tx, now }: Write, asked: Cancel, whose: Whose, party: SignUpParty): Promise<void> {
  const { attendanceIds, reason, exerciseId, activityId } = asked
  const owner = { exerciseId, activityId }
  const people = await lockPeople(tx, owner, attendanceIds, whose)
  const offer = await getOffer(tx, self, owner)
  if (!offer) throw new AppError('not_found', 'not_found')
  refuseIf(cancelProblem(offer.startAt, party, now))
  const gone = people.filter(({ state }) => state === 'cancelled').length
  refuseIf(gone > 0 ? 'cancelled_already' : null, { count: gone })
  await leave(tx, owner, people, dateOf(now), reason || null)
}

function sizesOf(tx: Tx, owner: AttendedActivity) {
  return tx.activityPlaces.findMany({
    where: owner,
    select: { presence: true, partnerId: true, size: true },
  })
}
