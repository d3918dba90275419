import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { activityRows, asWhere, registrationRows } from '@/lib/policy-rows'
import { resolveActivity } from '@/lib/schedule/rules'
import { instantOf, momentOf, optionalMomentOf } from '@/lib/time'
import { listAttendances } from '../queries'
import { type Presence, signUpWindow } from '../rules'

type Owner = { exerciseId: string; participationId: string }

/** What a delegation can sign up for, the next first: places left, and its own people there. */
export async function listDelegationOffers(actor: Actor, owner: Owner) {
  if (!can(actor, 'attendance.read', owner)) return []
  const { exerciseId, participationId } = owner
  const delegation = await db.participation.findFirst({
    where: { id: participationId, exerciseId },
    select: { partnerId: true, exercise: { select: { startexAt: true, timeZone: true } } },
  })
  if (!delegation) return []
  const { partnerId, exercise } = delegation
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const rows = await db.activity.findMany({
    where: { exerciseId, signUp: { isNot: null }, AND: [asWhere(activityRows(actor, exerciseId))] },
    include: {
      signUp: true,
      places: {
        where: { OR: [{ partnerId: null }, { partnerId }] },
        select: { presence: true, partnerId: true, size: true, used: true },
      },
    },
  })
  const offers = rows.flatMap(({ signUp, places, ...row }) => {
    if (!signUp) return []
    const { id, title, kind, place, durationSeconds, days } = row
    const start = momentOf(row, 'start')
    const when = resolveActivity({ start, durationSeconds, days }, frame)
    const planned = {
      open: signUp.open,
      opens: optionalMomentOf(signUp, 'opens'),
      closes: optionalMomentOf(signUp, 'closes'),
    }
    const of = (presence: Presence | null) => {
      const known = places.find(one => one.presence === presence)
      return { size: known?.size ?? null, used: known?.used ?? 0 }
    }
    const nation = places.some(one => one.partnerId !== null)
      ? of(null)
      : { size: signUp.nationPlaces, used: 0 }
    return [
      {
        ...{ id, title, kind, place, by: signUp.by },
        ...when,
        timeZone: start.anchor === 'ttime' ? frame.timeZone : start.timeZone,
        window: signUpWindow(planned, when.startAt, frame),
        places: { on_site: of('on_site'), remote: of('remote') },
        nation,
      },
    ]
  })
  const nobody = { q: null, state: null, nation: null, presence: null }
  const people = await Promise.all(
    offers.map(({ id }) => listAttendances(actor, { ...owner, activityId: id }, nobody)),
  )
  return offers
    .map((offer, at) => ({ ...offer, people: people[at] ?? [] }))
    .sort((a, b) => a.startAt - b.startAt)
}
export type DelegationOffer = Awaited<ReturnType<typeof listDelegationOffers>>[number]

/** The people of a delegation's list who may be signed up, by name; not those who take no part any more. */
export async function listSignUpChoices(actor: Actor, owner: Owner) {
  if (!can(actor, 'attendance.sign_up', owner)) return []
  return db.registration.findMany({
    where: {
      ...owner,
      state: { notIn: ['withdrawn', 'declined'] },
      AND: [asWhere(registrationRows(actor))],
    },
    select: { id: true, familyName: true, givenName: true, email: true },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
  })
}
