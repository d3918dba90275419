import { itemSpan } from '@/lib/agendas/rules'
import { db } from '@/lib/db'
import { type Actor, grantsOf } from '@/lib/policy'
import { activityRows, asWhere } from '@/lib/policy-rows'
import { resolveActivity } from '@/lib/schedule/rules'
import {
  instantOf,
  type MomentColumns,
  momentOf,
  optionalMomentOf,
  type StartexFrame,
  startColumns,
} from '@/lib/time'
import { type Presence, signUpWindow } from '../rules'

const exerciseColumns = {
  select: {
    id: true,
    code: true,
    name: true,
    venue: true,
    timeZone: true,
    startexAt: true,
    endexOffset: true,
  },
} as const

/** Where the actor goes, or waits to go, the next first; with the programme and the itinerary. One's own by the account:
 * whoever is sent to a course need have no part in the exercise. */
export async function listOwnAttendances(actor: Actor) {
  if (actor.kind !== 'account') return []
  const rows = await db.attendance.findMany({
    where: { person: { accountId: actor.accountId }, state: { not: 'cancelled' } },
    select: {
      ...{ id: true, presence: true, state: true, signedUpAt: true, attendedAt: true, activityId: true },
      exercise: exerciseColumns,
      activity: { include: { agendaItems: true, legs: true } },
    },
  })
  const positions = await Promise.all(
    rows.map(({ activityId, state, signedUpAt, id }) =>
      state === 'waiting' ? placeInLine(activityId, signedUpAt, id) : null,
    ),
  )
  return rows
    .map(({ activity, exercise: { startexAt, ...exercise }, signedUpAt: _, attendedAt, ...own }, at) => {
      const frame = { startexAt: instantOf(startexAt), timeZone: exercise.timeZone }
      const { id, title, kind, place, link, durationSeconds, days, agendaItems, legs } = activity
      const start = momentOf(activity, 'start')
      return {
        ...own,
        attendedAt: attendedAt && instantOf(attendedAt),
        /** the place in the activity's line, from 1; null for whoever has a place */
        position: positions[at] ?? null,
        exercise: { ...exercise, startexAt: frame.startexAt },
        activity: {
          ...{ id, title, kind, place, link, timeZone: zoneOf(start, frame) },
          ...resolveActivity({ start, durationSeconds, days }, frame),
        },
        agenda: agendaItems.map(item => ({
          ...{ id: item.id, title: item.title, place: item.place, link: item.link, who: item.speaker },
          ...spanOf(item, frame),
        })),
        legs: legs.map(leg => ({
          ...{ id: leg.id, fromPlace: leg.fromPlace, toPlace: leg.toPlace },
          ...{ hosts: leg.hosts, transport: leg.transport },
          ...spanOf(leg, frame),
        })),
      }
    })
    .sort((a, b) => a.activity.startAt - b.activity.startAt)
}
export type OwnAttendance = Awaited<ReturnType<typeof listOwnAttendances>>[number]

type Timed = MomentColumns<'start'> & { durationSeconds: number | null }

function spanOf(row: Timed, frame: StartexFrame) {
  const start = momentOf<'start'>(row, 'start')
  return {
    ...itemSpan({ start, durationSeconds: row.durationSeconds }, frame),
    timeZone: zoneOf(start, frame),
  }
}

function zoneOf(start: ReturnType<typeof momentOf>, frame: StartexFrame): string {
  return start.anchor === 'ttime' ? frame.timeZone : start.timeZone
}

async function placeInLine(activityId: string, signedUpAt: Date, id: string): Promise<number> {
  const ahead = await db.attendance.count({
    where: {
      activityId,
      state: 'waiting',
      erasedAt: null,
      OR: [{ signedUpAt: { lt: signedUpAt } }, { signedUpAt, id: { lte: id } }],
    },
  })
  return Math.max(1, ahead)
}

/** What people can sign up for in one exercise, as its expert sees it, and which activities want signing up at all. */
export async function listOwnOffers(actor: Actor, exerciseId: string) {
  const own = grantsOf(actor).find(grant => grant.scope === 'own' && grant.exerciseId === exerciseId)
  if (own?.scope !== 'own') return { offers: [], wanted: [] }
  const rows = await db.activity.findMany({
    where: { exerciseId, signUp: { isNot: null }, AND: [asWhere(activityRows(actor, exerciseId))] },
    select: {
      ...{
        id: true,
        title: true,
        kind: true,
        place: true,
        durationSeconds: true,
        days: true,
        ...startColumns,
      },
      signUp: true,
      exercise: { select: { startexAt: true, timeZone: true } },
      places: { where: { partnerId: null }, select: { presence: true, size: true, used: true } },
    },
  })
  const offers = rows.flatMap(({ signUp, exercise, places, ...row }) => {
    if (signUp?.by !== 'person') return []
    const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
    const { id, title, kind, place, durationSeconds, days } = row
    const start = momentOf(row, 'start')
    const when = resolveActivity({ start, durationSeconds, days }, frame)
    const [opens, closes] = [optionalMomentOf(signUp, 'opens'), optionalMomentOf(signUp, 'closes')]
    const of = (presence: Presence) => {
      const known = places.find(one => one.presence === presence)
      return { size: known?.size ?? null, used: known?.used ?? 0 }
    }
    return [
      {
        ...{ id, title, kind, place, timeZone: zoneOf(start, frame), ...when },
        places: { on_site: of('on_site'), remote: of('remote') },
        window: signUpWindow({ open: signUp.open, opens, closes }, when.startAt, frame),
        ids: {
          ...{ exerciseId, activityId: id },
          ...{ participationId: own.participationId, registrationId: own.registrationId },
        },
      },
    ]
  })
  return { offers: offers.sort((a, b) => a.startAt - b.startAt), wanted: rows.map(({ id }) => id) }
}
export type OwnOffer = Awaited<ReturnType<typeof listOwnOffers>>['offers'][number]
