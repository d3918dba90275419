import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { resolveActivity } from '@/lib/schedule/rules'
import { isId } from '@/lib/text'
import { type Instant, instantOf, momentOf } from '@/lib/time'
import { hashToken } from '@/lib/tokens'
import { getOffer } from '../offer/queries'
import { listAttendances } from '../queries'
import type { Presence } from '../rules'

type Owner = { exerciseId: string; activityId: string }

/** The letters sent for an activity whose links still open something, for whoever may send them. */
export async function listSignUpLinks(actor: Actor, owner: Owner, now: Instant) {
  if (!isId(owner.activityId) || !can(actor, 'attendance.edit', owner)) return []
  const offer = await getOffer(db, holder, owner)
  if (!offer || now >= offer.window.closesAt) return []
  const rows = await db.signUpLink.findMany({
    where: { ...owner, revokedAt: null },
    select: {
      ...{ id: true, email: true, createdAt: true },
      partner: { select: { kind: true, code: true, name: true } },
    },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ createdAt, ...link }) => {
    return { ...link, createdAt: instantOf(createdAt), closesAt: offer.window.closesAt }
  })
}

const holder: Actor = { kind: 'job', name: 'sign-up link' }

/** Whose link this token is, null where it opens nothing (any more). The token is the permission. It ends as sign-up
 * closes now, not as it did when the letter was sent: activities move with STARTEX. */
export async function getSignUpLink(token: string, now: Instant) {
  const link = await db.signUpLink.findFirst({
    where: { tokenHash: hashToken(token), revokedAt: null },
    select: { id: true, exerciseId: true, activityId: true, partnerId: true },
  })
  const offer = link && (await getOffer(db, holder, link))
  return offer && now < offer.window.closesAt ? { ...link, offer } : null
}

/** What the holder of a link sees: the activity, its places, and the partner's own people. */
export async function getLinkedSignUp(token: string, now: Instant) {
  const link = await getSignUpLink(token, now)
  if (!link) return null
  const { exerciseId, activityId, partnerId, offer } = link
  const owner = { exerciseId, activityId }
  const row = await db.activity.findFirst({
    where: { id: activityId, exerciseId },
    include: {
      places: { where: { OR: [{ partnerId: null }, { partnerId }] } },
      signUp: { select: { nationPlaces: true } },
      exercise: { select: { name: true, timeZone: true, startexAt: true } },
    },
  })
  const partner = await db.partner.findUnique({
    where: { id: partnerId },
    select: { kind: true, code: true, name: true, timeZone: true },
  })
  if (!row || !partner) return null
  const { title, kind, place, durationSeconds, days, exercise, places } = row
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const start = momentOf(row, 'start')
  const of = (presence: Presence) => {
    const known = places.find(one => one.presence === presence)
    return { size: known?.size ?? null, used: known?.used ?? 0 }
  }
  const own = places.find(one => one.partnerId === partnerId)
  const filter = { q: null, state: null, nation: partnerId, presence: null }
  return {
    partner,
    exercise: { name: exercise.name, timeZone: exercise.timeZone },
    activity: { title, kind, place, ...resolveActivity({ start, durationSeconds, days }, frame) },
    zone: start.anchor === 'ttime' ? frame.timeZone : start.timeZone,
    window: offer.window,
    places: { on_site: of('on_site'), remote: of('remote') },
    nation: own ? { size: own.size, used: own.used } : { size: row.signUp?.nationPlaces ?? null, used: 0 },
    people: (await listAttendances(holder, owner, filter)).filter(({ state }) => state !== 'cancelled'),
  }
}
